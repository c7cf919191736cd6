// A code list as a question shows it: without the codes that are no answer there, in the order of the alphabet, with the
// fixed national set of frequent answers first (never learned: ux 3.5).
import type { Language } from "#questionnaire";
import { codeListPath, compareKazakh, type CodeList, type CodeListEntry } from "#census";

export interface CodeChoices {
  readonly list: CodeList;
  readonly except: readonly string[];
  /** Codes to show first; empty = those the list itself marks. */
  readonly frequent: readonly string[];
}

export function offeredEntries({ list, except }: CodeChoices, language: Language): readonly CodeListEntry[] {
  return list.entries
    .filter(({ code }) => !except.includes(code))
    .toSorted((a, b) => compareKazakh(a[language], b[language]));
}

export function frequentEntries({ list, except, frequent }: CodeChoices): readonly CodeListEntry[] {
  const named = frequent.flatMap((code) => list.byCode.get(code) ?? []);
  const marked = list.entries
    .filter((entry) => entry.frequent !== undefined)
    .toSorted((a, b) => (a.frequent ?? 0) - (b.frequent ?? 0));
  return (named.length > 0 ? named : marked).filter(({ code }) => !except.includes(code));
}

/** The first letters that begin an entry, in order, with the place of the first such entry. */
export function alphabetOf(
  entries: readonly CodeListEntry[],
  language: Language,
): readonly { readonly letter: string; readonly index: number }[] {
  const letters = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const [first = ""] = entry[language];
    const letter = first.toLocaleUpperCase("und");
    if (!letters.has(letter)) letters.set(letter, index);
  }
  return [...letters].map(([letter, index]) => ({ letter, index }));
}

/** "Сырдария ауданы, Қызылорда облысы": the unit with those it lies in, in one line. */
export function entryWithPath(list: CodeList, code: string, language: Language): string {
  const entry = list.byCode.get(code);
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
