// The alphabetical order of Kazakh in our own table: Chromium says it knows "kk" but carries no data for it and sorts by
// code points (instrument 10). Names are sorted this way in every interface language, so that lists do not jump.

const alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
const rankByLetter = new Map(Array.from(alphabet).map((letter, index) => [letter, index]));

const cyrillicFrom = 10_000;
const latinFrom = 5_000;
const digitFrom = 1_000;
const twoUnitsFrom = 0xf000;

/** Spaces before hyphens, then digits, Latin letters, the 42 letters, and whatever else there is by code point. */
function rankOf(character: string): number {
  const rank = rankByLetter.get(character);
  if (rank !== undefined) return cyrillicFrom + rank;
  const point = character.codePointAt(0) ?? 0;
  if (character === " ") return 1;
  if (character === "-") return 2;
  if (/\d/.test(character)) return digitFrom + Number(character);
  if (/[a-z]/.test(character)) return latinFrom + point;
  return point < 0x400 ? 3 + (point % 900) : 2 * cyrillicFrom + point;
}

/** A text without U+0000 that sorts by code units as the name does by `compareKazakh`, but for the case of letters and rare accents. */
export function kazakhSortKey(name: string): string {
  let key = "";
  for (const character of name.normalize("NFC").toLowerCase()) {
    const rank = rankOf(character);
    // Signs far outside the alphabets need two units, the first above every single one.
    key +=
      rank < twoUnitsFrom
        ? String.fromCharCode(rank)
        : String.fromCharCode(twoUnitsFrom + (rank >> 12), 1 + (rank & 0xfff));
  }
  return key;
}

/** For `toSorted`: below zero where `a` stands before `b`. Case decides only between equal spellings, small letters first. */
export function compareKazakh(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [a, b].map((text) => text.normalize("NFC").toLowerCase());
  if (left === undefined || right === undefined) return 0;
  const [leftRanks, rightRanks] = [Array.from(left, rankOf), Array.from(right, rankOf)];
  for (const [index, rank] of leftRanks.entries()) {
    const other = rightRanks[index];
    if (other === undefined) return 1;
    if (rank !== other) return rank - other;
  }
  if (leftRanks.length < rightRanks.length) return -1;
  if (left !== right) return left < right ? -1 : 1;
  return a > b ? -1 : 1;
}
