// From what is written to what is meant: names are found, types are settled, and everything that can be known to be
// wrong before an interview is reported. Implements QL20–QL39.
import { bindItem, checkBody, checkCall } from "./check-call.ts";
import { canShareCode, checkCode, conformLiteral, conformValue } from "./check-code.ts";
import { expectType, report, type CheckContext, type Names } from "./check-context.ts";
import { checkDateMember, checkDatePair } from "./check-dates.ts";
import { checkName } from "./check-name.ts";
import type { ExpressionProblem } from "./definition-error.ts";
import type { ExpressionType } from "./expression-type.ts";
import { typeName } from "./expression-type.ts";
import type { ScalarValue } from "./expression-value.ts";
import type { QuestionnaireHost } from "./host.ts";
import type { CalculationSlot, Layout } from "./layout.ts";
import { parseExpression } from "./parse-expression.ts";
import { err, ok, unreachable, type Result } from "./result.ts";
import type { LiteralSyntax, Syntax } from "./syntax-tree.ts";
import type { CheckedExpression, Typed } from "./typed-tree.ts";

/** What an expression is checked against. */
export interface Surroundings {
  /** Where it stands: the interview, or a roster's rows. */
  readonly layout: Layout;
  readonly names: Names;
  readonly host: QuestionnaireHost;
  settle(slot: CalculationSlot): ExpressionType | null;
}

/** Checks an expression; with `type`, it must have that type. */
export function checkExpression(
  source: string,
  surroundings: Surroundings,
  type: "boolean" | null,
): Result<CheckedExpression, readonly ExpressionProblem[]> {
  const syntax = parseExpression(source);
  if (!syntax.ok) return err([syntax.error]);
  const context = startChecking(surroundings);
  const value = context.check(syntax.value);
  const typed = type === null ? settleLiteral(value) : expectType(context, value, type);
  return finish(context, typed);
}

/** Checks an expression whose value a question of that type can take; a code may be the one mark of a multi. */
export function checkValueExpression(
  source: string,
  surroundings: Surroundings,
  wanted: ExpressionType,
): Result<CheckedExpression, readonly ExpressionProblem[]> {
  const syntax = parseExpression(source);
  if (!syntax.ok) return err([syntax.error]);
  const context = startChecking(surroundings);
  const typed = context.check(syntax.value);
  return finish(context, typed === null ? null : conformValue(context, typed, wanted));
}

/** Checks `item => condition` over the list of that name. */
export function checkItemCondition(
  source: string,
  surroundings: Surroundings,
  list: string,
): Result<CheckedExpression, readonly ExpressionProblem[]> {
  const syntax = parseExpression(source);
  if (!syntax.ok) return err([syntax.error]);
  const context = startChecking(surroundings);
  if (syntax.value.type !== "lambda") {
    return err([{ type: "type-wrong", at: 0, expected: "item => condition", found: "an expression" }]);
  }
  const typedList = checkName(context, list, 0);
  const binding = typedList === null ? null : bindItem(context, typedList, syntax.value.parameter);
  const typed = binding === null ? null : checkBody(context, binding, syntax.value.body, "boolean");
  return finish(context, typed);
}

/** A context of its own per expression: reads and problems are the expression's. */
function startChecking(surroundings: Surroundings): CheckContext {
  const context: CheckContext = {
    ...surroundings,
    bindings: [],
    reads: [],
    problems: [],
    cost: { looks: 0 },
    check: (syntax) => check(context, syntax),
  };
  return context;
}

/** A null without a problem cannot be a success: the cause was reported elsewhere (a wrong calculation). */
function finish(context: CheckContext, typed: Typed | null): Result<CheckedExpression, readonly ExpressionProblem[]> {
  if (context.problems.length > 0 || typed === null) return err(context.problems);
  return ok({ typed, reads: context.reads, looks: context.cost.looks });
}

/** A quoted text that met nothing is a text. */
function settleLiteral(typed: Typed | null): Typed | null {
  return typed?.type.type === "literal" ? { ...typed, type: { type: "text" } } : typed;
}

/** One node and what is in it. A null means "reported": nothing that follows from it is reported again. */
function check(context: CheckContext, syntax: Syntax): Typed | null {
  const { at } = syntax;
  switch (syntax.type) {
    case "text":
    case "number":
    case "date":
    case "boolean":
      return literal(syntax);
    case "name":
      return checkName(context, syntax.name, at);
    case "not": {
      const operand = expectType(context, check(context, syntax.operand), "boolean");
      return operand === null ? null : { node: "not", operand, type: { type: "boolean" }, at };
    }
    case "minus": {
      const operand = expectType(context, check(context, syntax.operand), "number");
      return operand === null ? null : { node: "minus", operand, type: { type: "number" }, at };
    }
    case "and":
    case "or": {
      const left = expectType(context, check(context, syntax.left), "boolean");
      const right = expectType(context, check(context, syntax.right), "boolean");
      if (left === null || right === null) return null;
      return { node: syntax.type, left, right, type: { type: "boolean" }, at };
    }
    case "arithmetic": {
      const left = expectType(context, check(context, syntax.left), "number");
      const right = expectType(context, check(context, syntax.right), "number");
      if (left === null || right === null) return null;
      return { node: "arithmetic", operator: syntax.operator, left, right, type: { type: "number" }, at };
    }
    case "compare":
      return checkCompare(context, syntax);
    case "in":
      return checkIn(context, syntax);
    case "has":
      return checkHas(context, syntax);
    case "has-any":
      return checkHasAny(context, syntax);
    case "call":
      return checkCall(context, syntax);
    case "lambda":
      return report(context, { type: "type-wrong", at, expected: "a value", found: "item => …" });
    default:
      return unreachable(syntax);
  }
}

function literal(syntax: LiteralSyntax): Typed {
  const { at } = syntax;
  if (syntax.type === "text") {
    return { node: "constant", value: syntax.value, type: { type: "literal", text: syntax.value }, at };
  }
  return { node: "constant", value: syntax.value, type: { type: syntax.type }, at };
}

/** What can be earlier or less. */
const ordered: ReadonlySet<ExpressionType["type"]> = new Set(["number", "date"]);
/** What can be equal. Marks are asked with `has`, places by their parts, lists with quantifiers. */
const comparable: ReadonlySet<ExpressionType["type"]> = new Set([
  ...ordered,
  ...(["boolean", "text", "code", "line", "name"] as const),
]);

/** Each side gives a quoted text on the other its type, so both are looked at before either is judged. */
function checkCompare(context: CheckContext, syntax: Extract<Syntax, { type: "compare" }>): Typed | null {
  const { at, operator } = syntax;
  const leftAlone = ageAsWritten(context, check(context, syntax.left));
  const rightAlone = ageAsWritten(context, check(context, syntax.right));
  if (leftAlone === null || rightAlone === null) return null;
  const left = conformLiteral(context, leftAlone, rightAlone.type);
  const right = conformLiteral(context, rightAlone, leftAlone.type);
  if (left === null || right === null) return null;
  const allowed = operator === "=" || operator === "!=" ? comparable : ordered;
  if (!allowed.has(left.type.type)) {
    const expected = [...allowed].join(", ");
    return report(context, { type: "type-wrong", at: left.at, expected, found: typeName(left.type) });
  }
  if (left.type.type !== right.type.type) {
    const found = typeName(right.type);
    return report(context, { type: "type-wrong", at: right.at, expected: typeName(left.type), found });
  }
  if (left.type.type === "code" && right.type.type === "code" && !canShareCode(left.type.domain, right.type.domain)) {
    return report(context, { type: "codes-never-equal", at });
  }
  const precision = left.type.type === "date" ? checkDatePair(context, syntax, left, right) : null;
  if (precision === "wrong") return null;
  return { node: "compare", operator, left, right, precision, type: { type: "boolean" }, at };
}

/**
 * A calculation that is `completedYears(…)` and nothing else, as if it stood here itself: the fewest and the most years
 * decide then, although the calculation is unknown (QL36). Items around the comparison have no name in it.
 */
function ageAsWritten(context: CheckContext, typed: Typed | null): Typed | null {
  if (typed?.node !== "read" || typed.slot.kind !== "calculation" || typed.base.from !== "up") return typed;
  const syntax = parseExpression(typed.slot.expression);
  if (!syntax.ok || syntax.value.type !== "call" || syntax.value.name !== "completedYears") return typed;
  const bindings = context.bindings.map((binding) => ({ ...binding, name: "" }));
  const there: CheckContext = { ...context, bindings, check: (inner) => check(there, inner) };
  const age = check(there, syntax.value);
  return age === null ? typed : { ...age, at: typed.at };
}

/** What a set can list. */
const enumerable: ReadonlySet<ExpressionType["type"]> = new Set(["number", "date", "text", "code"]);

function checkIn(context: CheckContext, syntax: Extract<Syntax, { type: "in" }>): Typed | null {
  const operand = check(context, syntax.operand);
  if (operand === null) return null;
  if (!enumerable.has(operand.type.type)) {
    const expected = [...enumerable].join(", ");
    return report(context, { type: "type-wrong", at: operand.at, expected, found: typeName(operand.type) });
  }
  const members: ScalarValue[] = [];
  for (const member of syntax.members) {
    const typed = conformLiteral(context, literal(member), operand.type);
    if (typed === null || typed.node !== "constant") return null;
    if (typed.type.type !== operand.type.type) {
      const expected = typeName(operand.type);
      return report(context, { type: "type-wrong", at: member.at, expected, found: typeName(typed.type) });
    }
    if (typed.type.type === "date" && !checkDateMember(context, syntax, operand, typed)) return null;
    members.push(typed.value);
  }
  return { node: "in", operand, members, type: { type: "boolean" }, at: syntax.at };
}

/** The mark may be a literal or another question's code, as in "the main one is among those marked". */
function checkHas(context: CheckContext, syntax: Extract<Syntax, { type: "has" }>): Typed | null {
  const operand = expectType(context, check(context, syntax.operand), "codes");
  const alone = check(context, syntax.member);
  if (operand === null || alone === null) return null;
  const member = conformLiteral(context, alone, operand.type);
  if (member === null) return null;
  if (member.type.type !== "code") {
    return report(context, { type: "type-wrong", at: member.at, expected: "code", found: typeName(member.type) });
  }
  if (operand.type.type === "codes" && !canShareCode(operand.type.domain, member.type.domain)) {
    return report(context, { type: "codes-never-equal", at: syntax.at });
  }
  return { node: "has", operand, member, type: { type: "boolean" }, at: syntax.at };
}

function checkHasAny(context: CheckContext, syntax: Extract<Syntax, { type: "has-any" }>): Typed | null {
  const operand = expectType(context, check(context, syntax.operand), "codes");
  if (operand === null || operand.type.type !== "codes") return null;
  const members: string[] = [];
  for (const member of syntax.members) {
    if (member.type === "number") {
      return report(context, { type: "number-for-code", at: member.at, number: member.written });
    }
    if (member.type !== "text") {
      return report(context, { type: "type-wrong", at: member.at, expected: "code", found: member.type });
    }
    if (checkCode(context, member.value, member.at, operand.type.domain) === null) return null;
    members.push(member.value);
  }
  return { node: "has-any", operand, members, type: { type: "boolean" }, at: syntax.at };
}
