// Whom a sealed thing is for: age's post-quantum hybrid recipients (ML-KEM-768 + X25519) and nothing else. A file with
// any other recipient beside it would lose the protection, and typage would make it without a word. Implements SY20.
import { err, ok, type Result } from "#questionnaire";
import { Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import * as z from "zod/mini";
import type { ProtocolRefusal } from "./errors.ts";

/** The spelling of a hybrid recipient; whether it is one is seen when it is used. */
export const Recipient = z.string().check(z.regex(/^age1pq1[02-9ac-hj-np-z]{1952}$/));
export type Recipient = z.infer<typeof Recipient>;

/** `AGE-SECRET-KEY-PQ-1…`, as age ≥ 1.3 reads it from a file. */
export type SealIdentity = string;

export interface SealKeyPair {
  readonly identity: SealIdentity;
  readonly recipient: Recipient;
}

/** A new hybrid key pair. The identity unseals everything that was ever sealed to the recipient. */
export async function generateSealKey(): Promise<SealKeyPair> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The recipient of an identity that was kept; `recipient-refused` for anything but a hybrid identity. */
export async function recipientOf(identity: SealIdentity): Promise<Result<Recipient, ProtocolRefusal>> {
  if (!identity.startsWith("AGE-SECRET-KEY-PQ-1")) return err({ type: "recipient-refused" });
  try {
    return ok(await identityToRecipient(identity));
  } catch {
    return err({ type: "recipient-refused" });
  }
}

/** An age file for exactly this recipient, or `recipient-refused`. */
export async function encryptToRecipient(
  recipient: string,
  plaintext: Uint8Array,
): Promise<Result<Uint8Array, ProtocolRefusal>> {
  if (!Recipient.safeParse(recipient).success) return err({ type: "recipient-refused" });
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
    return ok(await encrypter.encrypt(plaintext));
  } catch {
    return err({ type: "recipient-refused" });
  }
}
