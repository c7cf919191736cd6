// An XLSForm expression in our language. XPath knows two values of truth and takes an empty answer for ''; ours knows a
// third, "not known". For answers that were given the two say the same; docs/xlsform.md tells where they part.
import { err, ok, type Result } from "#questionnaire";
import { parseXPath, type Operator, type XPath } from "./xpath.ts";

/** What a question's value is in expressions. */
export type ValueKind = "code" | "codes" | "number" | "text" | "date";

export interface Known {
  /** How an expression names it, seen from anywhere: `HHSIZE`, or `R.age` for a field of a roster. */
  readonly id: string;
  readonly kind: ValueKind;
  /** The roster it is a field of. */
  readonly roster: string | null;
}

export interface Scope {
  readonly question: (name: string) => Known | null;
  readonly roster: (name: string) => string | null;
  /** What `.` is. */
  readonly self: Known | null;
  /** Columns of the choice that is being filtered. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What of the expression has no counterpart: a function's or question's name, or where reading stopped. */
export interface Untranslatable {
  readonly what: string;
}

type Translation = Result<string, Untranslatable>;

export function translateExpression(source: string, scope: Scope): Translation {
  const parsed = parseXPath(source);
  if (!parsed.ok) return err({ what: source.slice(parsed.error.at, parsed.error.at + 20) || source });
  return condition(parsed.value, scope);
}

const signs: Readonly<Partial<Record<Operator, string>>> = { "+": "+", "-": "-", "*": "*", div: "/" };
const comparisons: ReadonlySet<Operator> = new Set(["=", "!=", "<", "<=", ">", ">="]);

function condition(node: XPath, scope: Scope): Translation {
  if (node.kind === "binary" && (node.operator === "and" || node.operator === "or")) {
    return joined(node.operator, condition(node.left, scope), condition(node.right, scope));
  }
  if (node.kind === "binary" && comparisons.has(node.operator)) return comparison(node, scope);
  if (node.kind === "call") return call(node, scope);
  return value(node, scope);
}

function joined(operator: string, left: Translation, right: Translation): Translation {
  if (!left.ok) return left;
  return right.ok ? ok(`(${left.value}) ${operator} (${right.value})`) : right;
}

function comparison({ operator, left, right }: Extract<XPath, { kind: "binary" }>, scope: Scope): Translation {
  // XPath asks "is it empty" by comparing with ''.
  const asked = emptiness(left, right, scope) ?? emptiness(right, left, scope);
  if (asked !== null && (operator === "=" || operator === "!="))
    return ok(operator === "=" ? `not given(${asked})` : `given(${asked})`);
  const known = knownOf(left, scope) ?? knownOf(right, scope);
  const a = operand(left, known, scope);
  if (!a.ok) return a;
  const b = operand(right, known, scope);
  return b.ok ? ok(`${a.value} ${operator} ${b.value}`) : b;
}

function emptiness(question: XPath, other: XPath, scope: Scope): string | null {
  return other.kind === "text" && other.text === "" ? (knownOf(question, scope)?.id ?? null) : null;
}

function knownOf(node: XPath, scope: Scope): Known | null {
  if (node.kind === "self") return scope.self;
  return node.kind === "question" ? scope.question(node.name) : null;
}

/** One side of a comparison: a literal is written as the other side's kind wants it. */
function operand(node: XPath, beside: Known | null, scope: Scope): Translation {
  const literal = node.kind === "text" || node.kind === "number" ? node.text : columnOf(node, scope);
  if (literal === null || beside === null) return value(node, scope);
  switch (beside.kind) {
    case "code":
    case "text":
      return quoted(literal);
    case "number":
      return /^-?\d+(?:\.\d+)?$/u.test(literal) ? ok(literal) : err({ what: literal });
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/u.test(literal) ? ok(`@${literal}`) : err({ what: literal });
    case "codes":
      return err({ what: beside.id });
  }
}

function columnOf(node: XPath, scope: Scope): string | null {
  return node.kind === "column" ? (scope.columns[node.name] ?? null) : null;
}

function quoted(text: string): Translation {
  if (!text.includes("'")) return ok(`'${text}'`);
  return text.includes('"') ? err({ what: text }) : ok(`"${text}"`);
}

function value(node: XPath, scope: Scope): Translation {
  switch (node.kind) {
    case "self":
    case "question": {
      const known = knownOf(node, scope);
      return known === null ? err({ what: node.kind === "self" ? "." : node.name }) : ok(known.id);
    }
    case "column": {
      const column = scope.columns[node.name];
      return column === undefined ? err({ what: node.name }) : quoted(column);
    }
    case "text":
      return quoted(node.text);
    case "number":
      return ok(node.text);
    case "minus": {
      const of = value(node.of, scope);
      return of.ok ? ok(`-(${of.value})`) : of;
    }
    case "call":
      return call(node, scope);
    case "binary": {
      const sign = signs[node.operator];
      if (sign === undefined) return node.operator === "mod" ? err({ what: "mod" }) : condition(node, scope);
      return joined(sign, value(node.left, scope), value(node.right, scope));
    }
  }
}

function call({ name, of }: Extract<XPath, { kind: "call" }>, scope: Scope): Translation {
  const [first, second, third] = of;
  const around = (before: string, inside: Translation): Translation =>
    inside.ok ? ok(`${before}(${inside.value})`) : inside;
  switch (name) {
    case "not":
      return first === undefined ? err({ what: name }) : around("not ", condition(first, scope));
    case "selected":
      return first === undefined || second === undefined ? err({ what: name }) : selected(first, second, scope);
    case "count-selected":
      return first === undefined ? err({ what: name }) : around("count", value(first, scope));
    case "string-length":
      return first === undefined ? err({ what: name }) : around("length", value(first, scope));
    case "number":
    case "string":
    case "boolean":
    case "once":
      return first === undefined ? err({ what: name }) : value(first, scope);
    case "date":
      return first?.kind === "text" && /^\d{4}-\d{2}-\d{2}$/u.test(first.text)
        ? ok(`@${first.text}`)
        : err({ what: name });
    case "if":
      return first === undefined || second === undefined || third === undefined
        ? err({ what: name })
        : list("if", [condition(first, scope), value(second, scope), value(third, scope)]);
    case "coalesce":
      return list(
        "firstKnown",
        of.map((one) => value(one, scope)),
      );
    case "count":
      return overRoster(first, scope, (roster) => `count(${roster})`);
    case "sum":
      return sum(first, scope);
    default:
      return err({ what: `${name}()` });
  }
}

function list(name: string, of: readonly Translation[]): Translation {
  const refused = of.find((one) => !one.ok);
  if (refused !== undefined) return refused;
  return ok(`${name}(${of.map((one) => (one.ok ? one.value : "")).join(", ")})`);
}

function selected(question: XPath, choice: XPath, scope: Scope): Translation {
  const known = knownOf(question, scope);
  const literal = choice.kind === "text" || choice.kind === "number" ? choice.text : columnOf(choice, scope);
  if (known === null || literal === null) return err({ what: "selected()" });
  const code = quoted(literal);
  if (!code.ok) return code;
  if (known.kind === "codes") return ok(`${known.id} has ${code.value}`);
  return known.kind === "code" ? ok(`${known.id} = ${code.value}`) : err({ what: "selected()" });
}

function overRoster(node: XPath | undefined, scope: Scope, write: (roster: string) => string): Translation {
  const roster =
    node?.kind === "question" ? (scope.roster(node.name) ?? scope.question(node.name)?.roster ?? null) : null;
  return roster === null ? err({ what: "count()" }) : ok(write(roster));
}

function sum(node: XPath | undefined, scope: Scope): Translation {
  const known = node === undefined ? null : knownOf(node, scope);
  if (known === null || known.roster === null || known.kind !== "number") return err({ what: "sum()" });
  return ok(`sum(${known.roster}, row => row${known.id.slice(known.roster.length)})`);
}
