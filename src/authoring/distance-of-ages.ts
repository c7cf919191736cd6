// An age of which the date is known in part can still be below or above a number. Follows QL36.
import { compareYears, completedYearsSpan, type ScalarValue, type Syntax, type YearsSpan } from "#questionnaire";
import { isDate } from "./plain-functions.ts";

/** Whether a comparison of ages holds; null where unknown parts decide, or where it compares anything else. */
export function agesHold(
  { operator, left, right }: Extract<Syntax, { type: "compare" }>,
  valueOf: (syntax: Syntax) => ScalarValue,
): boolean | null {
  const spanOf = (syntax: Syntax): YearsSpan | null => {
    if (syntax.type === "call" && syntax.name === "completedYears") {
      const [from = null, to = null] = syntax.arguments.map(valueOf);
      return isDate(from) && isDate(to) ? completedYearsSpan(from, to) : null;
    }
    const value = valueOf(syntax);
    return typeof value === "number" ? { least: value, most: value } : null;
  };
  const [a, b] = [spanOf(left), spanOf(right)];
  return a === null || b === null ? null : compareYears(operator, a, b);
}
