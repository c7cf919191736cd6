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

/** The open vault. Neither key can be exported. */
export interface OpenVault {
  readonly dataKey: CryptoKey;
  readonly officer: SigningKey;
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
  const dataKey = await unwrapDataKey(vault.dataKey, kek, firstEpoch);
  const officer = await unwrapOfficerKey(vault.officer, kek);
  if (dataKey.ok && officer.ok) return ok({ dataKey: dataKey.value, officer: officer.value });
  return err({ type: dataKey.ok || officer.ok ? "vault-damaged" : "code-wrong" });
}
