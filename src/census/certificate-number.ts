// Numbers of certificates of having been enumerated: 43-ССССС-NNNNNN-K, region, series, counter, check digit
// (instrument 4.3). A series belongs to one tablet, so tablets without a network never give one number twice.
import { err, ok, type Result } from "#questionnaire";

const region = "43";

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
  const digits = text.replaceAll(/[\s\u2010-\u2015-]/gu, "");
  if (!/^\d{14}$/.test(digits)) return err({ type: "certificate-number-shape" });
  if (!digits.startsWith(region)) return err({ type: "certificate-number-region" });
  if (checkDigit(digits.slice(0, 13)) !== digits.slice(13)) return err({ type: "certificate-number-check-digit" });
  const serial = { series: Number(digits.slice(2, 7)), counter: Number(digits.slice(7, 13)) };
  return serial.counter === 0 ? err({ type: "certificate-number-shape" }) : ok(serial);
}
