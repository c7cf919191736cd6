// Sealing: the officer signs the content, gzip, age, the device signs the envelope. Each single order leaves a hole:
// signed outside only, another tablet could put its name on the bytes; signed inside only, the collector could not tell
// rubbish from data. Implements SY14–SY20, SY85.
import { err, ok, type Result } from "#questionnaire";
import type { PayloadLine } from "#fieldwork";
import { acceptanceSecret } from "./acceptance-code.ts";
import { concatBytes, ownBytes, sha256, textToBytes, type Bytes, type Random } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { gzip } from "./gzip.ts";
import { newId } from "./id.ts";
import { signJws } from "./jws.ts";
import type { SigningKey } from "./keys.ts";
import { batchLimits } from "./limits.ts";
import { Manifest, manifestLink, type SendMark } from "./manifest.ts";
import { PayloadHeader, type EscrowBox } from "./payload.ts";
import { encryptToRecipient } from "./recipient.ts";

export interface BatchToSeal {
  /** Who speaks: `inst` and `off` (the officer's id) go inside only. */
  readonly header: {
    readonly col: string;
    readonly dev: string;
    readonly inst: string;
    readonly off: string;
    readonly schema: string;
  };
  readonly seq: number;
  /** The link of the batch before; null for the first. */
  readonly prev: string | null;
  /** None makes a test batch. */
  readonly lines: readonly PayloadLine[];
  readonly escrow?: EscrowBox;
  /** `age1pq1…`, named `sealId` in the key document. */
  readonly recipient: string;
  readonly sealId: string;
  readonly device: SigningKey;
  readonly officer: SigningKey;
  readonly mark: SendMark;
  readonly release: string;
  readonly random: Random;
}

export interface SealedBatch {
  /** The batch file: what is kept, sent and written to a medium, byte for byte. */
  readonly bytes: Bytes;
  readonly manifestJws: string;
  readonly manifest: Manifest;
  readonly link: string;
  readonly bid: string;
  readonly sha: string;
  /** Of the age bytes alone. */
  readonly len: number;
  /** What an acceptance code is checked with (SY85). Keep it encrypted only. */
  readonly secret: string;
}

/**
 * Makes one batch. Refuses a recipient that is not hybrid (`recipient-refused`) and content beyond the limits
 * (`line-too-long`, `too-many-lines`, `too-large`). Must run under the lock `seal`, in the transaction that keeps the
 * result: `seq` and `prev` may be used once.
 */
export async function sealBatch(batch: BatchToSeal): Promise<Result<SealedBatch, ProtocolRefusal>> {
  const bid = newId(batch.random);
  const plain = await writePayload(batch, bid);
  if (!plain.ok) return plain;
  const sealed = await encryptToRecipient(batch.recipient, await gzip(plain.value));
  if (!sealed.ok) return sealed;
  const ageBytes = ownBytes(sealed.value);
  const manifest = Manifest.parse({
    v: 1,
    col: batch.header.col,
    dev: batch.header.dev,
    seq: batch.seq,
    prev: batch.prev,
    bid,
    sha: await sha256(ageBytes),
    len: ageBytes.length,
    rk: batch.sealId,
    mark: batch.mark,
    rel: batch.release,
  });
  const manifestJws = await signJws("census-batch+jws", manifest, batch.device);
  const bytes = concatBytes([textToBytes(`${manifestJws}\n`), ageBytes]);
  if (bytes.length > batchLimits.batchBytes) return err({ type: "too-large" });
  return ok({
    bytes,
    manifestJws,
    manifest,
    link: await manifestLink(manifestJws),
    bid,
    sha: manifest.sha,
    len: manifest.len,
    secret: await acceptanceSecret(plain.value),
  });
}

async function writePayload(batch: BatchToSeal, bid: string): Promise<Result<Bytes, ProtocolRefusal>> {
  const { col, dev, inst, off, schema } = batch.header;
  const n = batch.lines.length;
  if (n + 2 > batchLimits.lines) return err({ type: "too-many-lines" });
  const header = PayloadHeader.parse({
    typ: "census-payload",
    v: 1,
    col,
    dev,
    bid,
    seq: batch.seq,
    inst,
    off,
    schema,
    n,
    ...(batch.escrow === undefined ? {} : { esc: batch.escrow }),
  });
  const lines = [header, ...batch.lines].map((line) => textToBytes(`${JSON.stringify(line)}\n`));
  // The limit is on the line itself, its line feed not counted.
  if (lines.some((line) => line.length - 1 > batchLimits.lineBytes)) return err({ type: "line-too-long" });
  const before = concatBytes(lines);
  const signature = await signJws(
    "census-payload+jws",
    { col, dev, bid, seq: batch.seq, n, sha: await sha256(before) },
    batch.officer,
  );
  const plain = concatBytes([before, textToBytes(`${signature}\n`)]);
  return plain.length > batchLimits.plaintextBytes ? err({ type: "too-large" }) : ok(plain);
}
