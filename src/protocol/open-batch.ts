// Checking and opening a batch. The envelope needs public keys only and is what a collector does; opening needs the
// Department's identity and is what the opener does, alone. Implements SY16, SY17, SY21, SY23–SY29, SY85.
import { err, ok, type Result } from "#questionnaire";
import { acceptanceSecret } from "./acceptance-code.ts";
import { decryptAge } from "./age-file.ts";
import { bytesToText, ownBytes, sha256, type Bytes } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { gunzip } from "./gzip.ts";
import { parsePayload, verifyJws } from "./jws.ts";
import type { KeyLookup } from "./keys.ts";
import { batchLimits, type OpenLimits } from "./limits.ts";
import { readManifestLine, verifyManifest, type Manifest, type VerifiedManifest } from "./manifest.ts";
import { PayloadHeader, PayloadSignature, readPayloadLine, type OpenedLine } from "./payload.ts";
import type { SealIdentity } from "./recipient.ts";

/** A batch whose signature, length and hash were checked; what is inside is still sealed. */
export interface VerifiedBatch extends VerifiedManifest {
  readonly manifestJws: string;
  readonly ageBytes: Bytes;
}

/** Everything that can be checked without a secret. `deviceKeys` must carry owners: a key speaks for its own device only. */
export async function verifyBatchEnvelope(
  bytes: Uint8Array,
  deviceKeys: KeyLookup,
  col: string,
): Promise<Result<VerifiedBatch, ProtocolRefusal>> {
  if (bytes.length > batchLimits.batchBytes) return err({ type: "too-large" });
  const line = readManifestLine(bytes);
  if (!line.ok) return line;
  const verified = await verifyManifest(line.value.manifestJws, deviceKeys, col);
  if (!verified.ok) return verified;
  const ageBytes = ownBytes(bytes.subarray(line.value.ageAt));
  const { len, sha } = verified.value.manifest;
  if (ageBytes.length < len) return err({ type: "truncated" });
  if (ageBytes.length > len) return err({ type: "trailing-bytes" });
  if ((await sha256(ageBytes)) !== sha) return err({ type: "hash-mismatch" });
  return ok({ ...verified.value, manifestJws: line.value.manifestJws, ageBytes });
}

export interface BatchOpening {
  readonly col: string;
  readonly deviceKeys: KeyLookup;
  readonly officerKeys: KeyLookup;
  /** The identity of a seal key by its id; null = this opener does not hold it. */
  readonly identityOf: (sealId: string) => SealIdentity | null;
  /** What the registry says of the device: its institution and officer. Null = it says nothing, and no header fits. */
  readonly enrolmentOf: (dev: string) => Enrolment | null | Promise<Enrolment | null>;
  readonly isSchemaKnown: (schema: string) => boolean;
  /** To lower the limits; they are never raised by it. */
  readonly limits?: Partial<OpenLimits>;
}

export interface Enrolment {
  readonly inst: string;
  readonly off: string;
}

export interface OpenedBatch {
  readonly manifest: Manifest;
  readonly link: string;
  readonly header: PayloadHeader;
  /** In the batch's order. A line that cannot be taken says so itself; the others count. */
  readonly lines: readonly OpenedLine[];
  /** What an acceptance code is made with (SY85). */
  readonly secret: string;
}

/**
 * Opens a batch as a whole or not at all. `null` = sealed to a key this opener does not hold, so nothing was tried; an
 * error = for a key it holds, but wrong. Nothing of the content is looked at before the end of the age file was
 * authenticated, and no line before the officer's signature was.
 */
export async function openBatch(
  bytes: Uint8Array,
  opening: BatchOpening,
): Promise<Result<OpenedBatch | null, ProtocolRefusal>> {
  const envelope = await verifyBatchEnvelope(bytes, opening.deviceKeys, opening.col);
  if (!envelope.ok) return envelope;
  const { manifest, link, ageBytes } = envelope.value;
  const identity = opening.identityOf(manifest.rk);
  if (identity === null) return ok(null);

  const limits = lowered(opening.limits);
  const zipped = await decryptAge(ageBytes, identity);
  if (!zipped.ok) return zipped;
  const plain = await gunzip([zipped.value], limits.plaintextBytes);
  if (!plain.ok) return plain;
  const lines = splitLines(plain.value, limits);
  if (!lines.ok) return lines;
  const signed = await verifyContent(plain.value, lines.value, manifest, opening.officerKeys);
  if (!signed.ok) return signed;
  const header = readHeader(signed.value[0], manifest, signed.value.length - 1);
  if (!header.ok) return header;
  const enrolment = await opening.enrolmentOf(manifest.dev);
  if (enrolment === null || header.value.inst !== enrolment.inst || header.value.off !== enrolment.off) {
    return err({ type: "header-mismatch" });
  }
  if (!opening.isSchemaKnown(header.value.schema)) return err({ type: "schema-unknown" });
  return ok({
    manifest,
    link,
    header: header.value,
    lines: signed.value.slice(1).map((line, index) => readPayloadLine(line, index + 2)),
    secret: await acceptanceSecret(plain.value),
  });
}

function lowered(limits: Partial<OpenLimits> = {}): OpenLimits {
  return {
    plaintextBytes: Math.min(limits.plaintextBytes ?? batchLimits.plaintextBytes, batchLimits.plaintextBytes),
    lines: Math.min(limits.lines ?? batchLimits.lines, batchLimits.lines),
    lineBytes: Math.min(limits.lineBytes ?? batchLimits.lineBytes, batchLimits.lineBytes),
  };
}

const lineFeed = 10;

/** Every line ends in a line feed, the last one too. */
function splitLines(plain: Uint8Array, limits: OpenLimits): Result<readonly Uint8Array[], ProtocolRefusal> {
  const lines: Uint8Array[] = [];
  let from = 0;
  while (from < plain.length) {
    const end = plain.indexOf(lineFeed, from);
    const to = end < 0 ? plain.length : end;
    if (to - from > limits.lineBytes) return err({ type: "line-too-long" });
    if (end < 0) return err({ type: "payload-not-for-this-batch" });
    if (lines.length === limits.lines) return err({ type: "too-many-lines" });
    lines.push(plain.subarray(from, to));
    from = to + 1;
  }
  return lines.length < 2 ? err({ type: "payload-not-for-this-batch" }) : ok(lines);
}

/** The lines before the officer's signature, once it is known to be of this very content. */
async function verifyContent(
  plain: Uint8Array,
  lines: readonly Uint8Array[],
  manifest: Manifest,
  officerKeys: KeyLookup,
): Promise<Result<readonly Uint8Array[], ProtocolRefusal>> {
  const last = lines.at(-1) ?? new Uint8Array();
  const jws = bytesToText(last);
  if (jws === null) return err({ type: "jws-malformed" });
  const verified = await verifyJws(jws, "census-payload+jws", officerKeys, batchLimits.lineBytes);
  if (!verified.ok) return verified;
  // An officer is enrolled with one tablet: on another's batch the key is as good as unknown.
  if (verified.value.key.owner !== manifest.dev) return err({ type: "kid-unknown" });
  const signature = parsePayload(PayloadSignature, verified.value.payload, "payload-not-for-this-batch");
  if (!signature.ok) return signature;
  const { col, dev, bid, seq, n, sha } = signature.value;
  const isForThisBatch = col === manifest.col && dev === manifest.dev && bid === manifest.bid && seq === manifest.seq;
  if (!isForThisBatch || n !== lines.length - 2) return err({ type: "payload-not-for-this-batch" });
  const before = plain.subarray(0, plain.length - last.length - 1);
  return (await sha256(before)) === sha ? ok(lines.slice(0, -1)) : err({ type: "payload-hash" });
}

function readHeader(
  line: Uint8Array | undefined,
  manifest: Manifest,
  count: number,
): Result<PayloadHeader, ProtocolRefusal> {
  const text = line === undefined ? null : bytesToText(line);
  if (text === null) return err({ type: "header-mismatch" });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ type: "header-mismatch" });
  }
  const parsed = parsePayload(PayloadHeader, json, "header-mismatch");
  if (!parsed.ok) return parsed;
  const { col, dev, bid, seq, n } = parsed.value;
  return col === manifest.col && dev === manifest.dev && bid === manifest.bid && seq === manifest.seq && n === count
    ? parsed
    : err({ type: "header-mismatch" });
}
