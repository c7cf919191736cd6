// The file on a USB medium: batch files one after another and a signed last line. No archive format; whatever happened
// to the end of the file, every whole batch before it can be taken. Implements SY42–SY45.
import { err, ok, type Result } from "#questionnaire";
import { z } from "zod";
import { bytesToText, concatBytes, ownBytes, sha256, textToBytes, type Bytes } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { Id, Sha256 } from "./id.ts";
import { parsePayload, readUnverifiedJws, signJws, verifyJws } from "./jws.ts";
import type { KeyLookup, SigningKey } from "./keys.ts";
import { batchLimits } from "./limits.ts";
import { readManifestLine, readUnverifiedManifest } from "./manifest.ts";

export const BundleTrailer = z.strictObject({
  v: z.literal(1),
  dev: Id,
  n: z.int().min(1),
  /** The lowest and the highest seq inside. */
  from: z.int().min(1),
  to: z.int().min(1),
  /** Of all bytes before the trailer's line. */
  sha: Sha256,
});
export type BundleTrailer = z.infer<typeof BundleTrailer>;

export interface Bundle {
  readonly bytes: Bytes;
  /** `sanaq-<first 8 of dev>-<from>-<to>.census`: names no institution. */
  readonly fileName: string;
  readonly trailer: BundleTrailer;
}

/** What is true of the file as a whole; every whole batch counts whatever it is. */
export type BundleVerdict =
  | "whole"
  | "cut-in-manifest"
  | "cut-in-batch"
  | "no-trailer"
  | "trailer-mismatch"
  | "count-mismatch"
  | "trailing-bytes";

export interface ReadBundle {
  /** Each as it was sealed, in the file's order; not checked yet (`verifyBatchEnvelope`). */
  readonly batches: readonly Bytes[];
  readonly verdict: BundleVerdict;
  /** Only when its signature was checked. */
  readonly trailer: BundleTrailer | null;
}

/** Writes sealed batch files as they are, in the given order. Refuses none (`bundle-empty`) and what is no batch file. */
export async function writeBundle(
  batches: readonly Uint8Array[],
  dev: string,
  device: SigningKey,
): Promise<Result<Bundle, ProtocolRefusal>> {
  const seqs: number[] = [];
  for (const bytes of batches) {
    const line = readManifestLine(bytes);
    if (!line.ok) return line;
    const manifest = readUnverifiedManifest(line.value.manifestJws);
    if (!manifest.ok) return manifest;
    seqs.push(manifest.value.seq);
  }
  if (seqs.length === 0) return err({ type: "bundle-empty" });
  const before = concatBytes(batches);
  const trailer = BundleTrailer.parse({
    v: 1,
    dev,
    n: seqs.length,
    from: Math.min(...seqs),
    to: Math.max(...seqs),
    sha: await sha256(before),
  });
  const line = textToBytes(`${await signJws("census-bundle+jws", trailer, device)}\n`);
  return ok({
    bytes: concatBytes([before, line]),
    fileName: `sanaq-${dev.slice(0, 8)}-${trailer.from}-${trailer.to}.census`,
    trailer,
  });
}

/** Takes a file apart without trusting its name or its end. Never throws and never refuses a file: the worst one has no batches. */
export async function readBundle(bytes: Uint8Array, deviceKeys: KeyLookup): Promise<ReadBundle> {
  const batches: Bytes[] = [];
  const seqs: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const line = readLine(bytes, at);
    if (line === null) return { batches, verdict: lineVerdict(bytes, at), trailer: null };
    const manifest = readUnverifiedManifest(line.text);
    if (!manifest.ok) return { batches, ...(await readTrailer(bytes, at, line, seqs, deviceKeys)) };
    const end = line.end + manifest.value.len;
    if (end > bytes.length) return { batches, verdict: "cut-in-batch", trailer: null };
    batches.push(ownBytes(bytes.subarray(at, end)));
    seqs.push(manifest.value.seq);
    at = end;
  }
  return { batches, verdict: "no-trailer", trailer: null };
}

interface Line {
  readonly text: string;
  /** The first byte after the line feed. */
  readonly end: number;
}

const lineFeed = 10;

function readLine(bytes: Uint8Array, at: number): Line | null {
  const window = bytes.subarray(at, at + batchLimits.manifestBytes + 1);
  const length = window.indexOf(lineFeed);
  const text = length < 0 ? null : bytesToText(window.subarray(0, length));
  return text === null ? null : { text, end: at + length + 1 };
}

/** No readable line here: either the file ends inside one, or these bytes never were one. */
function lineVerdict(bytes: Uint8Array, at: number): BundleVerdict {
  const rest = bytes.subarray(at, at + batchLimits.manifestBytes + 1);
  const isPrintable = rest.every((byte) => byte > 0x20 && byte <= 0x7e);
  return isPrintable && rest.length <= batchLimits.manifestBytes ? "cut-in-manifest" : "trailing-bytes";
}

async function readTrailer(
  bytes: Uint8Array,
  at: number,
  line: Line,
  seqs: readonly number[],
  deviceKeys: KeyLookup,
): Promise<Pick<ReadBundle, "verdict" | "trailer">> {
  const read = readUnverifiedJws(line.text, batchLimits.manifestBytes);
  if (!read.ok || read.value.typ !== "census-bundle+jws") return { verdict: "trailing-bytes", trailer: null };
  const verified = await verifyJws(line.text, "census-bundle+jws", deviceKeys, batchLimits.manifestBytes);
  if (!verified.ok) return { verdict: "trailer-mismatch", trailer: null };
  const parsed = parsePayload(BundleTrailer, verified.value.payload);
  if (!parsed.ok || verified.value.key.owner !== parsed.value.dev)
    return { verdict: "trailer-mismatch", trailer: null };
  const trailer = parsed.value;
  if (trailer.n !== seqs.length) return { verdict: "count-mismatch", trailer };
  const isOfThisFile =
    trailer.from === Math.min(...seqs) &&
    trailer.to === Math.max(...seqs) &&
    trailer.sha === (await sha256(bytes.subarray(0, at)));
  if (!isOfThisFile) return { verdict: "trailer-mismatch", trailer };
  return { verdict: line.end === bytes.length ? "whole" : "trailing-bytes", trailer };
}
