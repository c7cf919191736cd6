// Dates of different precision in comparisons: a day, the month of a `month` question, a literal such as @2010. Two days
// or two months are equal or not; a day and a month never are, so equality of them is a mistake. Implements QL29.
import { report, type CheckContext } from "./check-context.ts";
import type { DatePrecision } from "./compare-values.ts";
import { isDate } from "./evaluate.ts";
import type { ExpressionType } from "./expression-type.ts";
import type { Syntax } from "./syntax-tree.ts";
import type { Typed } from "./typed-tree.ts";

type Compare = Extract<Syntax, { type: "compare" }>;

/** How much of the two dates the comparison looks at; `wrong` if they can never be equal, which is reported. */
export function checkDatePair(
  context: CheckContext,
  syntax: Compare,
  left: Typed,
  right: Typed,
): DatePrecision | "wrong" {
  const [ofLeft, ofRight] = [precisionOf(left), precisionOf(right)];
  const areLiterals = left.node === "constant" && right.node === "constant";
  if (ofLeft === ofRight && (ofLeft === "day" || !areLiterals)) return ofLeft;
  if (syntax.operator === "=" || syntax.operator === "!=") {
    const instead =
      right.node === "constant" ? insteadOf(syntax.left, syntax, right) : insteadOf(syntax.right, syntax, left);
    report(context, { type: "dates-never-equal", at: syntax.at, instead });
    return "wrong";
  }
  // A literal says to what precision its author thinks; two unknown days are looked at day by day.
  if (areLiterals) return "day";
  if (left.node === "constant") return ofLeft;
  return right.node === "constant" ? ofRight : "day";
}

/** False, and reported, if a member of a set can never be the value. */
export function checkDateMember(
  context: CheckContext,
  { operand }: Extract<Syntax, { type: "in" }>,
  typed: Typed,
  member: Typed,
): boolean {
  if (precisionOf(typed) === precisionOf(member)) return true;
  const instead = insteadOf(operand, { operator: "=", left: operand, right: operand }, member);
  report(context, { type: "dates-never-equal", at: member.at, instead });
  return false;
}

/** Of several dates one of which is taken: months only if all of them are. */
export function joinDates(dates: readonly Typed[]): ExpressionType {
  return dates.every((date) => precisionOf(date) === "month") ? { type: "date", precision: "month" } : { type: "date" };
}

/** A literal is as precise as it is written, anything else as its questions are. */
function precisionOf(typed: Typed): DatePrecision {
  if (typed.node === "constant" && isDate(typed.value)) {
    if (typed.value.day !== null) return "day";
    return typed.value.month === null ? "year" : "month";
  }
  return typed.type.type === "date" && typed.type.precision === "month" ? "month" : "day";
}

/** What the author may have meant: `one` compared with the part that `other` has. */
function insteadOf(
  one: Syntax,
  { operator, left, right }: Pick<Compare, "operator" | "left" | "right">,
  other: Typed,
): string {
  const value = other.node === "constant" && isDate(other.value) ? other.value : null;
  const name = nameOf(one);
  const join = operator === "!=" ? "or" : "and";
  if (value === null) {
    const [a, b] = [nameOf(left), nameOf(right)];
    return `year(${a}) ${operator} year(${b}) ${join} month(${a}) ${operator} month(${b})`;
  }
  const { year, month, day } = value;
  if (month === null) return `year(${name}) ${operator} ${year}`;
  if (day !== null) return `${name} ${operator} @${year}-${String(month).padStart(2, "0")}`;
  return `year(${name}) ${operator} ${year} ${join} month(${name}) ${operator} ${month}`;
}

function nameOf(syntax: Syntax): string {
  return syntax.type === "name" ? syntax.name : "…";
}
