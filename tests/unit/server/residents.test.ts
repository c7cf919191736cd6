import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { inventResidents, residentsToCsv } from "../../../src/server/registry/residents.ts";

const years = { first: 2003, last: 2017 };

describe("the demonstration's residents", () => {
  it("are as many as asked, and the same every time", () => {
    expect(inventResidents(40, years, 1)).toHaveLength(40);
    expect(inventResidents(40, years, 1)).toEqual(inventResidents(40, years, 1));
  });

  it("differ from one institution to the other", () => {
    expect(inventResidents(12, years, 1)).not.toEqual(inventResidents(12, years, 2));
  });

  it("were born on real days of the years that were given", () => {
    for (const { born } of inventResidents(200, years, 3)) {
      const [day, month, year] = born.split(".").map(Number);
      expect(year).toBeGreaterThanOrEqual(years.first);
      expect(year).toBeLessThanOrEqual(years.last);
      const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
      expect([date.getUTCDate(), date.getUTCMonth() + 1]).toEqual([day, month]);
    }
  });

  it("have names whose endings agree with the sex", () => {
    for (const { sex, patronymic, surname } of inventResidents(100, years, 2)) {
      expect(patronymic.endsWith(sex === "әйел" ? "қызы" : "ұлы")).toBe(true);
      if (sex === "ер") expect(surname).not.toMatch(/(?:ов|ев)а$/);
      else expect(surname).not.toMatch(/(?:ов|ев)$/);
    }
  });

  it("are two different people wherever they are two lines", () => {
    const lines = inventResidents(40, years, 1).map((resident) => Object.values(resident).join(" "));
    expect(new Set(lines).size).toBe(40);
  });

  it("have both sexes among them", () => {
    expect(new Set(inventResidents(12, years, 2).map(({ sex }) => sex))).toEqual(new Set(["ер", "әйел"]));
  });

  it("are written as a spreadsheet program of the region writes them", () => {
    const csv = residentsToCsv(inventResidents(3, years, 1));
    expect(csv.startsWith("\uFEFFТегі;Аты;Әкесінің аты;Туған күні;Жынысы\r\n")).toBe(true);
    const { data, errors } = Papa.parse<string[]>(csv.slice(1), {
      delimiter: ";",
      newline: "\r\n",
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data.map((row) => row.length)).toEqual([5, 5, 5, 5]);
  });
});
