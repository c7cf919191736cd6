// A code list as it is leafed through: in the Kazakh alphabet of the names of one language, with the places where the
// letters begin. Made in steps, because half a million names are too many for one turn of a tablet's page.
import type { Language } from "#questionnaire";
import type { CodeList, CodeListEntry } from "./code-list.ts";
import { compareKazakh, kazakhSortKey } from "./kazakh-order.ts";
import { partOfWork } from "./part-of-work.ts";
import { sortInSteps } from "./sort-in-steps.ts";

/** The first letter of some entries, and the place of the first of them. */
export interface LetterPlace {
  readonly letter: string;
  readonly index: number;
}

export interface EntriesInOrder {
  readonly entries: readonly CodeListEntry[];
  readonly letters: readonly LetterPlace[];
}

const entriesPerStep = 128;

/** One language of one list; the caller decides what happens between the steps. Each yields the share that is done. */
export function* entriesInOrderSteps(list: CodeList, language: Language): Generator<number, EntriesInOrder> {
  const keys: string[] = [];
  for (const entry of list.entries) {
    keys.push(kazakhSortKey(entry[language]));
    if (keys.length % entriesPerStep === 0) yield (0.3 * keys.length) / list.entries.length;
  }
  const order = Uint32Array.from(list.entries.keys());
  yield 0.3;
  const sorting = sortInSteps(order, (a, b) => {
    const [keyOfA, keyOfB] = [keys[a] ?? "", keys[b] ?? ""];
    if (keyOfA !== keyOfB) return keyOfA < keyOfB ? -1 : 1;
    return compareKazakh(list.entries[a]?.[language] ?? "", list.entries[b]?.[language] ?? "");
  });
  yield* partOfWork(sorting, 0.3, 0.8);
  const entries: CodeListEntry[] = [];
  const places = new Map<string, number>();
  for (const number of order) {
    const entry = list.entries[number];
    if (entry === undefined) continue;
    const [first = ""] = entry[language];
    const letter = first.toLocaleUpperCase("und");
    if (!places.has(letter)) places.set(letter, entries.length);
    entries.push(entry);
    if (entries.length % entriesPerStep === 0) yield 0.8 + (0.2 * entries.length) / list.entries.length;
  }
  return { entries, letters: [...places].map(([letter, index]) => ({ letter, index })) };
}
