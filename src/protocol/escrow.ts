// The data key for the day the unlock code is lost: sealed to the recovery recipient, whose identity two people hold and
// the daily opener does not. Implements SY52.
import { err, ok, type Result } from "#questionnaire";
import { z } from "zod";
import { decryptAge } from "./age-file.ts";
import { base64UrlToBytes, bytesToBase64Url, bytesToText, textToBytes } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { Sha256 } from "./id.ts";
import { EscrowBox } from "./payload.ts";
import { encryptToRecipient, type SealIdentity } from "./recipient.ts";

/** What the recovery officers find inside. */
export const EscrowedKey = z.strictObject({
  v: z.literal(1),
  /** The device key's thumbprint: it exists before the device has an id. */
  dev: Sha256,
  e: z.int().min(0),
  /** 32 bytes in base64url. */
  dk: Sha256,
});
export type EscrowedKey = z.infer<typeof EscrowedKey>;

/** Seals a data key that is still extractable, before it is wrapped for the tablet. */
export async function sealEscrow(
  key: { readonly deviceKid: string; readonly epoch: number; readonly dataKey: CryptoKey },
  recovery: { readonly id: string; readonly recipient: string },
): Promise<Result<EscrowBox, ProtocolRefusal>> {
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", key.dataKey));
  const escrowed = EscrowedKey.parse({ v: 1, dev: key.deviceKid, e: key.epoch, dk: bytesToBase64Url(raw) });
  raw.fill(0);
  const sealed = await encryptToRecipient(recovery.recipient, textToBytes(JSON.stringify(escrowed)));
  if (!sealed.ok) return sealed;
  return ok(EscrowBox.parse({ id: recovery.id, e: key.epoch, box: bytesToBase64Url(sealed.value) }));
}

/** For the recovery officers' own machine. */
export async function openEscrow(
  box: EscrowBox,
  identity: SealIdentity,
): Promise<Result<EscrowedKey, ProtocolRefusal>> {
  const ageBytes = base64UrlToBytes(box.box);
  if (ageBytes === null) return err({ type: "unseal-failed" });
  const plain = await decryptAge(ageBytes, identity);
  if (!plain.ok) return plain;
  const text = bytesToText(plain.value);
  try {
    const escrowed = EscrowedKey.safeParse(text === null ? null : JSON.parse(text));
    return escrowed.success && escrowed.data.e === box.e ? ok(escrowed.data) : err({ type: "unseal-failed" });
  } catch {
    return err({ type: "unseal-failed" });
  }
}
