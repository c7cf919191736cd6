// Names of an XLSForm as ids of our language (QL7): the same name gives the same id in every run.

export interface Names {
  /** A question's or roster's id, new for each name. */
  readonly question: (name: string) => string;
  /** A field's id inside its roster. */
  readonly field: (roster: string, name: string) => string;
  /** A calculation's. */
  readonly calculation: (name: string) => string;
}

const longest = 24;

/** Words that an expression already means something by. */
const reserved = new Set([
  "line",
  "and",
  "or",
  "not",
  "in",
  "has",
  "any",
  "all",
  "count",
  "sum",
  "if",
  "known",
  "surely",
]);

export function createNames(): Names {
  const taken = new Set<string>();
  const unique = (wanted: string, prefix = ""): string => {
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? "" : String(number);
      const id = wanted.slice(0, longest - suffix.length) + suffix;
      const key = prefix + id.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return id;
    }
  };
  const letters = (name: string): string => name.normalize("NFKD").replace(/[^A-Za-z0-9]+/gu, "");
  const begun = (text: string, first: string): string => (/^[A-Za-z]/u.test(text) ? text : `${first}${text}`);
  return {
    question: (name) => unique(begun(letters(name), "Q").toUpperCase()),
    field: (roster, name) => {
      const plain = begun(letters(name), "q");
      return unique(reserved.has(plain) ? `${plain}Field` : plain, `${roster}.`);
    },
    calculation: (name) => {
      const [first = "", ...rest] = begun(letters(name), "c");
      const plain = first.toLowerCase() + rest.join("");
      return unique(reserved.has(plain) ? `${plain}Value` : plain, "calculation ");
    },
  };
}
