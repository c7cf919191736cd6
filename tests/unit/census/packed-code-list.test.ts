import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeListPath } from "#census";
import { packCodeList, type CodeListEntry } from "../../../src/census/packed-code-list.ts";
import { textNumbers } from "../../../src/census/text-numbers.ts";
import { compareTexts, textAt, textCount, textTable } from "../../../src/census/text-table.ts";

const text = fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).filter((one) => !one.includes("\0"));
const names = fc.option(fc.array(text, { minLength: 1, maxLength: 3 }), { nil: undefined });

const entries: fc.Arbitrary<readonly CodeListEntry[]> = fc
  .uniqueArray(
    fc.record({
      code: text,
      kk: text,
      ru: text,
      en: text,
      also: names,
      former: names,
      provisional: fc.option(fc.constant(true as const), { nil: undefined }),
      frequent: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      unit: fc.option(fc.nat(30), { nil: undefined }),
    }),
    { selector: ({ code }) => code, maxLength: 30 },
  )
  .map((rows) => rows.map(({ unit, ...row }) => ({ ...row, parent: unit === undefined ? unit : rows[unit]?.code })));

const plain = (code: string, parent?: string): CodeListEntry => ({
  code,
  kk: code,
  ru: code,
  en: code,
  ...(parent === undefined ? {} : { parent }),
});

describe("a packed code list", () => {
  it("gives back every entry as it was, by its place and by its code", () => {
    fc.assert(
      fc.property(entries, (rows) => {
        const list = packCodeList("invented", rows);
        expect([...list]).toEqual(rows);
        expect(list.size).toBe(rows.length);
        for (const [place, row] of rows.entries()) {
          expect(list.placeOf(row.code)).toBe(place);
          expect(list.get(row.code)).toEqual(row);
          expect([list.nameAt(place, "kk"), list.nameAt(place, "ru"), list.nameAt(place, "en")]).toEqual([
            row.kk,
            row.ru,
            row.en,
          ]);
          expect(list.parentAt(place)).toBe(rows.findIndex(({ code }) => code === row.parent));
        }
      }),
    );
  });

  it("knows the frequent answers, the first one first, equal ones in their order", () => {
    fc.assert(
      fc.property(entries, (rows) => {
        const frequent = rows.filter((row) => row.frequent !== undefined);
        expect([...packCodeList("invented", rows).frequency]).toEqual(
          frequent
            .toSorted((a, b) => (a.frequent ?? 0) - (b.frequent ?? 0))
            .map((row) => [rows.indexOf(row), row.frequent]),
        );
      }),
    );
  });

  it("has no code but its own", () => {
    fc.assert(
      fc.property(entries, text, (rows, code) => {
        const list = packCodeList("invented", rows);
        expect(list.has(code)).toBe(rows.some((row) => row.code === code));
        expect(list.get(code)?.code).toBe(list.has(code) ? code : undefined);
      }),
    );
  });

  it("has no entry past its end or before its beginning", () => {
    const list = packCodeList("invented", [plain("1")]);
    for (const place of [-1, 1, 0.5, Number.NaN]) expect(() => list.entryAt(place)).toThrow(RangeError);
    expect(list.parentAt(-1)).toBe(-1);
  });

  it("refuses a code that stands twice, and a unit that is not in the list", () => {
    expect(() => packCodeList("invented", [plain("1"), plain("2"), plain("1")])).toThrow("has the code 1 twice");
    expect(() => packCodeList("invented", [plain("1", "9")])).toThrow("1 lies in 9");
  });

  it("names the units an entry lies in, also where they lie in each other", () => {
    const path = (rows: readonly CodeListEntry[], code: string): readonly string[] =>
      codeListPath(packCodeList("invented", rows), code).map((unit) => unit.code);
    expect(path([plain("1", "2"), plain("2", "3"), plain("3")], "1")).toEqual(["2", "3"]);
    expect(path([plain("1", "2"), plain("2", "1")], "1")).toEqual(["2", "1"]);
    expect(path([plain("1", "1")], "1")).toEqual(["1"]);
    expect(path([plain("1")], "other")).toEqual([]);
  });
});

describe("texts in one piece", () => {
  it("are compared as the language compares strings", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 2 }), (pair) => {
        const [a = "", b = ""] = pair;
        expect(Math.sign(compareTexts(textTable(pair), 0, 1))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it("are numbered as they come, each different one once, with more of them than were expected", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), fc.nat(20), (texts, expected) => {
        const numbers = textNumbers(expected);
        const different = [...new Set(texts)];
        expect(texts.map((one) => numbers.add(one))).toEqual(texts.map((one) => different.indexOf(one)));
        expect(different.map((one) => numbers.numberOf(one))).toEqual([...different.keys()]);
        expect(numbers.numberOf("\0")).toBe(-1);
        const table = numbers.texts();
        expect(Array.from({ length: textCount(table) }, (_none, number) => textAt(table, number))).toEqual(different);
      }),
    );
  });
});
