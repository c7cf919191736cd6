// An expression whose names and types are settled: what the checker makes, and what closures and the
// search for contradictions are made from.
import type { DatePrecision } from "./compare-values.ts";
import type { ExpressionType } from "./expression-type.ts";
import type { ScalarValue } from "./expression-value.ts";
import type { CalculationSlot, ContextSlot, QuestionSlot, Slot, Layout } from "./layout.ts";
import type { ArithmeticOperator, ComparisonOperator } from "./syntax-tree.ts";
import type { HostFunction } from "./host.ts";

/** The frame a slot is read from: so many frames up from where the expression stands, or a quantifier's row. */
export type FrameBase =
  | { readonly from: "up"; readonly levels: number }
  | { readonly from: "item"; readonly local: number };

export type StateTest = "answered" | "refused" | "unknown" | "given";

/** Functions of the language whose arguments are plain values. */
export type PlainFunction = "completedYears" | "year" | "month" | "day" | "isComplete" | "length";

export type Quantifier = "any" | "all" | "count" | "sum";

export type TypedNode =
  | { readonly node: "constant"; readonly value: ScalarValue }
  | { readonly node: "read"; readonly base: FrameBase; readonly slot: QuestionSlot | CalculationSlot | ContextSlot }
  | { readonly node: "row-number"; readonly base: FrameBase }
  | { readonly node: "member"; readonly of: Typed; readonly member: string }
  | { readonly node: "record-member"; readonly local: number; readonly member: string }
  | { readonly node: "state"; readonly base: FrameBase; readonly slot: QuestionSlot; readonly test: StateTest }
  | { readonly node: "chose"; readonly base: FrameBase; readonly slot: QuestionSlot; readonly code: string }
  | { readonly node: "not"; readonly operand: Typed }
  | { readonly node: "minus"; readonly operand: Typed }
  | { readonly node: "and" | "or"; readonly left: Typed; readonly right: Typed }
  | {
      readonly node: "compare";
      readonly operator: ComparisonOperator;
      readonly left: Typed;
      readonly right: Typed;
      /** How much of two dates is looked at; null for anything else. */
      readonly precision: DatePrecision | null;
    }
  | { readonly node: "arithmetic"; readonly operator: ArithmeticOperator; readonly left: Typed; readonly right: Typed }
  | { readonly node: "in"; readonly operand: Typed; readonly members: readonly ScalarValue[] }
  | { readonly node: "has"; readonly operand: Typed; readonly member: Typed }
  | { readonly node: "has-any"; readonly operand: Typed; readonly members: readonly string[] }
  | { readonly node: "plain"; readonly name: PlainFunction; readonly arguments: readonly Typed[] }
  | {
      readonly node: "host";
      readonly name: string;
      readonly function: HostFunction;
      readonly arguments: readonly Typed[];
    }
  | { readonly node: "known"; readonly operand: Typed }
  | { readonly node: "surely"; readonly operand: Typed }
  | { readonly node: "if"; readonly condition: Typed; readonly whenTrue: Typed; readonly whenFalse: Typed }
  | { readonly node: "first-known"; readonly values: readonly Typed[] }
  | { readonly node: "size"; readonly operand: Typed }
  | {
      readonly node: "quantifier";
      readonly quantifier: Quantifier;
      readonly list: Typed;
      /** Where the current item is kept while the body is evaluated. */
      readonly local: number;
      readonly body: Typed;
    };

export type Typed = TypedNode & { readonly type: ExpressionType; readonly at: number };

/** What an expression depends on: a slot, and the layout above which a change of it no longer matters row by row. */
export interface Read {
  readonly slot: Slot;
  /**
   * A change in a row is felt by all expressions within the frame of this layout that holds the row: the slot's own
   * layout for a direct read, the layout that holds the roster for a read through a list.
   */
  readonly via: Layout;
}

/** A checked expression with everything it reads. */
export interface CheckedExpression {
  readonly typed: Typed;
  readonly reads: readonly Read[];
  /** Looks at items of lists it needs, in all frames it stands in; see `limits.looks`. */
  readonly looks: number;
}
