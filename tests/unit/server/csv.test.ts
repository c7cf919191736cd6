import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { byteOrderMark, csvCell, csvRow } from "../../../src/server/export/csv.ts";

describe("a row of the person file", () => {
  it("ends with CRLF and parts its cells with commas", () => {
    expect(csvRow(["а", "", "1"])).toBe("а,,1\r\n");
  });

  it.each([
    ["a comma", "Ақмола, ауыл", '"Ақмола, ауыл"'],
    ["a quote", 'дом "А"', '"дом ""А"""'],
    ["a line feed", "a\nb", '"a\nb"'],
    ["a carriage return inside", "a\rb", '"a\rb"'],
  ])("quotes a cell with %s", (_what, value, written) => {
    expect(csvCell(value)).toBe(written);
  });

  it("leaves a plain cell as it is, Kazakh letters too", () => {
    expect(csvCell("Ұлдана Әбдіқадырова")).toBe("Ұлдана Әбдіқадырова");
  });

  it.each(["=1+1", "+7", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x"])(
    "disarms %j with an apostrophe",
    (value) => {
      expect(csvCell(value)).toBe(`'${value}`);
    },
  );

  it("disarms before it quotes", () => {
    expect(csvCell('=HYPERLINK("x","y")')).toBe('"\'=HYPERLINK(""x"",""y"")"');
    expect(csvCell("\r=1")).toBe('"\'\r=1"');
  });

  it("leaves a sign that is not the first character", () => {
    expect(csvCell("2021-08-31")).toBe("2021-08-31");
  });

  it("is marked as UTF-8", () => {
    expect([...new TextEncoder().encode(byteOrderMark)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it("reads back as it was, but for the apostrophes", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 6 }), (cells) => {
        const { data } = Papa.parse<string[]>(csvRow(cells), { delimiter: ",", newline: "\r\n" });
        const read = data[0] ?? [];
        expect(read.map((cell, index) => (cell === `'${cells[index]}` ? cells[index] : cell))).toEqual(cells);
        expect(read.some((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toBe(false);
      }),
    );
  });
});
