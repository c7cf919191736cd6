// Comparisons as closures. Implements QL28–QL30.
import { comparableNumber, compareDates, compareNumbers, isSameName } from "./compare-values.ts";
import { isDate, isName, type Evaluate, type NodeOf, type Value } from "./evaluate.ts";
import type { SlotValue } from "./frame.ts";
import { or, type Truth } from "./three-valued.ts";

/** `=`, `!=` and the order of numbers and dates. */
export function compareClosure(typed: NodeOf<"compare">, left: Value, right: Value): Evaluate<Truth> {
  const { operator, precision } = typed;
  const isEquality = operator === "=" || operator === "!=";
  const type = typed.left.type.type;
  if (isEquality && type !== "number" && type !== "date" && type !== "name") {
    const whenSame = operator === "=";
    return (frame, locals) => {
      const a = left(frame, locals);
      const b = right(frame, locals);
      return a === null || b === null ? null : (a === b) === whenSame;
    };
  }
  return (frame, locals) => {
    const a = left(frame, locals);
    const b = right(frame, locals);
    if (typeof a === "number" && typeof b === "number") return compareNumbers(operator, a, b);
    if (isDate(a) && isDate(b)) return compareDates(operator, a, b, precision ?? "day");
    if (isName(a) && isName(b)) return isSameName(a, b) === (operator === "=");
    return null;
  };
}

/** `x in {…}`. */
export function inClosure(typed: NodeOf<"in">, operand: Value): Evaluate<Truth> {
  const { type } = typed.operand;
  if (type.type === "date") {
    const { precision = "day" } = type;
    const dates = typed.members.filter(isDate);
    return (frame, locals) => {
      const found = operand(frame, locals);
      if (!isDate(found)) return null;
      return dates.reduce<Truth>((truth, date) => or(truth, compareDates("=", found, date, precision)), false);
    };
  }
  const members = new Set<SlotValue>(typed.members.map(toMember));
  return (frame, locals) => {
    const found = operand(frame, locals);
    return found === null ? null : members.has(toMember(found));
  };
}

function toMember(value: SlotValue): SlotValue {
  return typeof value === "number" ? comparableNumber(value) : value;
}
