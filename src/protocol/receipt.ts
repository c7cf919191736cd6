// The Department's signed word about a batch, and its cumulative form on paper. `stored` is the collector's: the bytes
// are durable. `accepted` and `refused` are the opener's: they were opened. Implements SY30–SY35.
import { err, ok, type Result } from "#questionnaire";
import * as z from "zod/mini";
import type { ProtocolRefusal } from "./errors.ts";
import { Id, Instant, instantToMs, Label, Sha256 } from "./id.ts";
import { parsePayload, readUnverifiedJws, signJws, verifyJws } from "./jws.ts";
import { documentKey, type KeyDocument } from "./key-document.ts";
import type { KeyPurpose, SigningKey } from "./keys.ts";

/** A form's id as #fieldwork spells it; its own schema would bring the whole of zod into the service worker. */
const FormId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

const Code = z.string().check(z.regex(/^[a-zA-Z0-9._-]{1,64}$/));

/** `have` is the highest seq up to which the server misses nothing, `head` the link of that batch. */
const chainClaim = { have: z.int().check(z.minimum(0)), head: z.nullable(Sha256) };

/** Batch receipts name one batch and repeat where the chain stands. */
export const Receipt = z
  .strictObject({
    v: z.literal(1),
    col: Label,
    dev: Id,
    bid: Id,
    seq: z.int().check(z.minimum(1)),
    sha: Sha256,
    len: z.int().check(z.minimum(1)),
    st: z.enum(["stored", "accepted", "refused", "quarantined"]),
    via: z.enum(["vpn", "usb"]),
    at: Instant,
    ...chainClaim,
    /** Numbers below the highest known that are missing; the first hundred. */
    gaps: z.array(z.int().check(z.minimum(1))).check(z.maxLength(100)),
    n: z.optional(z.strictObject({ ok: z.int().check(z.minimum(0)), bad: z.int().check(z.minimum(0)) })),
    errs: z.optional(
      z
        .array(z.strictObject({ id: z.nullable(FormId), rev: z.nullable(z.int().check(z.minimum(1))), code: Code }))
        .check(z.maxLength(200)),
    ),
    /** An error code, never a sentence. */
    why: z.optional(Code),
  })
  .check(z.refine(({ have, head }) => (have === 0) === (head === null)));
export type Receipt = z.infer<typeof Receipt>;

/** The one line (QR, paper) that says the same of everything up to `have`. */
export const CumulativeReceipt = z.strictObject({
  v: z.literal(1),
  col: Label,
  dev: Id,
  have: z.int().check(z.minimum(1)),
  head: Sha256,
  at: Instant,
});
export type CumulativeReceipt = z.infer<typeof CumulativeReceipt>;

/** What a tablet knows of its own batches. */
export interface OwnBatches {
  readonly dev: string;
  readonly batchOf: (bid: string) => OwnBatch | null | Promise<OwnBatch | null>;
  /** The link of the batch with this number; null where there is none. */
  readonly linkOf: (seq: number) => string | null | Promise<string | null>;
}

export interface OwnBatch {
  readonly seq: number;
  readonly sha: string;
  readonly len: number;
}

/**
 * What a verified receipt proves. `coveredTo`: every own batch up to this seq is at least stored. 0 proves nothing of
 * the others; with `chain: "differs"` the server has another chain than this tablet, which a person has to look at.
 */
export interface VerifiedReceipt {
  readonly kind: "batch" | "cumulative";
  /** Null for a cumulative one. */
  readonly receipt: Receipt | null;
  readonly atMs: number;
  readonly chain: "matches" | "differs" | "empty";
  readonly coveredTo: number;
}

const signersByState: Readonly<Record<Receipt["st"], readonly KeyPurpose[]>> = {
  stored: ["rcpt"],
  accepted: ["open"],
  refused: ["open"],
  quarantined: ["rcpt", "open"],
};

/** Signs only what this key may say; throws otherwise. Sign after the bytes are durable (fsync of file and folder, commit), never before. */
export async function signReceipt(receipt: Receipt, key: SigningKey): Promise<string> {
  if (!signersByState[receipt.st].includes(key.purpose))
    throw new Error(`a ${key.purpose} key does not say ${receipt.st}`);
  return signJws("census-receipt+jws", Receipt.parse(receipt), key);
}

/** Signs the cumulative line with the collector's key. */
export async function signCumulativeReceipt(receipt: CumulativeReceipt, collector: SigningKey): Promise<string> {
  if (collector.purpose !== "rcpt") throw new Error("only the collector's key signs cumulative receipts");
  return signJws("census-receipt+jws", CumulativeReceipt.parse(receipt), collector);
}

/** Checks one receipt line of either kind, from any way it came. Takes nothing on trust: key valid at its time, this tablet, this batch, these bytes. */
export async function verifyReceipt(
  jws: string,
  document: KeyDocument,
  own: OwnBatches,
): Promise<Result<VerifiedReceipt, ProtocolRefusal>> {
  const read = readUnverifiedJws(jws);
  if (!read.ok) return read;
  const claimed = parsePayload(z.looseObject({ at: Instant }), read.value.payload);
  if (!claimed.ok) return claimed;
  const atMs = instantToMs(claimed.value.at);
  const verified = await verifyJws(
    jws,
    "census-receipt+jws",
    async (kid) => (await documentKey(document, "rcpt", kid, atMs)) ?? documentKey(document, "open", kid, atMs),
  );
  if (!verified.ok) return verified;
  const { key, payload } = verified.value;

  const cumulative = CumulativeReceipt.safeParse(payload);
  if (cumulative.success) {
    if (key.purpose !== "rcpt") return err({ type: "kid-unknown" });
    const foreign = refuseForeign(cumulative.data, document, own);
    if (foreign !== null) return err(foreign);
    return ok({ kind: "cumulative", receipt: null, atMs, ...(await judgeClaim(cumulative.data, own)) });
  }

  const parsed = parsePayload(Receipt, payload);
  if (!parsed.ok) return parsed;
  const receipt = parsed.value;
  if (!signersByState[receipt.st].includes(key.purpose)) return err({ type: "kid-unknown" });
  const foreign = refuseForeign(receipt, document, own);
  if (foreign !== null) return err(foreign);
  const batch = await own.batchOf(receipt.bid);
  if (batch === null) return err({ type: "batch-unknown" });
  if (batch.sha !== receipt.sha || batch.len !== receipt.len || batch.seq !== receipt.seq) {
    return err({ type: "hash-mismatch" });
  }
  return ok({ kind: "batch", receipt, atMs, ...(await judgeClaim(receipt, own)) });
}

function refuseForeign(
  receipt: { readonly col: string; readonly dev: string },
  document: KeyDocument,
  own: OwnBatches,
): ProtocolRefusal | null {
  if (receipt.col !== document.col) return { type: "collector-other" };
  return receipt.dev === own.dev ? null : { type: "device-mismatch" };
}

async function judgeClaim(
  claim: { readonly have: number; readonly head: string | null },
  own: OwnBatches,
): Promise<Pick<VerifiedReceipt, "chain" | "coveredTo">> {
  if (claim.head === null) return { chain: "empty", coveredTo: 0 };
  return (await own.linkOf(claim.have)) === claim.head
    ? { chain: "matches", coveredTo: claim.have }
    : { chain: "differs", coveredTo: 0 };
}
