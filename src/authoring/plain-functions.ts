// The small arithmetic of the search: what the language's functions give for known values. The engine has the last
// word on every example, so this decides only where the search looks next.
import {
  compareDates,
  compareNumbers,
  completedYears,
  type ComparisonOperator,
  type DatePrecision,
  type PartialDate,
  type QuestionnaireHost,
  type ScalarValue,
} from "#questionnaire";

export function isDate(value: ScalarValue): value is PartialDate {
  return typeof value === "object" && value !== null && "year" in value;
}

/** Whether the comparison holds; null where unknown parts decide or the two cannot be compared. */
export function compareValues(
  operator: ComparisonOperator,
  left: ScalarValue,
  right: ScalarValue,
  precision: DatePrecision = "day",
): boolean | null {
  if (left === null || right === null) return null;
  if (typeof left === "number" && typeof right === "number") return compareNumbers(operator, left, right);
  if (isDate(left) && isDate(right)) return compareDates(operator, left, right, precision);
  const isSame = JSON.stringify(left) === JSON.stringify(right);
  return operator === "=" ? isSame : operator === "!=" ? !isSame : null;
}

/** How far two values are from one another: 0 the same, 1 as far as can be. */
export function gapBetween(left: ScalarValue, right: ScalarValue): number {
  if (typeof left === "number" && typeof right === "number") return shrink(Math.abs(left - right));
  if (isDate(left) && isDate(right)) return shrink(Math.abs(dayNumber(left) - dayNumber(right)) / 30);
  return 0.5;
}

function shrink(distance: number): number {
  return distance / (distance + 20);
}

/** Days on a calendar whose months all have 31: orders and measures well enough for a search. */
function dayNumber({ year, month, day }: PartialDate): number {
  return year * 372 + ((month ?? 1) - 1) * 31 + (day ?? 1);
}

export function arithmetic(operator: string, left: ScalarValue, right: ScalarValue): number | null {
  if (typeof left !== "number" || typeof right !== "number") return null;
  if (operator === "+") return left + right;
  if (operator === "-") return left - right;
  if (operator === "*") return left * right;
  return right === 0 ? null : left / right;
}

/** `year`, `month`, `day`, `length`, `completedYears`, `isComplete`; undefined for another name. */
function plainFunction(name: string, values: readonly ScalarValue[]): ScalarValue | undefined {
  const [first = null, second = null] = values;
  switch (name) {
    case "year":
      return isDate(first) ? first.year : null;
    case "month":
      return isDate(first) ? first.month : null;
    case "day":
      return isDate(first) ? first.day : null;
    case "isComplete":
      return isDate(first) ? first.day !== null : null;
    case "length":
      return typeof first === "string" ? Array.from(first).length : null;
    case "completedYears":
      return isDate(first) && isDate(second) ? completedYears(first, second) : null;
    default:
      return undefined;
  }
}

/** The result of a function of the language or of the host, for known values. */
export function resultOf(name: string, values: readonly ScalarValue[], { functions }: QuestionnaireHost): ScalarValue {
  const plain = plainFunction(name, values);
  if (plain !== undefined) return plain;
  return (Object.hasOwn(functions, name) ? functions[name]?.apply(...values) : undefined) ?? null;
}
