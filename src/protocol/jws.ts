// Signed lines: JWS compact, strict. The header has `alg`, `kid`, `typ` and nothing else; each kind of line has its own
// `typ` and is signed by keys of one purpose only (receipts: two). Implements SY5–SY9.
import { err, ok, type Result } from "#questionnaire";
import { CompactSign, compactVerify } from "jose";
import * as z from "zod/mini";
import { base64UrlToBytes, bytesToBase64Url, bytesToText, textToBytes } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { hasLowS, withLowS } from "./es256.ts";
import type { KeyLookup, KeyPurpose, SigningKey, VerifyKey } from "./keys.ts";
import { batchLimits } from "./limits.ts";

/** Which keys may sign which kind of line. */
const signersByTyp = {
  "census-keys+jws": ["root"],
  "census-batch+jws": ["dev"],
  "census-payload+jws": ["off"],
  "census-bundle+jws": ["dev"],
  "census-receipt+jws": ["rcpt", "open"],
  "census-hello+jws": ["rcpt"],
  "census-poll+jws": ["dev"],
  "census-enrol+jws": ["dev"],
  "census-enrolled+jws": ["rcpt"],
  "census-instrument+jws": ["root"],
} as const satisfies Record<string, readonly KeyPurpose[]>;

export type JwsTyp = keyof typeof signersByTyp;

const JwsHeader = z.strictObject({
  alg: z.string().check(z.maxLength(32)),
  kid: z.string().check(z.maxLength(64)),
  typ: z.string().check(z.maxLength(64)),
});

/** What a signed line says before anybody checked who signed it. Act on it only to find the key. */
export interface UnverifiedJws {
  readonly alg: string;
  readonly kid: string;
  readonly typ: string;
  readonly payload: unknown;
}

export interface VerifiedJws {
  readonly key: VerifyKey;
  readonly payload: unknown;
}

function maySign(typ: JwsTyp, purpose: KeyPurpose): boolean {
  const signers: readonly KeyPurpose[] = signersByTyp[typ];
  return signers.includes(purpose);
}

/** Signs a JSON value as one printable line without a line feed. Throws when the key's purpose may not sign this kind: that is a bug. */
export async function signJws(typ: JwsTyp, payload: object, key: SigningKey): Promise<string> {
  if (!maySign(typ, key.purpose)) throw new Error(`a ${key.purpose} key does not sign ${typ}`);
  const jws = await new CompactSign(textToBytes(JSON.stringify(payload)))
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ })
    .sign(key.privateKey);
  if (key.alg === "Ed25519") return jws;
  const dot = jws.lastIndexOf(".");
  const signature = base64UrlToBytes(jws.slice(dot + 1));
  if (signature === null) throw new Error("the signature is no base64url");
  return `${jws.slice(0, dot + 1)}${bytesToBase64Url(withLowS(signature))}`;
}

/** Reads a signed line without checking the signature. */
export function readUnverifiedJws(
  jws: string,
  maxBytes: number = batchLimits.answerBytes,
): Result<UnverifiedJws, ProtocolRefusal> {
  if (jws.length > maxBytes) return err({ type: "jws-too-long" });
  const parts = jws.split(".");
  const [headerPart, payloadPart, signaturePart] = parts;
  if (parts.length !== 3 || headerPart === undefined || payloadPart === undefined || signaturePart === undefined) {
    return err({ type: "jws-malformed" });
  }
  const header = JwsHeader.safeParse(jsonOf(headerPart));
  const payload = jsonOf(payloadPart);
  const signature = base64UrlToBytes(signaturePart);
  if (!header.success || payload === undefined || signature === null) return err({ type: "jws-malformed" });
  return ok({ ...header.data, payload });
}

function jsonOf(part: string): unknown {
  const bytes = base64UrlToBytes(part);
  const text = bytes === null ? null : bytesToText(bytes);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown; // JSON.parse says `any`
  } catch {
    return undefined;
  }
}

/**
 * Checks form, algorithm, kind, key and signature, in this order; the payload is then what the key's holder signed, and
 * still has to be parsed. A key of another purpose is as good as unknown.
 */
export async function verifyJws(
  jws: string,
  typ: JwsTyp,
  lookup: KeyLookup,
  maxBytes: number = batchLimits.answerBytes,
): Promise<Result<VerifiedJws, ProtocolRefusal>> {
  const read = readUnverifiedJws(jws, maxBytes);
  if (!read.ok) return read;
  const { alg, kid, typ: found, payload } = read.value;
  if (alg !== "Ed25519" && alg !== "ES256") return err({ type: "alg-refused" });
  if (found !== typ) return err({ type: "typ-refused" });
  const key = await lookup(kid);
  if (key === null || key.kid !== kid || !maySign(typ, key.purpose)) return err({ type: "kid-unknown" });
  if (key.alg !== alg) return err({ type: "alg-refused" });
  const signature = base64UrlToBytes(jws.slice(jws.lastIndexOf(".") + 1));
  if (signature === null || (alg === "ES256" && !hasLowS(signature))) return err({ type: "signature-bad" });
  try {
    await compactVerify(jws, key.publicKey, { algorithms: [key.alg] });
  } catch {
    return err({ type: "signature-bad" });
  }
  return ok({ key, payload });
}

/** The payload parsed by its schema, or `refusal` where it is not of that shape. */
export function parsePayload<T>(
  schema: z.ZodMiniType<T>,
  payload: unknown,
  refusal: ProtocolRefusal["type"] = "message-invalid",
): Result<T, ProtocolRefusal> {
  const parsed = schema.safeParse(payload);
  return parsed.success ? ok(parsed.data) : err({ type: refusal });
}
