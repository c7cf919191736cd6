// A code list as it is leafed through: in the Kazakh alphabet of the names of one language, with the places where the
// letters begin. Made in steps, because half a million names are too many for one turn of a tablet's page.
import type { Language } from "#questionnaire";
import { compareKazakh, kazakhSortKey } from "./kazakh-order.ts";
import type { CodeList } from "./packed-code-list.ts";
import { partOfWork } from "./part-of-work.ts";
import { sortInSteps } from "./sort-in-steps.ts";
import { compareTexts, growingTexts, type TextTable } from "./text-table.ts";

/** The first letter of some entries, and the index of the first of them. */
export interface LetterPlace {
  readonly letter: string;
  readonly index: number;
}

export interface EntriesInOrder {
  /** The place in the list of each entry. */
  readonly places: Uint32Array;
  readonly letters: readonly LetterPlace[];
}

const entriesPerStep = 128;

/** One language of one list; the caller decides what happens between the steps. Each yields the share that is done. */
export function* entriesInOrderSteps(list: CodeList, language: Language): Generator<number, EntriesInOrder> {
  const places = yield* partOfWork(alphabeticalSteps(list, language), 0, 0.9);
  const indexByLetter = new Map<string, number>();
  for (const [index, place] of places.entries()) {
    const [first = ""] = list.nameAt(place, language);
    const letter = first.toLocaleUpperCase("und");
    if (!indexByLetter.has(letter)) indexByLetter.set(letter, index);
    if (index % entriesPerStep === 0) yield 0.9 + (0.1 * index) / list.size;
  }
  return { places, letters: [...indexByLetter].map(([letter, index]) => ({ letter, index })) };
}

const sortedByList = new WeakMap<CodeList, Map<Language, Uint32Array>>();

/** All places of the list by the names of the language; sorted once, for the leafing and for the search. */
export function* alphabeticalSteps(list: CodeList, language: Language): Generator<number, Uint32Array> {
  const sorted = sortedByList.get(list) ?? new Map<Language, Uint32Array>();
  sortedByList.set(list, sorted);
  const known = sorted.get(language);
  if (known !== undefined) return known;
  const keys = yield* partOfWork(sortKeySteps(list, language), 0, 0.4);
  const sorting = sortInSteps(
    list.size,
    (a, b) => compareTexts(keys, a, b) || compareKazakh(list.nameAt(a, language), list.nameAt(b, language)),
  );
  const places = yield* partOfWork(sorting, 0.4, 1);
  sorted.set(language, places);
  return places;
}

/** Most names have fewer letters. */
const usualLength = 24;

function* sortKeySteps(list: CodeList, language: Language): Generator<number, TextTable> {
  const keys = growingTexts(list.size, usualLength * list.size);
  for (let place = 0; place < list.size; place += 1) {
    keys.push(kazakhSortKey(list.nameAt(place, language)));
    if (place % entriesPerStep === 0) yield place / list.size;
  }
  return keys.table();
}
