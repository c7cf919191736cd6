// A Pratt parser: each operator has a binding power, and one loop does the rest. It refuses rather than
// guesses, and its recursion is counted, so no input can exhaust the stack. Implements QL10–QL19 with tokenize.ts.
import { parseDateText } from "./partial-date.ts";
import { err, ok, type Result } from "./result.ts";
import type { SyntaxProblem } from "./definition-error.ts";
import { limits } from "./limits.ts";
import type { ArithmeticOperator, ComparisonOperator, LiteralSyntax, Syntax } from "./syntax-tree.ts";
import { findSlip } from "./slips.ts";
import { tokenize, type Token } from "./tokenize.ts";

/** Binding powers, loosest first. `not` binds looser than a comparison: `not a = b` is `not (a = b)`. */
const power = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, minus: 7 } as const;

const comparisonOperators: readonly string[] = ["=", "!=", "<", "<=", ">", ">="] satisfies ComparisonOperator[];

/** Words that cannot be the name of anything. */
export const reservedWords: ReadonlySet<string> = new Set(["and", "or", "not", "in", "has", "true", "false"]);

/** Thrown inside this file only, to leave the recursion; parseExpression turns it into a value. */
class Refusal extends Error {
  readonly problem: SyntaxProblem;
  constructor(problem: SyntaxProblem) {
    super(problem.type);
    this.problem = problem;
  }
}

/** Where the parser is. Depth is counted by hand: the limit must not depend on the size of somebody's stack. */
interface Reader {
  readonly tokens: readonly Token[];
  position: number;
  depth: number;
}

/** The syntax tree of an expression, or the first thing that is wrong with it and where. */
export function parseExpression(source: string): Result<Syntax, SyntaxProblem> {
  const syntax = parseTokens(tokenize(source));
  if (syntax.ok || syntax.error.type !== "syntax-error") return syntax;
  const found = findSlip(source, syntax.error.at);
  return found === null ? syntax : err({ ...syntax.error, ...found });
}

function parseTokens(tokens: Result<readonly Token[], SyntaxProblem>): Result<Syntax, SyntaxProblem> {
  if (!tokens.ok) return tokens;
  const reader: Reader = { tokens: tokens.value, position: 0, depth: 0 };
  try {
    const tree = startsLambda(reader) ? parseLambda(reader) : parse(reader, 0);
    const rest = peek(reader);
    if (rest.kind !== "end") throw refuse(rest, "an operator or the end");
    return ok(tree);
  } catch (error) {
    if (error instanceof Refusal) return err(error.problem);
    throw error;
  }
}

/** Stands for reading past the last token, which is always of kind `end` itself. */
const end: Token = { kind: "end", text: "", at: 0 };

function peek(reader: Reader, ahead = 0): Token {
  return reader.tokens[reader.position + ahead] ?? reader.tokens.at(-1) ?? end;
}

function take(reader: Reader): Token {
  const token = peek(reader);
  reader.position += 1;
  return token;
}

function refuse(token: Token, expected: string): Refusal {
  const found = token.kind === "end" ? "the end" : token.text;
  return new Refusal({ type: "syntax-error", at: token.at, found, expected });
}

function isSign(token: Token, sign: string): boolean {
  return token.kind === "sign" && token.text === sign;
}

function isWord(token: Token, word: string): boolean {
  return token.kind === "name" && token.text === word;
}

function expectSign(reader: Reader, sign: string): void {
  const token = take(reader);
  if (!isSign(token, sign)) throw refuse(token, `"${sign}"`);
}

/**
 * The heart: a prefix, then operators for as long as they bind tighter than the one that called.
 * Left to right, so `8 - 2 - 1` is `(8 - 2) - 1`.
 */
function parse(reader: Reader, minPower: number): Syntax {
  reader.depth += 1;
  if (reader.depth > limits.expressionDepth) {
    const { at } = peek(reader);
    throw new Refusal({ type: "expression-too-big", at, limit: "depth", max: limits.expressionDepth });
  }
  let left = parsePrefix(reader);
  let compared = false;
  for (;;) {
    const operator = peek(reader);
    const comparison = parseComparison(reader, left, minPower);
    // `a < b < c` means something else to everybody: say it with `and`.
    if (comparison !== null && compared) throw refuse(operator, '"and", "or" or the end');
    const next = comparison ?? parseInfix(reader, left, minPower);
    if (next === null) break;
    compared = comparison !== null;
    left = next;
  }
  reader.depth -= 1;
  return left;
}

/** What an expression can begin with. */
function parsePrefix(reader: Reader): Syntax {
  const token = take(reader);
  const { at } = token;
  if (isWord(token, "not")) return { type: "not", at, operand: parse(reader, power.not) };
  if (isSign(token, "-")) return { type: "minus", at, operand: parse(reader, power.minus) };
  if (isSign(token, "(")) {
    const inner = parse(reader, 0);
    expectSign(reader, ")");
    return inner;
  }
  const literal = toLiteral(token);
  if (literal !== null) return literal;
  if (token.kind !== "name" || reservedWords.has(token.text)) throw refuse(token, "a value");
  if (!isSign(peek(reader), "(")) return { type: "name", at, name: token.text };
  take(reader);
  return { type: "call", at, name: token.text, arguments: parseArguments(reader) };
}

/** Null if the token is no literal. A date is checked against the calendar here, so no later part can meet a wrong one. */
function toLiteral(token: Token): LiteralSyntax | null {
  const { at, text } = token;
  switch (token.kind) {
    case "text":
      return { type: "text", at, value: text };
    case "number":
      return { type: "number", at, value: Number(text), written: text };
    case "date": {
      const value = parseDateText(text);
      if (value === null) throw refuse(token, "a day that the calendar has");
      return { type: "date", at, value };
    }
    default:
      if (isWord(token, "true") || isWord(token, "false")) return { type: "boolean", at, value: text === "true" };
      return null;
  }
}

function parseArguments(reader: Reader): readonly Syntax[] {
  const list: Syntax[] = [];
  if (isSign(peek(reader), ")")) {
    take(reader);
    return list;
  }
  for (;;) {
    list.push(startsLambda(reader) ? parseLambda(reader) : parse(reader, 0));
    const token = take(reader);
    if (isSign(token, ")")) return list;
    if (!isSign(token, ",")) throw refuse(token, '"," or ")"');
  }
}

/** `name =>` can only be an item: no operator begins with `=>`. */
function startsLambda(reader: Reader): boolean {
  return peek(reader).kind === "name" && isSign(peek(reader, 1), "=>");
}

function parseLambda(reader: Reader): Syntax {
  const parameter = take(reader);
  if (reservedWords.has(parameter.text) || parameter.text.includes(".")) throw refuse(parameter, "a short name");
  expectSign(reader, "=>");
  return { type: "lambda", at: parameter.at, parameter: parameter.text, body: parse(reader, 0) };
}

/** An operator that joins truths or numbers; null if the next token is none, or binds too loosely. */
function parseInfix(reader: Reader, left: Syntax, minPower: number): Syntax | null {
  const token = peek(reader);
  const { at, text } = token;
  if (token.kind !== "sign" && token.kind !== "name") return null;
  switch (text) {
    case "or":
    case "and": {
      if (power[text] <= minPower) return null;
      take(reader);
      return { type: text, at, left, right: parse(reader, power[text]) };
    }
    case "+":
    case "-":
      return parseArithmetic(reader, left, text, power.sum, minPower);
    case "*":
    case "/":
      return parseArithmetic(reader, left, text, power.product, minPower);
    default:
      return null;
  }
}

function parseArithmetic(
  reader: Reader,
  left: Syntax,
  operator: ArithmeticOperator,
  own: number,
  minPower: number,
): Syntax | null {
  if (own <= minPower) return null;
  const { at } = take(reader);
  return { type: "arithmetic", at, operator, left, right: parse(reader, own) };
}

/** A comparison, `in` or `has`; kept apart because two of them in a row are refused. */
function parseComparison(reader: Reader, left: Syntax, minPower: number): Syntax | null {
  const token = peek(reader);
  const isOperator = token.kind === "sign" && comparisonOperators.includes(token.text);
  const isNotIn = isWord(token, "not") && isWord(peek(reader, 1), "in");
  if (!isOperator && !isNotIn && !isWord(token, "in") && !isWord(token, "has")) return null;
  if (power.comparison <= minPower) return null;
  take(reader);
  const { at } = token;
  if (isOperator) {
    const right = parse(reader, power.comparison);
    return { type: "compare", at, operator: toComparison(token.text), left, right };
  }
  if (isNotIn) {
    take(reader);
    return { type: "not", at, operand: { type: "in", at, operand: left, members: parseSet(reader) } };
  }
  if (isWord(token, "in")) return { type: "in", at, operand: left, members: parseSet(reader) };
  if (isWord(peek(reader), "any") && isSign(peek(reader, 1), "{")) {
    take(reader);
    return { type: "has-any", at, operand: left, members: parseSet(reader) };
  }
  return { type: "has", at, operand: left, member: parse(reader, power.comparison) };
}

function toComparison(text: string): ComparisonOperator {
  switch (text) {
    case "=":
    case "!=":
    case "<":
    case "<=":
    case ">":
      return text;
    default:
      return ">=";
  }
}

function parseSet(reader: Reader): readonly LiteralSyntax[] {
  expectSign(reader, "{");
  const members: LiteralSyntax[] = [];
  for (;;) {
    members.push(parseSetMember(reader));
    if (members.length > limits.setSize) {
      const { at } = peek(reader);
      throw new Refusal({ type: "expression-too-big", at, limit: "set", max: limits.setSize });
    }
    const token = take(reader);
    if (isSign(token, "}")) return members;
    if (!isSign(token, ",")) throw refuse(token, '"," or "}"');
  }
}

function parseSetMember(reader: Reader): LiteralSyntax {
  const token = take(reader);
  if (isSign(token, "-") && peek(reader).kind === "number") {
    const { text } = take(reader);
    return { type: "number", at: token.at, value: -Number(text), written: `-${text}` };
  }
  const literal = toLiteral(token);
  if (literal === null) throw refuse(token, "a quoted code, a number or a date");
  return literal;
}
