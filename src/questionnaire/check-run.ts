// One run of the checks over a set of files: what was found wrong, and each calculation checked once, when first needed.
import { checkExpression, type Surroundings } from "./check-expression.ts";
import type { DefinitionError, ExpressionProblem } from "./definition-error.ts";
import type { ExpressionType } from "./expression-type.ts";
import type { WriteFill } from "./fill-words.ts";
import type { QuestionnaireHost } from "./host.ts";
import type { LaidOut } from "./lay-out.ts";
import type { CalculationSlot, Layout } from "./layout.ts";
import { limits } from "./limits.ts";
import { err, type Result } from "./result.ts";
import type { CheckedExpression } from "./typed-tree.ts";

/** A place in a file, for errors. */
export interface Where {
  readonly file: string;
  readonly place: string;
}

/** A named fill that is right: where its value stands, and its words. */
export interface CheckedNamedFill {
  readonly layout: Layout;
  readonly write: WriteFill;
}

export interface CheckRun {
  readonly laidOut: LaidOut;
  readonly host: QuestionnaireHost;
  readonly errors: DefinitionError[];
  /** Calculations by slot; null for one that is wrong. */
  readonly calculations: Map<CalculationSlot, CheckedExpression | null>;
  /** Looks at items of lists that the expressions so far need. */
  looks: number;
  /** Fills by id, checked before the texts; null for one that is wrong. */
  readonly fills: Map<string, CheckedNamedFill | null>;
  surroundings(layout: Layout): Surroundings;
}

export function startRun(laidOut: LaidOut, host: QuestionnaireHost): CheckRun {
  const run: CheckRun = {
    laidOut,
    host,
    errors: [...laidOut.errors],
    calculations: new Map(),
    looks: 0,
    fills: new Map(),
    surroundings: (layout) => ({ layout, names: laidOut.names, host, settle: (slot) => settle(run, slot) }),
  };
  return run;
}

/**
 * The type of a calculation, checked with all that it needs; null if it is wrong. What is needed waits in a list of its
 * own, not in calls inside calls: no chain is too long for it, and a circle is what stands in the list already.
 */
function settle(run: CheckRun, slot: CalculationSlot): ExpressionType | null {
  const open: CalculationSlot[] = [slot];
  const circular = new Set<CalculationSlot>();
  for (let next = open.at(-1); next !== undefined; next = open.at(-1)) {
    if (run.calculations.has(next)) {
      open.pop();
      continue;
    }
    const needed = new Set<CalculationSlot>();
    const result = checkExpression(
      next.expression,
      {
        ...run.surroundings(next.layout),
        settle: (other) => {
          if (!run.calculations.has(other) && !circular.has(other)) needed.add(other);
          return run.calculations.get(other)?.typed.type ?? null;
        },
      },
      null,
    );
    for (const other of needed) {
      const start = open.indexOf(other);
      if (start < 0) open.push(other);
      else reportCircle(run, [...open.slice(start), other], circular);
    }
    if (needed.size === 0) run.calculations.set(next, oneValue(run, next, result));
  }
  return run.calculations.get(slot)?.typed.type ?? null;
}

/** Named once, at the calculation that needs itself; whatever reads that one is silent about it from then on. */
function reportCircle(run: CheckRun, circle: readonly CalculationSlot[], circular: Set<CalculationSlot>): void {
  const slot = circle.at(-1);
  if (slot === undefined) return;
  circular.add(slot);
  run.errors.push({ type: "cycle", file: slot.file, place: slot.place, names: circle.map(({ id }) => id) });
}

/** A calculation holds one value: a list has no place outside a quantifier. */
function oneValue(
  run: CheckRun,
  slot: CalculationSlot,
  result: Result<CheckedExpression, readonly ExpressionProblem[]>,
): CheckedExpression | null {
  const checked = checkAt(run, slot, slot.expression, result);
  if (checked?.typed.type.type !== "list") return checked;
  const problem: ExpressionProblem = { type: "type-wrong", at: 0, expected: "one value", found: "list" };
  return checkAt(run, slot, slot.expression, err([problem]));
}

/** The expression, or null with its problems reported at the place. */
export function checkAt(
  run: CheckRun,
  where: Where,
  expression: string,
  result: Result<CheckedExpression, readonly ExpressionProblem[]>,
): CheckedExpression | null {
  const { file, place } = where;
  if (result.ok) {
    const before = run.looks;
    run.looks += result.value.looks;
    const isFirstBeyond = before <= limits.looks && run.looks > limits.looks;
    if (isFirstBeyond) run.errors.push({ type: "too-big", file, place, limit: "looks", max: limits.looks });
    return result.value;
  }
  for (const problem of result.error) run.errors.push({ ...problem, file, place, expression });
  return null;
}

/** A condition standing in a layout; null if there is none or it is wrong. */
export function checkCondition(
  run: CheckRun,
  where: Where,
  source: string | undefined,
  layout: Layout,
): CheckedExpression | null {
  if (source === undefined) return null;
  return checkAt(run, where, source, checkExpression(source, run.surroundings(layout), "boolean"));
}
