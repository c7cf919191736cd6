// One run of the checks over a set of files: what was found wrong, and each calculation checked once, when first needed.
import { checkExpression, type Surroundings } from "./check-expression.ts";
import type { DefinitionError, ExpressionProblem } from "./definition-error.ts";
import type { ExpressionType } from "./expression-type.ts";
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

export interface CheckRun {
  readonly laidOut: LaidOut;
  readonly host: QuestionnaireHost;
  readonly errors: DefinitionError[];
  /** Calculations by slot; null for one that is wrong. */
  readonly calculations: Map<CalculationSlot, CheckedExpression | null>;
  surroundings(layout: Layout): Surroundings;
}

export function startRun(laidOut: LaidOut, host: QuestionnaireHost): CheckRun {
  const busy: CalculationSlot[] = [];
  const run: CheckRun = {
    laidOut,
    host,
    errors: [...laidOut.errors],
    calculations: new Map(),
    surroundings: (layout) => ({ layout, names: laidOut.names, host, settle }),
  };
  const settle = (slot: CalculationSlot): ExpressionType | null => {
    const known = run.calculations.get(slot);
    if (known !== undefined) return known?.typed.type ?? null;
    const start = busy.indexOf(slot);
    if (start >= 0) {
      const { file, place } = slot;
      run.errors.push({ type: "cycle", file, place, names: [...busy.slice(start), slot].map(({ id }) => id) });
      return null;
    }
    // Each one needed lies a few calls deeper: a long chain is refused before it exhausts the stack.
    if (busy.length >= limits.calculationDepth) {
      const { file, place } = slot;
      run.errors.push({ type: "too-big", file, place, limit: "calculation-depth", max: limits.calculationDepth });
      return null;
    }
    busy.push(slot);
    const checked = checkCalculation(run, slot);
    busy.pop();
    run.calculations.set(slot, checked);
    return checked?.typed.type ?? null;
  };
  return run;
}

/** A calculation holds one value: a list has no place outside a quantifier. */
function checkCalculation(run: CheckRun, slot: CalculationSlot): CheckedExpression | null {
  const { expression, layout } = slot;
  const checked = checkAt(run, slot, expression, checkExpression(expression, run.surroundings(layout), null));
  if (checked?.typed.type.type !== "list") return checked;
  const problem: ExpressionProblem = { type: "type-wrong", at: 0, expected: "one value", found: "list" };
  return checkAt(run, slot, expression, err([problem]));
}

/** The expression, or null with its problems reported at the place. */
export function checkAt(
  run: CheckRun,
  where: Where,
  expression: string,
  result: Result<CheckedExpression, readonly ExpressionProblem[]>,
): CheckedExpression | null {
  if (result.ok) return result.value;
  const { file, place } = where;
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
