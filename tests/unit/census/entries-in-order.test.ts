import fc from "fast-check";
import { expect, it } from "vitest";
import { codeList, entriesInOrderSteps, type CodeList, type CodeListEntry, type EntriesInOrder } from "#census";
import { compareKazakh } from "../../../src/census/kazakh-order.ts";
import { packCodeList } from "../../../src/census/packed-code-list.ts";

interface Ordered {
  readonly entries: readonly CodeListEntry[];
  readonly letters: EntriesInOrder["letters"];
}

function inOrder(list: CodeList, language: "kk" | "ru" | "en"): Ordered {
  const steps = entriesInOrderSteps(list, language);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { places, letters } = step.value;
  return { entries: Array.from(places, (place) => list.entryAt(place)), letters };
}

function listOf(names: readonly string[]): CodeList {
  const entries = names.map((name, index) => ({ code: String(index), kk: name, ru: name, en: name }));
  return packCodeList("invented", entries);
}

it.each(["kk", "ru", "en"] as const)("leafs through the country's places by their names in %s", (language) => {
  const list = codeList("kato");
  const { entries } = inOrder(list, language);
  expect(entries).toEqual([...list].toSorted((a, b) => compareKazakh(a[language], b[language])));
});

it("says how far it is while it sorts, from 0 to 1, never back", () => {
  const shares = [...entriesInOrderSteps(packCodeList("copy", [...codeList("kato")]), "kk")];
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
});

it("knows where each letter begins", () => {
  const { entries, letters } = inOrder(codeList("kato"), "kk");
  for (const { letter, index } of letters) {
    expect(entries[index]?.kk.startsWith(letter)).toBe(true);
    expect(entries.findIndex(({ kk }) => kk.toLocaleUpperCase("und").startsWith(letter))).toBe(index);
  }
});

it("orders any names as the Kazakh alphabet does, and loses none", () => {
  const name = fc.string({
    unit: fc.constantFrom("а", "ә", "қ", "к", "і", "и", "ё", "-", " ", "1", "a"),
    minLength: 1,
  });
  fc.assert(
    fc.property(fc.array(name, { maxLength: 40 }), (names) => {
      const { entries } = inOrder(listOf(names), "kk");
      expect(entries.map(({ kk }) => kk)).toEqual(names.toSorted(compareKazakh));
    }),
  );
});
