// Plural categories as CLDR has them, written out by hand: a browser says that it knows Kazakh and then writes its numbers
// the English way, and a text must read the same on the tablet and at the Department. Implements QL111.
import type { Language } from "./local-text.ts";

export type PluralCategory = "one" | "few" | "many" | "other";

/** The form a number asks for. Fractions are "other" everywhere; a sign changes nothing. */
export function pluralCategory(language: Language, number: number): PluralCategory {
  const count = Math.abs(number);
  switch (language) {
    case "kk":
      return "other";
    case "en":
      return count === 1 ? "one" : "other";
    case "ru": {
      if (!Number.isInteger(count)) return "other";
      const [last, lastTwo] = [count % 10, count % 100];
      if (last === 1 && lastTwo !== 11) return "one";
      return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? "few" : "many";
    }
  }
}
