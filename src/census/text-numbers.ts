// Numbers for different texts: a map from text to number that holds no object for any of them (see text-table.ts).
import { growingNumbers } from "./growing-numbers.ts";
import { growingTexts, type TextTable } from "./text-table.ts";

export interface TextNumbers {
  /** The number of the text: 0 for the first different one that was added, 1 for the next; -1 for one that was not. */
  numberOf(text: string): number;
  /** The same, but a text that is new is added. */
  add(text: string): number;
  count(): number;
  /** The different texts by their numbers, as a view: adding further may leave it behind. */
  texts(): TextTable;
}

const usualLength = 8;

/** As many different texts as expected are found at once; with many more each takes longer. */
export function textNumbers(expected: number): TextNumbers {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(16, expected)));
  // One more than the number of a text, so that nought is none: the last of each bucket, and before each the next there.
  const last = new Uint32Array(buckets);
  const before = growingNumbers(expected);
  const texts = growingTexts(expected, (usualLength + 1) * expected);
  const findIn = (bucket: number, text: string): number => {
    let link = last[bucket] ?? 0;
    while (link !== 0 && !texts.isAt(link - 1, text)) link = before.at(link - 1);
    return link - 1;
  };
  const bucketOf = (text: string): number => hashOf(text) & (buckets - 1);
  return {
    numberOf: (text) => findIn(bucketOf(text), text),
    add: (text) => {
      const bucket = bucketOf(text);
      const known = findIn(bucket, text);
      if (known !== -1) return known;
      before.push(last[bucket] ?? 0);
      texts.push(text);
      last[bucket] = texts.count();
      return texts.count() - 1;
    },
    count: () => texts.count(),
    texts: () => texts.table(),
  };
}

/** FNV-1a over the code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  // Buckets are chosen by the low bits; the high ones have their say.
  return hash ^ (hash >>> 15);
}
