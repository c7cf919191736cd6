// A name that was searched and not found goes into the form that adds it, never by the address: no name stands in one.
import { createKeptState } from "../../wiring/index.ts";

/** What was searched last and leads to the form; null = nothing. Taken once. */
export const useSoughtName = createKeptState<string | null>(null);

interface NameParts {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
}

/** The words in the order of every form, each with its capital; a number is nobody's name. */
export function nameSought(query: string | null): NameParts {
  const words = (query ?? "")
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word))
    .map((word) => `${word.slice(0, 1).toLocaleUpperCase("und")}${word.slice(1)}`);
  const [surname = "", given = "", ...rest] = words;
  return { surname, given, patronymic: rest.join(" ") };
}
