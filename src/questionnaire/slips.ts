// Slips of the pen that other languages teach — `==`, `AND`, `1,5`, curly quotes, a Cyrillic Р in `Р05` — found where an
// expression could not be read on. They are named, and never read as what was meant (QL19).

/** What was written by mistake and how it is written here. */
export type Slip =
  | { readonly kind: "instead"; readonly wrong: string; readonly instead: string }
  /** Letters of the other script that look the same. */
  | { readonly kind: "cyrillic"; readonly wrong: string; readonly instead: string }
  /** A word in Cyrillic letters that stands in no quotes. */
  | { readonly kind: "unquoted"; readonly wrong: string }
  | { readonly kind: "quotes" }
  | { readonly kind: "space" };

const signs: ReadonlyMap<string, string> = new Map([
  ["==", "="],
  ["===", "="],
  ["<>", "!="],
  ["=<", "<="],
  ["=>", ">="],
  ["=!", "!="],
  ["≠", "!="],
  ["≤", "<="],
  ["≥", ">="],
  ["&&", "and"],
  ["&", "and"],
  ["||", "or"],
  ["|", "or"],
  ["!", "not"],
  ["–", "-"],
  ["—", "-"],
  ["−", "-"],
  ["×", "*"],
  ["÷", "/"],
]);
const signPattern = /===|==|<>|=<|=>|=!|≠|≤|≥|&&?|\|\|?|!(?!=)|[–—−×÷]/y;

const words: ReadonlyMap<string, string> = new Map([
  ["and", "and"],
  ["or", "or"],
  ["not", "not"],
  ["in", "in"],
  ["has", "has"],
  ["и", "and"],
  ["или", "or"],
  ["не", "not"],
  ["және", "and"],
  ["немесе", "or"],
  ["емес", "not"],
]);

/** Cyrillic letters, and the Latin ones that look the same, in the same order. */
const cyrillic = "АВЕКМНОРСТУХІЅЈаеорсухіѕј";
const latin = "ABEKMHOPCTYXISJaeopcyxisj";

const wordPattern = /[\p{L}\d]+(?:\.[\p{L}\d]+)*/gu;

/** The same word in Latin letters; null if it has none that only look Latin, or others too. */
export function inLatinLetters(word: string): string | null {
  const written = Array.from(word, (letter) => latin[cyrillic.indexOf(letter)] ?? letter).join("");
  return written !== word && /^[A-Za-z0-9._-]+$/.test(written) ? written : null;
}

/** The slip at the place where reading stopped, or just before it; the place is another only if the slip is not there. */
export function findSlip(source: string, at: number): { readonly at: number; readonly slip: Slip } | null {
  const letter = source.slice(at, at + 1);
  if (/[“”„«»‘’‚`]/.test(letter)) return { at, slip: { kind: "quotes" } };
  if (/[\u00A0\u2000-\u200F\u202F\u2060\u3000\uFEFF]/.test(letter)) return { at, slip: { kind: "space" } };
  return signAt(source, at) ?? commaAt(source, at) ?? wordAt(source, at);
}

/** `==` is refused at its second sign: it may begin one or two before. */
function signAt(source: string, at: number): { at: number; slip: Slip } | null {
  for (const start of [at - 2, at - 1, at]) {
    signPattern.lastIndex = start;
    const wrong = start < 0 ? undefined : signPattern.exec(source)?.[0];
    const instead = wrong === undefined ? undefined : signs.get(wrong);
    if (wrong === undefined || instead === undefined || start + wrong.length <= at) continue;
    return { at, slip: { kind: "instead", wrong, instead } };
  }
  return null;
}

function commaAt(source: string, at: number): { at: number; slip: Slip } | null {
  const before = /\d+$/.exec(source.slice(0, at))?.[0];
  const after = /^,(\d+)/.exec(source.slice(at))?.[1];
  if (before === undefined || after === undefined) return null;
  const slip: Slip = { kind: "instead", wrong: `${before},${after}`, instead: `${before}.${after}` };
  return { at, slip };
}

/** The word that stands here, or the one before: after `NOT` it is the next word that cannot be read. */
function wordAt(source: string, at: number): { at: number; slip: Slip } | null {
  const all = [...source.matchAll(wordPattern)];
  const index = all.findLastIndex((word) => word.index <= at);
  for (const one of [all[index], all[index - 1]]) {
    if (one === undefined) continue;
    const [wrong] = one;
    const isHere = one.index + wrong.length > at;
    const instead = words.get(wrong.toLowerCase());
    if (instead !== undefined && instead !== wrong && (isHere || instead === "not")) {
      return { at: isHere ? at : one.index, slip: { kind: "instead", wrong, instead } };
    }
    if (!isHere || !/\p{Script=Cyrillic}/u.test(wrong)) continue;
    const written = inLatinLetters(wrong);
    const slip: Slip = written === null ? { kind: "unquoted", wrong } : { kind: "cyrillic", wrong, instead: written };
    return { at, slip };
  }
  return null;
}
