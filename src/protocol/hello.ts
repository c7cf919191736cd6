// The probe: proof that the collector itself answers now. A portal's page has no signature, an old answer has another
// nonce. Nothing is sent before it. Implements SY36, SY37.
import { err, ok, type Result } from "#questionnaire";
import * as z from "zod/mini";
import type { ProtocolRefusal } from "./errors.ts";
import { Id, Label } from "./id.ts";
import { parsePayload, readUnverifiedJws, signJws, verifyJws } from "./jws.ts";
import { documentKey, type KeyDocument } from "./key-document.ts";
import type { SigningKey } from "./keys.ts";

/** The body of POST /v1/hello: a fresh nonce, and the device once there is one. */
export const HelloRequest = z.strictObject({ n: Id, dev: z.optional(Id) });
export type HelloRequest = z.infer<typeof HelloRequest>;

export const Hello = z.strictObject({
  /** The nonce of the request. */
  n: Id,
  col: Label,
  /** The collector's clock, UTC ms. */
  at: z.int().check(z.minimum(0)),
  /** The answer's own id; a poll names it. */
  jti: Id,
  /** The newest key document's `n`: fetch it when it is above one's own. */
  keysN: z.int().check(z.minimum(1)),
  /** Only for a known device. */
  dev: z.optional(z.strictObject({ id: Id, revoked: z.nullable(z.enum(["lost", "returned", "replaced"])) })),
});
export type Hello = z.infer<typeof Hello>;

/** Signs with the collector's receipt key. */
export async function signHello(hello: Hello, collector: SigningKey): Promise<string> {
  return signJws("census-hello+jws", Hello.parse(hello), collector);
}

/** Accepts only an answer to this very nonce from this collection, by a receipt key that was valid at its own time. A word about another device is refused with it. */
export async function verifyHello(
  jws: string,
  expected: { readonly document: KeyDocument; readonly nonce: string; readonly dev?: string },
): Promise<Result<Hello, ProtocolRefusal>> {
  const read = readUnverifiedJws(jws);
  if (!read.ok) return read;
  const claimed = Hello.safeParse(read.value.payload);
  const atMs = claimed.success ? claimed.data.at : 0;
  const verified = await verifyJws(jws, "census-hello+jws", (kid) => documentKey(expected.document, "rcpt", kid, atMs));
  if (!verified.ok) return verified;
  const hello = parsePayload(Hello, verified.value.payload);
  if (!hello.ok) return hello;
  if (hello.value.n !== expected.nonce) return err({ type: "nonce-mismatch" });
  if (hello.value.col !== expected.document.col) return err({ type: "collector-other" });
  if (hello.value.dev !== undefined && hello.value.dev.id !== expected.dev) return err({ type: "device-mismatch" });
  return ok(hello.value);
}
