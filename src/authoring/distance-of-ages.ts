// An age of which the date is known in part can still be below or above a number. Follows QL36.
import { compareSpans, completedYearsSpan, type ScalarValue, type Span, type Syntax } from "#questionnaire";
import { isDate } from "./plain-functions.ts";
import { calculationOf, find, type Scope } from "./trial-scope.ts";

type ValueOf = (syntax: Syntax, scope: Scope) => ScalarValue;

/** Whether a comparison of ages holds; null where unknown parts decide, or where it compares anything else. */
export function agesHold(
  { operator, left, right }: Extract<Syntax, { type: "compare" }>,
  scope: Scope,
  valueOf: ValueOf,
): boolean | null {
  const [a, b] = [spanOf(left, scope, valueOf), spanOf(right, scope, valueOf)];
  return a === null || b === null ? null : compareSpans(operator, a, b);
}

function spanOf(syntax: Syntax, scope: Scope, valueOf: ValueOf): Span | null {
  const age = ageOf(syntax, scope);
  if (age !== null) {
    const [from = null, to = null] = age.dates.map((date) => valueOf(date, age.scope));
    return isDate(from) && isDate(to) ? completedYearsSpan(from, to) : null;
  }
  const value = valueOf(syntax, scope);
  return typeof value === "number" ? { least: value, most: value } : null;
}

/** The dates of an age that stands here, or in a calculation that is nothing else and no item's. */
function ageOf(syntax: Syntax, scope: Scope): { readonly dates: readonly Syntax[]; readonly scope: Scope } | null {
  if (syntax.type === "call") return syntax.name === "completedYears" ? { dates: syntax.arguments, scope } : null;
  if (syntax.type !== "name" || scope.items.has(syntax.name.split(".")[0] ?? "")) return null;
  const found = find(scope, syntax.name);
  if (found?.kind !== "meaning" || found.meaning.kind !== "calculation") return null;
  const calculation = calculationOf(found.scope, found.meaning.id).syntax;
  const isAge = calculation.type === "call" && calculation.name === "completedYears";
  return isAge ? { dates: calculation.arguments, scope: { ...found.scope, items: new Map() } } : null;
}
