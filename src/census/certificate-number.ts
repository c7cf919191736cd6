// Numbers of certificates of having been enumerated: 43-ССССС-NNNNNN-K, region, series, counter, check digit
// (instrument 4.3). A series belongs to one tablet, so tablets without a network never give one number twice. Printed
// sheets may carry a plain serial of the printer's own instead.
import { err, ok, type Result } from "#questionnaire";

const region = "43";

/** What stands between the digits when a number is printed, dictated or copied. */
const spacing = /[\s\u2010-\u2015-]/gu;

export interface CertificateSerial {
  /** 0–99999, reserved for one tablet. */
  readonly series: number;
  /** 1–999999, counted up within the series. */
  readonly counter: number;
}

export type CertificateNumberError =
  | { readonly type: "certificate-number-shape" }
  | { readonly type: "certificate-number-region" }
  | { readonly type: "certificate-number-check-digit" };

/** ISO 7064, MOD 11,10: finds every wrong digit and nearly every swapped pair. */
function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** The number as it is printed. Throws on a series or counter out of its range: they come from the program. */
export function certificateNumber({ series, counter }: CertificateSerial): string {
  const isWhole = Number.isInteger(series) && Number.isInteger(counter);
  if (!isWhole || series < 0 || series > 99_999 || counter < 1 || counter > 999_999) {
    throw new RangeError("a certificate has a series of 0–99999 and a counter of 1–999999");
  }
  const parts = [region, String(series).padStart(5, "0"), String(counter).padStart(6, "0")];
  return [...parts, checkDigit(parts.join(""))].join("-");
}

/** Reads a printed or dictated number; hyphens, dashes and spaces between the digits do not matter. */
export function parseCertificateNumber(text: string): Result<CertificateSerial, CertificateNumberError> {
  const digits = text.replaceAll(spacing, "");
  if (!/^\d{14}$/.test(digits)) return err({ type: "certificate-number-shape" });
  if (!digits.startsWith(region)) return err({ type: "certificate-number-region" });
  if (checkDigit(digits.slice(0, 13)) !== digits.slice(13)) return err({ type: "certificate-number-check-digit" });
  const serial = { series: Number(digits.slice(2, 7)), counter: Number(digits.slice(7, 13)) };
  return serial.counter === 0 ? err({ type: "certificate-number-shape" }) : ok(serial);
}

/** The longest plain serial of a printed sheet; fewer digits than a number of a series, so that neither is taken for the other. */
export const plainSerialDigits = 10;

/**
 * The number that stands on a sheet of paper, as it is kept: 43-ССССС-NNNNNN-K where it has the 14 digits of a series,
 * else the 1–10 digits of a plain serial with the zeros it is printed with. Refuses every other count of digits, a series
 * number whose region or check digit is wrong, a serial of nothing but zeros, and where `mayBePlain` is false every plain
 * one: half a number of a series would look like it.
 */
export function parseSheetNumber(text: string, mayBePlain: boolean): Result<string, CertificateNumberError> {
  const digits = text.replaceAll(spacing, "");
  if (mayBePlain && digits.length <= plainSerialDigits) {
    return /^\d*[1-9]\d*$/.test(digits) ? ok(digits) : err({ type: "certificate-number-shape" });
  }
  const serial = parseCertificateNumber(digits);
  return serial.ok ? ok(certificateNumber(serial.value)) : serial;
}

/** Whether two kept numbers are one: a serial may be read with its leading zeros or without. */
export function isSameSheetNumber(one: string, other: string): boolean {
  return one.replace(/^0+/, "") === other.replace(/^0+/, "");
}
