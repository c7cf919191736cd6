// The collection's public keys, signed by its root, which is known to a tablet by the fingerprint in its enrolment
// link. Rotating every other key needs no new enrolment. Implements SY10–SY13.
import { err, ok, type Result } from "#questionnaire";
import * as z from "zod/mini";
import type { ProtocolRefusal } from "./errors.ts";
import { Instant, instantToMs, Label, Sha256 } from "./id.ts";
import { parsePayload, readUnverifiedJws, signJws, verifyJws } from "./jws.ts";
import {
  importVerifyKey,
  onlyKey,
  PublicJwk,
  thumbprint,
  type KeyPurpose,
  type SigningKey,
  type VerifyKey,
} from "./keys.ts";
import { batchLimits } from "./limits.ts";
import { Recipient } from "./recipient.ts";

const DatedKey = z.strictObject({ kid: Sha256, jwk: PublicJwk, from: Instant, to: Instant });
const DatedRecipient = z.strictObject({ id: Label, recipient: Recipient, from: Instant, to: Instant });

/** `n` rises with each edition; a key is valid from `from` up to, not including, `to`. */
export const KeyDocument = z.strictObject({
  v: z.literal(1),
  n: z.int().check(z.minimum(1)),
  col: Label,
  root: PublicJwk,
  from: Instant,
  to: Instant,
  rcpt: z.array(DatedKey).check(z.minLength(1), z.maxLength(8)),
  open: z.array(DatedKey).check(z.minLength(1), z.maxLength(8)),
  seal: z.array(DatedRecipient).check(z.minLength(1), z.maxLength(8)),
  esc: z.strictObject({ id: Label, recipient: Recipient }),
  revoked: z.array(Sha256).check(z.maxLength(500)),
  minAlg: z.array(z.enum(["Ed25519", "ES256"])).check(z.minLength(1), z.maxLength(2)),
});
export type KeyDocument = z.infer<typeof KeyDocument>;

/** The recipient to seal to now. */
export interface SealRecipient {
  readonly id: string;
  readonly recipient: Recipient;
}

/** Signs an edition. Throws when the root key is not the one the document names, or the document is longer than any tablet reads. */
export async function signKeyDocument(document: KeyDocument, root: SigningKey): Promise<string> {
  if ((await thumbprint(document.root)) !== root.kid) throw new Error("the document names another root key");
  const jws = await signJws("census-keys+jws", KeyDocument.parse(document), root);
  if (jws.length > batchLimits.answerBytes) throw new Error("the key document is too long");
  return jws;
}

/** Refuses a root that is not the one known (`fingerprint-mismatch`), an edition below `lastN` (`keys-older`) and one whose keys contradict themselves (`keys-invalid`). `lastN` is 0 before the first. */
export async function verifyKeyDocument(
  jws: string,
  rootThumbprint: string,
  lastN: number,
): Promise<Result<KeyDocument, ProtocolRefusal>> {
  const read = readUnverifiedJws(jws, batchLimits.answerBytes);
  if (!read.ok) return read;
  const claimed = parsePayload(KeyDocument, read.value.payload, "keys-invalid");
  if (!claimed.ok) return claimed;
  if ((await thumbprint(claimed.value.root)) !== rootThumbprint) return err({ type: "fingerprint-mismatch" });
  const root = await importVerifyKey(claimed.value.root, "root");
  if (!root.ok) return root;
  const verified = await verifyJws(jws, "census-keys+jws", onlyKey(root.value), batchLimits.answerBytes);
  if (!verified.ok) return verified;
  if (claimed.value.n < lastN) return err({ type: "keys-older" });
  return (await isConsistent(claimed.value)) ? ok(claimed.value) : err({ type: "keys-invalid" });
}

/** Each name is its key's thumbprint, and no key serves two purposes. */
async function isConsistent(document: KeyDocument): Promise<boolean> {
  const kids = new Set([await thumbprint(document.root)]);
  for (const { kid, jwk } of [...document.rcpt, ...document.open]) {
    if (kids.has(kid) || (await thumbprint(jwk)) !== kid) return false;
    kids.add(kid);
  }
  const ids = [...document.seal.map(({ id }) => id), document.esc.id];
  const recipients = [...document.seal.map(({ recipient }) => recipient), document.esc.recipient];
  return new Set(ids).size === ids.length && new Set(recipients).size === recipients.length;
}

/** The receipt or opener key of this name if it was valid at the instant and is not revoked; null else. */
export async function documentKey(
  document: KeyDocument,
  purpose: Extract<KeyPurpose, "rcpt" | "open">,
  kid: string,
  atMs: number,
): Promise<VerifyKey | null> {
  const entry = document[purpose].find((key) => key.kid === kid);
  if (entry === undefined || !isValidAt(entry, atMs) || document.revoked.includes(kid)) return null;
  if (!document.minAlg.includes(entry.jwk.kty === "OKP" ? "Ed25519" : "ES256")) return null;
  const key = await importVerifyKey(entry.jwk, purpose);
  return key.ok ? key.value : null;
}

/** The newest seal key that is valid by the clock; by a clock that fits none of them, the newest of all: a tablet with a wrong date must still be able to seal. */
export function currentSealKey(document: KeyDocument, atMs: number): SealRecipient {
  const newestFirst = document.seal.toSorted((a, b) => instantToMs(b.from) - instantToMs(a.from));
  const chosen = newestFirst.find((key) => isValidAt(key, atMs)) ?? newestFirst[0];
  if (chosen === undefined) throw new Error("a key document has at least one seal key");
  return { id: chosen.id, recipient: chosen.recipient };
}

function isValidAt(dated: { readonly from: Instant; readonly to: Instant }, atMs: number): boolean {
  return instantToMs(dated.from) <= atMs && atMs < instantToMs(dated.to);
}
