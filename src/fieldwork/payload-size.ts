// How many bytes a payload line takes. Counted here because the pure rooms have no TextEncoder.
import { err, ok, type Result } from "#questionnaire";
import type { PayloadError } from "./errors.ts";
import { payloadLineBytesLimit, type PayloadLine } from "./payload-line.ts";

/** The line's length in bytes of UTF-8 as JSON.stringify writes it, without the line feed. */
export function payloadLineBytes(line: PayloadLine): number {
  let bytes = 0;
  for (const character of JSON.stringify(line)) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}

/** The same line where it is short enough to be sent. */
export function payloadLineFits<L extends PayloadLine>(line: L): Result<L, PayloadError> {
  const bytes = payloadLineBytes(line);
  return bytes <= payloadLineBytesLimit
    ? ok(line)
    : err({ type: "line-too-long", bytes, limit: payloadLineBytesLimit });
}
