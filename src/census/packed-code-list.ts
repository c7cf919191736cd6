// A code list as it is held: its texts in a few pieces of memory, an entry made whenever one is asked for. As objects, half
// a million entries would stop the page each time it tidies up, and take half as much memory again.
import { z } from "zod";
import type { Language } from "#questionnaire";
import { textNumbers } from "./text-numbers.ts";
import { textAt, textLength, textTable, type TextTable } from "./text-table.ts";

export const CodeListEntry = z.strictObject({
  code: z.string().min(1).max(32),
  kk: z.string().min(1),
  ru: z.string().min(1),
  en: z.string().min(1),
  /** Code of the unit this one lies in. */
  parent: z.string().min(1).optional(),
  /** The code is to be confirmed by the Department; `codeListSources` says why. */
  provisional: z.literal(true).optional(),
  /** Names it had before: found by search and named in the row. */
  former: z.array(z.string().min(1)).optional(),
  /** Other spellings of today's name, or the town that the unit is known by: found by search and not shown. */
  also: z.array(z.string().min(1)).optional(),
  /** 1 = first among the answers shown before any search; a fixed national set, never learned (ux 3.5). */
  frequent: z.int().min(1).optional(),
});
export type CodeListEntry = z.infer<typeof CodeListEntry>;

/** Places are those of the file, from 0. Iterating makes every entry, in the order of the file. */
export interface CodeList extends Iterable<CodeListEntry> {
  readonly name: string;
  /** How many entries it has. */
  readonly size: number;
  /** Of the places of frequent answers, 1 = first; in that order. */
  readonly frequency: ReadonlyMap<number, number>;
  /** Throws a RangeError past the end. */
  entryAt(place: number): CodeListEntry;
  nameAt(place: number, language: Language): string;
  /** The place of the unit the entry lies in; -1 where there is none, and for the place -1. */
  parentAt(place: number): number;
  /** -1 for a code that is not in the list. */
  placeOf(code: string): number;
  has(code: string): boolean;
  get(code: string): CodeListEntry | undefined;
}

const betweenNames = "\u0000";

/** Throws a RangeError where two entries have one code, or an entry lies in one that the list does not have. */
export function packCodeList(name: string, entries: readonly CodeListEntry[]): CodeList {
  const codes = textNumbers(entries.length);
  for (const [place, { code }] of entries.entries()) {
    if (codes.add(code) !== place) throw new RangeError(`the code list "${name}" has the code ${code} twice`);
  }
  const parents = new Int32Array(entries.length).fill(-1);
  for (const [place, { code, parent }] of entries.entries()) {
    if (parent === undefined) continue;
    const unit = codes.numberOf(parent);
    if (unit === -1)
      throw new RangeError(`in the code list "${name}" ${code} lies in ${parent}, which it does not have`);
    parents[place] = unit;
  }
  const size = entries.length;
  const codeTexts = codes.texts();
  const names: Readonly<Record<Language, TextTable>> = {
    kk: textTable(entries.map(({ kk }) => kk)),
    ru: textTable(entries.map(({ ru }) => ru)),
    en: textTable(entries.map(({ en }) => en)),
  };
  const otherNames = {
    former: textTable(entries.map(({ former = [] }) => former.join(betweenNames))),
    also: textTable(entries.map(({ also = [] }) => also.join(betweenNames))),
  };
  const provisional = new Set(entries.flatMap((entry, place) => (entry.provisional === true ? [place] : [])));
  const frequency = new Map(
    entries
      .flatMap(({ frequent }, place) => (frequent === undefined ? [] : [{ place, frequent }]))
      .toSorted((a, b) => a.frequent - b.frequent)
      .map(({ place, frequent }) => [place, frequent]),
  );
  const parentAt = (place: number): number => parents[place] ?? -1;
  const entryAt = (place: number): CodeListEntry => {
    if (parents[place] === undefined) throw new RangeError(`the code list "${name}" has no place ${String(place)}`);
    const parent = parentAt(place);
    const former = namesAt(otherNames.former, place);
    const also = namesAt(otherNames.also, place);
    const frequent = frequency.get(place);
    return {
      code: textAt(codeTexts, place),
      kk: textAt(names.kk, place),
      ru: textAt(names.ru, place),
      en: textAt(names.en, place),
      ...(parent === -1 ? {} : { parent: textAt(codeTexts, parent) }),
      ...(provisional.has(place) ? { provisional: true } : {}),
      ...(former.length === 0 ? {} : { former }),
      ...(also.length === 0 ? {} : { also }),
      ...(frequent === undefined ? {} : { frequent }),
    };
  };
  // Nothing below may speak of `entries`: the list would keep every object of the file.
  return {
    name,
    size,
    frequency,
    entryAt,
    nameAt: (place, language) => textAt(names[language], place),
    parentAt,
    placeOf: (code) => codes.numberOf(code),
    has: (code) => codes.numberOf(code) !== -1,
    get: (code) => {
      const place = codes.numberOf(code);
      return place === -1 ? undefined : entryAt(place);
    },
    *[Symbol.iterator]() {
      for (let place = 0; place < size; place += 1) yield entryAt(place);
    },
  };
}

function namesAt(table: TextTable, place: number): string[] {
  return textLength(table, place) === 0 ? [] : textAt(table, place).split(betweenNames);
}
