// The word of acceptance that a person can carry: eight digits that only who sealed a batch and who opened it can make.
// They speak for every batch up to that one. Implements SY85, SY86.
import { base64UrlToBytes, sha256, textToBytes } from "./bytes.ts";

const digits = 8;
const possible = 10n ** 8n;
const readBytes = 8;

/** The batch that a code names: the last of those it speaks for. */
export interface AcceptedBatch {
  readonly col: string;
  readonly dev: string;
  readonly seq: number;
  readonly link: string;
}

/** The secret of a batch, in base64url: SHA-256 of its whole content, the officer's line included. It goes into no line, log or clear row. */
export async function acceptanceSecret(content: Uint8Array): Promise<string> {
  return sha256(content);
}

/** The eight digits for this batch. Throws where the secret is none. */
export async function acceptanceCode(secret: string, { col, dev, seq, link }: AcceptedBatch): Promise<string> {
  const bytes = base64UrlToBytes(secret);
  if (bytes?.length !== 32) throw new Error("an acceptance secret is 32 bytes of base64url");
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const text = textToBytes(`census/acceptance/1|${col}|${dev}|${seq}|${link}`);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, text));
  const number = mac.subarray(0, readBytes).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return (number % possible).toString().padStart(digits, "0");
}

/** As it is printed and typed: `1234 5678`. */
export function formatAcceptanceCode(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, "$1 ");
}

/** The eight digits without spaces and hyphens, or null: too few, too many, or not digits. */
export function parseAcceptanceCode(text: string): string | null {
  const code = text.replace(/[\s\u00a0-]/g, "");
  return /^\d{8}$/.test(code) ? code : null;
}
