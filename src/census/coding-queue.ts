// What somebody wrote in his own words becomes work for the coders of the Department: the text, the list its code is to be
// taken from, and what the search would propose. Nothing is coded here.
import type { AnswerValue, Interview, Questionnaire, QuestionView } from "#questionnaire";
import type { CodeList, CodeListEntry } from "./packed-code-list.ts";
import { questionsOf } from "./roles.ts";
import { searchCodeList } from "./search-code-list.ts";
import { searchWords } from "./search-words.ts";

export interface CodingItem {
  /** Where the text was written, such as `P15`, `P21[2].language` or `P39.a`. */
  readonly question: string;
  /** Name of the list that has the codes. */
  readonly list: string;
  readonly text: string;
  /** Best first, at most five; empty where the search has no idea. */
  readonly suggestions: readonly CodeListEntry[];
}

/** Texts that are always coded afterwards (instrument P39) have a role by the name of their list; the paper form has the same two lines. */
const codedTexts = ["occupation", "activity"] as const;

/** Lists that `codingQueue` may ask for. */
export const codingQueueLists: readonly string[] = [
  "activity",
  "country",
  "ethnicity",
  "kato",
  "language",
  "occupation",
];

const mostSuggestions = 5;
const shortestTelling = 4;
const perWord = 20;

/**
 * The texts of one interview that wait for a code, in the order of the questions. What is not asked any more is left out.
 * `listBy` gives each of `codingQueueLists` by its name; they have to be loaded before.
 */
export function codingQueue(
  interview: Interview,
  questionnaire: Pick<Questionnaire, "roles">,
  listBy: (name: string) => CodeList,
): readonly CodingItem[] {
  const listByText = new Map(codedTexts.flatMap((name) => questionsOf(questionnaire, name).map((id) => [id, name])));
  return interview
    .sections()
    .flatMap(({ paths }) => paths)
    .flatMap((path) => itemsOf(interview.question(path), listByText, listBy));
}

type ListByText = ReadonlyMap<string, string>;

function itemsOf(
  view: QuestionView,
  listByText: ListByText,
  listBy: (name: string) => CodeList,
): readonly CodingItem[] {
  if (!view.relevant) return [];
  const own = textToCode(view, listByText);
  const inside = [...view.fields, ...view.rows.flatMap(({ fields }) => fields)];
  return [
    ...(own === null ? [] : [{ ...own, suggestions: suggestionsFor(listBy(own.list), own.text) }]),
    ...inside.flatMap((field) => itemsOf(field, listByText, listBy)),
  ];
}

function textToCode(
  { path, definition, answer }: QuestionView,
  listByText: ListByText,
): Omit<CodingItem, "suggestions"> | null {
  if (answer.state !== "answered") return null;
  const { value } = answer;
  if (value.kind === "other" && definition.type === "code-list") {
    return { question: path, list: definition.list, text: value.text };
  }
  if (definition.type === "place") return placeToCode(path, definition, value);
  const list = listByText.get(path);
  return value.kind === "text" && list !== undefined ? { question: path, list, text: value.text } : null;
}

/** The whole place was written out, or within the home country its unit. */
function placeToCode(
  path: string,
  { countries, home }: Extract<QuestionView["definition"], { type: "place" }>,
  value: AnswerValue,
): Omit<CodingItem, "suggestions"> | null {
  if (value.kind === "other") return { question: path, list: countries, text: value.text };
  if (value.kind !== "place" || home === undefined || value.country !== home.country) return null;
  const text = value.text?.trim() ?? "";
  return value.kato === null && text !== "" ? { question: path, list: home.units, text } : null;
}

/** Entries that fit the whole text; where none does, those that fit most of its telling words. */
export function suggestionsFor(list: CodeList, text: string): readonly CodeListEntry[] {
  const whole = searchCodeList(list, text, mostSuggestions).matches;
  if (whole.length > 0) return whole.map(({ entry }) => entry);
  const points = new Map<string, number>();
  const telling = [...new Set(searchWords(text))].filter((word) => word.length >= shortestTelling);
  for (const word of telling) {
    for (const [place, { entry }] of searchCodeList(list, word, perWord).matches.entries()) {
      points.set(entry.code, (points.get(entry.code) ?? 0) + 1 - place / (2 * perWord));
    }
  }
  return [...points]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, mostSuggestions)
    .flatMap(([code]) => list.get(code) ?? []);
}
