// The census forms themselves for the bench: the files as texts, 1,000 finished forms as they are sealed, a household.
import { readFileSync } from "node:fs";
import { censusHost, personQuestionnaire, withCalendarDays } from "#census";
import { FormLine } from "#fieldwork";
import {
  compileQuestionnaire,
  openInterview,
  type Answer,
  type AnswerPath,
  type ContextRecord,
  type Interview,
} from "#questionnaire";
import fc from "fast-check";
import { judgeForm } from "../../src/server/opener/opening.ts";
import { finish, opened, personCase } from "../support/questionnaire/census-interviews.ts";
import { formOfAResident } from "../support/server/resident-form.ts";
import { code, codes, count, date } from "../support/questionnaire/conversation.ts";

const readForm = (name: string): string => withCalendarDays(readFileSync(`src/census/forms/${name}.json`, "utf8"));

/** Reads, compiles and checks the five files as the two questionnaires they are. Throws if they are not whole. */
export function loadInstrument(): void {
  const texts = [["f1", "f3", "f4"].map(readForm), ["f1-premises", "f2"].map(readForm)];
  for (const files of texts) {
    const result = compileQuestionnaire(
      files.map((text): unknown => JSON.parse(text)),
      censusHost,
    );
    if (!result.ok) throw new Error("the census forms do not compile");
  }
}

/** Lines of a batch, as many: adults of all sorts who answered everything, each form finished on the tablet. */
export function finishedForms(number: number): readonly string[] {
  const sealed = formOfAResident();
  const cases = fc.sample(personCase, { numRuns: number, seed: 2021 });
  return cases.map((made, index) => {
    const answers = new Map([
      ...made.answers,
      ["L04", code("1")] as const,
      ["L07", code("3")] as const,
      ["P05", date(`${1945 + (index % 60)}-05-17`)] as const,
    ]);
    const interview = opened(made);
    finish(interview, { ...made, answers });
    const { persons: _others, ...context } = made.context;
    const confirmations = interview.confirmations().map((one) => ({ ...one, atMs: sealed.finishedAtMs }));
    return JSON.stringify({ ...sealed, answers: interview.exported(), confirmations, context });
  });
}

/** What the opener does with a line of a batch. Throws where it finds anything against it. */
export function judgeLine(line: string): void {
  const verdict = judgeForm(FormLine.parse(JSON.parse(line)), personQuestionnaire());
  if (verdict !== null) throw new Error(`the server refuses a finished form: ${verdict}`);
}

/** A woman's form, half answered, in an institution of so many people of whom a third are of her family group. */
export function interviewInHousehold(persons: number): Interview {
  const others = Array.from({ length: persons - 1 }, (_none, index): ContextRecord => {
    const isKin = index % 3 === 0;
    return {
      line: index + 2,
      iin: `15062019${String(index).padStart(4, "0")}`,
      surname: "Сынақов",
      given: `Тест${index}`,
      patronymic: null,
      born: { year: 1950 + (index % 70), month: 1 + (index % 12), day: 15 },
      sex: index % 2 === 0 ? "1" : "2",
      relationship: isKin ? String(2 + (index % 9)) : "12",
      familyGroup: isKin ? 1 : null,
      spouse: null,
    };
  });
  const context = { institutionKind: "I-02", proxy: false, source: "respondent", line: 1, persons: others };
  const answers = {
    L04: code("1"),
    L07: code("3"),
    P03: code("1"),
    "P03.group": count(1),
    P04: code("2"),
    P05: date("1975-06-15"),
  };
  return openInterview(personQuestionnaire(), { context, answers });
}

/** Answers that change what is asked, what is offered and what is objected to over the whole household, turn by turn. */
export function censusTurn(turn: number): readonly [AnswerPath, Answer] {
  const turns: readonly (readonly [AnswerPath, Answer])[] = [
    ["P05", date(`${1940 + (turn % 80)}-06-15`)],
    ["P03", code(String(1 + (turn % 10)))],
    ["P04", code(turn % 3 === 0 ? "1" : "2")],
    [
      "P02",
      { state: "answered", value: { kind: "name", surname: "Сынақов", given: `Тест${turn % 9}`, patronymic: null } },
    ],
    ["P37", codes(String(1 + (turn % 12)), "9")],
    ["P26", code(String(1 + (turn % 6)))],
    ["P38", code(String(1 + (turn % 5)))],
  ];
  return turns[turn % turns.length] ?? ["P22", code("6")];
}
