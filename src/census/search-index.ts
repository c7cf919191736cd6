// What a search needs of a list, made once: entries in the order they are shown in, their different words sorted, and
// for each word the entries that have it. Half a million entries take some tens of megabytes beside the list itself.
import { alphabeticalSteps } from "./entries-in-order.ts";
import { growingNumbers } from "./growing-numbers.ts";
import type { CodeList, CodeListEntry } from "./packed-code-list.ts";
import { partOfWork } from "./part-of-work.ts";
import { searchWords } from "./search-words.ts";
import { sortInSteps } from "./sort-in-steps.ts";
import { textNumbers } from "./text-numbers.ts";
import { compareTexts, textCount, type TextTable } from "./text-table.ts";
import { wordTableSteps, type WordTable } from "./word-table.ts";

/** The numbers of entries in this file are their places in the shown order. */
export interface SearchIndex {
  /** The place in the list of each entry. */
  readonly inList: Uint32Array;
  /** The number of the unit each entry lies in; -1 where there is none. */
  readonly parents: Int32Array;
  /** 1 for each entry that others lie in. */
  readonly isUnit: Uint8Array;
  /** The numbers of those. */
  readonly units: Uint32Array;
  readonly words: WordTable;
  /** Where the entries of each word begin in `postings`; one more place than there are words. */
  readonly postingsFrom: Uint32Array;
  /** `number << postingBits | bits`, in the order of the words, then of the entries. */
  readonly postings: Uint32Array;
}

export const postingBits = 3;
/** How a word stands in a name of an entry. */
export const posting = { first: 1, whole: 2, former: 4 } as const;

/** Of an entry's names in three languages and its code, mostly. */
const usualWords = 8;
const entriesPerStep = 128;
const postingsPerStep = 8_192;

/** Builds the index in steps of a few milliseconds; the caller decides what happens between them. Each yields the share that is done. */
export function* searchIndexSteps(list: CodeList): Generator<number, SearchIndex> {
  const alphabetical = yield* partOfWork(alphabeticalSteps(list, "kk"), 0, 0.24);
  const inList = yield* partOfWork(shownOrder(list, alphabetical), 0.24, 0.25);
  const collected = yield* partOfWork(collectWords(list, inList), 0.25, 0.65);
  const { words } = collected;
  const sorting = sortInSteps(textCount(words), (a, b) => compareTexts(words, a, b));
  const order = yield* partOfWork(sorting, 0.65, 0.8);
  const { postings, postingsFrom } = yield* partOfWork(sortPostings(collected, order), 0.8, 0.85);
  const parents = yield* partOfWork(parentsOf(list, inList), 0.85, 0.9);
  const table = yield* partOfWork(wordTableSteps(words, order), 0.9, 1);
  return { inList, parents, ...unitsAmong(parents), words: table, postings, postingsFrom };
}

/** Names of today, in all languages, with other spellings and the code. */
export function presentNames(entry: CodeListEntry): readonly string[] {
  return [entry.kk, entry.ru, entry.en, ...(entry.also ?? []), entry.code];
}

/** Frequent answers first, then the Kazakh alphabet, then the order of the list. */
function* shownOrder({ frequency }: CodeList, alphabetical: Uint32Array): Generator<number, Uint32Array> {
  const frequent: number[] = [];
  const shown = new Uint32Array(alphabetical.length);
  let number = frequency.size;
  for (let index = 0; index < alphabetical.length; index += 1) {
    const place = alphabetical[index] ?? 0;
    if (frequency.has(place)) {
      frequent.push(place);
    } else {
      shown[number] = place;
      number += 1;
    }
    if (index % postingsPerStep === 0) yield index / alphabetical.length;
  }
  shown.set(frequent.toSorted((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0)));
  return shown;
}

interface CollectedWords {
  /** Every different word once. */
  readonly words: TextTable;
  /** The word of each posting, in the order in which they were met. */
  readonly wordOfPosting: Uint32Array;
  readonly postings: Uint32Array;
}

function* collectWords(list: CodeList, inList: Uint32Array): Generator<number, CollectedWords> {
  const different = textNumbers(list.size);
  const wordOfPosting = growingNumbers(usualWords * list.size);
  const postings = growingNumbers(usualWords * list.size);
  const bitsByWord = new Map<number, number>();
  const note = (name: string, former: number): void => {
    const words = searchWords(name);
    for (const [place, word] of words.entries()) {
      const number = different.add(word);
      const bits = (place === 0 ? posting.first : 0) | (words.length === 1 ? posting.whole : 0) | former;
      // A word of a present and of a former name are two postings.
      const key = number * 2 + (former === 0 ? 0 : 1);
      bitsByWord.set(key, (bitsByWord.get(key) ?? 0) | bits);
    }
  };
  for (let number = 0; number < inList.length; number += 1) {
    const entry = list.entryAt(inList[number] ?? 0);
    for (const name of presentNames(entry)) note(name, 0);
    for (const name of entry.former ?? []) note(name, posting.former);
    for (const [key, bits] of bitsByWord) {
      wordOfPosting.push(key >>> 1);
      postings.push(((number << postingBits) | bits) >>> 0);
    }
    bitsByWord.clear();
    if (number % entriesPerStep === 0) yield number / inList.length;
  }
  return { words: different.texts(), wordOfPosting: wordOfPosting.all(), postings: postings.all() };
}

/** Puts the postings in the order of the sorted words, by counting. */
function* sortPostings(
  { wordOfPosting, postings: met }: CollectedWords,
  order: Uint32Array,
): Generator<number, Pick<SearchIndex, "postings" | "postingsFrom">> {
  const rankByNumber = new Uint32Array(order.length);
  for (let rank = 0; rank < order.length; rank += 1) rankByNumber[order[rank] ?? 0] = rank;
  const postingsFrom = new Uint32Array(order.length + 1);
  for (let place = 0; place < met.length; place += 1) {
    add(postingsFrom, (rankByNumber[wordOfPosting[place] ?? 0] ?? 0) + 1, 1);
    if (place % postingsPerStep === 0) yield (0.5 * place) / met.length;
  }
  for (let rank = 0; rank < order.length; rank += 1) add(postingsFrom, rank + 1, postingsFrom[rank] ?? 0);
  const next = postingsFrom.slice();
  const postings = new Uint32Array(met.length);
  for (let place = 0; place < met.length; place += 1) {
    const rank = rankByNumber[wordOfPosting[place] ?? 0] ?? 0;
    postings[next[rank] ?? 0] = met[place] ?? 0;
    add(next, rank, 1);
    if (place % postingsPerStep === 0) yield 0.5 + (0.5 * place) / met.length;
  }
  return { postings, postingsFrom };
}

function add(numbers: Uint32Array, index: number, more: number): void {
  numbers[index] = (numbers[index] ?? 0) + more;
}

function* parentsOf(list: CodeList, inList: Uint32Array): Generator<number, Int32Array> {
  const numberAt = new Uint32Array(inList.length);
  for (let number = 0; number < inList.length; number += 1) numberAt[inList[number] ?? 0] = number;
  const parents = new Int32Array(inList.length);
  for (let number = 0; number < inList.length; number += 1) {
    const unit = list.parentAt(inList[number] ?? 0);
    parents[number] = unit === -1 ? -1 : (numberAt[unit] ?? -1);
    if (number % entriesPerStep === 0) yield number / inList.length;
  }
  return parents;
}

function unitsAmong(parents: Int32Array): Pick<SearchIndex, "isUnit" | "units"> {
  const isUnit = new Uint8Array(parents.length);
  const units = growingNumbers();
  for (let number = 0; number < parents.length; number += 1) {
    const parent = parents[number] ?? -1;
    if (parent === -1 || isUnit[parent] === 1) continue;
    isUnit[parent] = 1;
    units.push(parent);
  }
  return { isUnit, units: units.all() };
}
