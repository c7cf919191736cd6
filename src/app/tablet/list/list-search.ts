// Finding a line while the list is being compiled: by number or by any word of the name, Kazakh letters folded.
import { foldForSearch } from "#census";

interface SearchedRow {
  readonly number: number;
  readonly person: { readonly surname: string; readonly given: string; readonly patronymic: string | null };
}

/** Rows whose number begins with the query, or whose names hold a word beginning with each of its words. */
export function searchRows<R extends SearchedRow>(rows: readonly R[], query: string): readonly R[] {
  const text = query.replace("№", "").trim();
  if (text === "") return rows;
  if (/^\d+$/u.test(text)) return rows.filter((row) => String(row.number).startsWith(text));
  const wanted = foldForSearch(text)
    .split(" ")
    .filter((word) => word !== "");
  return rows.filter(({ person }) => {
    const words = wordsOf(person);
    return wanted.every((word) => words.some((own) => own.startsWith(word)));
  });
}

/** Folded once: a list of a thousand is searched at each letter. */
const wordsByPerson = new WeakMap<object, readonly string[]>();

function wordsOf(person: SearchedRow["person"]): readonly string[] {
  const known = wordsByPerson.get(person);
  if (known !== undefined) return known;
  const words = foldForSearch(`${person.surname} ${person.given} ${person.patronymic ?? ""}`).split(/[ -]/u);
  wordsByPerson.set(person, words);
  return words;
}
