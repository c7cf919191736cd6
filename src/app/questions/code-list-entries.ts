// A code list as a question shows it: without the codes that are no answer there, in the order of the alphabet, with the
// fixed national set of frequent answers first (never learned: ux 3.5).
import type { Language } from "#questionnaire";
import { codeListPath, type CodeList, type CodeListEntry, type EntriesInOrder } from "#census";

export interface CodeChoices {
  readonly list: CodeList;
  readonly except: readonly string[];
  /** Codes to show first; empty = those the list itself marks. */
  readonly frequent: readonly string[];
}

/** What is leafed through: the prepared list without the codes that are no answer here. */
export function offeredEntries({ list, except }: CodeChoices, { places, letters }: EntriesInOrder): EntriesInOrder {
  if (except.length === 0) return { places, letters };
  const isLeftOut = new Set(except.map((code) => list.placeOf(code)));
  const gone = [...isLeftOut].map((place) => places.indexOf(place)).filter((index) => index !== -1);
  return {
    places: places.filter((place) => !isLeftOut.has(place)),
    letters: letters.map(({ letter, index }) => ({
      letter,
      index: index - gone.filter((one) => one < index).length,
    })),
  };
}

export function frequentEntries({ list, except, frequent }: CodeChoices): readonly CodeListEntry[] {
  const named = frequent.flatMap((code) => list.get(code) ?? []);
  const marked = (): readonly CodeListEntry[] => [...list.frequency.keys()].map((place) => list.entryAt(place));
  return (named.length > 0 ? named : marked()).filter(({ code }) => !except.includes(code));
}

/** Whether a button of its own shows it, so that it needs no line besides. */
export function isFrequent(choices: CodeChoices, code: string): boolean {
  return frequentEntries(choices).some((entry) => entry.code === code);
}

/** "Сырдария ауданы, Қызылорда облысы": the unit with those it lies in, in one line. */
export function entryWithPath(list: CodeList, code: string, language: Language): string {
  const entry = list.get(code);
  if (entry === undefined) return code;
  return [entry, ...codeListPath(list, code)].map((unit) => unit[language]).join(", ");
}

/** The second line of a row: the units it lies in; else its names in the other languages. */
export function secondLine(list: CodeList, entry: CodeListEntry, language: Language): string {
  const path = codeListPath(list, entry.code).map((unit) => unit[language]);
  if (path.length > 0) return path.join(", ");
  const others = (["kk", "ru", "en"] as const).filter((one) => one !== language).map((one) => entry[one]);
  return [...new Set(others)].join(" · ");
}
