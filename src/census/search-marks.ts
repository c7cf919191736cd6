// One search over the index: every entry that a word of the query touches gets marks, and the marks say how well it
// fits. One number an entry, used again by every search of the list.
import { posting, postingBits, type SearchIndex } from "./search-index.ts";
import { mostQueryWords } from "./search-words.ts";
import { textLength } from "./text-table.ts";
import { eachRangeNear } from "./words-near.ts";
import { eachWordAround, wordsFrom, type WordRange } from "./word-table.ts";

/** Lower is better. */
const rank = { wholeName: 0, nameStart: 1, wordStarts: 2, withPath: 3, inside: 4, slips: 5, none: 99 } as const;
const deepestPath = 32;

// The fields of a mark: one bit for each word of the query in the first four, then single bits.
const beginsAt = 0;
const formerBeginsAt = mostQueryWords;
const insideAt = 2 * mostQueryWords;
const formerInsideAt = 3 * mostQueryWords;
const firstBit = 1 << (4 * mostQueryWords);
const wholeBit = firstBit << 1;
/** `markPostings` counts on the distance. */
const formerFirstBit = firstBit << 2;
const formerWholeBit = firstBit << 3;

const wordsMask = (1 << mostQueryWords) - 1;
const insideMarks = wordsMask << insideAt;
const formerMarks = (wordsMask << formerBeginsAt) | (wordsMask << formerInsideAt);

export interface Marks {
  /** Marks the entries where the word at `place` of the query begins a word. */
  beginning(place: number, word: string): void;
  inside(place: number, word: string): void;
  near(place: number, word: string, slips: number): void;
  /** How many marks the beginnings of the word would make. */
  weight(word: string): number;
  /**
   * After the first word of several: from here on only entries that have a mark, and units, get more. Nothing else can
   * fit, unless a unit has the first word and so lends it to all that lies in it; then this does nothing.
   */
  narrow(usesPath: boolean): void;
  readonly byNumber: Uint32Array;
  /** Which words each unit lends to what lies in it; meaningful for units only, once `bestOf` has filled it. */
  readonly lent: Uint8Array;
  /** Entries with a mark, each once. */
  touched(): Uint32Array;
  clear(): void;
}

export function marksFor(index: SearchIndex): Marks {
  const marked: Marked = {
    byNumber: new Uint32Array(index.inList.length),
    touched: new Uint32Array(index.inList.length),
    count: 0,
    isNarrow: false,
  };
  const { words, postingsFrom, isUnit } = index;
  const markBeginning = ({ from, to }: WordRange, place: number): void => {
    const first = place === 0 ? firstBit : 0;
    markPostings(index, marked, { from, to, present: 1 << place, former: 1 << (place + formerBeginsAt), first });
  };
  return {
    beginning: (place, word) => {
      const range = wordsFrom(words, word);
      markBeginning(range, place);
      // The word itself stands before those that go on.
      const isWhole = place === 0 && range.from < range.to && textLength(words, range.from) === word.length;
      if (isWhole) markWhole(index, marked, range.from);
    },
    inside: (place, word) => {
      const [present, former] = [1 << (place + insideAt), 1 << (place + formerInsideAt)];
      eachWordAround(words, word, (at) =>
        markPostings(index, marked, { from: at, to: at + 1, present, former, first: 0 }),
      );
    },
    near: (place, word, slips) => eachRangeNear(words, word, slips, (range) => markBeginning(range, place)),
    weight: (word) => {
      const { from, to } = wordsFrom(words, word);
      return (postingsFrom[to] ?? 0) - (postingsFrom[from] ?? 0);
    },
    narrow: (usesPath) => {
      const touched = marked.touched.subarray(0, marked.count);
      marked.isNarrow = !usesPath || !touched.some((number) => isUnit[number] === 1);
    },
    byNumber: marked.byNumber,
    lent: new Uint8Array(index.inList.length),
    touched: () => marked.touched.subarray(0, marked.count),
    clear: () => {
      for (let at = 0; at < marked.count; at += 1) marked.byNumber[marked.touched[at] ?? 0] = 0;
      marked.count = 0;
      marked.isNarrow = false;
    },
  };
}

interface Marked {
  readonly byNumber: Uint32Array;
  readonly touched: Uint32Array;
  count: number;
  isNarrow: boolean;
}

interface BitsToMark extends WordRange {
  /** For a word of a present name, and of a former one. */
  readonly present: number;
  readonly former: number;
  /** Besides, for the first word of a present name. */
  readonly first: number;
}

/** The inner loop of every search: plain numbers only. */
function markPostings(index: SearchIndex, marked: Marked, bits: BitsToMark): void {
  const { postings, postingsFrom, isUnit } = index;
  const { byNumber, touched, isNarrow } = marked;
  const { present, former, first } = bits;
  const end = postingsFrom[bits.to] ?? 0;
  let { count } = marked;
  for (let at = postingsFrom[bits.from] ?? 0; at < end; at += 1) {
    const met = postings[at] ?? 0;
    const number = met >>> postingBits;
    const before = byNumber[number] ?? 0;
    if (before === 0) {
      if (isNarrow && isUnit[number] === 0) continue;
      touched[count] = number;
      count += 1;
    }
    const isFirst = (met & posting.first) !== 0;
    const own = (met & posting.former) === 0 ? present | (isFirst ? first : 0) : former | (isFirst ? first << 2 : 0);
    byNumber[number] = before | own;
  }
  marked.count = count;
}

/** After `markPostings` of the same word: an entry without a mark was left out there. */
function markWhole({ postings, postingsFrom }: SearchIndex, { byNumber }: Marked, word: number): void {
  const end = postingsFrom[word + 1] ?? 0;
  for (let at = postingsFrom[word] ?? 0; at < end; at += 1) {
    const met = postings[at] ?? 0;
    if ((met & posting.whole) === 0) continue;
    const number = met >>> postingBits;
    const before = byNumber[number] ?? 0;
    if (before !== 0) byNumber[number] = before | ((met & posting.former) === 0 ? wholeBit : formerWholeBit);
  }
}

export interface SearchAsked {
  /** How many words the query has. */
  readonly words: number;
  /** Slips were forgiven: everything found is as good as everything else. */
  readonly isGuess: boolean;
}

export interface BestEntries {
  readonly best: readonly { readonly number: number; readonly byFormerName: boolean }[];
  /** How many fit, these included. */
  readonly all: number;
}

/** The best `limit` of the marked entries, in order. Clears the marks. */
export function bestOf(index: SearchIndex, marks: Marks, asked: SearchAsked, limit: number): BestEntries {
  const entries = index.inList.length;
  const keys: number[] = [];
  const touched = marks.touched();
  const lentByAny = asked.words > 1 && !asked.isGuess ? fillLent(index, marks) : 0;
  let all = 0;
  // The largest key that is kept, once there are enough.
  let largest = Infinity;
  for (let at = 0; at < touched.length; at += 1) {
    const number = touched[at] ?? 0;
    const score = scoreOf(marks.byNumber[number] ?? 0, asked, lentByAny === 0 ? 0 : lentTo(index, marks, number));
    if (score >= 2 * rank.none) continue;
    all += 1;
    const key = score * entries + number;
    if (key > largest) continue;
    keepSmallest(keys, key, limit);
    if (keys.length >= limit) largest = keys.at(-1) ?? -1;
  }
  marks.clear();
  return {
    best: keys.map((key) => ({ number: key % entries, byFormerName: Math.floor(key / entries) % 2 === 1 })),
    all,
  };
}

/** Keeps the smallest `limit` numbers sorted. Entries come nearly in order, so this is seldom needed. */
function keepSmallest(keys: number[], key: number, limit: number): void {
  let place = keys.length;
  while (place > 0 && (keys[place - 1] ?? 0) > key) place -= 1;
  keys.splice(place, 0, key);
  if (keys.length > limit) keys.pop();
}

/** Twice the rank by present names, or twice the rank by former names too and one more, whichever is less. */
function scoreOf(mark: number, asked: SearchAsked, path: number): number {
  const wanted = (1 << asked.words) - 1;
  const begun = (mark >>> beginsAt) & wanted;
  const formerBegun = (mark >>> formerBeginsAt) & wanted;
  if ((mark & (formerMarks | insideMarks)) === 0 && !asked.isGuess && begun === wanted) {
    if ((mark & firstBit) === 0) return 2 * rank.wordStarts;
    return asked.words === 1 && (mark & wholeBit) !== 0 ? 2 * rank.wholeName : 2 * rank.nameStart;
  }
  if (asked.isGuess) {
    if (begun === wanted) return 2 * rank.slips;
    return (begun | formerBegun) === wanted ? 2 * rank.slips + 1 : 2 * rank.none;
  }
  const inside = (mark >>> insideAt) & wanted;
  const present = rankOf({
    wanted,
    begun,
    inside,
    path,
    isFirst: (mark & firstBit) !== 0,
    isWhole: asked.words === 1 && (mark & wholeBit) !== 0,
  });
  const formerInside = (mark >>> formerInsideAt) & wanted;
  if ((formerBegun | formerInside) === 0) return 2 * present;
  const withFormer = rankOf({
    wanted,
    begun: begun | formerBegun,
    inside: inside | formerInside,
    path,
    isFirst: (mark & (firstBit | formerFirstBit)) !== 0,
    isWhole: asked.words === 1 && (mark & (wholeBit | formerWholeBit)) !== 0,
  });
  return Math.min(2 * present, 2 * withFormer + 1);
}

interface Fit {
  /** Sets of words of the query, a bit each. */
  readonly wanted: number;
  readonly begun: number;
  readonly inside: number;
  readonly path: number;
  readonly isFirst: boolean;
  readonly isWhole: boolean;
}

function rankOf({ wanted, begun, inside, path, isFirst, isWhole }: Fit): number {
  if (begun === wanted) return isWhole ? rank.wholeName : isFirst ? rank.nameStart : rank.wordStarts;
  if (begun !== 0 && (begun | path) === wanted) return rank.withPath;
  const isOwn = (begun | inside) !== 0;
  return isOwn && (begun | inside | path) === wanted ? rank.inside : rank.none;
}

function lentTo({ parents }: SearchIndex, { lent }: Marks, number: number): number {
  const unit = parents[number] ?? -1;
  return unit === -1 ? 0 : (lent[unit] ?? 0);
}

/** Which words begin a word in a present name of a unit or of those it lies in. Returns all that any unit lends. */
function fillLent({ units, parents }: SearchIndex, { byNumber, lent }: Marks): number {
  let lentByAny = 0;
  for (const unit of units) {
    let begun = 0;
    let above = unit;
    for (let depth = 0; above !== -1 && depth < deepestPath; depth += 1) {
      begun |= (byNumber[above] ?? 0) >>> beginsAt;
      above = parents[above] ?? -1;
    }
    lent[unit] = begun & wordsMask;
    lentByAny |= begun & wordsMask;
  }
  return lentByAny;
}
