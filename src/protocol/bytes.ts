// Bytes and their text forms. Base64url is read strictly: one byte string has exactly one spelling, so that a
// signature or a hash never covers two different texts. Implements SY1.

/** Bytes that own an ordinary buffer, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Where randomness comes from: `(n) => crypto.getRandomValues(new Uint8Array(n))` in programs, a seeded one in tests. */
export type Random = (bytes: number) => Uint8Array;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const valueByCharCode = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) valueByCharCode[alphabet.charCodeAt(value)] = value;

/** Base64url without padding. */
export function bytesToBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63);
    if (left > 1) text += alphabet.charAt((group >> 6) & 63);
    if (left > 2) text += alphabet.charAt(group & 63);
  }
  return text;
}

/** Null for padding, foreign characters, an impossible length or bits beyond the last byte that are not zero. */
export function base64UrlToBytes(text: string): Bytes | null {
  const rest = text.length % 4;
  if (rest === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let filled = 0;
  for (let at = 0; at < text.length; at++) {
    const value = valueByCharCode[text.charCodeAt(at)] ?? -1;
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[filled++] = (held >> bits) & 0xff;
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}

/** The same bytes on an ordinary buffer; copies only when they lie on a shared one. */
export function ownBytes(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
}

export function concatBytes(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const encoder = new TextEncoder();

export function textToBytes(text: string): Bytes {
  return encoder.encode(text);
}

/** Null where the bytes are not well-formed UTF-8. A byte order mark stays what it is: a character. */
export function bytesToText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export async function sha256Bytes(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", ownBytes(bytes)));
}

/** SHA-256 as 43 characters of base64url. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  return bytesToBase64Url(await sha256Bytes(bytes));
}
