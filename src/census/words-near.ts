// All words that begin almost as typed. The sorted words are walked as a tree: what is computed for a beginning serves
// every word that shares it, and a beginning with too many slips is passed over with all its words.
import { textCount } from "./text-table.ts";
import { firstWhere, type WordRange, type WordTable } from "./word-table.ts";

/** Calls `found` with ranges of words whose beginning is at most `limit` slips from `typed`, as `slipsAtStart` counts. */
export function eachRangeNear(table: WordTable, typed: string, limit: number, found: (range: WordRange) => void): void {
  const { units, starts, lettersFrom } = table;
  const count = textCount(table);
  const width = typed.length + 1;
  const deepest = typed.length + limit;
  // Row d: the slips between the first d letters of the word and each beginning of what was typed.
  const rows = new Uint8Array((deepest + 1) * width);
  for (let column = 0; column < width; column += 1) rows[column] = column;
  let depth = 0;
  let index = lettersFrom;
  let previous = -1;
  while (index < count) {
    const start = starts[index] ?? 0;
    const length = (starts[index + 1] ?? 1) - 1 - start;
    depth = previous === -1 ? 0 : Math.min(depth, sharedLetters(units, starts[previous] ?? 0, start, depth));
    let state: "open" | "near" | "far" = "open";
    while (state === "open" && depth < Math.min(length, deepest)) {
      depth += 1;
      const least = fillRow({ rows, width, depth, units, start, typed });
      if ((rows[depth * width + typed.length] ?? limit + 1) <= limit) state = "near";
      else if (least > limit) state = "far";
    }
    previous = index;
    if (state === "open") {
      index += 1;
      continue;
    }
    const next = pastBeginning(table, index, depth);
    if (state === "near") found({ from: index, to: next });
    index = next;
    // The last letter decided; the next word differs from it at the latest there.
    depth -= 1;
  }
}

interface RowToFill {
  readonly rows: Uint8Array;
  readonly width: number;
  readonly depth: number;
  readonly units: Uint16Array;
  readonly start: number;
  readonly typed: string;
}

/** Returns the least number in the row; a row of more than the limit can't come back to it. */
function fillRow({ rows, width, depth, units, start, typed }: RowToFill): number {
  const row = depth * width;
  const above = row - width;
  const letter = units[start + depth - 1] ?? 0;
  const letterBefore = depth > 1 ? (units[start + depth - 2] ?? 0) : 0;
  let least = depth;
  rows[row] = depth;
  for (let column = 1; column < width; column += 1) {
    const typedLetter = typed.charCodeAt(column - 1);
    let slips = (rows[above + column - 1] ?? 0) + (typedLetter === letter ? 0 : 1);
    slips = Math.min(slips, (rows[above + column] ?? 0) + 1, (rows[row + column - 1] ?? 0) + 1);
    const isSwapped =
      depth > 1 && column > 1 && typedLetter === letterBefore && typed.charCodeAt(column - 2) === letter;
    if (isSwapped) slips = Math.min(slips, (rows[above - width + column - 2] ?? 0) + 1);
    rows[row + column] = slips;
    least = Math.min(least, slips);
  }
  return least;
}

function sharedLetters(units: Uint16Array, a: number, b: number, most: number): number {
  let shared = 0;
  while (shared < most && units[a + shared] === units[b + shared]) shared += 1;
  return shared;
}

/** The first word after `index` that does not share its first letters. */
function pastBeginning({ units, starts }: WordTable, index: number, letters: number): number {
  const start = starts[index] ?? 0;
  const isOther = (other: number): boolean => sharedLetters(units, start, starts[other] ?? 0, letters) < letters;
  const count = starts.length - 1;
  let stride = 1;
  while (index + stride < count && !isOther(index + stride)) stride *= 2;
  return firstWhere(index + (stride >>> 1), Math.min(count, index + stride), isOther);
}
