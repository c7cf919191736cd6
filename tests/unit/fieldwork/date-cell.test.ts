import { describe, expect, it } from "vitest";
import { parseDateCell } from "../../../src/fieldwork/date-cell.ts";

const date = (year: number, month: number | null = null, day: number | null = null) => ({
  ok: true,
  value: { year, month, day },
});

describe("a date as institutions write it", () => {
  it.each([
    ["14.03.2009", 2009, 3, 14],
    ["4.3.2009", 2009, 3, 4],
    [" 14.03.2009 г.", 2009, 3, 14],
    ["14.03.2009 ж.", 2009, 3, 14],
    ["14/03/2009", 2009, 3, 14],
    ["14-03-2009", 2009, 3, 14],
    ["14 03 2009", 2009, 3, 14],
    ["2009-03-14", 2009, 3, 14],
    ["2009.3.14", 2009, 3, 14],
    ["2009-03-14T00:00:00Z", 2009, 3, 14],
    ["14.03.2009 0:00:00", 2009, 3, 14],
  ])("%s", (cell, year, month, day) => {
    expect(parseDateCell(cell)).toEqual(date(year, month, day));
  });

  it("puts the day before the month", () => {
    expect(parseDateCell("03/05/1990")).toEqual(date(1990, 5, 3));
    expect(parseDateCell("05/13/1990")).toMatchObject({ error: { type: "date-impossible" } });
  });

  it("may know only the year, or the month and the year", () => {
    expect(parseDateCell("1955")).toEqual(date(1955));
    expect(parseDateCell("1955 ж.")).toEqual(date(1955));
    expect(parseDateCell("1955 года")).toEqual(date(1955));
    expect(parseDateCell("03.1955")).toEqual(date(1955, 3));
    expect(parseDateCell("1955-03")).toEqual(date(1955, 3));
    expect(parseDateCell("00.00.1955")).toEqual(date(1955));
    expect(parseDateCell("00.03.1955")).toEqual(date(1955, 3));
  });

  it("is read from the day number of a table program", () => {
    expect(parseDateCell("39886")).toEqual(date(2009, 3, 14));
    expect(parseDateCell("36526")).toEqual(date(2000, 1, 1));
    expect(parseDateCell("36585.0")).toEqual(date(2000, 2, 29));
    expect(parseDateCell("36586")).toEqual(date(2000, 3, 1));
    expect(parseDateCell("36585.7708")).toEqual(date(2000, 2, 29));
    expect(parseDateCell("2300")).toEqual(date(1906, 4, 18));
    expect(parseDateCell("44439")).toEqual(date(2021, 8, 31));
    expect(parseDateCell("44440")).toMatchObject({ error: { type: "date-after-census" } });
  });

  it("is the same day for every day number as a table program shows", () => {
    for (let number = 2201; number <= 44_439; number += 1) {
      const day = new Date(Date.UTC(1899, 11, 30) + number * 86_400_000);
      expect(parseDateCell(String(number))).toEqual(
        date(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()),
      );
    }
  });

  it("is not guessed from a year of two digits", () => {
    for (const cell of ["14.03.09", "1/2/15", "14-03-55", "09", "03.55"]) {
      expect(parseDateCell(cell)).toEqual({ ok: false, error: { type: "date-two-digit-year" } });
    }
  });

  it("is refused where it cannot be read or cannot be", () => {
    for (const cell of ["күзде", "14.03", "14 наурыз 2009", "1.2.3.4", "123", "14.03.209", "#####", "1e5"]) {
      expect(parseDateCell(cell).ok).toBe(false);
    }
    expect(parseDateCell("31.04.2009")).toMatchObject({ error: { type: "date-impossible" } });
    expect(parseDateCell("29.02.1900")).toMatchObject({ error: { type: "date-impossible" } });
  });

  it("may be missing", () => {
    expect(parseDateCell("  ")).toEqual({ ok: true, value: null });
  });
});
