// Search in a code list as people type: folded letters, all three languages and former names at once, a text typed in
// the wrong keyboard layout, one or two slips (ux 3.5). Word starts come first, then matches inside words, then slips.
import { codeListPath, type CodeList, type CodeListEntry } from "./code-list.ts";
import { foldForSearch } from "./fold-for-search.ts";
import { compareKazakh } from "./kazakh-order.ts";
import { otherKeyboardLayout } from "./keyboard-layout.ts";
import { slipsAtStart } from "./slips-at-start.ts";

export interface CodeListMatch {
  readonly entry: CodeListEntry;
  /** The former name that was found, where no present name was; the row should say it. */
  readonly former: string | null;
}

export interface CodeListSearch {
  /** Best first, at most `limit`. */
  readonly matches: readonly CodeListMatch[];
  /** How many more there are. */
  readonly more: number;
}

interface SearchName {
  readonly folded: string;
  readonly words: readonly string[];
  readonly former: string | null;
}

interface Found {
  readonly match: CodeListMatch;
  readonly score: number;
}

interface SearchEntry {
  readonly entry: CodeListEntry;
  readonly names: readonly SearchName[];
  /** Words of the units it lies in. */
  readonly pathWords: readonly string[];
}

/** Lower is better; `none` is no match. */
const rank = { wholeName: 0, nameStart: 1, wordStarts: 2, withPath: 3, inside: 4, slips: 5, none: 99 } as const;
type RankName = (name: SearchName, pathWords: readonly string[], query: string) => number;

const formerPenalty = 0.5;
const shortestForSlips = 4;
const shortestForTwoSlips = 8;

const indexes = new WeakMap<CodeList, readonly SearchEntry[]>();

/** The entries that fit `query`, best first. An empty query finds nothing. */
export function searchCodeList(list: CodeList, query: string, limit: number): CodeListSearch {
  const index = indexOf(list);
  const folded = foldForSearch(query);
  if (folded === "") return { matches: [], more: 0 };
  const asTyped = scan(index, folded, rankAsTyped);
  const found = asTyped.length > 0 ? asTyped : guesses(index, query, folded);
  const sorted = found.toSorted((a, b) => a.score - b.score || compareEntries(a.match.entry, b.match.entry));
  return { matches: sorted.slice(0, limit).map(({ match }) => match), more: Math.max(0, sorted.length - limit) };
}

/** Made only where nothing fits as typed: another keyboard layout first, then slips of the finger. */
function guesses(index: readonly SearchEntry[], query: string, folded: string): readonly Found[] {
  const other = otherKeyboardLayout(query.trim());
  const typedOtherwise = other === null ? [] : scan(index, foldForSearch(other), rankAsTyped);
  return typedOtherwise.length > 0 ? typedOtherwise : scan(index, folded, rankWithSlips(folded));
}

function scan(index: readonly SearchEntry[], query: string, rankName: RankName): readonly Found[] {
  if (query === "") return [];
  return index.map((item) => bestOf(item, query, rankName)).filter((found) => found !== null);
}

function compareEntries(a: CodeListEntry, b: CodeListEntry): number {
  const byFrequency = (a.frequent ?? Infinity) - (b.frequent ?? Infinity);
  return Number.isNaN(byFrequency) || byFrequency === 0 ? compareKazakh(a.kk, b.kk) : byFrequency;
}

function indexOf(list: CodeList): readonly SearchEntry[] {
  const known = indexes.get(list);
  if (known !== undefined) return known;
  const namesByCode = new Map(list.entries.map((entry) => [entry.code, searchNames(entry)]));
  const presentWords = (code: string): readonly string[] =>
    (namesByCode.get(code) ?? []).filter(({ former }) => former === null).flatMap(({ words }) => words);
  const index = list.entries.map((entry) => ({
    entry,
    names: namesByCode.get(entry.code) ?? [],
    pathWords: codeListPath(list, entry.code).flatMap((unit) => presentWords(unit.code)),
  }));
  indexes.set(list, index);
  return index;
}

function searchNames(entry: CodeListEntry): readonly SearchName[] {
  return [
    ...presentNames(entry).map((name) => searchName(name, null)),
    ...(entry.former ?? []).map((name) => searchName(name, name)),
  ];
}

function presentNames(entry: CodeListEntry): readonly string[] {
  return [entry.kk, entry.ru, entry.en, ...(entry.also ?? []), entry.code];
}

function searchName(name: string, former: string | null): SearchName {
  const folded = foldForSearch(name);
  return { folded, words: wordsOf(folded), former };
}

function wordsOf(folded: string): readonly string[] {
  return folded.split(" ").filter((word) => word !== "");
}

function bestOf(item: SearchEntry, query: string, rankName: RankName): Found | null {
  let best: Found | null = null;
  for (const name of item.names) {
    const nameRank = rankName(name, item.pathWords, query);
    if (nameRank === rank.none) continue;
    const score = nameRank + (name.former === null ? 0 : formerPenalty);
    if (best === null || score < best.score) best = { match: { entry: item.entry, former: name.former }, score };
  }
  return best;
}

function rankAsTyped(name: SearchName, pathWords: readonly string[], query: string): number {
  if (name.folded === query) return rank.wholeName;
  if (name.folded.startsWith(query)) return rank.nameStart;
  const wanted = wordsOf(query);
  const startsWord = (word: string): boolean => name.words.some((known) => known.startsWith(word));
  if (wanted.every(startsWord)) return rank.wordStarts;
  const startsInPath = (word: string): boolean => pathWords.some((known) => known.startsWith(word));
  if (wanted.some(startsWord) && wanted.every((word) => startsWord(word) || startsInPath(word))) return rank.withPath;
  return name.folded.includes(query) ? rank.inside : rank.none;
}

/** Words come again and again in a list, so each is compared once. */
function rankWithSlips(query: string): RankName {
  const wanted = wordsOf(query).map((word) => ({ word, isNearByKnown: new Map<string, boolean>() }));
  return (name) => {
    const fits = wanted.every(({ word, isNearByKnown }) =>
      name.words.some((known) => {
        const isNear = isNearByKnown.get(known) ?? isNearStart(known, word);
        isNearByKnown.set(known, isNear);
        return isNear;
      }),
    );
    return fits ? rank.slips : rank.none;
  };
}

/** Whether the word, as far as it is typed, is one slip away (two in long words). */
function isNearStart(known: string, word: string): boolean {
  if (word.length < shortestForSlips) return known.startsWith(word);
  const slips = word.length < shortestForTwoSlips ? 1 : 2;
  return slipsAtStart(known, word, slips) <= slips;
}
