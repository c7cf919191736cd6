// How the digits of a certificate's number look while they are typed.
import { plainSerialDigits } from "#census";

/** Region, series, counter, check digit. */
const groups = [2, 5, 6, 1] as const;
const seriesDigits = 14;

export function isWithinSheetNumber(digits: string): boolean {
  return digits.length <= seriesDigits;
}

/** A plain serial as it is; once there are too many digits for one, as a number of a series is printed. */
export function sheetNumberText(digits: string): string {
  if (digits.length <= plainSerialDigits) return digits;
  let from = 0;
  return groups
    .map((size) => digits.slice(from, (from += size)))
    .filter((group) => group !== "")
    .join("-");
}
