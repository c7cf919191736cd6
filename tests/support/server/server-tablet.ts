// A tablet as the server sees it: it proves a one-time code with its own keys and seals batches. Everything it says is
// made by #protocol's own functions; which way it goes to the server is the test's matter.
import { listAsOf, type ListHeadLine, type ListPersonLine, type PayloadLine } from "#fieldwork";
import {
  buildEnrolRequest,
  generateSealKey,
  generateSigningKey,
  newId,
  readUnverifiedJws,
  sealBatch,
  type BatchToSeal,
  type Enrolled,
  type Random,
  type SealedBatch,
  type SigningKey,
} from "#protocol";
import { z } from "zod";
import { aPerson } from "../fieldwork/people.ts";

export interface TabletKeys {
  readonly device: SigningKey;
  readonly officer: SigningKey;
  readonly tab: string;
}

export async function createTabletKeys(): Promise<TabletKeys> {
  const [device, officer, tab] = await Promise.all([
    generateSigningKey("dev", { extractable: false }),
    generateSigningKey("off", { extractable: true }),
    generateSealKey(),
  ]);
  return { device, officer, tab: tab.recipient };
}

const WithId = z.looseObject({ jti: z.string() });

/** The id of a hello, not verified. */
export function helloId(jws: string): string {
  return WithId.parse(payloadOf(jws)).jti;
}

/** What a JWS says, not verified. */
export function payloadOf(jws: string): unknown {
  const read = readUnverifiedJws(jws);
  if (!read.ok) throw new Error(read.error.type);
  return read.value.payload;
}

export function enrolRequest({ device, officer, tab }: TabletKeys, code: string, nonce: string): Promise<string> {
  return buildEnrolRequest({ code, device, officer, tab, esc: { id: "esc-1", e: 0, box: "c2VhbGVk" }, nonce });
}

export interface ServerTablet {
  readonly keys: TabletKeys;
  readonly enrolled: Enrolled;
  /** Batch `seq`; `prev` is the batch before it. */
  readonly seal: (
    seq: number,
    prev: SealedBatch | null,
    lines: readonly PayloadLine[],
    change?: Partial<BatchToSeal>,
  ) => Promise<SealedBatch>;
}

export function tabletOf(
  keys: TabletKeys,
  enrolled: Enrolled,
  facts: { readonly recipient: string; readonly nowMs: () => number; readonly random: Random },
): ServerTablet {
  const run = newId(facts.random);
  return {
    keys,
    enrolled,
    seal: async (seq, prev, lines, change = {}) => {
      const sealed = await sealBatch({
        header: {
          col: enrolled.col,
          dev: enrolled.dev,
          inst: enrolled.inst.id,
          off: enrolled.officer.id,
          schema: "sanaq-payload/1",
        },
        seq,
        prev: prev?.link ?? null,
        lines,
        recipient: facts.recipient,
        sealId: "seal-1",
        device: keys.device,
        officer: keys.officer,
        mark: { w: facts.nowMs(), off: 300, mono: seq, run, srv: null, skew: "ok" },
        release: "0.1.0",
        random: facts.random,
        ...change,
      });
      if (!sealed.ok) throw new Error(sealed.error.type);
      return sealed.value;
    },
  };
}

/** A signed list of so many invented people; `noteOf` may make its lines long. */
export function listOf(
  random: Random,
  count: number,
  signedAtMs: number,
  noteOf: (number: number) => string | null = () => null,
): readonly (ListHeadLine | ListPersonLine)[] {
  const list = newId(random);
  const head: ListHeadLine = {
    typ: "list-head",
    v: 1,
    list,
    rev: 1,
    asOf: listAsOf,
    signedAtMs,
    headcount: count,
    total: count,
    onList: count,
    differenceReason: null,
    part: 1,
    parts: 1,
  };
  const lines = Array.from({ length: count }, (_none, index): ListPersonLine => ({
    typ: "list-line",
    v: 1,
    list,
    rev: 1,
    lineId: newId(random),
    number: index + 1,
    stage: 1,
    person: aPerson({ note: noteOf(index + 1) }),
    removed: null,
  }));
  return [head, ...lines];
}
