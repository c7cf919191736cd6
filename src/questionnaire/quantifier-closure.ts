// Quantifiers over the records of a context list and the rows of a roster. Implements QL37, QL38.
import type { Evaluate, Locals, NodeOf, Value } from "./evaluate.ts";
import type { Frame } from "./frame.ts";
import { and, or, type Truth } from "./three-valued.ts";

/** Calls `visit` with each item in its place; unknown lists are not visited. Stops when `visit` returns true. */
function visitItems(
  typed: NodeOf<"quantifier">,
  list: Value,
): (frame: Frame, locals: Locals, visit: () => boolean) => boolean {
  const { local } = typed;
  const isRows = typed.list.node === "read" && typed.list.slot.kind === "question";
  return (frame, locals, visit) => {
    const items = list(frame, locals);
    if (!Array.isArray(items)) return false;
    for (const item of items) {
      if (isRows) locals.rows[local] = item;
      else locals.records[local] = item;
      if (visit()) break;
    }
    return true;
  };
}

/** `any` and `all`: stops at the first item that decides. */
export function someOrEvery(typed: NodeOf<"quantifier">, list: Value, body: Evaluate<Truth>): Evaluate<Truth> {
  const visitAll = visitItems(typed, list);
  const deciding = typed.quantifier === "any";
  const join = deciding ? or : and;
  return (frame, locals) => {
    let truth: Truth = !deciding;
    const isKnown = visitAll(frame, locals, () => {
      truth = join(truth, body(frame, locals));
      return truth === deciding;
    });
    return isKnown ? truth : null;
  };
}

/** `count` and `sum`: one unknown item makes the whole unknown. */
export function countOrSum(typed: NodeOf<"quantifier">, list: Value, body: Value): Evaluate<number | null> {
  const visitAll = visitItems(typed, list);
  return (frame, locals) => {
    let total: number | null = 0;
    const isKnown = visitAll(frame, locals, () => {
      const found = body(frame, locals);
      if (total === null || found === null) total = null;
      else total += typeof found === "number" ? found : Number(found === true);
      return total === null;
    });
    return isKnown ? total : null;
  };
}
