import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { certificateNumber, isSameSheetNumber, parseCertificateNumber, parseSheetNumber } from "#census";

const serial = fc.record({
  series: fc.integer({ min: 0, max: 99_999 }),
  counter: fc.integer({ min: 1, max: 999_999 }),
});

describe("a certificate's number", () => {
  it("is region, series, counter and a check digit, and is read back from any spacing", () => {
    fc.assert(
      fc.property(serial, (facts) => {
        const number = certificateNumber(facts);
        expect(number).toMatch(/^43-\d{5}-\d{6}-\d$/);
        expect(parseCertificateNumber(number)).toEqual({ ok: true, value: facts });
        expect(parseCertificateNumber(number.replaceAll("-", " "))).toEqual({ ok: true, value: facts });
      }),
    );
  });

  it("has any wrong digit found", () => {
    fc.assert(
      fc.property(serial, fc.nat(13), fc.integer({ min: 1, max: 9 }), (facts, at, by) => {
        const digits = certificateNumber(facts).replaceAll("-", "");
        const wrong = `${digits.slice(0, at)}${(Number(digits[at]) + by) % 10}${digits.slice(at + 1)}`;
        expect(parseCertificateNumber(wrong).ok).toBe(false);
      }),
    );
  });

  it("says what is wrong with a text that is none", () => {
    expect(parseCertificateNumber("43-00001")).toEqual({ ok: false, error: { type: "certificate-number-shape" } });
    expect(parseCertificateNumber("44-00001-000001-0")).toEqual({
      ok: false,
      error: { type: "certificate-number-region" },
    });
  });

  it("cannot be made outside its range", () => {
    expect(() => certificateNumber({ series: 100_000, counter: 1 })).toThrow(RangeError);
    expect(() => certificateNumber({ series: 1, counter: 0 })).toThrow(RangeError);
  });
});

describe("the number on a sheet", () => {
  const shape = { ok: false, error: { type: "certificate-number-shape" } };

  it("is kept as it is printed: one of a series with its hyphens, a plain serial with its zeros", () => {
    const number = certificateNumber({ series: 118, counter: 53 });
    for (const mayBePlain of [true, false]) {
      expect(parseSheetNumber(number, mayBePlain)).toEqual({ ok: true, value: number });
    }
    expect(parseSheetNumber(number.replaceAll("-", ""), true)).toEqual({ ok: true, value: number });
    expect(parseSheetNumber(" 000 417 ", true)).toEqual({ ok: true, value: "000417" });
    expect(parseSheetNumber("4300118000", true)).toEqual({ ok: true, value: "4300118000" });
  });

  it("is refused where digits are missing, too many, no digits, or nothing but zeros", () => {
    const digits = certificateNumber({ series: 118, counter: 53 }).replaceAll("-", "");
    for (const text of ["", "-", "000", "12a4", digits.slice(0, 11), digits.slice(0, 13), `${digits}1`]) {
      expect(parseSheetNumber(text, true)).toEqual(shape);
    }
  });

  it("is no plain serial where it may not be one", () => {
    expect(parseSheetNumber("4300118", false)).toEqual(shape);
    expect(parseSheetNumber("4300118", true)).toEqual({ ok: true, value: "4300118" });
  });

  it("is refused where 14 digits are none of a series", () => {
    const digits = certificateNumber({ series: 118, counter: 53 }).replaceAll("-", "");
    const wrong = `${digits.slice(0, 13)}${(Number(digits.at(-1)) + 1) % 10}`;
    expect(parseSheetNumber(wrong, true)).toEqual({ ok: false, error: { type: "certificate-number-check-digit" } });
    expect(parseSheetNumber(`44${digits.slice(2)}`, true)).toEqual({
      ok: false,
      error: { type: "certificate-number-region" },
    });
  });

  it("is the same with or without the zeros before it", () => {
    expect(isSameSheetNumber("000417", "417")).toBe(true);
    expect(isSameSheetNumber("4170", "417")).toBe(false);
  });
});
