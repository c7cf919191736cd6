import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { certificateNumber, parseCertificateNumber } from "#census";

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
