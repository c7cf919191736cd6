// Search in a code list as people type: folded letters, all languages and former names at once, a text typed in the
// wrong keyboard layout, one or two slips (ux 3.5). Word starts come first, then matches inside words, then slips.
import { otherKeyboardLayout } from "./keyboard-layout.ts";
import type { CodeList, CodeListEntry } from "./packed-code-list.ts";
import { bestOf, marksFor, type Marks } from "./search-marks.ts";
import { searchIndexSteps, type SearchIndex } from "./search-index.ts";
import { isSoughtInside, queryWords, searchWords, slipsAllowed } from "./search-words.ts";
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

interface ReadyIndex {
  readonly index: SearchIndex;
  readonly marks: Marks;
}

const readyByList = new WeakMap<CodeList, ReadyIndex>();

/**
 * The entries that fit `query`, best first. An empty query finds nothing. Each word of the query must begin a word of
 * the entry's names or of the units it lies in, or, from three letters on, stand inside one. Of entries that fit
 * equally well the frequent ones come first, then the Kazakh alphabet decides. The first search of a list builds its
 * index: a list of more than some ten thousand entries is better prepared by `prepareCodeListSearch`.
 */
export function searchCodeList(list: CodeList, query: string, limit: number): CodeListSearch {
  const words = queryWords(query);
  if (words.length === 0) return { matches: [], more: 0 };
  const ready = readyFor(list);
  const asTyped = find(list, ready, words, "as-typed", limit);
  if (asTyped.matches.length + asTyped.more > 0) return asTyped;
  // Guesses are made only where nothing fits as typed: another keyboard layout first, then slips of the finger.
  const other = queryWords(otherKeyboardLayout(query.trim()) ?? "");
  const typedOtherwise = other.length === 0 ? asTyped : find(list, ready, other, "as-typed", limit);
  if (typedOtherwise.matches.length + typedOtherwise.more > 0) return typedOtherwise;
  return find(list, ready, words, "with-slips", limit);
}

/** Builds the index of a long list in steps of a few milliseconds; the caller decides what happens between them. Each yields the share that is done. */
export function* prepareCodeListSearch(list: CodeList): Generator<number, void> {
  if (!readyByList.has(list)) keepReady(list, yield* searchIndexSteps(list));
}

function readyFor(list: CodeList): ReadyIndex {
  const known = readyByList.get(list);
  if (known !== undefined) return known;
  const steps = searchIndexSteps(list);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return keepReady(list, step.value);
}

function keepReady(list: CodeList, index: SearchIndex): ReadyIndex {
  const ready = { index, marks: marksFor(index) };
  readyByList.set(list, ready);
  return ready;
}

type Manner = "as-typed" | "with-slips";

function find(
  list: CodeList,
  { index, marks }: ReadyIndex,
  words: readonly string[],
  manner: Manner,
  limit: number,
): CodeListSearch {
  markWords(marks, words, manner);
  const { best, all } = bestOf(index, marks, { words: words.length, isGuess: manner === "with-slips" }, limit);
  const matches = best.map(({ number, byFormerName }) => {
    const entry = list.entryAt(index.inList[number] ?? 0);
    return { entry, former: byFormerName ? formerNameFound(entry, words, manner) : null };
  });
  return { matches, more: all - matches.length };
}

/** The rarest word first: what it leaves out needs no more marks. */
function markWords(marks: Marks, words: readonly string[], manner: Manner): void {
  const weightOf = (word: string): number => (manner === "as-typed" ? marks.weight(word) : -word.length);
  const byWeight = [...words.entries()].toSorted((a, b) => weightOf(a[1]) - weightOf(b[1]));
  for (const [done, [place, word]] of byWeight.entries()) {
    if (done === 1) marks.narrow(manner === "as-typed");
    if (manner === "with-slips" && slipsAllowed(word) > 0) {
      marks.near(place, word, slipsAllowed(word));
    } else {
      marks.beginning(place, word);
      if (manner === "as-typed" && isSoughtInside(word)) marks.inside(place, word);
    }
  }
}

/** The former name that most of the words fit, by their beginnings before their middles. */
function formerNameFound({ former = [] }: CodeListEntry, words: readonly string[], manner: Manner): string | null {
  let found: string | null = null;
  let most = 0;
  for (const name of former) {
    const known = searchWords(name);
    const fit = words.reduce((sum, word) => sum + fitOf(known, word, manner), 0);
    if (fit > most) [found, most] = [name, fit];
  }
  return found;
}

function fitOf(known: readonly string[], word: string, manner: Manner): number {
  if (known.includes(word)) return known.length === 1 ? 4 : 3;
  if (known.some((one) => one.startsWith(word))) return 2;
  const slips = slipsAllowed(word);
  if (manner === "with-slips") return slips > 0 && known.some((one) => slipsAtStart(one, word, slips) <= slips) ? 1 : 0;
  return isSoughtInside(word) && known.some((one) => one.includes(word)) ? 1 : 0;
}
