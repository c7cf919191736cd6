// The tablet asks for what it missed. Signed by the device, tied to the last hello, so that an old poll asks for nothing.
// Implements SY38.
import { err, ok, type Result } from "#questionnaire";
import * as z from "zod/mini";
import type { ProtocolRefusal } from "./errors.ts";
import { Id, Instant } from "./id.ts";
import { parsePayload, signJws, verifyJws } from "./jws.ts";
import type { KeyLookup, SigningKey } from "./keys.ts";

export const Poll = z.strictObject({
  dev: Id,
  /** Everything up to this seq needs no receipt again; 0 = send all. */
  have: z.int().check(z.minimum(0)),
  /** The `jti` of the last hello. */
  n: Id,
  iat: Instant,
});
export type Poll = z.infer<typeof Poll>;

/** The answer to a poll: signed receipts, each checked on its own. */
export const PollAnswer = z.strictObject({
  receipts: z.array(z.string().check(z.maxLength(8192))).check(z.maxLength(500)),
  downlinks: z.array(Id).check(z.maxLength(100)),
});
export type PollAnswer = z.infer<typeof PollAnswer>;

/** Signs with the device key; works while the tablet is locked. */
export async function signPoll(poll: Poll, device: SigningKey): Promise<string> {
  return signJws("census-poll+jws", Poll.parse(poll), device);
}

/** Refuses a poll that does not name a hello this collector gave and still remembers (`nonce-mismatch`). */
export async function verifyPoll(
  jws: string,
  deviceKeys: KeyLookup,
  isKnownHello: (jti: string) => boolean | Promise<boolean>,
): Promise<Result<Poll, ProtocolRefusal>> {
  const verified = await verifyJws(jws, "census-poll+jws", deviceKeys);
  if (!verified.ok) return verified;
  const poll = parsePayload(Poll, verified.value.payload);
  if (!poll.ok) return poll;
  if (verified.value.key.owner !== poll.value.dev) return err({ type: "device-mismatch" });
  return (await isKnownHello(poll.value.n)) ? ok(poll.value) : err({ type: "nonce-mismatch" });
}
