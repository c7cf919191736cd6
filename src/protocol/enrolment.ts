// Enrolment: a tablet shows its new public keys together with proof that it was given the one-time code and holds both
// secret keys; the Department answers with who the tablet is. Implements SY47–SY50.
import { err, ok, type Result } from "#questionnaire";
import { z } from "zod";
import { base64UrlToBytes, bytesToBase64Url, concatBytes, sha256Bytes, textToBytes } from "./bytes.ts";
import { enrolmentCodeId } from "./enrolment-link.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { hasLowS, withLowS } from "./es256.ts";
import { Id, Instant, instantToMs, Label, Sha256 } from "./id.ts";
import { parsePayload, readUnverifiedJws, signJws, verifyJws } from "./jws.ts";
import { documentKey, type KeyDocument } from "./key-document.ts";
import {
  importVerifyKey,
  onlyKey,
  PublicJwk,
  signatureAlgorithm,
  signBytes,
  thumbprint,
  type SigningKey,
  type VerifyKey,
} from "./keys.ts";
import { EscrowBox } from "./payload.ts";
import { Recipient } from "./recipient.ts";

export const EnrolRequest = z.strictObject({
  v: z.literal(1),
  /** Which one-time code this is about: `enrolmentCodeId`. */
  code: Id,
  dev: PublicJwk,
  off: PublicJwk,
  /** The officer key's signature over the device key and the nonce. */
  offProof: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  /** What the tablet reads downlinks with. */
  tab: Recipient,
  /** The first data key, for the recovery officers. */
  esc: EscrowBox,
  /** The `jti` of the hello this follows. */
  n: Id,
  mac: Sha256,
});
export type EnrolRequest = z.infer<typeof EnrolRequest>;

const LocalName = z.strictObject({ kk: z.string().min(1).max(300), ru: z.string().min(1).max(300) });

/** Who the tablet is from now on. */
export const Enrolled = z.strictObject({
  v: z.literal(1),
  col: Label,
  /** The device id, the tablet's pseudonym on everything it sends. */
  dev: Id,
  /** The thumbprints this answer is for. */
  devKid: Sha256,
  offKid: Sha256,
  /** The request's nonce. */
  n: Id,
  at: Instant,
  inst: z.strictObject({
    id: Label,
    kind: z.string().regex(/^I-(0[1-9]|1[0-6])$/),
    kato: z.string().regex(/^\d{9}$/),
    name: LocalName,
    protectedMode: z.boolean(),
    headcountPlaces: z.int().min(0).optional(),
  }),
  officer: z.strictObject({ id: Label, name: z.string().min(1).max(300).optional() }),
  /** Parsed by #census; here only carried under the signature. */
  collectionWindows: z.json(),
  policy: z.record(z.string().max(64), z.json()),
  keysN: z.int().min(1),
});
export type Enrolled = z.infer<typeof Enrolled>;

export interface EnrolRequestFacts {
  /** From the link. */
  readonly code: string;
  readonly device: SigningKey;
  readonly officer: SigningKey;
  readonly tab: Recipient;
  readonly esc: EscrowBox;
  /** The `jti` of the hello. */
  readonly nonce: string;
}

/** Builds and signs the request. The code only keys the proof; it is not inside. */
export async function buildEnrolRequest(facts: EnrolRequestFacts): Promise<string> {
  const unproven = {
    v: 1 as const,
    code: await enrolmentCodeId(facts.code),
    dev: facts.device.jwk,
    off: facts.officer.jwk,
    offProof: await signBytesLowS(proofText(facts.device.kid, facts.nonce), facts.officer),
    tab: facts.tab,
    esc: facts.esc,
    n: facts.nonce,
  };
  const mac = await crypto.subtle.sign("HMAC", await macKey(facts.code), await macText(unproven));
  const request: EnrolRequest = { ...unproven, mac: bytesToBase64Url(new Uint8Array(mac)) };
  return signJws("census-enrol+jws", EnrolRequest.parse(request), facts.device);
}

async function signBytesLowS(text: Uint8Array<ArrayBuffer>, key: SigningKey): Promise<string> {
  const signature = base64UrlToBytes(await signBytes(text, key));
  if (signature === null) throw new Error("the signature is no base64url");
  return bytesToBase64Url(key.alg === "ES256" ? withLowS(signature) : signature);
}

function proofText(deviceKid: string, nonce: string): Uint8Array<ArrayBuffer> {
  return textToBytes(`census/off-proof/1|${deviceKid}|${nonce}`);
}

async function macKey(code: string): Promise<CryptoKey> {
  const bytes = base64UrlToBytes(code);
  if (bytes === null) throw new Error("an enrolment code is 22 characters of base64url");
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
}

/** SHA-256 over everything the request says, in one spelling that no member can run into another's place. */
async function macText(request: Omit<EnrolRequest, "mac">): Promise<Uint8Array<ArrayBuffer>> {
  const { code, offProof, tab, esc, n } = request;
  const members = [
    "census/enrol/1",
    code,
    await thumbprint(request.dev),
    await thumbprint(request.off),
    offProof,
    tab,
    esc.id,
    String(esc.e),
    esc.box,
    n,
  ];
  return sha256Bytes(textToBytes(members.join("\n")));
}

/** What the server knows of a one-time code. */
export interface EnrolmentCode {
  readonly code: string;
  readonly expiresAtMs: number;
  readonly isUsed: boolean;
}

export interface EnrolCheck {
  readonly codeOf: (codeId: string) => EnrolmentCode | null | Promise<EnrolmentCode | null>;
  /** True for a hello this collector gave and still remembers. */
  readonly isKnownHello: (jti: string) => boolean | Promise<boolean>;
  readonly nowMs: number;
}

export interface VerifiedEnrolRequest {
  readonly request: EnrolRequest;
  readonly devKid: string;
  readonly offKid: string;
}

/** Checks possession of both keys and of the code. A code that was used is refused with `enrol-code-used` only after its proof held: then two tablets have it, and a person must look. */
export async function verifyEnrolRequest(
  jws: string,
  check: EnrolCheck,
): Promise<Result<VerifiedEnrolRequest, ProtocolRefusal>> {
  const read = readUnverifiedJws(jws);
  if (!read.ok) return read;
  const claimed = parsePayload(EnrolRequest, read.value.payload);
  if (!claimed.ok) return claimed;
  const request = claimed.value;
  const device = await importVerifyKey(request.dev, "dev");
  if (!device.ok) return device;
  const verified = await verifyJws(jws, "census-enrol+jws", onlyKey(device.value));
  if (!verified.ok) return verified;
  const officer = await importVerifyKey(request.off, "off");
  if (!officer.ok) return officer;
  const isProven = await isProofValid(request, device.value, officer.value);
  if (!isProven || officer.value.kid === device.value.kid) return err({ type: "enrol-proof-bad" });
  if (!(await check.isKnownHello(request.n))) return err({ type: "nonce-mismatch" });
  const code = await check.codeOf(request.code);
  if (code === null) return err({ type: "enrol-code-unknown" });
  const mac = base64UrlToBytes(request.mac);
  const isOfCode =
    mac !== null && (await crypto.subtle.verify("HMAC", await macKey(code.code), mac, await macText(request)));
  if (!isOfCode) return err({ type: "enrol-mac-wrong" });
  if (check.nowMs >= code.expiresAtMs) return err({ type: "enrol-code-expired" });
  if (code.isUsed) return err({ type: "enrol-code-used" });
  return ok({ request, devKid: device.value.kid, offKid: officer.value.kid });
}

async function isProofValid(request: EnrolRequest, device: VerifyKey, officer: VerifyKey): Promise<boolean> {
  const signature = base64UrlToBytes(request.offProof);
  if (signature === null || (officer.alg === "ES256" && !hasLowS(signature))) return false;
  return crypto.subtle.verify(
    signatureAlgorithm(officer.alg),
    officer.publicKey,
    signature,
    proofText(device.kid, request.n),
  );
}

/** Signs the answer with the collector's receipt key. */
export async function signEnrolled(enrolled: Enrolled, collector: SigningKey): Promise<string> {
  return signJws("census-enrolled+jws", Enrolled.parse(enrolled), collector);
}

/** Accepts only the answer to this tablet's own request. */
export async function verifyEnrolled(
  jws: string,
  expected: {
    readonly document: KeyDocument;
    readonly devKid: string;
    readonly offKid: string;
    /** The nonce of the request. */
    readonly nonce: string;
  },
): Promise<Result<Enrolled, ProtocolRefusal>> {
  const read = readUnverifiedJws(jws);
  if (!read.ok) return read;
  const claimed = parsePayload(z.looseObject({ at: Instant }), read.value.payload);
  if (!claimed.ok) return claimed;
  const atMs = instantToMs(claimed.value.at);
  const verified = await verifyJws(jws, "census-enrolled+jws", (kid) =>
    documentKey(expected.document, "rcpt", kid, atMs),
  );
  if (!verified.ok) return verified;
  const enrolled = parsePayload(Enrolled, verified.value.payload);
  if (!enrolled.ok) return enrolled;
  const { col, devKid, offKid, n } = enrolled.value;
  if (col !== expected.document.col) return err({ type: "collector-other" });
  if (devKid !== expected.devKid || offKid !== expected.offKid) return err({ type: "device-mismatch" });
  return n === expected.nonce ? enrolled : err({ type: "nonce-mismatch" });
}

/**
 * Twelve digits that tablet and Department show each other before a person approves: 40 bits of SHA-256 over the three
 * thumbprints (32 bytes each, device, officer, root), modulo 10¹².
 */
export async function comparisonDigits(devKid: string, offKid: string, rootThumbprint: string): Promise<string> {
  const thumbprints = [devKid, offKid, rootThumbprint].map((kid) => {
    const bytes = base64UrlToBytes(kid);
    if (bytes?.length !== 32) throw new Error("a thumbprint is 43 characters of base64url");
    return bytes;
  });
  const hash = await sha256Bytes(concatBytes(thumbprints));
  const number = hash.subarray(0, 5).reduce((sum, byte) => sum * 256 + byte, 0) % 1_000_000_000_000;
  return String(number).padStart(12, "0");
}
