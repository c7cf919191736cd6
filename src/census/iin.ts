// The individual identification number: 12 digits. Only the check digit can prove one wrong; the digits of birth and sex
// are a hint since decree No 853 of 26 August 2013 (instrument 8.1), so they never refuse anything here.
import { err, ok, type PartialDate, type Result } from "#questionnaire";

/** What the digits of a number say. */
export interface Iin {
  readonly iin: string;
  /** Null where the digits name no day of the calendar. Without digit 7 in 1–6 the century is not known, so is the date. */
  readonly born: PartialDate | null;
  /** Code of P04; null where digit 7 is outside 1–6. */
  readonly sexCode: "1" | "2" | null;
}

export type IinError = { readonly type: "iin-not-12-digits" } | { readonly type: "iin-check-digit" };

/** A number that a spreadsheet may have cut. */
export interface RestoredIin {
  readonly iin: string;
  /** True where leading zeros were put back: to be shown to a person. */
  readonly restored: boolean;
}

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const;
const centuries = [1800, 1800, 1900, 1900, 2000, 2000] as const;

/** The check digit of the first eleven, null where both passes give ten: such a number is never issued. */
function checkDigitOf(digits: string): number | null {
  for (const weights of [firstWeights, secondWeights]) {
    const sum = weights.reduce((total: number, weight, index) => total + weight * Number(digits[index]), 0);
    if (sum % 11 < 10) return sum % 11;
  }
  return null;
}

/** True for twelve digits whose last one follows from the others; the BIN of an institution has the same rule. */
export function isIinCheckDigitTrue(digits: string): boolean {
  return /^\d{12}$/.test(digits) && checkDigitOf(digits) === Number(digits[11]);
}

/** Spaces are dropped, nothing else is forgiven. */
export function parseIin(text: string): Result<Iin, IinError> {
  const digits = text.replaceAll(/\s+/gu, "");
  if (!/^\d{12}$/.test(digits)) return err({ type: "iin-not-12-digits" });
  if (!isIinCheckDigitTrue(digits)) return err({ type: "iin-check-digit" });
  return ok({ iin: digits, born: iinBirth(digits), sexCode: iinSexCode(digits) });
}

/** The sex that digit 7 names as a code of P04, null outside 1–6. */
export function iinSexCode(iin: string): "1" | "2" | null {
  const digit = Number(iin[6]);
  if (!(digit >= 1 && digit <= 6)) return null;
  return digit % 2 === 1 ? "1" : "2";
}

/** The date the digits spell; not checked against the calendar. Null where digit 7 names no century. */
export function iinBirth(iin: string): PartialDate | null {
  const century = centuries[Number(iin[6]) - 1];
  const [year, month, day] = [0, 2, 4].map((at) => Number(iin.slice(at, at + 2)));
  if (century === undefined || year === undefined || month === undefined || day === undefined) return null;
  return { year: century + year, month, day };
}

/** Six and six with a space, as it is read aloud: `150620 190003`. */
export function formatIin(iin: string): string {
  return `${iin.slice(0, 6)} ${iin.slice(6)}`;
}

/** For lists and previews: the digits of birth and the last two stay (`150620 ••••03`). */
export function maskIin(iin: string): string {
  return `${iin.slice(0, 6)} ••••${iin.slice(10)}`;
}

/**
 * A cell of a spreadsheet as an IIN. A spreadsheet keeps numbers and so loses leading zeros: up to three (births of 2000 begin "0001") are put back if
 * the check digit then fits, and the result says so. Everything else is refused as by `parseIin`.
 */
export function restoreIin(cell: string): Result<RestoredIin, IinError> {
  const digits = cell.replaceAll(/\s+/gu, "");
  if (!/^\d{9,12}$/.test(digits)) return err({ type: "iin-not-12-digits" });
  const whole = digits.padStart(12, "0");
  if (!isIinCheckDigitTrue(whole)) return err({ type: digits.length === 12 ? "iin-check-digit" : "iin-not-12-digits" });
  return ok({ iin: whole, restored: digits.length < 12 });
}
