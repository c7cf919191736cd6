// Unsealing: the age header is looked at before anything is computed from it, and no byte of the plaintext is handed out
// before the file's end was authenticated. Implements SY20, SY21, SY25.
import { err, ok, type Result } from "#questionnaire";
import { Decrypter } from "age-encryption";
import { bytesToText } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { batchLimits } from "./limits.ts";
import type { SealIdentity } from "./recipient.ts";

const macLineStart = [10, 45, 45, 45, 32] as const; // "\n--- "

/** Refuses a header above 16 kB (`age-header-too-long`) and one that is not for exactly one hybrid recipient (`unseal-failed`). */
export function checkAgeHeader(ageBytes: Uint8Array): Result<true, ProtocolRefusal> {
  const start = ageBytes.subarray(0, batchLimits.ageHeaderBytes);
  const macAt = indexOfBytes(start, macLineStart);
  if (macAt < 0) return err({ type: ageBytes.length > start.length ? "age-header-too-long" : "unseal-failed" });
  const header = bytesToText(start.subarray(0, macAt));
  const lines = header === null ? [] : header.split("\n");
  const stanzas = lines.filter((line) => line.startsWith("-> "));
  return stanzas.length === 1 && stanzas[0]?.startsWith("-> mlkem768x25519 ") === true
    ? ok(true)
    : err({ type: "unseal-failed" });
}

function indexOfBytes(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = 0; at + wanted.length <= bytes.length; at++) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}

/** The whole plaintext, or one error for whatever is wrong: which part failed is nobody's business (no oracle). */
export async function decryptAge(
  ageBytes: Uint8Array,
  identity: SealIdentity,
): Promise<Result<Uint8Array, ProtocolRefusal>> {
  const header = checkAgeHeader(ageBytes);
  if (!header.ok) return header;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return ok(await decrypter.decrypt(ageBytes));
  } catch {
    return err({ type: "unseal-failed" });
  }
}
