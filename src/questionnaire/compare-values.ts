// Equality and order of known values. A partial date is all the days it can be: it is before another date
// only if every one of its days is. Implements QL28–QL29.
import type { PartialDate } from "./answer.ts";
import type { NameValue } from "./expression-value.ts";
import { earliestDay, isCompleteDate, latestDay } from "./partial-date.ts";
import type { ComparisonOperator } from "./syntax-tree.ts";
import { not, type Truth } from "./three-valued.ts";

/** Orders two dates, or says that their unknown parts decide. */
export function compareDates(operator: ComparisonOperator, a: PartialDate, b: PartialDate): Truth {
  switch (operator) {
    case "=":
      if (latestDay(a) < earliestDay(b) || latestDay(b) < earliestDay(a)) return false;
      return isCompleteDate(a) && isCompleteDate(b) ? true : null;
    case "!=":
      return not(compareDates("=", a, b));
    case "<":
      if (latestDay(a) < earliestDay(b)) return true;
      return earliestDay(a) >= latestDay(b) ? false : null;
    case "<=":
      return not(compareDates("<", b, a));
    case ">":
      return compareDates("<", b, a);
    default:
      return not(compareDates("<", a, b));
  }
}

/** Orders two numbers. */
export function compareNumbers(operator: ComparisonOperator, a: number, b: number): boolean {
  switch (operator) {
    case "=":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    default:
      return a >= b;
  }
}

/** Letter by letter in all three parts; anything more forgiving is a host function's business. */
export function isSameName(a: NameValue, b: NameValue): boolean {
  return a.surname === b.surname && a.given === b.given && a.patronymic === b.patronymic;
}
