// Why a part of a file is not of the right shape, in words that name what to write and never the schema's own vocabulary.
// Each phrase has its translation in src/authoring/error-phrases.ts.
import type { z } from "zod";
import { inLatinLetters } from "./slips.ts";

type Issue = z.core.$ZodIssue;

/** What stands at a place: its path in the file, and the value there. */
interface Place {
  readonly path: readonly PropertyKey[];
  readonly value: unknown;
}

const notAsItShouldBe = "it is not written as it should be";

/** One short clause: "it is missing", "it should be a number". */
export function reasonOf(issue: Issue, place: Place): string {
  if (place.value === undefined && issue.code !== "custom") return "it is missing";
  switch (issue.code) {
    case "invalid_type":
      return `it should be ${oneOf([kindWanted(issue.expected, place)])}`;
    case "invalid_value":
      return `it should be ${oneOf(issue.values.map(written))}`;
    case "too_small":
      return isCounted(issue.origin) && Number(issue.minimum) === 1
        ? "it is empty"
        : `it is too small (at least ${issue.minimum})`;
    case "too_big":
      return `it is too big (at most ${issue.maximum})`;
    case "invalid_format":
      return formatReason(issue, place.value);
    case "invalid_key":
      return keyReason(issue.issues[0], place);
    case "invalid_union":
      return unionReason(issue, place);
    default:
      return notAsItShouldBe;
  }
}

function isCounted(origin: string): boolean {
  return origin === "string" || origin === "array";
}

function oneOf(wanted: readonly string[]): string {
  const each = [...new Set(wanted)];
  return each.length === 1 ? (each[0] ?? "") : `one of: ${each.join(", ")}`;
}

/** In quotes, as it stands in the file: a value is no word of any language. */
function written(value: unknown): string {
  return `"${String(value)}"`;
}

const kinds: Readonly<Record<string, string>> = {
  object: "a group of parts in braces { … }",
  record: "a group of parts in braces { … }",
  array: "a list in brackets [ … ]",
  string: "a text in quotes",
  number: "a number without quotes",
  int: "a whole number",
  boolean: "true or false",
};

const keysOfTexts: ReadonlySet<unknown> = new Set(
  "text title hint thirdPerson readAloud why interviewer unit refused unknown".split(" "),
);

/** A text must be written in all three languages, which is where a plain string stands most often. */
function kindWanted(expected: string, { path, value }: Place): string {
  const isText = typeof value === "string" && expected === "object" && keysOfTexts.has(path.at(-1));
  return isText ? 'a text in three languages { "kk": …, "ru": …, "en": … }' : (kinds[expected] ?? "something else");
}

/** By the pattern as the schema has it. */
const formats: ReadonlyMap<string, string> = new Map([
  ["/^[A-Z][A-Z0-9]*(\\.[A-Za-z0-9]+)*$/", "an id such as P05 or P01.1, with a capital Latin letter first"],
  ["/^[A-Za-z0-9]+$/", "an id of Latin letters and digits"],
  ["/^[a-z][A-Za-z0-9]*$/", "a name such as ageByDate, with a small Latin letter first"],
  ["/^[A-Za-z0-9][A-Za-z0-9_-]*$/", "a code of Latin letters, digits, - and _"],
  ["/^\\d{4}(-\\d{2}(-\\d{2})?)?$/", "a date such as 2010, 2010-05 or 2010-05-03"],
  ["/^[a-z0-9][a-z0-9-]*$/", "an id such as f3-person, of small Latin letters, digits and -"],
  ["/^[A-Z][A-Za-z0-9-]*$/", "an id such as B or A-2, with a capital Latin letter first"],
  ["/^[A-Z][A-Za-z0-9.-]*$/", "an id such as E012, with a capital Latin letter first"],
]);

function formatReason(issue: Extract<Issue, { code: "invalid_format" }>, value: unknown): string {
  const latin = typeof value === "string" ? inLatinLetters(value) : null;
  if (latin !== null) return `it has Cyrillic letters that look like Latin ones: write ${latin}`;
  const wanted = formats.get(issue.pattern ?? "");
  return wanted === undefined ? notAsItShouldBe : `${notAsItShouldBe}: ${wanted}`;
}

/** The name of a part that an author gives, such as that of a code set. */
function keyReason(issue: Issue | undefined, { path }: Place): string {
  return issue === undefined ? notAsItShouldBe : reasonOf(issue, { path, value: String(path.at(-1)) });
}

/** None of several shapes: the one that fits but for its writing, or all that could stand here. */
function unionReason(issue: Extract<Issue, { code: "invalid_union" }>, place: Place): string {
  if ("options" in issue && Array.isArray(issue.options)) return `it should be ${oneOf(issue.options.map(written))}`;
  if (place.path.at(-1) === "options") return 'it should be a list of options, { "set": … } or { "chosenIn": … }';
  const firsts = issue.errors.flatMap(([first]) => (first === undefined ? [] : [first]));
  const fitting = firsts.filter(({ code }) => code !== "invalid_type" && code !== "invalid_value");
  const isField = place.path.includes("fields");
  const nearest = isField ? fitting.at(-1) : fitting[0];
  if (nearest !== undefined) return reasonOf(nearest, place);
  const wanted = firsts.flatMap((first) => {
    if (first.code === "invalid_type") return [kindWanted(first.expected, place)];
    return first.code === "invalid_value" ? first.values.map(written) : [];
  });
  return wanted.length === 0 ? notAsItShouldBe : `it should be ${oneOf(wanted)}`;
}
