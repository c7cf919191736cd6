// Members and functions as closures. Implements QL22, QL33, QL36.
import type { PartialDate } from "./answer.ts";
import { isDate, isName, type Value } from "./evaluate.ts";
import type { ScalarValue } from "./expression-value.ts";
import { isList } from "./frame.ts";
import type { HostFunction } from "./host.ts";
import { completedYears, isCompleteDate } from "./partial-date.ts";
import { unreachable } from "./result.ts";
import { textLength } from "./text-length.ts";
import type { PlainFunction } from "./typed-tree.ts";

/** A part of a name or a place. */
export function memberClosure(of: Value, member: string): Value {
  return (frame, locals) => {
    const whole = of(frame, locals);
    if (isName(whole)) {
      if (member === "surname") return whole.surname;
      return member === "given" ? whole.given : whole.patronymic;
    }
    if (typeof whole !== "object" || whole === null || !("country" in whole)) return null;
    switch (member) {
      case "country":
        return whole.country;
      case "kato":
        return whole.kato;
      case "settlement":
        return whole.settlement;
      default:
        return whole.text;
    }
  };
}

/** The functions of the language whose arguments are plain values. */
export function plainClosure(name: PlainFunction, [first, second]: readonly Value[]): Value {
  if (first === undefined) throw new Error("a function without its argument");
  if (name === "completedYears") {
    if (second === undefined) throw new Error("completedYears without its second date");
    return (frame, locals) => {
      const from = first(frame, locals);
      const to = second(frame, locals);
      return isDate(from) && isDate(to) ? completedYears(from, to) : null;
    };
  }
  if (name === "length") {
    return (frame, locals) => {
      const text = first(frame, locals);
      return typeof text === "string" ? textLength(text) : null;
    };
  }
  const part = datePart(name);
  return (frame, locals) => {
    const date = first(frame, locals);
    return isDate(date) ? part(date) : null;
  };
}

/** Parts of a partial date may be unknown: null passes through as it is. */
function datePart(name: "year" | "month" | "day" | "isComplete"): (date: PartialDate) => ScalarValue {
  switch (name) {
    case "year":
      return (date) => date.year;
    case "month":
      return (date) => date.month;
    case "day":
      return (date) => date.day;
    case "isComplete":
      return isCompleteDate;
    default:
      return unreachable(name);
  }
}

/** A host function, called only when all its arguments are known. */
export function hostClosure(host: HostFunction, values: readonly Value[]): Value {
  return (frame, locals) => {
    const known: ScalarValue[] = [];
    for (const value of values) {
      const found = value(frame, locals);
      if (found === null || isList(found)) return null;
      known.push(found);
    }
    return host.apply(...known);
  };
}
