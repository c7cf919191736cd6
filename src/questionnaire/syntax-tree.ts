// An expression as it is written, before anybody knows what its names mean.
import type { PartialDate } from "./answer.ts";

export type ComparisonOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type ArithmeticOperator = "+" | "-" | "*" | "/";

/** A literal; `written` keeps a number's own writing for messages. */
export type LiteralSyntax =
  | { readonly type: "text"; readonly at: number; readonly value: string }
  | { readonly type: "number"; readonly at: number; readonly value: number; readonly written: string }
  | { readonly type: "date"; readonly at: number; readonly value: PartialDate }
  | { readonly type: "boolean"; readonly at: number; readonly value: boolean };

/**
 * Every node knows where it begins (`at`, from 0), so that each error can point.
 * `x not in {…}` is a `not` around an `in`; brackets leave no trace.
 */
export type Syntax =
  | LiteralSyntax
  | { readonly type: "name"; readonly at: number; readonly name: string }
  | { readonly type: "not"; readonly at: number; readonly operand: Syntax }
  | { readonly type: "minus"; readonly at: number; readonly operand: Syntax }
  | { readonly type: "and" | "or"; readonly at: number; readonly left: Syntax; readonly right: Syntax }
  | {
      readonly type: "compare";
      readonly at: number;
      readonly operator: ComparisonOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | {
      readonly type: "arithmetic";
      readonly at: number;
      readonly operator: ArithmeticOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | { readonly type: "in"; readonly at: number; readonly operand: Syntax; readonly members: readonly LiteralSyntax[] }
  | { readonly type: "has"; readonly at: number; readonly operand: Syntax; readonly member: Syntax }
  | {
      readonly type: "has-any";
      readonly at: number;
      readonly operand: Syntax;
      readonly members: readonly LiteralSyntax[];
    }
  | { readonly type: "call"; readonly at: number; readonly name: string; readonly arguments: readonly Syntax[] }
  | { readonly type: "lambda"; readonly at: number; readonly parameter: string; readonly body: Syntax };
