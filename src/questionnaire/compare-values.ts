// Equality and order of known values. A partial date is all the days it can be: it is before another date
// only if every one of its days is. Implements QL28–QL29.
import type { PartialDate } from "./answer.ts";
import type { NameValue } from "./expression-value.ts";
import { earliestDay, latestDay, type Span } from "./partial-date.ts";
import type { ComparisonOperator } from "./syntax-tree.ts";
import type { Truth } from "./three-valued.ts";

/** How much of two dates a comparison looks at. */
export type DatePrecision = "year" | "month" | "day";

/** What is taken off a day of `earliestDay` to look at no more than this. */
const divisorByPrecision = { day: 1, month: 100, year: 10_000 } as const;

/** Compares two dates, or says that their unknown parts decide; to the month, any day of May 2021 is May 2021. */
export function compareDates(
  operator: ComparisonOperator,
  a: PartialDate,
  b: PartialDate,
  precision: DatePrecision = "day",
): Truth {
  return compareSpans(operator, dateSpan(a, precision), dateSpan(b, precision));
}

function dateSpan(date: PartialDate, precision: DatePrecision): Span {
  const divisor = divisorByPrecision[precision];
  return { least: Math.floor(earliestDay(date) / divisor), most: Math.floor(latestDay(date) / divisor) };
}

/** Whether the comparison holds for all that the two can be; null where it does for some of it only. */
export function compareSpans(operator: ComparisonOperator, a: Span, b: Span): Truth {
  if (operator === "=" || operator === "!=") {
    const isApart = a.most < b.least || b.most < a.least;
    if (isApart) return operator === "!=";
    return a.least === a.most && b.least === b.most ? operator === "=" : null;
  }
  const nearest = compareNumbers(operator, a.most, b.least);
  return compareNumbers(operator, a.least, b.most) === nearest ? nearest : null;
}

/** Decimals that count when numbers are compared; questions take at most six. */
const comparedDecimals = 9;
/** Digits that a number in memory holds for certain: of large numbers fewer decimals count. */
const certainDigits = 15;

/** The number as people mean it: 0.1 + 0.2 is 0.3, which it is not in memory. Whole numbers stay as they are. */
export function comparableNumber(number: number): number {
  if (Number.isInteger(number)) return number;
  return Number(Number(number.toFixed(comparedDecimals)).toPrecision(certainDigits));
}

/** Orders two numbers, to nine decimals. */
export function compareNumbers(operator: ComparisonOperator, one: number, other: number): boolean {
  const [a, b] = [comparableNumber(one), comparableNumber(other)];
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
