// Interviews for the tests, told as facts about an invented person.
import { openInterview, type Answer, type AnswersByPath, type ContextRecord, type Interview } from "#questionnaire";
import { personQuestionnaire } from "#census";

/** What a test says of an answer: a code, marks, a number, or a whole answer. */
export type Told = string | number | readonly string[] | Answer;

export interface Person {
  /** `2010-03-17`, `2010-03` or `2010`. */
  readonly born?: string;
  readonly sex?: "1" | "2";
  readonly category?: "1" | "2" | "3" | "4";
  readonly kind?: string;
  readonly source?: "respondent" | "family" | "legal-representative" | "administration";
  /** Of the administration. */
  readonly basis?: "document" | "oral";
  /** The date of birth on the list of stage 1. */
  readonly listed?: string | null;
  readonly others?: readonly ContextRecord[];
  readonly answers?: Readonly<Record<string, Told>>;
}

export const refused: Answer = { state: "refused" };
export const unknown: Answer = { state: "unknown" };

export function alternative(code: string): Answer {
  return { state: "alternative", code };
}

export function text(value: string): Answer {
  return { state: "answered", value: { kind: "text", text: value } };
}

export function named(surname: string, given: string, patronymic: string | null = null): Answer {
  return { state: "answered", value: { kind: "name", surname, given, patronymic } };
}

export function place(
  country: string,
  kato: string | null = null,
  settlement: "urban" | "rural" | null = null,
): Answer {
  return { state: "answered", value: { kind: "place", country, kato, settlement, text: null } };
}

export function spouse(line: number): Answer {
  return { state: "answered", value: { kind: "line", line } };
}

export function month(written: string): Answer {
  const [year, ofYear] = written.split("-").map(Number);
  return { state: "answered", value: { kind: "month", year: year ?? 0, month: ofYear ?? null } };
}

export function date(written: string): Answer {
  const [year, ofYear, ofMonth] = written.split("-").map(Number);
  const parts = { year: year ?? 0, month: ofYear ?? null, day: ofMonth ?? null };
  return { state: "answered", value: { kind: "date", date: parts } };
}

function answerOf(told: Told): Answer {
  if (typeof told === "string") return { state: "answered", value: { kind: "code", code: told } };
  if (typeof told === "number") return { state: "answered", value: { kind: "number", number: told } };
  if ("state" in told) return told;
  return { state: "answered", value: { kind: "codes", codes: [...told] } };
}

/** What the tablet tells of each answer: all come from one source here. */
function factsOfAnswers(
  given: AnswersByPath,
  source: string,
  basis: string | null,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    personQuestionnaire().answerFacts.map(({ name, question, fact }) => {
      const said = fact === "source" ? source : source === "administration" ? basis : null;
      return [name, given[question] === undefined ? null : said];
    }),
  );
}

/** A usual resident of a social-service centre who answers himself, unless the facts say otherwise. */
export function interviewOf(person: Person): Interview {
  const { born, sex, category = "1", kind = "I-02", source = "respondent", basis, listed = null } = person;
  const { others = [], answers = {} } = person;
  const told: Record<string, Told> = { L04: category, L07: "3", ...answers };
  if (born !== undefined) told.P05 = date(born);
  if (sex !== undefined) told.P04 = sex;
  const given: AnswersByPath = Object.fromEntries(Object.entries(told).map(([path, value]) => [path, answerOf(value)]));
  const who = { proxy: source !== "respondent", ...factsOfAnswers(given, source, basis ?? null) };
  const context = { institutionKind: kind, ...who, line: 1, bornOnList: listed, persons: [...others] };
  return openInterview(personQuestionnaire(), { context, answers: given });
}

/** Questions asked now, without fields. */
export function askedOf(interview: Interview): readonly string[] {
  return interview
    .sections()
    .filter(({ relevant }) => relevant)
    .flatMap(({ paths }) => paths);
}

/** Ids of the edits that fire; values that do not fit are among them as `value/…`. */
export function firedOf(person: Person): readonly string[] {
  return interviewOf(person)
    .findings()
    .map(({ edit }) => edit);
}
