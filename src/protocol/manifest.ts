// The manifest: the clear, signed first line of a batch. It names the tablet's pseudonym, the batch's place in the chain
// and the hash of the sealed bytes; no institution, no officer, no count. Implements SY14–SY17, SY23.
import { err, ok, type Result } from "#questionnaire";
import { z } from "zod";
import { bytesToText, sha256, textToBytes, type Bytes } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { Id, Label, Sha256 } from "./id.ts";
import { parsePayload, readUnverifiedJws, verifyJws } from "./jws.ts";
import type { KeyLookup, VerifyKey } from "./keys.ts";
import { batchLimits } from "./limits.ts";

/** The tablet's clock at sealing beside the last signed server time: a bracket for people, never a reason to refuse. */
export const SendMark = z.strictObject({
  /** The tablet's wall clock, ms. */
  w: z.int(),
  /** Minutes east of UTC that the tablet believes in. */
  off: z.int().min(-1440).max(1440),
  /** Milliseconds since the program started; compared only within one `run`. */
  mono: z.number().min(0),
  run: Id,
  /** The last verified hello: its `at`, the tablet's clock when it came, the round trip, its id. */
  srv: z.strictObject({ at: z.int(), w: z.int(), rtt: z.number().min(0), jti: Id }).nullable(),
  skew: z.enum(["ok", "jump", "unset"]),
});
export type SendMark = z.infer<typeof SendMark>;

export const Manifest = z
  .strictObject({
    v: z.literal(1),
    col: Label,
    dev: Id,
    /** From 1, without gaps. */
    seq: z.int().min(1),
    /** The link of the batch before; null for the first. */
    prev: z.nullable(Sha256),
    bid: Id,
    /** Of the age bytes. */
    sha: Sha256,
    len: z.int().min(1),
    /** The id of the seal key. */
    rk: Label,
    mark: SendMark,
    rel: Label,
  })
  .refine(({ seq, prev }) => (seq === 1) === (prev === null));
export type Manifest = z.infer<typeof Manifest>;

/** A manifest whose signature was checked. */
export interface VerifiedManifest {
  readonly manifest: Manifest;
  /** SHA-256 of the signed line's bytes: what the next batch's `prev` has to be. */
  readonly link: string;
  readonly key: VerifyKey;
}

/** The link of a signed manifest line. */
export async function manifestLink(manifestJws: string): Promise<string> {
  return sha256(textToBytes(manifestJws));
}

export type ManifestLineState =
  | { readonly state: "incomplete" }
  /** `rest` are the first of the age bytes, as far as they came with the line. */
  | { readonly state: "complete"; readonly manifestJws: string; readonly rest: Bytes }
  | { readonly state: "refused"; readonly error: ProtocolRefusal };

export interface ManifestLineReader {
  /** Takes the next bytes of the upload. Once complete or refused, it stays so. */
  readonly push: (chunk: Uint8Array) => ManifestLineState;
}

const lineFeed = 10;

/** Reads the first line from pieces of any size, so that a collector can check the signature before it reads the rest. Refuses a line above 8 kB and any byte that is not printable ASCII. */
export function createManifestLineReader(): ManifestLineReader {
  const line = new Uint8Array(batchLimits.manifestBytes);
  let filled = 0;
  let state: ManifestLineState = { state: "incomplete" };
  const refuse = (type: "manifest-too-long" | "manifest-malformed"): ManifestLineState => ({
    state: "refused",
    error: { type },
  });
  const read = (chunk: Uint8Array): ManifestLineState => {
    for (const [at, byte] of chunk.entries()) {
      if (byte === lineFeed) {
        const manifestJws = bytesToText(line.subarray(0, filled));
        return manifestJws === null || filled === 0
          ? refuse("manifest-malformed")
          : { state: "complete", manifestJws, rest: new Uint8Array(chunk.subarray(at + 1)) };
      }
      if (byte <= 0x20 || byte > 0x7e) return refuse("manifest-malformed");
      if (filled === line.length) return refuse("manifest-too-long");
      line[filled++] = byte;
    }
    return { state: "incomplete" };
  };
  return {
    push: (chunk) => {
      if (state.state === "incomplete") state = read(chunk);
      return state;
    },
  };
}

export interface ManifestLine {
  readonly manifestJws: string;
  /** Where the age bytes begin. */
  readonly ageAt: number;
}

/** The first line of a batch that is there as a whole. */
export function readManifestLine(bytes: Uint8Array): Result<ManifestLine, ProtocolRefusal> {
  const read = createManifestLineReader().push(bytes.subarray(0, batchLimits.manifestBytes + 1));
  switch (read.state) {
    case "incomplete":
      return err({ type: bytes.length > batchLimits.manifestBytes ? "manifest-too-long" : "manifest-malformed" });
    case "refused":
      return err(read.error);
    case "complete":
      return ok({ manifestJws: read.manifestJws, ageAt: read.manifestJws.length + 1 });
  }
}

/**
 * Checks who signed a manifest line and what it says: version, collection, shape, size, and that the key was enrolled
 * for the device it names.
 */
export async function verifyManifest(
  manifestJws: string,
  deviceKeys: KeyLookup,
  col: string,
): Promise<Result<VerifiedManifest, ProtocolRefusal>> {
  const verified = await verifyJws(manifestJws, "census-batch+jws", deviceKeys, batchLimits.manifestBytes);
  if (!verified.ok) return verified;
  const { key, payload } = verified.value;
  const parsed = parseManifest(payload, col);
  if (!parsed.ok) return parsed;
  const manifest = parsed.value;
  if (key.owner !== manifest.dev) return err({ type: "device-mismatch" });
  return ok({ manifest, key, link: await manifestLink(manifestJws) });
}

/** What an unsigned look at the manifest line says; only to find the end of the batch or to show it. */
export function readUnverifiedManifest(manifestJws: string): Result<Manifest, ProtocolRefusal> {
  const read = readUnverifiedJws(manifestJws, batchLimits.manifestBytes);
  if (!read.ok) return read;
  if (read.value.typ !== "census-batch+jws") return err({ type: "typ-refused" });
  return parseManifest(read.value.payload, null);
}

const Versioned = z.looseObject({ v: z.int(), col: z.string() });

function parseManifest(payload: unknown, col: string | null): Result<Manifest, ProtocolRefusal> {
  const versioned = Versioned.safeParse(payload);
  if (versioned.success && versioned.data.v !== 1) return err({ type: "version-unknown" });
  if (versioned.success && col !== null && versioned.data.col !== col) return err({ type: "collector-other" });
  const parsed = parsePayload(Manifest, payload, "manifest-invalid");
  if (parsed.ok && parsed.value.len > batchLimits.batchBytes) return err({ type: "too-large" });
  return parsed;
}
