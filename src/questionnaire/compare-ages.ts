// Comparing an age whose date is known in part: everybody born in 1990 is under 40, whatever the day. The age itself is
// unknown then, so the comparison looks at the fewest and the most years there can be. Implements QL36.
import { compareSpans } from "./compare-values.ts";
import { isDate, type Evaluate, type NodeOf, type Value } from "./evaluate.ts";
import { completedYearsSpan, type Span } from "./partial-date.ts";
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
    return compareSpans(operator, a, b);
  };
}

function isAge(typed: Typed): typed is Typed & NodeOf<"plain"> {
  return typed.node === "plain" && typed.name === "completedYears";
}

/** A number that is known is the span of itself. */
function spanClosure(typed: Typed, toClosure: (typed: Typed) => Value): Evaluate<Span | null> {
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
