// The frozen vectors of CSB/1: bytes with what has to become of them. Made once by tools/make-vectors.ts with keys that
// exist for nothing else; a later release must still say the same of every one of them.
import { EscrowBox, PrivateJwk } from "#protocol";
import { z } from "zod";

const Key = z.strictObject({ owner: z.string().nullable(), secret: PrivateJwk });

export const VectorFile = z.strictObject({
  format: z.literal("csb-1-vectors/1"),
  about: z.string(),
  col: z.string(),
  schema: z.string(),
  /** UTC ms at which everything here happens. */
  atMs: z.int(),
  TEST_keys: z.strictObject({
    root: Key,
    collector: Key,
    opener: Key,
    device: Key,
    officer: Key,
    otherDevice: Key,
    otherOfficer: Key,
    es256Device: Key,
    es256Officer: Key,
  }),
  TEST_sealIdentity: z.string(),
  TEST_recoveryIdentity: z.string(),
  /** The institution and officer of each device. */
  registry: z.record(z.string(), z.strictObject({ inst: z.string(), off: z.string() })),
  batches: z.array(
    z.strictObject({
      name: z.string(),
      about: z.string(),
      /** base64url of the whole file. */
      bytes: z.string(),
      /** `ok` or the error's code. */
      envelope: z.string(),
      /** `ok`, `null` or the error's code. */
      open: z.string(),
      /** For an opened one: `ok` or the code of each line's refusal. */
      lines: z.array(z.string()).optional(),
    }),
  ),
  /** Batches that arrive one after another, by name, with the verdict on each. */
  arrivals: z.array(
    z.strictObject({
      name: z.string(),
      about: z.string(),
      batches: z.array(z.string()),
      verdicts: z.array(z.string()),
    }),
  ),
  bundles: z.array(
    z.strictObject({
      name: z.string(),
      about: z.string(),
      bytes: z.string(),
      verdict: z.string(),
      batches: z.array(z.string()),
    }),
  ),
  lines: z.array(
    z.strictObject({
      name: z.string(),
      about: z.string(),
      kind: z.enum(["keys", "hello", "receipt", "enrol"]),
      jws: z.string(),
      expect: z.string(),
    }),
  ),
  /** What the lines answer to. */
  nonce: z.string(),
  TEST_enrolmentCode: z.string(),
  escrow: z.strictObject({ box: EscrowBox, dk: z.string() }),
});
export type VectorFile = z.infer<typeof VectorFile>;
