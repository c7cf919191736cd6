// The business identification number of an institution: 12 digits, the same check digit as an IIN; the fifth digit (4–6)
// tells one from the other (instrument 8.2).
import { err, ok, type Result } from "#questionnaire";
import { isIinCheckDigitTrue } from "./iin.ts";

export type BinError =
  | { readonly type: "bin-not-12-digits" }
  | { readonly type: "bin-check-digit" }
  /** The digits are a person's number. */
  | { readonly type: "bin-is-no-institution" };

/** The twelve digits, spaces dropped. */
export function parseBin(text: string): Result<string, BinError> {
  const digits = text.replaceAll(/\s+/gu, "");
  if (!/^\d{12}$/.test(digits)) return err({ type: "bin-not-12-digits" });
  if (!isIinCheckDigitTrue(digits)) return err({ type: "bin-check-digit" });
  return /^[456]$/.test(digits.charAt(4)) ? ok(digits) : err({ type: "bin-is-no-institution" });
}
