// Evaluates one condition in an interview that holds every kind of value, to write truth tables against.
import { openInterview, type AnswersByPath, type ExpressionValue, type Interview } from "#questionnaire";
import {
  alternatives,
  codeList,
  dateOf,
  form,
  multi,
  nameOf,
  placeOf,
  roster,
  single,
  textLine,
  wholeNumber,
} from "./form.ts";
import { compiled, refusals } from "./conversation.ts";

const special = { special: ["refused", "unknown"] };

/** A form with one question of each type, answered or not by the test. */
export const everything = form(
  [
    single("C", ["1", "2", "3"], { ...special, ...alternatives("0") }),
    single("D", ["1", "2", "9"], special),
    multi("M", ["1", "2", "3"], special),
    wholeNumber("N", -100, 100, special),
    wholeNumber("K", -100, 100, special),
    textLine("T", special),
    nameOf("W"),
    dateOf("B", { partial: true }),
    dateOf("E", { partial: true }),
    codeList("L", { list: "language", freeText: true }),
    placeOf("Z", { countries: "country", home: { country: "KZ", units: "kato" } }),
    roster("R", [wholeNumber("age", 0, 120), single("sex", ["1", "2"])], { ...alternatives("0") }),
  ],
  {
    context: [
      { id: "yes", type: "boolean" },
      { id: "no", type: "boolean" },
      { id: "maybe", type: "boolean" },
      { id: "persons", type: "list", fields: { line: "line", age: "number", sex: "code" } },
    ],
  },
);

function withCalculation(expression: string): Readonly<Record<string, unknown>> {
  return { ...everything, calculations: [{ id: "result", expression }] };
}

/** The value of an expression after these answers; `yes`, `no` and `maybe` are true, false and unknown. */
export function valueOf(
  expression: string,
  answers: AnswersByPath = {},
  context: Readonly<Record<string, ExpressionValue>> = {},
): ExpressionValue {
  return interviewWith(expression, answers, context).value("result");
}

function interviewWith(
  expression: string,
  answers: AnswersByPath = {},
  context: Readonly<Record<string, ExpressionValue>> = {},
): Interview {
  const questionnaire = compiled(withCalculation(expression));
  return openInterview(questionnaire, { context: { yes: true, no: false, ...context }, answers });
}

/** The type of the first error of an expression, with what it says. */
export function problemWith(expression: string): Readonly<Record<string, unknown>> {
  const [first] = refusals(withCalculation(expression));
  return { ...first };
}
