// The part of XPath that XLSForm authors write, as a tree. Anything else is refused with the place where it begins.
import { err, ok, type Result } from "#questionnaire";

export type XPath =
  /** `${name}` */
  | { readonly kind: "question"; readonly name: string }
  /** `.`: the question that the expression belongs to. */
  | { readonly kind: "self" }
  /** A bare word: a column of the choices sheet. */
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "call"; readonly name: string; readonly of: readonly XPath[] }
  | { readonly kind: "minus"; readonly of: XPath }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: XPath; readonly right: XPath };

export type Operator = "or" | "and" | "=" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "div" | "mod";

export interface XPathError {
  /** From 0, in characters. */
  readonly at: number;
}

const lengthLimit = 4000;
const depthLimit = 40;

interface Token {
  readonly kind: "question" | "text" | "number" | "word" | "sign";
  readonly text: string;
  readonly at: number;
}

const tokenShape =
  /\s*(?:\$\{\s*([^}\s]+)\s*\}|"([^"]*)"|'([^']*)'|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_.:-]*)|(!=|<=|>=|[=<>+\-*(),.]))/uy;

function tokenize(source: string): Result<readonly Token[], XPathError> {
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== "") {
    tokenShape.lastIndex = at;
    const found = tokenShape.exec(source);
    if (found === null) return err({ at });
    const [whole, question, double, single, number, word, sign] = found;
    if (question !== undefined) tokens.push({ kind: "question", text: question, at });
    else if (double !== undefined || single !== undefined)
      tokens.push({ kind: "text", text: double ?? single ?? "", at });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, at });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, at });
    else tokens.push({ kind: "sign", text: sign ?? "", at });
    at += whole.length;
  }
  return ok(tokens);
}

/** From loosest to tightest, as XPath 1.0 binds them. */
const levels: readonly (readonly Operator[])[] = [
  ["or"],
  ["and"],
  ["=", "!="],
  ["<", "<=", ">", ">="],
  ["+", "-"],
  ["*", "div", "mod"],
];

class Refused extends Error {
  readonly at: number;
  constructor(at: number) {
    super("refused");
    this.at = at;
  }
}

/** Refuses what is too long or too deep, and everything that is not of the part named above. */
export function parseXPath(source: string): Result<XPath, XPathError> {
  if (source.length > lengthLimit) return err({ at: lengthLimit });
  const tokens = tokenize(source);
  if (!tokens.ok) return tokens;
  const all = tokens.value;
  let next = 0;

  const peek = (): Token | undefined => all[next];
  const fail = (): never => {
    throw new Refused(peek()?.at ?? source.length);
  };
  const isSign = (text: string): boolean => peek()?.kind === "sign" && peek()?.text === text;
  const expect = (text: string): void => {
    if (!isSign(text)) fail();
    next += 1;
  };

  const binary = (level: number, depth: number): XPath => {
    const operators = levels[level];
    if (operators === undefined) return unary(depth);
    let left = binary(level + 1, depth);
    for (;;) {
      const token = peek();
      const operator = operators.find((one) => one === token?.text);
      if (operator === undefined || token?.kind === "text" || token?.kind === "question") return left;
      next += 1;
      left = { kind: "binary", operator, left, right: binary(level + 1, depth + 1) };
    }
  };
  const unary = (depth: number): XPath => {
    if (depth > depthLimit) fail();
    if (!isSign("-")) return single(depth);
    next += 1;
    return { kind: "minus", of: unary(depth + 1) };
  };
  const single = (depth: number): XPath => {
    const token = peek();
    if (token === undefined) return fail();
    next += 1;
    switch (token.kind) {
      case "question":
        return { kind: "question", name: token.text };
      case "text":
        return { kind: "text", text: token.text };
      case "number":
        return { kind: "number", text: token.text };
      case "word":
        return isSign("(") ? call(token.text, depth) : { kind: "column", name: token.text };
      case "sign": {
        if (token.text === ".") return { kind: "self" };
        if (token.text !== "(") {
          next -= 1;
          return fail();
        }
        const inside = binary(0, depth + 1);
        expect(")");
        return inside;
      }
    }
  };
  const call = (name: string, depth: number): XPath => {
    expect("(");
    const of: XPath[] = [];
    if (!isSign(")")) {
      of.push(binary(0, depth + 1));
      while (isSign(",")) {
        next += 1;
        of.push(binary(0, depth + 1));
      }
    }
    expect(")");
    return { kind: "call", name, of };
  };

  try {
    const tree = binary(0, 0);
    return next === all.length ? ok(tree) : err({ at: peek()?.at ?? source.length });
  } catch (refused) {
    if (refused instanceof Refused) return err({ at: refused.at });
    throw refused;
  }
}
