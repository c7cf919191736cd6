// The spellings of the protocol's small values. Implements SY1, SY2.
import * as z from "zod/mini";
import { bytesToBase64Url, type Random } from "./bytes.ts";

/** 128 random bits in base64url: 22 characters, of which the last carries two bits only. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/));
export type Id = z.infer<typeof Id>;

/** SHA-256 (a hash, a thumbprint, a link) in base64url: 43 characters. */
export const Sha256 = z.string().check(z.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/));
export type Sha256 = z.infer<typeof Sha256>;

/** A short name that the Department gives: collection, institution, officer, seal key, schema, release. */
export const Label = z.string().check(z.regex(/^[A-Za-z0-9_-][A-Za-z0-9._/+-]{0,63}$/));
export type Label = z.infer<typeof Label>;

/** RFC 3339 in UTC with milliseconds, the only spelling of an instant on the wire. */
export const Instant = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  z.refine((text: string) => {
    const ms = Date.parse(text);
    return Number.isFinite(ms) && new Date(ms).toISOString() === text;
  }),
);
export type Instant = z.infer<typeof Instant>;

/** UTC milliseconds as the wire spells them. */
export function msToInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Give it only a parsed `Instant`. */
export function instantToMs(instant: Instant): number {
  return Date.parse(instant);
}

/** A new id of 128 bits. */
export function newId(random: Random): Id {
  return bytesToBase64Url(random(16));
}
