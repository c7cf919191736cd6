// Small questions about expressions and trials that need no distance.
import type { Answer, LiteralSyntax, ScalarValue, Syntax } from "#questionnaire";
import type { ModelQuestion } from "./condition-model.ts";
import { compareValues } from "./plain-functions.ts";
import { precisionOfLiteral } from "./distance-of-dates.ts";
import { scopesOfItems, type Scope } from "./trial-scope.ts";
import { rowsAt } from "./trial.ts";

/** An answer that is missing costs more than one that is wrong. */
export const missing = 2;

export type Call = Extract<Syntax, { type: "call" }>;

export function literal(one: LiteralSyntax): ScalarValue {
  return one.value;
}

/** Members of a set of dates are all as precise as the value: the compiler refused any other. */
export function memberHit(value: ScalarValue, members: readonly LiteralSyntax[]): boolean | null {
  const hits = members.map((member) => compareValues("=", value, member.value, precisionOfLiteral(member) ?? "day"));
  return hits.includes(true) ? true : hits.includes(null) ? null : false;
}

export function hasMark(marks: ScalarValue, wanted: readonly ScalarValue[]): boolean {
  return Array.isArray(marks) && wanted.some((mark) => marks.includes(mark));
}

export function itemsOf(call: Call, scope: Scope): ReturnType<typeof scopesOfItems> {
  const [list, lambda] = call.arguments;
  if (list?.type !== "name") return { items: [], next: null };
  return scopesOfItems(scope, list.name, lambda?.type === "lambda" ? lambda.parameter : "");
}

export function bodyOf(call: Call): Syntax | null {
  const lambda = call.arguments[1];
  return lambda?.type === "lambda" ? lambda.body : null;
}

export function isTakenAsWhole(scope: Scope, path: string): boolean {
  const state = scope.trial.answers.get(path)?.state;
  return state === "refused" || state === "unknown" || state === "alternative";
}

export function isRowThere(scope: Scope, roster: ModelQuestion): boolean {
  const row = scope.rows.get(roster.id);
  if (row === undefined) return false;
  const [, path = "", number = "0"] = /^(.*)\[(\d+)\]$/.exec(row) ?? [];
  return rowsAt(scope.trial, path).includes(Number(number));
}

export function sumOf<T>(list: readonly T[], amount: (member: T) => number): number {
  return list.reduce((sum, member) => sum + amount(member), 0);
}

/** Whether an answer is what a state test asks for. */
export function isInState(test: Call, answer: Answer): boolean {
  const [, code] = test.arguments;
  if (test.name === "chose")
    return answer.state === "alternative" && code?.type === "text" && answer.code === code.value;
  return test.name === "given" ? answer.state !== "unanswered" : answer.state === test.name;
}
