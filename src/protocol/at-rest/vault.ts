// The keys on a tablet, wrapped. KEK = HKDF(Argon2id(unlock code)) is never stored; without it the data keys and the
// officer key on the disk are noise. Argon2id itself runs elsewhere: it needs WebAssembly. Implements SY55, SY56.
import { err, ok, type Result } from "#questionnaire";
import { ownBytes, textToBytes, type Bytes, type Random } from "../bytes.ts";
import type { ProtocolRefusal } from "../errors.ts";
import { keyAlgorithm, type SigningKey } from "../keys.ts";

/** Cost of one guess at the unlock code; kept beside the salt, so that it can be raised later. */
export const argon2idCost = { memoryKib: 65_536, passes: 3, lanes: 1, hashBytes: 32 } as const;

/** A key under another one: AES-256-GCM, tag at the end. */
export interface WrappedKey {
  readonly iv: Bytes;
  readonly wrapped: Bytes;
}

/** The officer key's public part beside its wrapped secret. */
export type WrappedOfficerKey = WrappedKey & Omit<SigningKey, "privateKey">;

const ivBytes = 12;

/** The key-encryption key, not extractable. `argonBytes` are the 32 bytes of Argon2id and are wiped here; `salt2` is kept in the vault. */
export async function deriveKek(argonBytes: Uint8Array, salt2: Uint8Array): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", new Uint8Array(argonBytes), "HKDF", false, ["deriveKey"]);
  argonBytes.fill(0);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: ownBytes(salt2), info: textToBytes("census/kek/v1") },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["wrapKey", "unwrapKey"],
  );
}

/** A new data key, extractable so that it can be wrapped and put in escrow; work with the one `unwrapDataKey` gives. */
export async function generateDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
}

/** `epoch` numbers the data keys of a tablet from 0; it is bound to the wrapping. */
export async function wrapDataKey(
  dataKey: CryptoKey,
  kek: CryptoKey,
  epoch: number,
  random: Random,
): Promise<WrappedKey> {
  return wrap("raw", dataKey, kek, `dk|${epoch}`, random);
}

/** The data key, not extractable (or, to be wrapped anew and forgotten, extractable). `unlock-failed` = wrong code or damaged: the two cannot be told apart. */
export async function unwrapDataKey(
  wrapped: WrappedKey,
  kek: CryptoKey,
  epoch: number,
  extractable = false,
): Promise<Result<CryptoKey, ProtocolRefusal>> {
  try {
    const dataKey = await crypto.subtle.unwrapKey(
      "raw",
      wrapped.wrapped,
      kek,
      gcm(wrapped.iv, `dk|${epoch}`),
      "AES-GCM",
      extractable,
      ["encrypt", "decrypt"],
    );
    return ok(dataKey);
  } catch {
    return err({ type: "unlock-failed" });
  }
}

/** Wraps an officer key that was made extractable for this one purpose; forget it afterwards. */
export async function wrapOfficerKey(officer: SigningKey, kek: CryptoKey, random: Random): Promise<WrappedOfficerKey> {
  const { privateKey, ...open } = officer;
  return { ...open, ...(await wrap("pkcs8", privateKey, kek, `off|${officer.kid}`, random)) };
}

/** The officer key, not extractable (or as for the data key), or `unlock-failed`. */
export async function unwrapOfficerKey(
  { iv, wrapped, ...open }: WrappedOfficerKey,
  kek: CryptoKey,
  extractable = false,
): Promise<Result<SigningKey, ProtocolRefusal>> {
  try {
    const privateKey = await crypto.subtle.unwrapKey(
      "pkcs8",
      wrapped,
      kek,
      gcm(iv, `off|${open.kid}`),
      keyAlgorithm(open.alg),
      extractable,
      ["sign"],
    );
    return ok({ ...open, privateKey });
  } catch {
    return err({ type: "unlock-failed" });
  }
}

async function wrap(
  format: "raw" | "pkcs8",
  key: CryptoKey,
  kek: CryptoKey,
  purpose: string,
  random: Random,
): Promise<WrappedKey> {
  const iv = new Uint8Array(random(ivBytes));
  return { iv, wrapped: new Uint8Array(await crypto.subtle.wrapKey(format, key, kek, gcm(iv, purpose))) };
}

function gcm(iv: Bytes, purpose: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: textToBytes(purpose) };
}
