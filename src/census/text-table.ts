// Many texts in one piece of memory that the collector of garbage never walks through: half a million names as strings of
// their own would stop a tablet's page for a tenth of a second whenever it tidies up.
import { growingNumbers } from "./growing-numbers.ts";

/** The texts stand one after another, each followed by a nought, which sorts before every letter: those that are compared hold none. */
export interface TextTable {
  /** Code units of UTF-16. */
  readonly units: Uint16Array;
  /** Where each text begins; one more place than there are texts. */
  readonly starts: Uint32Array;
}

export interface GrowingTexts {
  /** Adds the text at the end. */
  push(text: string): void;
  count(): number;
  isAt(index: number, text: string): boolean;
  /** The texts so far, as a view: pushing further may leave it behind. */
  table(): TextTable;
}

/** Room for as many texts and units (their ends included) as are expected; more is made when it is needed. */
export function growingTexts(expectedTexts: number, expectedUnits: number): GrowingTexts {
  const starts = growingNumbers(expectedTexts + 1);
  starts.push(0);
  let units = new Uint16Array(expectedUnits);
  let end = 0;
  return {
    push: (text) => {
      const next = end + text.length + 1;
      if (next > units.length) {
        const larger = new Uint16Array(2 * next);
        larger.set(units);
        units = larger;
      }
      // What stands after the text is nought already.
      for (let place = 0; place < text.length; place += 1) units[end + place] = text.charCodeAt(place);
      starts.push(next);
      end = next;
    },
    count: () => starts.count() - 1,
    isAt: (index, text) => {
      const start = starts.at(index);
      if (starts.at(index + 1) - 1 - start !== text.length) return false;
      for (let place = 0; place < text.length; place += 1) {
        if (units[start + place] !== text.charCodeAt(place)) return false;
      }
      return true;
    },
    table: () => ({ units: units.subarray(0, end), starts: starts.all() }),
  };
}

/** A table of all of them, no larger than they need. */
export function textTable(texts: readonly string[]): TextTable {
  const units = texts.reduce((sum, { length }) => sum + length + 1, 0);
  const growing = growingTexts(texts.length, units);
  for (const text of texts) growing.push(text);
  return growing.table();
}

export function textCount({ starts }: TextTable): number {
  return starts.length - 1;
}

/** Without its end. */
export function textLength({ starts }: TextTable, index: number): number {
  return (starts[index + 1] ?? 1) - 1 - (starts[index] ?? 0);
}

/** Made anew each time. For names and codes: a text of many thousand letters is too long for it. */
export function textAt(table: TextTable, index: number): string {
  const start = table.starts[index] ?? 0;
  return String.fromCharCode(...table.units.subarray(start, start + textLength(table, index)));
}

/** By code units, as `<` compares strings: below zero where the text at `a` stands before the one at `b`. */
export function compareTexts({ units, starts }: TextTable, a: number, b: number): number {
  const end = starts[a + 1] ?? 0;
  let [left, right] = [starts[a] ?? 0, starts[b] ?? 0];
  while (left < end && units[left] === units[right]) {
    left += 1;
    right += 1;
  }
  return left === end ? 0 : (units[left] ?? 0) - (units[right] ?? 0);
}
