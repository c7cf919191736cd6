// Calls: the functions of the language, the host's, and the quantifiers over lists. Implements QL32–QL38.
import { checkCode, conformLiteral, joinDomains } from "./check-code.ts";
import { expectType, report, type Binding, type CheckContext } from "./check-context.ts";
import { joinDates } from "./check-dates.ts";
import { checkQuestionReference } from "./check-name.ts";
import type { ExpressionType, ScalarType } from "./expression-type.ts";
import { scalarExpressionType, typeName } from "./expression-type.ts";
import type { HostFunction } from "./host.ts";
import { limits } from "./limits.ts";
import { nearestName } from "./nearest-name.ts";
import { reservedWords } from "./parse-expression.ts";
import type { Syntax } from "./syntax-tree.ts";
import type { PlainFunction, Quantifier, StateTest, Typed } from "./typed-tree.ts";

type Call = Extract<Syntax, { type: "call" }>;

const plainFunctions: Readonly<
  Record<PlainFunction, { parameters: readonly ("date" | "text")[]; result: ExpressionType }>
> = {
  completedYears: { parameters: ["date", "date"], result: { type: "number" } },
  year: { parameters: ["date"], result: { type: "number" } },
  month: { parameters: ["date"], result: { type: "number" } },
  day: { parameters: ["date"], result: { type: "number" } },
  isComplete: { parameters: ["date"], result: { type: "boolean" } },
  length: { parameters: ["text"], result: { type: "number" } },
};

const boolean: ExpressionType = { type: "boolean" };
const number: ExpressionType = { type: "number" };

/** Names no host function may take. */
const builtInNames: ReadonlySet<string> = new Set([
  ...Object.keys(plainFunctions),
  "answered",
  "refused",
  "unknown",
  "given",
  "chose",
  "known",
  "surely",
  "if",
  "firstKnown",
  "any",
  "all",
  "count",
  "sum",
]);

/** The typed form of a call. */
export function checkCall(context: CheckContext, call: Call): Typed | null {
  switch (call.name) {
    case "completedYears":
    case "year":
    case "month":
    case "day":
    case "isComplete":
    case "length":
      return checkPlain(context, call, call.name);
    case "answered":
    case "refused":
    case "unknown":
    case "given":
      return checkState(context, call, call.name);
    case "chose":
      return checkChose(context, call);
    case "known":
      return checkKnown(context, call);
    case "surely":
      return checkSurely(context, call);
    case "if":
      return checkIf(context, call);
    case "firstKnown":
      return checkFirstKnown(context, call);
    case "any":
    case "all":
    case "count":
    case "sum":
      return checkQuantifier(context, call, call.name);
    default:
      return checkHost(context, call);
  }
}

/** Too few or too many arguments; what is in them is not looked at then. */
function wrongCount(context: CheckContext, call: Call, expected: string): null {
  const { at, name } = call;
  return report(context, { type: "arguments-wrong", at, name, expected, found: call.arguments.length });
}

function checkPlain(context: CheckContext, call: Call, name: PlainFunction): Typed | null {
  const { parameters, result } = plainFunctions[name];
  if (call.arguments.length !== parameters.length) return wrongCount(context, call, String(parameters.length));
  const values: Typed[] = [];
  for (const [index, type] of parameters.entries()) {
    const value = checkArgument(context, call, index);
    const typed = expectType(context, value, type);
    if (typed !== null) values.push(typed);
  }
  if (values.length !== parameters.length) return null;
  return { node: "plain", name, arguments: values, type: result, at: call.at };
}

function checkArgument(context: CheckContext, call: Call, index: number): Typed | null {
  const syntax = call.arguments[index];
  return syntax === undefined ? null : context.check(syntax);
}

/** State tests name a question, not a value: `refused(P05)` asks what became of P05, known or not. */
function checkState(context: CheckContext, call: Call, test: StateTest): Typed | null {
  const { at } = call;
  const [argument, ...more] = call.arguments;
  if (argument === undefined || more.length > 0) return wrongCount(context, call, "1");
  if (argument.type !== "name") {
    return report(context, { type: "type-wrong", at: argument.at, expected: "a question", found: "an expression" });
  }
  const reference = checkQuestionReference(context, argument.name, argument.at);
  if (reference === null) return null;
  const isComposite = reference.slot.definition.type === "composite";
  if (isComposite && (test === "answered" || test === "given")) {
    const found = "a composite (name one of its fields)";
    return report(context, { type: "type-wrong", at: argument.at, expected: "a question", found });
  }
  return { node: "state", ...reference, test, type: boolean, at };
}

/** The alternative is looked up among the question's own. */
function checkChose(context: CheckContext, call: Call): Typed | null {
  const [argument, code, ...more] = call.arguments;
  if (argument === undefined || code === undefined || more.length > 0) return wrongCount(context, call, "2");
  if (argument.type !== "name" || code.type !== "text") {
    const expected = "a question and a quoted alternative";
    return report(context, { type: "type-wrong", at: call.at, expected, found: "something else" });
  }
  const reference = checkQuestionReference(context, argument.name, argument.at);
  if (reference === null) return null;
  const codes = new Set((reference.slot.definition.alternatives ?? []).map((alternative) => alternative.code));
  if (checkCode(context, code.value, code.at, { from: "options", codes }) === null) return null;
  return { node: "chose", ...reference, code: code.value, type: boolean, at: call.at };
}

function checkKnown(context: CheckContext, call: Call): Typed | null {
  if (call.arguments.length !== 1) return wrongCount(context, call, "1");
  const operand = checkArgument(context, call, 0);
  return operand === null ? null : { node: "known", operand, type: boolean, at: call.at };
}

function checkSurely(context: CheckContext, call: Call): Typed | null {
  if (call.arguments.length !== 1) return wrongCount(context, call, "1");
  const operand = expectType(context, checkArgument(context, call, 0), "boolean");
  return operand === null ? null : { node: "surely", operand, type: boolean, at: call.at };
}

function checkIf(context: CheckContext, call: Call): Typed | null {
  if (call.arguments.length !== 2 && call.arguments.length !== 3) return wrongCount(context, call, "2 or 3");
  const condition = expectType(context, checkArgument(context, call, 0), "boolean");
  if (call.arguments.length === 2) return checkOneArm(context, call, condition);
  const branches = checkAlike(context, [checkArgument(context, call, 1), checkArgument(context, call, 2)]);
  const [whenTrue, whenFalse] = branches ?? [];
  if (condition === null || whenTrue === undefined || whenFalse === undefined) return null;
  return { node: "if", condition, whenTrue, whenFalse, type: whenTrue.type, at: call.at };
}

/** Without an "else" the value is unknown where the condition does not hold. */
function checkOneArm(context: CheckContext, call: Call, condition: Typed | null): Typed | null {
  const [whenTrue] = checkAlike(context, [checkArgument(context, call, 1)]) ?? [];
  if (condition === null || whenTrue === undefined) return null;
  const { at } = call;
  const { type } = whenTrue;
  return { node: "if", condition, whenTrue, whenFalse: { node: "constant", value: null, type, at }, type, at };
}

function checkFirstKnown(context: CheckContext, call: Call): Typed | null {
  if (call.arguments.length < 2) return wrongCount(context, call, "2 or more");
  const values = checkAlike(
    context,
    call.arguments.map((argument) => context.check(argument)),
  );
  const type = values?.[0]?.type;
  if (values === null || type === undefined) return null;
  return { node: "first-known", values, type, at: call.at };
}

/** Several values that must be of one type: codes join their domains, quoted texts take the others' type. */
function checkAlike(context: CheckContext, values: readonly (Typed | null)[]): readonly Typed[] | null {
  const present = values.filter((value) => value !== null);
  if (present.length !== values.length) return null;
  let type = present.find((value) => value.type.type !== "literal")?.type ?? { type: "text" as const };
  for (const value of present) {
    const other = value.type;
    if (other.type === "literal") continue;
    if (other.type !== type.type || other.type === "list") {
      return report(context, { type: "type-wrong", at: value.at, expected: typeName(type), found: typeName(other) });
    }
    if ((type.type === "code" || type.type === "codes") && (other.type === "code" || other.type === "codes")) {
      type = { type: type.type, domain: joinDomains(type.domain, other.domain) };
    }
  }
  if (type.type === "date") type = joinDates(present);
  const alike: Typed[] = [];
  for (const value of present) {
    // A code that only one branch can be is a code of the whole: it is not looked up in the other's domain.
    const beside: ExpressionType = type.type === "code" ? { type: "code", domain: { from: "anywhere" } } : type;
    const typed = conformLiteral(context, value, beside);
    if (typed === null) return null;
    alike.push({ ...typed, type: value.type.type === "literal" && type.type === "code" ? beside : type });
  }
  return alike;
}

/** `count` also takes a list or marks without a condition; the others need one. */
function checkQuantifier(context: CheckContext, call: Call, quantifier: Quantifier): Typed | null {
  const { at } = call;
  const [listSyntax, lambda, ...more] = call.arguments;
  const mayCountAll = quantifier === "count" && lambda === undefined;
  if (listSyntax === undefined || more.length > 0 || (lambda === undefined && !mayCountAll)) {
    return wrongCount(context, call, quantifier === "count" ? "1 or 2" : "2");
  }
  const list = context.check(listSyntax);
  if (list === null) return null;
  if (lambda === undefined && (list.type.type === "list" || list.type.type === "codes")) {
    return { node: "size", operand: list, type: number, at };
  }
  if (list.type.type !== "list") {
    return report(context, { type: "type-wrong", at: list.at, expected: "list", found: typeName(list.type) });
  }
  if (lambda?.type !== "lambda") {
    return report(context, { type: "type-wrong", at, expected: "item => condition", found: "an expression" });
  }
  const max = limits.quantifierDepth;
  if (context.bindings.length >= max) {
    return report(context, { type: "expression-too-big", at, limit: "quantifier-depth", max });
  }
  const binding = bindItem(context, list, lambda.parameter);
  if (binding === null) return null;
  const body = checkBody(context, binding, lambda.body, quantifier === "sum" ? "number" : "boolean");
  if (body === null) return null;
  const type = quantifier === "any" || quantifier === "all" ? boolean : number;
  return { node: "quantifier", quantifier, list, local: binding.local, body, type, at };
}

/** The item a list gives to a quantifier's body. */
export function bindItem(context: CheckContext, list: Typed, name: string): Binding | null {
  const local = context.bindings.length;
  if (list.type.type !== "list" || list.node !== "read") return null;
  if (list.slot.kind !== "question") return { kind: "record", name, local, fields: list.type.fields };
  const layout = list.slot.rows;
  if (layout === null) return null;
  const { base } = list;
  const holder = base.from === "item" ? context.bindings[base.local] : undefined;
  const via = holder?.kind === "row" ? holder.via : list.slot.layout;
  return { kind: "row", name, local, layout, via };
}

/** Checks an expression in which the item is known by its name. */
export function checkBody(
  context: CheckContext,
  binding: Binding,
  body: Syntax,
  type: "boolean" | "number",
): Typed | null {
  context.bindings.push(binding);
  const rows = context.layout.depth > 0 ? limits.countedItems : 1;
  context.cost.looks += rows * limits.countedItems ** context.bindings.length;
  const typed = expectType(context, context.check(body), type);
  context.bindings.pop();
  return typed;
}

/** Looked up among own properties only: a definition must not reach what every object inherits. */
function checkHost(context: CheckContext, call: Call): Typed | null {
  const { at, name } = call;
  const { functions } = context.host;
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found === undefined) {
    const nearest = nearestName(name, [...builtInNames, ...Object.keys(functions), ...reservedWords]);
    return report(context, { type: "function-unknown", at, name, nearest });
  }
  if (call.arguments.length !== found.parameters.length) {
    return wrongCount(context, call, String(found.parameters.length));
  }
  const values: Typed[] = [];
  for (const [index, parameter] of found.parameters.entries()) {
    const value = checkHostArgument(context, checkArgument(context, call, index), parameter);
    if (value !== null) values.push(value);
  }
  if (values.length !== found.parameters.length) return null;
  return { node: "host", name, function: found, arguments: values, type: hostType(found), at };
}

function hostType(found: HostFunction): ExpressionType {
  return scalarExpressionType(found.result);
}

/** A quoted text is a code or a text as the function wants it. */
function checkHostArgument(context: CheckContext, value: Typed | null, parameter: ScalarType): Typed | null {
  if (value === null) return null;
  const typed = conformLiteral(context, value, scalarExpressionType(parameter));
  if (typed === null || typed.type.type === parameter) return typed;
  return report(context, { type: "type-wrong", at: typed.at, expected: parameter, found: typeName(typed.type) });
}
