// How much of two dates a comparison looks at. Follows QL29.
import type { DatePrecision, Syntax } from "#questionnaire";
import { calculationOf, find, type Scope } from "./trial-scope.ts";

/** Months of two questions, or what a literal has; unknown days otherwise. */
export function precisionOfPair(left: Syntax, right: Syntax, scope: Scope): DatePrecision {
  const [written, other] = [precisionOfLiteral(left), precisionOfLiteral(right)];
  if (written !== null && other !== null) return "day";
  return written ?? other ?? (isMonth(left, scope) && isMonth(right, scope) ? "month" : "day");
}

/** Null for anything but a date. */
export function precisionOfLiteral(syntax: Syntax): DatePrecision | null {
  if (syntax.type !== "date") return null;
  if (syntax.value.day !== null) return "day";
  return syntax.value.month === null ? "year" : "month";
}

/** Never more than a month: the value of a `month` question, or one of several such. */
function isMonth(syntax: Syntax, scope: Scope): boolean {
  if (syntax.type === "date") return precisionOfLiteral(syntax) === "month";
  if (syntax.type === "call" && (syntax.name === "firstKnown" || syntax.name === "if")) {
    const choices = syntax.name === "if" ? syntax.arguments.slice(1) : syntax.arguments;
    return choices.every((choice) => isMonth(choice, scope));
  }
  const found = syntax.type === "name" ? find(scope, syntax.name) : null;
  if (found?.kind !== "meaning" || found.meaning.kind === "row-number" || found.meaning.kind === "context")
    return false;
  if (found.meaning.kind === "question") return found.meaning.question.definition.type === "month";
  return isMonth(calculationOf(found.scope, found.meaning.id).syntax, found.scope);
}
