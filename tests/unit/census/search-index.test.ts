import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  codeList,
  foldForSearch,
  otherKeyboardLayout,
  prepareCodeListSearch,
  searchCodeList,
  type CodeList,
} from "#census";
import { kazakhSortKey, compareKazakh } from "../../../src/census/kazakh-order.ts";
import { packCodeList } from "../../../src/census/packed-code-list.ts";
import { sortInSteps } from "../../../src/census/sort-in-steps.ts";
import { slipsAtStart } from "../../../src/census/slips-at-start.ts";
import { textAt, textTable } from "../../../src/census/text-table.ts";
import { wordTableSteps, type WordTable } from "../../../src/census/word-table.ts";
import { eachRangeNear } from "../../../src/census/words-near.ts";
import { naiveSearch } from "./naive-search.ts";

// Few letters, so that words meet often; folded pairs, digits, Latin letters of the same look and a space among them.
const letter = fc.constantFrom("а", "ә", "к", "қ", "л", "о", "р", "и", "і", "a", "k", "1", "4", "-");
const word = fc.string({ unit: letter, minLength: 1, maxLength: 6 });
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const names = fc.array(name, { maxLength: 2 });
const query = fc.array(fc.string({ unit: letter, minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 8 });

const entries = fc
  .array(
    fc.record({
      kk: name,
      ru: name,
      en: name,
      also: names,
      former: names,
      frequent: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      parentBefore: fc.nat(6),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((rows) =>
    rows.map(({ parentBefore, frequent, ...row }, index) => ({
      code: String(100 + index),
      ...row,
      ...(frequent === undefined ? {} : { frequent }),
      // Units may stand before or after what lies in them; none lies in itself.
      ...(parentBefore === 0 || index < parentBefore ? {} : { parent: String(100 + index - parentBefore) }),
    })),
  );

function found(list: CodeList, text: string, limit: number): readonly string[] {
  return searchCodeList(list, text, limit).matches.map(({ entry }) => entry.code);
}

/** The promise of `searchCodeList`: as typed, else in the other layout, else with slips. */
function promised(list: CodeList, text: string): readonly string[] {
  // A text without a letter that counts, as "ь", asks for nothing.
  if (foldForSearch(text) === "") return [];
  const asTyped = naiveSearch(list, text, "as-typed");
  if (asTyped.length > 0) return asTyped;
  const other = naiveSearch(list, otherKeyboardLayout(text.trim()) ?? "", "as-typed");
  return other.length > 0 ? other : naiveSearch(list, text, "with-slips");
}

describe("the index of a list", () => {
  it("finds what a look at every entry finds, in the same order", () => {
    fc.assert(
      fc.property(entries, query, fc.integer({ min: 1, max: 30 }), (rows, words, limit) => {
        const list = packCodeList("invented", rows);
        const text = words.slice(0, 3).join(" ");
        const expected = promised(list, text);
        expect(found(list, text, limit)).toEqual(expected.slice(0, limit));
        expect(searchCodeList(list, text, limit).more).toBe(Math.max(0, expected.length - limit));
      }),
      { numRuns: 1500 },
    );
  });

  it("does so in the lists of the census, for pieces of their own names and for slips in them", () => {
    const lists = ["kato", "country", "ethnicity", "language"].map(codeList);
    const picked = fc.constantFrom(...lists).chain((list) =>
      fc.record({
        list: fc.constant(list),
        entry: fc.constantFrom(...list),
        language: fc.constantFrom("kk" as const, "ru" as const, "en" as const),
        from: fc.nat(12),
        length: fc.integer({ min: 1, max: 14 }),
        dropped: fc.option(fc.nat(10), { nil: null }),
      }),
    );
    fc.assert(
      fc.property(picked, ({ list, entry, language, from, length, dropped }) => {
        const piece = entry[language].slice(from, from + length);
        const text = dropped === null ? piece : piece.slice(0, dropped) + piece.slice(dropped + 1);
        expect(found(list, text, list.size)).toEqual(promised(list, text));
      }),
      { numRuns: 300 },
    );
  });

  it("is not disturbed by the search before, and answers the same when asked again", () => {
    fc.assert(
      fc.property(entries, query, query, (rows, words, others) => {
        const list = packCodeList("invented", rows);
        const first = searchCodeList(list, words.join(" "), 5);
        searchCodeList(list, others.join(" "), 5);
        expect(searchCodeList(list, words.join(" "), 5)).toEqual(first);
      }),
    );
  });

  it("takes a query of any length", () => {
    const list = codeList("kato");
    expect(searchCodeList(list, "к".repeat(5000), 8).matches).toEqual([]);
    expect(searchCodeList(list, "ақ ".repeat(5000), 8)).toEqual(searchCodeList(list, "ақ", 8));
    expect(searchCodeList(list, "а б в г д е ж з и", 8).matches).toEqual([]);
  });

  it("is built in steps, once, and is then the same", () => {
    const list = codeList("kato");
    const copy = packCodeList("copy", [...list]);
    const shares = [...prepareCodeListSearch(copy)];
    expect(shares.length).toBeGreaterThan(1);
    expectRisingShares(shares);
    expect(found(copy, "ақ", 400)).toEqual(found(list, "ақ", 400));
    expect([...prepareCodeListSearch(copy)]).toEqual([]);
  });
});

/** How far a preparation says it is: from 0 to 1, never back. */
function expectRisingShares(shares: readonly number[]): void {
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
}

function tableOf(sorted: readonly string[]): WordTable {
  const steps = wordTableSteps(textTable(sorted), Uint32Array.from(sorted.keys()));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

describe("the parts of the index", () => {
  it("sorts as the language does, equal ones in their order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 300 }), (numbers) => {
        const by = (a: number, b: number): number => (numbers[a] ?? 0) - (numbers[b] ?? 0);
        const steps = sortInSteps(numbers.length, by);
        const shares: number[] = [];
        let step = steps.next();
        for (; step.done !== true; step = steps.next()) shares.push(step.value);
        expectRisingShares(shares);
        expect([...step.value]).toEqual([...numbers.keys()].toSorted(by));
      }),
    );
  });

  it("has keys that sort as the Kazakh alphabet does", () => {
    const text = fc.string({
      unit: fc.constantFrom("а", "ә", "б", "ж", "і", "A", "z", "-", " ", "7", "’", "中", "😀"),
      maxLength: 5,
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [keyOfA, keyOfB] = [kazakhSortKey(a), kazakhSortKey(b)];
        expect(keyOfA + keyOfB).not.toContain("\0");
        if (keyOfA !== keyOfB) expect(keyOfA < keyOfB).toBe(compareKazakh(a, b) < 0);
        else expect(a.toLowerCase().length).toBe(b.toLowerCase().length);
      }),
    );
  });

  it("walks to every word near what was typed, and to no other", () => {
    const plain = fc.string({ unit: fc.constantFrom("а", "б", "в"), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(plain, { maxLength: 40 }), plain, fc.constantFrom(1, 2), (words, typed, limit) => {
        fc.pre(typed.length > limit);
        const table = tableOf(words.toSorted());
        const near: string[] = [];
        eachRangeNear(table, typed, limit, ({ from, to }) => {
          for (let index = from; index < to; index += 1) near.push(textAt(table, index));
        });
        expect(near).toEqual(words.toSorted().filter((known) => slipsAtStart(known, typed, limit) <= limit));
      }),
      { numRuns: 1000 },
    );
  });
});
