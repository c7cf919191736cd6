// Signature keys: one algorithm and one purpose for each, named by its RFC 7638 thumbprint. Implements SY3–SY6.
import { err, ok, type Result } from "#questionnaire";
import * as z from "zod/mini";
import { bytesToBase64Url, sha256, textToBytes } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { Sha256 } from "./id.ts";

/** `root` signs key documents; `rcpt` is the collector, `open` the opener, `dev` the tablet, `off` the officer. */
export type KeyPurpose = "root" | "rcpt" | "open" | "dev" | "off";

export type SignatureAlg = "Ed25519" | "ES256";

/** A public key as it travels: nothing but what its thumbprint covers. */
export const PublicJwk = z.discriminatedUnion("kty", [
  z.strictObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: Sha256 }),
  z.strictObject({ kty: z.literal("EC"), crv: z.literal("P-256"), x: Sha256, y: Sha256 }),
]);
export type PublicJwk = z.infer<typeof PublicJwk>;

/** The secret part beside the public one; only servers and offline roots keep keys in this form. */
export const PrivateJwk = z.discriminatedUnion("kty", [
  z.strictObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: Sha256, d: Sha256 }),
  z.strictObject({ kty: z.literal("EC"), crv: z.literal("P-256"), x: Sha256, y: Sha256, d: Sha256 }),
]);
export type PrivateJwk = z.infer<typeof PrivateJwk>;

/** Can be stored in IndexedDB as it is; the private key stays what it was made as, extractable or not. */
export interface SigningKey {
  readonly kid: string;
  readonly alg: SignatureAlg;
  readonly purpose: KeyPurpose;
  readonly jwk: PublicJwk;
  readonly privateKey: CryptoKey;
}

export interface VerifyKey {
  readonly kid: string;
  readonly alg: SignatureAlg;
  readonly purpose: KeyPurpose;
  /** The device id a `dev` or `off` key was enrolled for; null for every other key. */
  readonly owner: string | null;
  readonly jwk: PublicJwk;
  readonly publicKey: CryptoKey;
}

/** Finds a key by its name; null = unknown. A registry, a key document, or one key (`onlyKey`). */
export type KeyLookup = (kid: string) => VerifyKey | null | Promise<VerifyKey | null>;

export function onlyKey(key: VerifyKey): KeyLookup {
  return (kid) => (kid === key.kid ? key : null);
}

const webCryptoNames = {
  Ed25519: { name: "Ed25519" },
  ES256: { name: "ECDSA", namedCurve: "P-256" },
} as const;

const signatureNames = {
  Ed25519: { name: "Ed25519" },
  ES256: { name: "ECDSA", hash: "SHA-256" },
} as const;

/** What crypto.subtle.sign and verify want for the algorithm. */
export function signatureAlgorithm(alg: SignatureAlg): AlgorithmIdentifier | EcdsaParams {
  return signatureNames[alg];
}

/** What crypto.subtle.importKey and unwrapKey want for the algorithm. */
export function keyAlgorithm(alg: SignatureAlg): AlgorithmIdentifier | EcKeyImportParams {
  return webCryptoNames[alg];
}

export function algOf(jwk: PublicJwk | PrivateJwk): SignatureAlg {
  return jwk.kty === "OKP" ? "Ed25519" : "ES256";
}

/** RFC 7638: SHA-256 over the required members in lexical order. */
export async function thumbprint(jwk: PublicJwk): Promise<string> {
  const members =
    jwk.kty === "OKP" ? { crv: jwk.crv, kty: jwk.kty, x: jwk.x } : { crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y };
  return sha256(textToBytes(JSON.stringify(members)));
}

/** A new key pair: Ed25519, or ES256 where this WebCrypto has none (`alg` forces one). `extractable` is about the private key; a tablet's device key never is. */
export async function generateSigningKey(
  purpose: KeyPurpose,
  options: { readonly extractable: boolean; readonly alg?: SignatureAlg },
): Promise<SigningKey> {
  const alg = options.alg ?? ((await hasEd25519()) ? "Ed25519" : "ES256");
  const { privateKey, publicKey } =
    alg === "Ed25519"
      ? await crypto.subtle.generateKey(webCryptoNames.Ed25519, options.extractable, ["sign", "verify"])
      : await crypto.subtle.generateKey(webCryptoNames.ES256, options.extractable, ["sign", "verify"]);
  const jwk = await publicJwkOf(publicKey);
  return { kid: await thumbprint(jwk), alg, purpose, jwk, privateKey };
}

async function publicJwkOf(publicKey: CryptoKey): Promise<PublicJwk> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", publicKey);
  return PublicJwk.parse(kty === "OKP" ? { kty, crv, x } : { kty, crv, x, y });
}

async function hasEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]);
    return true;
  } catch {
    return false;
  }
}

/** Refuses (`keys-invalid`) what is no point of its curve. `owner` is the device id for `dev` and `off` keys. */
export async function importVerifyKey(
  jwk: PublicJwk,
  purpose: KeyPurpose,
  owner: string | null = null,
): Promise<Result<VerifyKey, ProtocolRefusal>> {
  const alg = algOf(jwk);
  try {
    const publicKey = await crypto.subtle.importKey("jwk", { ...jwk }, webCryptoNames[alg], true, ["verify"]);
    return ok({ kid: await thumbprint(jwk), alg, purpose, owner, jwk, publicKey });
  } catch {
    return err({ type: "keys-invalid" });
  }
}

/** For keys that live in files of the server. Refuses (`keys-invalid`) a secret part that does not belong to the public one. */
export async function importSigningKey(
  secret: PrivateJwk,
  purpose: KeyPurpose,
): Promise<Result<SigningKey, ProtocolRefusal>> {
  const { d: _, ...jwk } = secret;
  const alg = algOf(secret);
  try {
    const privateKey = await crypto.subtle.importKey("jwk", { ...secret }, webCryptoNames[alg], false, ["sign"]);
    const publicKey = await crypto.subtle.importKey("jwk", { ...jwk }, webCryptoNames[alg], true, ["verify"]);
    const probe = textToBytes("census/key-probe/1");
    const signature = await crypto.subtle.sign(signatureNames[alg], privateKey, probe);
    if (!(await crypto.subtle.verify(signatureNames[alg], publicKey, signature, probe))) {
      return err({ type: "keys-invalid" });
    }
    return ok({ kid: await thumbprint(jwk), alg, purpose, jwk, privateKey });
  } catch {
    return err({ type: "keys-invalid" });
  }
}

/** Throws for a key that was made non-extractable: asking for it is a bug. */
export async function exportSigningKey(key: SigningKey): Promise<PrivateJwk> {
  const { d } = await crypto.subtle.exportKey("jwk", key.privateKey);
  return PrivateJwk.parse({ ...key.jwk, d });
}

/** The public half, to check one's own signatures with. */
export async function verifyKeyOf(key: SigningKey, owner: string | null = null): Promise<VerifyKey> {
  const publicKey = await crypto.subtle.importKey("jwk", { ...key.jwk }, webCryptoNames[key.alg], true, ["verify"]);
  return { kid: key.kid, alg: key.alg, purpose: key.purpose, owner, jwk: key.jwk, publicKey };
}

/** A detached signature over bytes that say themselves what they are for. ES256 in the form of RFC 7518 (r‖s). */
export async function signBytes(bytes: Uint8Array<ArrayBuffer>, key: SigningKey): Promise<string> {
  return bytesToBase64Url(new Uint8Array(await crypto.subtle.sign(signatureNames[key.alg], key.privateKey, bytes)));
}
