// The keys of the tablet between unlocking and the worker's end. The unlock code becomes a key-encryption key and is
// forgotten; the data key and the officer key come out of the vault unable to leave this process again.
import {
  argon2idCost,
  deriveKek,
  unwrapDataKey,
  unwrapOfficerKey,
  wrapDataKey,
  wrapOfficerKey,
  type Random,
  type SigningKey,
  type WrappedKey,
  type WrappedOfficerKey,
  PublicJwk,
} from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import { z } from "zod";

/** Argon2id, which WebCrypto has not: hash-wasm in programs. `password` is the 15 digits. */
export type DeriveSlowly = (
  password: string,
  salt: Uint8Array,
  cost: { readonly memoryKib: number; readonly passes: number; readonly lanes: number; readonly hashBytes: number },
) => Promise<Uint8Array>;

const Bytes = z.instanceof(Uint8Array<ArrayBuffer>);
const Wrapped = z.strictObject({ iv: Bytes, wrapped: Bytes });

/** The vault's row. `kdf` stands beside the salt, so that a later release can raise the cost for new vaults. */
export const VaultContent = z.strictObject({
  format: z.literal(1),
  kdf: z.strictObject({ memoryKib: z.int(), passes: z.int(), lanes: z.int(), hashBytes: z.int() }),
  salt: Bytes,
  salt2: Bytes,
  dataKey: Wrapped,
  officer: Wrapped.extend({
    kid: z.string(),
    alg: z.enum(["Ed25519", "ES256"]),
    purpose: z.literal("off"),
    jwk: PublicJwk,
  }),
  /** Public facts that a locked tablet may show. */
  comparisonDigits: z.string().regex(/^\d{12}$/),
});
export type VaultContent = z.infer<typeof VaultContent>;

/** Both keys as they lie under a third one. */
export interface WrappedKeys {
  readonly dataKey: WrappedKey;
  readonly officer: WrappedOfficerKey;
}

/** The open vault. Neither key can be exported. */
export interface OpenVault {
  readonly dataKey: CryptoKey;
  readonly officer: SigningKey;
  /** What they were opened with, so that a quick PIN can be set over them later. It goes when the tablet is locked. */
  readonly opener: { readonly key: CryptoKey; readonly wrapped: WrappedKeys };
}

/** Data keys are numbered from 0; epochs with keys of their own come later. */
const firstEpoch = 0;

const saltBytes = 16;

export interface VaultToMake {
  readonly code: string;
  /** Both extractable, for wrapping only; forget them afterwards. */
  readonly dataKey: CryptoKey;
  readonly officer: SigningKey;
  readonly comparisonDigits: string;
}

/** Wraps the keys under the code. */
export async function createVault(
  { code, dataKey, officer, comparisonDigits }: VaultToMake,
  derive: DeriveSlowly,
  random: Random,
): Promise<VaultContent> {
  const salt = new Uint8Array(random(saltBytes));
  const salt2 = new Uint8Array(random(saltBytes));
  const kek = await deriveKek(await derive(code, salt, argon2idCost), salt2);
  const wrappedOfficer = await wrapOfficerKey(officer, kek, random);
  return VaultContent.parse({
    format: 1,
    kdf: argon2idCost,
    salt,
    salt2,
    dataKey: await wrapDataKey(dataKey, kek, firstEpoch, random),
    officer: wrappedOfficer,
    comparisonDigits,
  });
}

/**
 * Opens the vault with a code of 15 digits. Where one of the two keys opens, the code is right and the other one is
 * damaged; where none does, it is the code (or a damage of both, which nobody can tell from it).
 */
export async function openVault(
  vault: VaultContent,
  code: string,
  derive: DeriveSlowly,
): Promise<Result<OpenVault, { readonly type: "code-wrong" } | { readonly type: "vault-damaged" }>> {
  const kek = await deriveKek(await derive(code, vault.salt, vault.kdf), vault.salt2);
  return openKeys({ dataKey: vault.dataKey, officer: vault.officer }, kek);
}

/** Opens both keys by the key they lie under. */
export async function openKeys(
  wrapped: WrappedKeys,
  key: CryptoKey,
): Promise<Result<OpenVault, { readonly type: "code-wrong" } | { readonly type: "vault-damaged" }>> {
  const dataKey = await unwrapDataKey(wrapped.dataKey, key, firstEpoch);
  const officer = await unwrapOfficerKey(wrapped.officer, key);
  if (dataKey.ok && officer.ok) return ok({ dataKey: dataKey.value, officer: officer.value, opener: { key, wrapped } });
  return err({ type: dataKey.ok || officer.ok ? "vault-damaged" : "code-wrong" });
}

/** Lays the keys of an open vault under another key. For that moment, and in here alone, they can be exported. */
export async function wrapKeysAnew(
  { opener }: OpenVault,
  key: CryptoKey,
  random: Random,
): Promise<Result<WrappedKeys, { readonly type: "vault-damaged" }>> {
  const dataKey = await unwrapDataKey(opener.wrapped.dataKey, opener.key, firstEpoch, true);
  const officer = await unwrapOfficerKey(opener.wrapped.officer, opener.key, true);
  if (!dataKey.ok || !officer.ok) return err({ type: "vault-damaged" });
  return ok({
    dataKey: await wrapDataKey(dataKey.value, key, firstEpoch, random),
    officer: await wrapOfficerKey(officer.value, key, random),
  });
}
