// What the checker of one expression carries along: where it stands, what may be named, what it has read, what is wrong.
import type { ExpressionProblem } from "./definition-error.ts";
import type { ExpressionType } from "./expression-type.ts";
import { typeName } from "./expression-type.ts";
import type { QuestionnaireHost } from "./host.ts";
import type { CalculationSlot, ContextSlot, Layout, QuestionSlot, Slot } from "./layout.ts";
import type { Syntax } from "./syntax-tree.ts";
import type { Read, Typed } from "./typed-tree.ts";

/** Everything an expression may name, whatever file it is in. */
export interface Names {
  readonly questions: ReadonlyMap<string, QuestionSlot>;
  readonly calculations: ReadonlyMap<string, CalculationSlot>;
  readonly context: ReadonlyMap<string, ContextSlot>;
}

/** A quantifier's item while its body is checked; `via` as in Read. */
export type Binding =
  | {
      readonly kind: "row";
      readonly name: string;
      readonly local: number;
      readonly layout: Layout;
      readonly via: Layout;
    }
  | {
      readonly kind: "record";
      readonly name: string;
      readonly local: number;
      readonly fields: ReadonlyMap<string, ExpressionType>;
    };

export interface CheckContext {
  readonly layout: Layout;
  readonly names: Names;
  readonly host: QuestionnaireHost;
  /** The type of a calculation; null if it is wrong, which is reported at its own place. */
  settle(slot: CalculationSlot): ExpressionType | null;
  readonly bindings: Binding[];
  readonly reads: Read[];
  readonly problems: ExpressionProblem[];
  /** Looks at items of lists, counted as in `limits.looks`. */
  readonly cost: { looks: number };
  /** The checker itself, for the files that check one kind of node. Null: a problem was reported. */
  check(syntax: Syntax): Typed | null;
}

/** Reports a problem; the null tells callers to be silent about what follows from it. */
export function report(context: CheckContext, problem: ExpressionProblem): null {
  context.problems.push(problem);
  return null;
}

/** Remembers a read once, under the widest of its reasons. */
export function noteRead(context: CheckContext, slot: Slot, via: Layout): void {
  const known = context.reads.findIndex((read) => read.slot === slot);
  const before = context.reads[known];
  if (before === undefined) context.reads.push({ slot, via });
  else if (via.depth < before.via.depth) context.reads[known] = { slot, via };
}

/** The expression if it has the type; otherwise a problem. */
export function expectType(
  context: CheckContext,
  typed: Typed | null,
  type: "boolean" | "number" | "date" | "text" | "codes",
): Typed | null {
  if (typed === null || typed.type.type === type) return typed;
  if (type === "text" && typed.type.type === "literal") return { ...typed, type: { type: "text" } };
  return report(context, { type: "type-wrong", at: typed.at, expected: type, found: typeName(typed.type) });
}
