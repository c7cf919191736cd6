import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { formatIin, isIinCheckDigitTrue, maskIin, parseBin, parseIin, restoreIin } from "#census";

/** Impossible persons: births in 1815, 1809, 1852 and 2099 (instrument 8.1). */
const valid = (
  "150620190003 150620190400 150620290109 150620290005 090101190008 090101190904 " +
  "520714190002 520714190308 991231590001 991231590204"
).split(" ");

describe("an individual identification number", () => {
  it.each(valid)("%s has a true check digit, by the first pass or the second", (iin) => {
    expect(parseIin(iin).ok).toBe(true);
  });

  it.each(["15062019045", "09010119093"])("%s takes no last digit at all: both passes give ten", (digits) => {
    for (let last = 0; last <= 9; last += 1) expect(isIinCheckDigitTrue(`${digits}${last}`)).toBe(false);
  });

  it("is refused for its check digit or its length only", () => {
    expect(parseIin("150620190004")).toEqual({ ok: false, error: { type: "iin-check-digit" } });
    expect(parseIin("15062019000")).toEqual({ ok: false, error: { type: "iin-not-12-digits" } });
    expect(parseIin("15062019000x")).toEqual({ ok: false, error: { type: "iin-not-12-digits" } });
  });

  it("has at most one last digit that fits", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), (digits) => {
        const fitting = Array.from({ length: 10 }, (_none, last) => `${digits}${last}`).filter(isIinCheckDigitTrue);
        return fitting.length <= 1;
      }),
    );
  });

  it("tells the date and the sex its digits name, as a hint", () => {
    const parsed = parseIin("150620 290109");
    expect(parsed).toEqual({
      ok: true,
      value: { iin: "150620290109", born: { year: 1815, month: 6, day: 20 }, sexCode: "2" },
    });
    expect(parseIin("991231590001")).toMatchObject({
      value: { born: { year: 2099, month: 12, day: 31 }, sexCode: "1" },
    });
  });

  it("is shown as six and six, and in lists with four digits hidden", () => {
    expect(formatIin("150620190003")).toBe("150620 190003");
    expect(maskIin("150620190003")).toBe("150620 ••••03");
  });

  it("gets back the zeros a spreadsheet took, says so, and never guesses", () => {
    expect(restoreIin("90101190008")).toEqual({ ok: true, value: { iin: "090101190008", restored: true } });
    expect(restoreIin("090101190008")).toEqual({ ok: true, value: { iin: "090101190008", restored: false } });
    expect(restoreIin("90101190009")).toEqual({ ok: false, error: { type: "iin-not-12-digits" } });
    expect(restoreIin("150620190004")).toEqual({ ok: false, error: { type: "iin-check-digit" } });
  });
});

describe("a business identification number", () => {
  it("has the check digit of an IIN and a fifth digit that no person has", () => {
    expect(parseBin("150620190003")).toEqual({ ok: false, error: { type: "bin-is-no-institution" } });
    expect(parseBin("1506")).toEqual({ ok: false, error: { type: "bin-not-12-digits" } });
    expect(parseBin("000040000001")).toEqual({ ok: false, error: { type: "bin-check-digit" } });
    expect(parseBin("0000 4000 0009")).toEqual({ ok: true, value: "000040000009" });
  });
});
