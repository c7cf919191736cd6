// Batches that no tablet would make: the content is given as bytes, and every seam can be cut open. The keys are real,
// so that what refuses is the rule under test and not a signature.
import { Encrypter } from "age-encryption";
import { bytesToBase64Url, newId, sha256, type Random } from "#protocol";
import { concatBytes, textToBytes } from "../../../../src/protocol/bytes.ts";
import { gzip } from "../../../../src/protocol/gzip.ts";
import { signJws } from "../../../../src/protocol/jws.ts";
import type { SigningKey } from "#protocol";
import { markOf, type Department, type Tablet } from "./census-room.ts";

export interface RawBatch {
  /** The lines between the header and the signature, as text or as bytes. */
  readonly lines?: readonly (string | Uint8Array)[];
  /** Members to change in the header line. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** Members to change in what the officer signs. */
  readonly signature?: Readonly<Record<string, unknown>>;
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly officer?: SigningKey;
  readonly device?: SigningKey;
  /** Replaces the signed content as a whole. */
  readonly plain?: (plain: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  readonly zip?: (plain: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
  readonly recipients?: readonly string[];
  /** Changes the age file before it is hashed. */
  readonly age?: (age: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}

export async function encryptFor(recipients: readonly string[], plain: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return new Uint8Array(await encrypter.encrypt(plain));
}

/** The content as a tablet writes it, with the given changes. */
export async function rawPayload(
  department: Department,
  tablet: Tablet,
  bid: string,
  raw: RawBatch,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = raw.lines ?? [];
  const place = { col: department.col, dev: tablet.dev, bid, seq: 1 };
  const header = {
    typ: "census-payload",
    v: 1,
    ...place,
    inst: tablet.inst,
    off: tablet.officerId,
    schema: "kz2021/1",
    n: lines.length,
    ...raw.header,
  };
  const before = concatBytes(
    [JSON.stringify(header), ...lines].flatMap((line) => [
      typeof line === "string" ? textToBytes(line) : line,
      Uint8Array.of(10),
    ]),
  );
  const signed = { ...place, n: lines.length, sha: await sha256(before), ...raw.signature };
  const signature = await signJws("census-payload+jws", signed, raw.officer ?? tablet.officer);
  const plain = concatBytes([before, textToBytes(`${signature}\n`)]);
  return raw.plain === undefined ? plain : raw.plain(plain);
}

/** A batch file with whatever inside, well signed outside. */
export async function sealRaw(
  department: Department,
  tablet: Tablet,
  random: Random,
  raw: RawBatch = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const bid = newId(random);
  const plain = await rawPayload(department, tablet, bid, raw);
  const zipped = await (raw.zip ?? gzip)(plain);
  const age = await encryptFor(raw.recipients ?? [department.seal.recipient], zipped);
  const ageBytes = raw.age === undefined ? age : raw.age(age);
  const manifest = {
    v: 1,
    col: department.col,
    dev: tablet.dev,
    seq: 1,
    prev: null,
    bid,
    sha: await sha256(ageBytes),
    len: ageBytes.length,
    rk: "seal-1",
    mark: markOf(random),
    rel: "0.1.0",
    ...raw.manifest,
  };
  const jws = await signJws("census-batch+jws", manifest, raw.device ?? tablet.device);
  return concatBytes([textToBytes(`${jws}\n`), ageBytes]);
}

/** A signed line with any header and any signature bytes. */
export function jwsOf(header: object, payload: object, signature: Uint8Array): string {
  const parts = [header, payload].map((part) => bytesToBase64Url(textToBytes(JSON.stringify(part))));
  return [...parts, bytesToBase64Url(signature)].join(".");
}

/** Signs any header, as an attacker who holds the key could. */
export async function signAnyHeader(header: object, payload: object, key: SigningKey): Promise<string> {
  const unsigned = jwsOf(header, payload, new Uint8Array()).slice(0, -1);
  const algorithm = key.alg === "Ed25519" ? { name: "Ed25519" } : { name: "ECDSA", hash: "SHA-256" };
  const signature = await crypto.subtle.sign(algorithm, key.privateKey, textToBytes(unsigned));
  return `${unsigned}.${bytesToBase64Url(new Uint8Array(signature))}`;
}

/** The error's code, or `ok`. */
export function codeOf(
  result: { readonly ok: true } | { readonly ok: false; readonly error: { readonly type: string } },
): string {
  return result.ok ? "ok" : result.error.type;
}
