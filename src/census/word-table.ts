// The different words of a list, sorted: all words with one beginning stand together. For what stands inside a word each
// three letters in a row lead to the words that have them.
import { partOfWork } from "./part-of-work.ts";
import { textCount, type TextTable } from "./text-table.ts";

export interface WordTable extends TextTable {
  /** The first word that is not of digits. */
  readonly lettersFrom: number;
  /** Words of letters by the three letters after any but their last: those of bucket b stand from `triplesFrom[b]` on. */
  readonly triples: Uint32Array;
  readonly triplesFrom: Uint32Array;
}

/** Letters of a triple; no piece that is sought inside is shorter. */
const tripleLength = 3;
const tripleBuckets = 2 ** 16;

/** Words `from` up to, not including, `to`. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const wordsPerStep = 8192;

/** Takes different words, sorted by code units through `order`, in steps of a few milliseconds; each yields the share that is done. */
export function* wordTableSteps(words: TextTable, order: Uint32Array): Generator<number, WordTable> {
  const starts = new Uint32Array(order.length + 1);
  const units = new Uint16Array(words.units.length);
  let at = 0;
  let lettersFrom = order.length;
  for (let place = 0; place < order.length; place += 1) {
    const word = order[place] ?? 0;
    const [from, to] = [words.starts[word] ?? 0, words.starts[word + 1] ?? 0];
    if (lettersFrom === order.length && !isDigit(words.units[from] ?? 0)) lettersFrom = place;
    starts[place] = at;
    for (let unit = from; unit < to; unit += 1) units[at + unit - from] = words.units[unit] ?? 0;
    at += to - from;
    if (place % wordsPerStep === 0) yield place / order.length / 3;
  }
  starts[order.length] = at;
  const bare = { units, starts, lettersFrom };
  return { ...bare, ...(yield* partOfWork(tripleSteps(bare), 1 / 3, 1)) };
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Counts the triples of each bucket, then puts the words in their places. */
function* tripleSteps(
  words: Pick<WordTable, "units" | "starts" | "lettersFrom">,
): Generator<number, Pick<WordTable, "triples" | "triplesFrom">> {
  const { units, starts, lettersFrom } = words;
  const triplesFrom = new Uint32Array(tripleBuckets + 1);
  const count = starts.length - 1;
  const eachTriple = function* (note: (bucket: number, word: number) => void): Generator<number, void> {
    for (let word = lettersFrom; word < count; word += 1) {
      const last = (starts[word + 1] ?? 0) - 1 - tripleLength;
      for (let place = (starts[word] ?? 0) + 1; place <= last; place += 1) note(bucketAt(units, place), word);
      if (word % wordsPerStep === 0) yield word / count;
    }
  };
  const counting = eachTriple((bucket) => {
    triplesFrom[bucket + 1] = (triplesFrom[bucket + 1] ?? 0) + 1;
  });
  yield* partOfWork(counting, 0, 0.5);
  for (let bucket = 0; bucket < tripleBuckets; bucket += 1) {
    triplesFrom[bucket + 1] = (triplesFrom[bucket + 1] ?? 0) + (triplesFrom[bucket] ?? 0);
  }
  const next = triplesFrom.slice();
  const triples = new Uint32Array(triplesFrom[tripleBuckets] ?? 0);
  const placing = eachTriple((bucket, word) => {
    const at = next[bucket] ?? 0;
    triples[at] = word;
    next[bucket] = at + 1;
  });
  yield* partOfWork(placing, 0.5, 1);
  return { triples, triplesFrom };
}

/** Of the three letters from `place` on. Different triples may share a bucket: what is found there is looked at again. */
function bucketAt(units: Uint16Array, place: number): number {
  return bucketOf(units[place] ?? 0, units[place + 1] ?? 0, units[place + 2] ?? 0);
}

function bucketOf(first: number, second: number, third: number): number {
  return ((first * 31 + second) * 61 + third) & (tripleBuckets - 1);
}

/** All words that begin so. */
export function wordsFrom(table: WordTable, beginning: string): WordRange {
  const from = firstWhere(0, textCount(table), (index) => compareBeginning(table, index, beginning) >= 0);
  const to = firstWhere(from, textCount(table), (index) => compareBeginning(table, index, beginning) > 0);
  return { from, to };
}

/** Calls `found` with each word of letters that holds the piece, of three letters or more, after its first letter. */
export function eachWordAround(table: WordTable, piece: string, found: (index: number) => void): void {
  const { triples, triplesFrom } = table;
  let from = 0;
  let to = Infinity;
  for (let place = 0; place + tripleLength <= piece.length; place += 1) {
    const bucket = bucketOf(piece.charCodeAt(place), piece.charCodeAt(place + 1), piece.charCodeAt(place + 2));
    const [start, end] = [triplesFrom[bucket] ?? 0, triplesFrom[bucket + 1] ?? 0];
    if (end - start < to - from) [from, to] = [start, end];
  }
  let last = -1;
  for (let at = from; at < to; at += 1) {
    const word = triples[at] ?? 0;
    // A word with the same triple twice stands there twice, one beside the other.
    if (word !== last && holdsAfterFirst(table, word, piece)) found(word);
    last = word;
  }
}

function holdsAfterFirst({ units, starts }: WordTable, word: number, piece: string): boolean {
  const last = (starts[word + 1] ?? 0) - 1 - piece.length;
  for (let place = (starts[word] ?? 0) + 1; place <= last; place += 1) {
    let same = 0;
    while (same < piece.length && units[place + same] === piece.charCodeAt(same)) same += 1;
    if (same === piece.length) return true;
  }
  return false;
}

/** Below zero where the word stands before everything that begins so, zero where it begins so. */
function compareBeginning({ units, starts }: WordTable, index: number, beginning: string): number {
  const start = starts[index] ?? 0;
  for (let place = 0; place < beginning.length; place += 1) {
    const difference = (units[start + place] ?? 0) - beginning.charCodeAt(place);
    // At its end stands a nought, below every letter.
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The first index from `from` on where `isTrue`, which stays true from there; `to` where it never is. */
export function firstWhere(from: number, to: number, isTrue: (index: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
