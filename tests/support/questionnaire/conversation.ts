// An interview told as a conversation: what is answered, what is asked then, what is objected to.
import {
  checkFinished,
  compileQuestionnaire,
  explainDefinitionError,
  hostFunction,
  openInterview,
  unanswered,
  type Answer,
  type AnswerValue,
  type DefinitionError,
  type Interview,
  type InterviewStart,
  type PartialDate,
  type Questionnaire,
  type QuestionnaireHost,
  type QuestionView,
} from "#questionnaire";

import { words } from "./form.ts";

const listCodes: Readonly<Record<string, readonly string[]>> = {
  language: ["kaz", "rus", "eng", "uzb"],
  country: ["KZ", "UZ", "DE"],
  kato: ["433230100", "431010000"],
};

/** Lists of a few codes, and three functions of different types. */
export const demoHost: QuestionnaireHost = {
  lists: new Set(Object.keys(listCodes)),
  hasCode: (list, code) => listCodes[list]?.includes(code) === true,
  textOf: (list, code) => (listCodes[list]?.includes(code) === true ? words(`name of ${code}`) : null),
  functions: {
    startsWithA: hostFunction({ parameters: ["text"], result: "boolean", apply: (text) => text.startsWith("A") }),
    double: hostFunction({ parameters: ["number"], result: "number", apply: (number) => number * 2 }),
    isRemote: hostFunction({ parameters: ["code"], result: "boolean", apply: (code) => code === "DE" }),
    birthDateIn: hostFunction({
      parameters: ["text"],
      result: "date",
      apply: (text) => (/^\d{6}/.test(text) ? dateFromDigits(text) : null),
    }),
  },
};

function dateFromDigits(text: string): PartialDate {
  return { year: 2000 + Number(text.slice(0, 2)), month: Number(text.slice(2, 4)), day: Number(text.slice(4, 6)) };
}

/** The questionnaire, or a failure that says in words what is wrong with it. */
export function compiled(...files: readonly unknown[]): Questionnaire {
  const result = compileQuestionnaire(files, demoHost);
  if (!result.ok) throw new Error(result.error.map(explainDefinitionError).join("\n"));
  return result.value;
}

/** The errors of files that must not compile. */
export function refusals(...files: readonly unknown[]): readonly DefinitionError[] {
  const result = compileQuestionnaire(files, demoHost);
  if (result.ok) throw new Error("the files compiled");
  return result.error;
}

export const refused: Answer = { state: "refused" };
export const dontKnow: Answer = { state: "unknown" };
export { unanswered };

export function answered(value: AnswerValue): Answer {
  return { state: "answered", value };
}

export function code(text: string): Answer {
  return answered({ kind: "code", code: text });
}

export function codes(...list: readonly string[]): Answer {
  return answered({ kind: "codes", codes: [...list] });
}

export function count(number: number): Answer {
  return answered({ kind: "number", number });
}

export function text(line: string): Answer {
  return answered({ kind: "text", text: line });
}

export function name(surname: string, given: string, patronymic: string | null = null): Answer {
  return answered({ kind: "name", surname, given, patronymic });
}

/** `2010-03-17`, `2010-03` or `2010`; not checked against the calendar. */
export function date(written: string): Answer {
  return answered({ kind: "date", date: partialDate(written) });
}

export function partialDate(written: string): PartialDate {
  const [year, month, day] = written.split("-").map(Number);
  return { year: year ?? 2000, month: month ?? null, day: day ?? null };
}

export function month(written: string): Answer {
  const [year, number] = written.split("-").map(Number);
  return answered({ kind: "month", year: year ?? 2000, month: number ?? null });
}

export function place(
  country: string,
  kato: string | null = null,
  settlement: "urban" | "rural" | null = null,
): Answer {
  return answered({ kind: "place", country, kato, settlement, text: null });
}

export function line(number: number): Answer {
  return answered({ kind: "line", line: number });
}

export function alternative(choice: string): Answer {
  return { state: "alternative", code: choice };
}

export function proposed(value: Answer): Answer {
  if (value.state !== "answered") throw new Error("only a value can be proposed");
  return { state: "proposed", value: value.value, origin: "list" };
}

/** Begins an interview over a questionnaire or its files. */
export function begin(
  questionnaire: Questionnaire | readonly unknown[],
  start: Partial<InterviewStart> = {},
): Interview {
  const whole = Array.isArray(questionnaire) ? compiled(...questionnaire) : questionnaire;
  if (!("plan" in whole)) throw new Error("not a questionnaire");
  return openInterview(whole, { context: {}, answers: {}, ...start });
}

/** Every path that is asked now, fields and rows included. */
export function asked(interview: Interview): readonly string[] {
  return interview
    .sections()
    .flatMap((section) => section.paths)
    .flatMap((path) => askedWithin(interview.question(path)));
}

function askedWithin(view: QuestionView): readonly string[] {
  const inside = [...view.fields, ...view.rows.flatMap((row) => row.fields)];
  return [view.path, ...inside.filter((field) => field.relevant).flatMap(askedWithin)];
}

/** The ids of the findings that stand, with the path of each. */
export function objections(interview: Interview): readonly string[] {
  return interview.findings().map(({ edit, paths }) => `${edit} at ${paths.join(", ")}`);
}

/** What stands in the way of finishing, in short words. */
export function obstacles(interview: Interview): readonly string[] {
  return checkFinished(interview).map((block) =>
    block.type === "unanswered" ? `unanswered ${block.path}` : `${block.type} ${block.finding.edit}`,
  );
}

/** The codes of the options offered at a path. */
export function offered(interview: Interview, path: string): readonly string[] {
  return interview.question(path).options.map((option) => option.code);
}
