// Says what becomes of each frozen vector, the same way in Node and in a browser.
import {
  base64UrlToBytes,
  chainReach,
  createManifestLineReader,
  importSigningKey,
  judgeArrival,
  openBatch,
  openEscrow,
  readBundle,
  readManifestLine,
  readUnverifiedManifest,
  verifyBatchEnvelope,
  verifyEnrolRequest,
  verifyHello,
  verifyKeyDocument,
  verifyKeyOf,
  verifyReceipt,
  type BatchOpening,
  type ChainedBatch,
  type KeyDocument,
  type KeyLookup,
  type KeyPurpose,
  type ManifestLineState,
  type OwnBatches,
} from "#protocol";
import { codeOf } from "./raw-batch.ts";
import { VectorFile } from "./vector-file.ts";

type TestKey = VectorFile["TEST_keys"]["root"];

export interface VectorRun {
  readonly file: VectorFile;
  readonly opening: BatchOpening;
  readonly document: KeyDocument;
  readonly rootThumbprint: string;
  readonly own: OwnBatches;
}

/** Reads the file and its keys; the first line is the key document everything else is judged by. */
export async function prepareVectors(json: unknown): Promise<VectorRun> {
  const file = VectorFile.parse(json);
  const keys = file.TEST_keys;
  const root = await importSigningKey(keys.root.secret, "root");
  if (!root.ok) throw new Error("the root key is broken");
  const document = await verifyKeyDocument(lineNamed(file, "keys"), root.value.kid, 0);
  if (!document.ok) throw new Error(document.error.type);
  const opening: BatchOpening = {
    col: file.col,
    deviceKeys: await lookup("dev", [keys.device, keys.otherDevice, keys.es256Device]),
    officerKeys: await lookup("off", [keys.officer, keys.otherOfficer, keys.es256Officer]),
    identityOf: (id) => (id === "seal-1" ? file.TEST_sealIdentity : null),
    enrolmentOf: (dev) => file.registry[dev] ?? null,
    isSchemaKnown: (schema) => schema === file.schema,
  };
  const valid = await verifyBatchEnvelope(bytesNamed(file, "valid"), opening.deviceKeys, file.col);
  if (!valid.ok) throw new Error(valid.error.type);
  const { manifest, link } = valid.value;
  const own: OwnBatches = {
    dev: manifest.dev,
    batchOf: (bid) => (bid === manifest.bid ? { seq: manifest.seq, sha: manifest.sha, len: manifest.len } : null),
    linkOf: (seq) => (seq === 1 ? link : null),
  };
  return { file, opening, document: document.value, rootThumbprint: root.value.kid, own };
}

async function lookup(purpose: KeyPurpose, keys: readonly TestKey[]): Promise<KeyLookup> {
  const known = await Promise.all(
    keys.map(async ({ secret, owner }) => {
      const key = await importSigningKey(secret, purpose);
      if (!key.ok) throw new Error("a test key is broken");
      return verifyKeyOf(key.value, owner);
    }),
  );
  return (kid) => known.find((key) => key.kid === kid) ?? null;
}

export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const bytes = base64UrlToBytes(base64url);
  if (bytes === null) throw new Error("a vector is no base64url");
  return bytes;
}

export function bytesNamed(file: VectorFile, name: string): Uint8Array<ArrayBuffer> {
  const batch = file.batches.find((candidate) => candidate.name === name);
  if (batch === undefined) throw new Error(`no batch ${name}`);
  return bytesOf(batch.bytes);
}

function lineNamed(file: VectorFile, name: string): string {
  return file.lines.find((candidate) => candidate.name === name)?.jws ?? "";
}

/** What becomes of one batch: at the collector, at the opener, line by line. */
export async function runBatch(run: VectorRun, bytes: Uint8Array) {
  const envelope = codeOf(await verifyBatchEnvelope(bytes, run.opening.deviceKeys, run.file.col));
  const opened = await openBatch(bytes, run.opening);
  if (!opened.ok || opened.value === null) return { envelope, open: opened.ok ? "null" : opened.error.type };
  const lines = opened.value.lines.map(({ parsed }) => (parsed.ok ? "ok" : parsed.error.code));
  return { envelope, open: "ok", lines };
}

/** The first line from single bytes, beside the first line from the whole file. */
export function readByteByByte(bytes: Uint8Array) {
  const reader = createManifestLineReader();
  let state: ManifestLineState = { state: "incomplete" };
  for (let at = 0; at < bytes.length && state.state === "incomplete"; at++)
    state = reader.push(bytes.subarray(at, at + 1));
  const whole = readManifestLine(bytes);
  return {
    // A line that never ends is incomplete from pieces and malformed as a whole.
    pieces:
      state.state === "complete"
        ? state.manifestJws
        : state.state === "refused"
          ? state.error.type
          : "manifest-malformed",
    whole: whole.ok ? whole.value.manifestJws : whole.error.type,
  };
}

/** The verdicts on batches that arrive in this order, and how far the chain then reaches. */
export async function runArrivals(run: VectorRun, names: readonly string[]) {
  const stored: ChainedBatch[] = [];
  const verdicts: string[] = [];
  for (const name of names) {
    const verified = await verifyBatchEnvelope(bytesNamed(run.file, name), run.opening.deviceKeys, run.file.col);
    if (!verified.ok) throw new Error(verified.error.type);
    const { manifest, link } = verified.value;
    const arrived = { ...manifest, link };
    const verdict = judgeArrival(arrived, stored);
    verdicts.push(verdict.kind === "conflict" ? verdict.error.type : verdict.kind);
    if (verdict.kind !== "copy") stored.push(arrived);
  }
  return { verdicts, have: chainReach(stored).have };
}

/** The verdict on a bundle and the names of the batches in it. */
export async function runBundle(run: VectorRun, bytes: Uint8Array) {
  const { batches, verdict } = await readBundle(bytes, run.opening.deviceKeys);
  const bidOf = (file: Uint8Array) => {
    const line = readManifestLine(file);
    const manifest = line.ok ? readUnverifiedManifest(line.value.manifestJws) : line;
    return manifest.ok ? manifest.value.bid : null;
  };
  const named = batches.map(
    (batch) => run.file.batches.find(({ bytes: known }) => bidOf(bytesOf(known)) === bidOf(batch))?.name,
  );
  return { verdict, batches: named };
}

/** What becomes of one signed line. */
export async function runLine(run: VectorRun, kind: VectorFile["lines"][number]["kind"], jws: string): Promise<string> {
  const { file, document } = run;
  switch (kind) {
    case "keys":
      return codeOf(await verifyKeyDocument(jws, run.rootThumbprint, document.n));
    case "hello":
      return codeOf(await verifyHello(jws, { document, nonce: file.nonce, dev: run.own.dev }));
    case "receipt":
      return codeOf(await verifyReceipt(jws, document, run.own));
    case "enrol":
      return codeOf(
        await verifyEnrolRequest(jws, {
          codeOf: () => ({ code: file.TEST_enrolmentCode, expiresAtMs: file.atMs + 1, isUsed: false }),
          isKnownHello: (jti) => jti === file.nonce,
          nowMs: file.atMs,
        }),
      );
  }
}

export async function runEscrow(run: VectorRun): Promise<string | null> {
  const opened = await openEscrow(run.file.escrow.box, run.file.TEST_recoveryIdentity);
  return opened.ok ? opened.value.dk : null;
}
