// How a text becomes the words that are compared in a search. Digits and letters part: "5а" is typed "5 а" as often.
import { foldForSearch } from "./fold-for-search.ts";

/** Words of a query that count; whoever types more has said enough. */
export const mostQueryWords = 6;
const longestQueryWord = 40;
/** Shorter pieces stand inside too many words to tell anything. */
const shortestInside = 3;
const shortestForSlips = 4;
const shortestForTwoSlips = 8;
const onlyDigits = /^\d+$/;

/** Folded words of a name, in its order. A word is digits only or has no digit. */
export function searchWords(text: string): readonly string[] {
  return foldForSearch(text).match(/\d+|[^\d ]+/gu) ?? [];
}

/** The words of a query, each once: the first six, of each the first forty letters. */
export function queryWords(query: string): readonly string[] {
  return [...new Set(searchWords(query).map((word) => word.slice(0, longestQueryWord)))].slice(0, mostQueryWords);
}

/** Digits are codes and numbers: they are looked for at the start only. */
export function isSoughtInside(word: string): boolean {
  return word.length >= shortestInside && !onlyDigits.test(word);
}

/** How many slips of the finger are forgiven in a word as far as it is typed. */
export function slipsAllowed(word: string): number {
  if (word.length < shortestForSlips || onlyDigits.test(word)) return 0;
  return word.length < shortestForTwoSlips ? 1 : 2;
}
