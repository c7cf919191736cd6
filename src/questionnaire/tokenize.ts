// Cuts an expression into words and signs. Implements QL12–QL15.
import { err, ok, type Result } from "./result.ts";
import type { SyntaxProblem } from "./definition-error.ts";
import { limits } from "./limits.ts";

export interface Token {
  readonly kind: "number" | "text" | "date" | "name" | "sign" | "end";
  /** As written; a text without its quotes, a date without its `@`. */
  readonly text: string;
  readonly at: number;
}

/** Sticky patterns, tried in this order; none of them can backtrack over more than its own run of characters. */
const patterns: readonly (readonly [Token["kind"] | "space", RegExp])[] = [
  ["space", /[ \t\r\n]+/y],
  ["number", /\d+(?:\.\d+)?/y],
  ["name", /[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*/y],
  ["date", /@\d{4}(?:-\d{2}){0,2}/y],
  ["text", /"[^"]*"|'[^']*'/y],
  ["sign", /=>|!=|<=|>=|[=<>+\-*/(){},]/y],
];

/** Tokens in order, the last of kind `end`. Refuses a text longer than the limits before reading it. */
export function tokenize(source: string): Result<readonly Token[], SyntaxProblem> {
  if (source.length > limits.expressionLength) {
    return err({ type: "expression-too-big", at: 0, limit: "length", max: limits.expressionLength });
  }
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const token = tokenAt(source, at);
    if (token === null) {
      const found = String.fromCodePoint(source.codePointAt(at) ?? 0);
      const expected =
        found === '"' || found === "'" ? "the closing quote" : "a name, a number, a quoted text or a sign";
      return err({ type: "syntax-error", at, found, expected });
    }
    at += token.length;
    if (token.kind === "space") continue;
    if (token.length - 2 > limits.literalLength && token.kind !== "sign") {
      return err({ type: "expression-too-big", at: token.at, limit: "literal", max: limits.literalLength });
    }
    tokens.push({ kind: token.kind, text: token.text, at: token.at });
  }
  tokens.push({ kind: "end", text: "", at: source.length });
  return ok(tokens);
}

interface FoundToken {
  readonly kind: Token["kind"] | "space";
  readonly text: string;
  readonly at: number;
  readonly length: number;
}

function tokenAt(source: string, at: number): FoundToken | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const whole = pattern.exec(source)?.[0];
    if (whole === undefined) continue;
    const text = kind === "text" ? whole.slice(1, -1) : kind === "date" ? whole.slice(1) : whole;
    return { kind, text, at, length: whole.length };
  }
  return null;
}
