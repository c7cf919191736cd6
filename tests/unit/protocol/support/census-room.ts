// A whole small census for tests: the Department's keys, one enrolled tablet, and forms of invented people. Everything
// random comes from a seed, except what WebCrypto and age draw themselves.
import { FormLine, type PayloadLine } from "#fieldwork";
import {
  generateSealKey,
  generateSigningKey,
  newId,
  onlyKey,
  sealBatch,
  signKeyDocument,
  verifyKeyOf,
  type BatchOpening,
  type BatchToSeal,
  type KeyDocument,
  type KeyLookup,
  type Random,
  type SealedBatch,
  type SealKeyPair,
  type SendMark,
  type SignatureAlg,
  type SigningKey,
  type VerifyKey,
} from "#protocol";

/** Bytes that look random and are the same in every run. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      // mulberry32
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return (mixed ^ (mixed >>> 14)) & 0xff;
    });
}

export interface Tablet {
  readonly dev: string;
  readonly inst: string;
  readonly officerId: string;
  readonly device: SigningKey;
  readonly officer: SigningKey;
  readonly deviceKey: VerifyKey;
  readonly officerKey: VerifyKey;
}

export async function createTablet(random: Random, alg: SignatureAlg = "Ed25519"): Promise<Tablet> {
  const dev = newId(random);
  const device = await generateSigningKey("dev", { extractable: false, alg });
  const officer = await generateSigningKey("off", { extractable: true, alg });
  return {
    dev,
    inst: "431010000-0007",
    officerId: newId(random),
    device,
    officer,
    deviceKey: await verifyKeyOf(device, dev),
    officerKey: await verifyKeyOf(officer, dev),
  };
}

export interface Department {
  readonly col: string;
  readonly root: SigningKey;
  readonly collector: SigningKey;
  readonly opener: SigningKey;
  readonly seal: SealKeyPair;
  readonly recovery: SealKeyPair;
  readonly document: KeyDocument;
  readonly documentJws: string;
}

export const yearFrom = "2021-01-01T00:00:00.000Z";
export const yearTo = "2022-01-01T00:00:00.000Z";
export const duringMs = Date.UTC(2021, 8, 3, 10);

export async function createDepartment(change: Partial<KeyDocument> = {}): Promise<Department> {
  const root = await generateSigningKey("root", { extractable: true });
  const collector = await generateSigningKey("rcpt", { extractable: true });
  const opener = await generateSigningKey("open", { extractable: true });
  const seal = await generateSealKey();
  const recovery = await generateSealKey();
  const valid = { from: yearFrom, to: yearTo };
  const document: KeyDocument = {
    v: 1,
    n: 3,
    col: "kz2021",
    root: root.jwk,
    ...valid,
    rcpt: [{ kid: collector.kid, jwk: collector.jwk, ...valid }],
    open: [{ kid: opener.kid, jwk: opener.jwk, ...valid }],
    seal: [{ id: "seal-1", recipient: seal.recipient, ...valid }],
    esc: { id: "esc-1", recipient: recovery.recipient },
    revoked: [],
    minAlg: ["Ed25519", "ES256"],
    ...change,
  };
  return {
    col: document.col,
    root,
    collector,
    opener,
    seal,
    recovery,
    document,
    documentJws: await signKeyDocument(document, root),
  };
}

/** A form about nobody: refused questions and two answers. */
export function formOf(random: Random, line = 1, text = "Ауыл / село"): FormLine {
  return FormLine.parse({
    typ: "form",
    v: 1,
    id: newId(random),
    rev: 1,
    list: newId(random),
    line,
    lineId: newId(random),
    unit: "person",
    questionnaire: [{ id: "kz2021-f3", version: 1 }],
    source: { kind: "respondent" },
    otherSources: {},
    language: "kk",
    startedAtMs: duringMs,
    finishedAtMs: duringMs + 600_000,
    answers: {
      P01: { state: "answered", value: { kind: "code", code: "2" } },
      P02: { state: "answered", value: { kind: "text", text } },
      P05: { state: "refused" },
    },
    confirmations: [],
    notes: [],
    flags: [],
    context: { category: "elderly-home", proxy: false },
  });
}

export function markOf(random: Random): SendMark {
  return { w: duringMs, off: 300, mono: 1234.5, run: newId(random), srv: null, skew: "ok" };
}

/** What `sealBatch` wants for this tablet's next batch. */
export function batchOf(
  department: Department,
  tablet: Tablet,
  random: Random,
  change: Partial<BatchToSeal> = {},
): BatchToSeal {
  return {
    header: {
      col: department.col,
      dev: tablet.dev,
      inst: tablet.inst,
      off: tablet.officerId,
      schema: "kz2021/1",
    },
    seq: 1,
    prev: null,
    lines: [formOf(random)],
    recipient: department.seal.recipient,
    sealId: "seal-1",
    device: tablet.device,
    officer: tablet.officer,
    mark: markOf(random),
    release: "0.1.0",
    random,
    ...change,
  };
}

export async function sealed(batch: BatchToSeal): Promise<SealedBatch> {
  const result = await sealBatch(batch);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

/** Batches 1…count of one tablet, chained. */
export async function sealChain(
  department: Department,
  tablet: Tablet,
  random: Random,
  count: number,
  lines: (seq: number) => readonly PayloadLine[] = (seq) => [formOf(random, seq)],
): Promise<readonly SealedBatch[]> {
  const batches: SealedBatch[] = [];
  for (let seq = 1; seq <= count; seq++) {
    const prev = batches.at(-1)?.link ?? null;
    batches.push(await sealed(batchOf(department, tablet, random, { seq, prev, lines: lines(seq) })));
  }
  return batches;
}

/** How the opener of this Department opens what this tablet sends. */
export function openingFor(department: Department, tablet: Tablet, change: Partial<BatchOpening> = {}): BatchOpening {
  return {
    col: department.col,
    deviceKeys: onlyKey(tablet.deviceKey),
    officerKeys: onlyKey(tablet.officerKey),
    identityOf: (id) => (id === "seal-1" ? department.seal.identity : null),
    enrolmentOf: (dev) => (dev === tablet.dev ? { inst: tablet.inst, off: tablet.officerId } : null),
    isSchemaKnown: (schema) => schema === "kz2021/1",
    ...change,
  };
}

export function keysOf(...keys: readonly VerifyKey[]): KeyLookup {
  return (kid) => keys.find((key) => key.kid === kid) ?? null;
}
