// Comparing an age whose date is known in part: everybody born in 1990 is under 40, whatever the day. The age itself is
// unknown then, so the comparison looks at the fewest and the most years there can be. Implements QL36.
import { compareNumbers } from "./compare-values.ts";
import { isDate, type Evaluate, type NodeOf, type Value } from "./evaluate.ts";
import { completedYearsSpan, type YearsSpan } from "./partial-date.ts";
import type { ComparisonOperator } from "./syntax-tree.ts";
import type { Truth } from "./three-valued.ts";
import type { Typed } from "./typed-tree.ts";

/** The closure of `completedYears(…) < n`, in either order; null for a comparison of anything else. */
export function compareAgesClosure(
  typed: NodeOf<"compare">,
  toClosure: (typed: Typed) => Value,
): Evaluate<Truth> | null {
  const { operator, left, right } = typed;
  if (!isAge(left) && !isAge(right)) return null;
  const [first, second] = [spanClosure(left, toClosure), spanClosure(right, toClosure)];
  return (frame, locals) => {
    const a = first(frame, locals);
    const b = second(frame, locals);
    if (a === null || b === null) return null;
    return compareYears(operator, a, b);
  };
}

/** Whether the comparison holds for all the years there can be. */
export function compareYears(operator: ComparisonOperator, a: YearsSpan, b: YearsSpan): Truth {
  if (operator === "=" || operator === "!=") {
    const isApart = a.most < b.least || b.most < a.least;
    if (isApart) return operator === "!=";
    return a.least === a.most && b.least === b.most ? operator === "=" : null;
  }
  const nearest = compareNumbers(operator, a.most, b.least);
  return compareNumbers(operator, a.least, b.most) === nearest ? nearest : null;
}

function isAge(typed: Typed): typed is Typed & NodeOf<"plain"> {
  return typed.node === "plain" && typed.name === "completedYears";
}

/** A number that is known is the span of itself. */
function spanClosure(typed: Typed, toClosure: (typed: Typed) => Value): Evaluate<YearsSpan | null> {
  if (!isAge(typed)) {
    const value = toClosure(typed);
    return (frame, locals) => {
      const found = value(frame, locals);
      return typeof found === "number" ? { least: found, most: found } : null;
    };
  }
  const [from, to] = typed.arguments.map(toClosure);
  if (from === undefined || to === undefined) throw new Error("completedYears without its dates");
  return (frame, locals) => {
    const born = from(frame, locals);
    const then = to(frame, locals);
    return isDate(born) && isDate(then) ? completedYearsSpan(born, then) : null;
  };
}
