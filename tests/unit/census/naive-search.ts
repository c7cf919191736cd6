// The search as it is promised, entry by entry and without an index: what the fast one must equal.
import { codeListPath, compareKazakh, type CodeList, type CodeListEntry } from "#census";
import { isSoughtInside, queryWords, searchWords, slipsAllowed } from "../../../src/census/search-words.ts";
import { slipsAtStart } from "../../../src/census/slips-at-start.ts";

type Fits = (known: string, word: string) => boolean;

const begins: Fits = (known, word) => known.startsWith(word);
const holds: Fits = (known, word) => begins(known, word) || (isSoughtInside(word) && known.includes(word));
const isNear: Fits = (known, word) =>
  begins(known, word) || (!/^\d/.test(known) && slipsAtStart(known, word, slipsAllowed(word)) <= slipsAllowed(word));

const present = (entry: CodeListEntry): readonly (readonly string[])[] =>
  [entry.kk, entry.ru, entry.en, ...(entry.also ?? []), entry.code].map(searchWords);

function rankOf(names: readonly (readonly string[])[], path: readonly string[], wanted: readonly string[]): number {
  const words = names.flat();
  const hasOwn = (word: string, fits: Fits): boolean => words.some((known) => fits(known, word));
  const inPath = (word: string): boolean => path.some((known) => begins(known, word));
  if (wanted.every((word) => hasOwn(word, begins))) {
    const [first = ""] = wanted;
    if (wanted.length === 1 && names.some((name) => name.length === 1 && name[0] === first)) return 0;
    return names.some(([known]) => known !== undefined && begins(known, first)) ? 1 : 2;
  }
  const fitWithPath = (fits: Fits): boolean =>
    wanted.some((word) => hasOwn(word, fits)) && wanted.every((word) => hasOwn(word, fits) || inPath(word));
  if (fitWithPath(begins)) return 3;
  return fitWithPath(holds) ? 4 : Infinity;
}

function nearRank(names: readonly (readonly string[])[], wanted: readonly string[]): number {
  const words = names.flat();
  return wanted.every((word) => words.some((known) => isNear(known, word))) ? 5 : Infinity;
}

/** The codes of all entries that fit, best first. */
export function naiveSearch(list: CodeList, query: string, manner: "as-typed" | "with-slips"): readonly string[] {
  const wanted = queryWords(query);
  if (wanted.length === 0) return [];
  return [...list]
    .map((entry) => {
      const names = present(entry);
      const all = [...names, ...(entry.former ?? []).map(searchWords)];
      const path = codeListPath(list, entry.code).flatMap((unit) => present(unit).flat());
      const rank = (of: readonly (readonly string[])[]): number =>
        manner === "as-typed" ? rankOf(of, path, wanted) : nearRank(of, wanted);
      return { entry, score: Math.min(rank(names), rank(all) + 0.5) };
    })
    .filter(({ score }) => score !== Infinity)
    .toSorted(
      (a, b) =>
        a.score - b.score ||
        (a.entry.frequent ?? 1e9) - (b.entry.frequent ?? 1e9) ||
        compareKazakh(a.entry.kk, b.entry.kk),
    )
    .map(({ entry }) => entry.code);
}
