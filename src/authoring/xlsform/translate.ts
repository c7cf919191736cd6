// An XLSForm expression in our language. XPath knows two values of truth and takes an empty answer for ''; ours knows a
// third, "not known". For answers that were given the two say the same; docs/xlsform.md tells where they part.
import { err, ok, type Result } from "#questionnaire";
import {
  alike,
  bothOrEither,
  canShareCode,
  compared,
  isFalse,
  isTrue,
  numeral,
  opposite,
  quoted,
  said,
  truth,
  type Comparison,
  type Said,
  type Translation,
  type Untranslatable,
  type ValueKind,
} from "./said.ts";
import { parseXPath, type XPath } from "./xpath.ts";

export interface Known {
  /** How an expression names it where it can be seen: `HHSIZE`, `R.age` for a field of a roster, `perHead` for a calculation. */
  readonly id: string;
  /** Null for a calculation that has none: it was not translated. */
  readonly kind: ValueKind | null;
  /** The roster in whose rows it is. */
  readonly roster: string | null;
  /** The codes a choice can be. */
  readonly codes: ReadonlySet<string> | null;
  readonly isCalculation: boolean;
}

/** A repeat, and the repeat it is in. */
export interface KnownRoster {
  readonly id: string;
  readonly roster: string | null;
}

export interface Scope {
  /** Null for a name that no row has, or more than one. */
  readonly question: (name: string) => Known | null;
  readonly roster: (name: string) => KnownRoster | null;
  /** What `.` is. */
  readonly self: Known | null;
  /** The roster in whose rows the expression is computed. */
  readonly here: string | null;
  /** Columns of the choice that is being filtered; null outside a choice_filter. */
  readonly columns: Readonly<Record<string, string>> | null;
}

/** `true` and `false` are what is decided already. */
export function translateCondition(source: string, scope: Scope): Result<string, Untranslatable> {
  const result = translateValue(source, scope);
  if (!result.ok) return result;
  return result.value.kind === "boolean" ? ok(result.value.text) : err({ what: source });
}

export function translateValue(source: string, scope: Scope): Translation {
  const parsed = parseXPath(source);
  if (!parsed.ok) return err({ what: source.slice(parsed.error.at, parsed.error.at + 20) || source });
  return value(parsed.value, scope);
}

function value(node: XPath, scope: Scope): Translation {
  switch (node.kind) {
    case "self":
    case "question": {
      const known = knownOf(node, scope);
      const name = node.kind === "self" ? "." : node.name;
      if (known === null || known.kind === null || !isSeen(known.roster, scope)) return err({ what: name });
      return ok({ kind: known.kind, text: known.id, literal: null, codes: known.codes });
    }
    case "column": {
      const column = scope.columns?.[node.name];
      return column === undefined ? err({ what: node.name }) : quoted(column);
    }
    case "text":
      return quoted(node.text);
    case "number":
      return ok(numeral(node.text));
    case "minus": {
      const of = value(node.of, scope);
      if (!of.ok) return of;
      if (of.value.kind !== "number") return err({ what: "-" });
      return ok(of.value.literal === null ? said("number", `-(${of.value.text})`) : numeral(`-${of.value.literal}`));
    }
    case "call":
      return call(node, scope);
    case "binary":
      return binary(node, scope);
  }
}

/** Rows are seen from within themselves and from the rows inside them. */
function isSeen(roster: string | null, { here }: Scope): boolean {
  return roster === null || here === roster || (here ?? "").startsWith(`${roster}.`);
}

function knownOf(node: XPath | undefined, scope: Scope): Known | null {
  if (node?.kind === "self") return scope.self;
  return node?.kind === "question" ? scope.question(node.name) : null;
}

function binary(node: Extract<XPath, { kind: "binary" }>, scope: Scope): Translation {
  const { operator } = node;
  const left = value(node.left, scope);
  const right = value(node.right, scope);
  if (!left.ok) return left;
  if (!right.ok) return right;
  const isOf = (kind: ValueKind): boolean => left.value.kind === kind && right.value.kind === kind;
  switch (operator) {
    case "and":
    case "or":
      return isOf("boolean") ? ok(bothOrEither(operator, left.value, right.value)) : err({ what: operator });
    case "+":
    case "-":
    case "*":
    case "div": {
      const sign = operator === "div" ? "/" : operator;
      const text = `(${left.value.text}) ${sign} (${right.value.text})`;
      return isOf("number") ? ok(said("number", text)) : err({ what: operator });
    }
    case "mod":
      return err({ what: operator });
    default:
      return comparison(operator, node, left.value, right.value, scope);
  }
}

function comparison(
  operator: Comparison,
  node: Extract<XPath, { kind: "binary" }>,
  left: Said,
  right: Said,
  scope: Scope,
): Translation {
  // XPath asks "is it empty" by comparing with ''.
  const asked =
    right.literal === "" ? knownOf(node.left, scope) : left.literal === "" ? knownOf(node.right, scope) : null;
  if (asked !== null && (operator === "=" || operator === "!=")) {
    const is = said("boolean", `${asked.isCalculation ? "known" : "given"}(${asked.id})`);
    return ok(operator === "=" ? said("boolean", `not ${is.text}`) : is);
  }
  return compared(operator, left, right, scope.columns !== null);
}

function call({ name, of }: Extract<XPath, { kind: "call" }>, scope: Scope): Translation {
  const [first, second] = of;
  switch (name) {
    case "true":
    case "false":
      return of.length === 0 ? ok(truth(name === "true")) : err({ what: name });
    case "not":
      return only("boolean", first, scope, opposite);
    case "boolean":
      return only("boolean", first, scope, (one) => one);
    case "count-selected":
      return only("codes", first, scope, ({ text }) => said("number", `count(${text})`));
    case "string-length":
      return only("text", first, scope, ({ text }) => said("number", `length(${text})`));
    case "selected":
      return selected(first, second, scope);
    case "once":
      return first === undefined ? err({ what: "once()" }) : value(first, scope);
    case "number":
      return only("number", first, scope, (one) => one);
    case "string": {
      const one = first === undefined ? err({ what: "string()" }) : value(first, scope);
      return !one.ok || one.value.kind === "text" || one.value.kind === "code" ? one : err({ what: "string()" });
    }
    case "date":
      if (first?.kind === "text" && /^\d{4}-\d{2}-\d{2}$/u.test(first.text)) return ok(said("date", `@${first.text}`));
      return only("date", first, scope, (one) => one);
    case "if":
      return choice(of, scope);
    case "coalesce":
      return coalesced(of, scope);
    case "count":
      return counted(first, scope);
    case "sum":
      return summed(first, scope);
    default:
      return err({ what: `${name}()` });
  }
}

/** A function of one argument that must be of this kind. */
function only(kind: ValueKind, node: XPath | undefined, scope: Scope, write: (one: Said) => Said): Translation {
  const one = node === undefined ? err({ what: "()" }) : value(node, scope);
  if (!one.ok) return one;
  return one.value.kind === kind ? ok(write(one.value)) : err({ what: one.value.text });
}

function selected(question: XPath | undefined, chosen: XPath | undefined, scope: Scope): Translation {
  const refused = err({ what: "selected()" });
  if (question === undefined || chosen === undefined) return refused;
  const marks = value(question, scope);
  const mark = value(chosen, scope);
  if (!marks.ok) return marks;
  if (!mark.ok) return mark;
  if (marks.value.kind === "code") return compared("=", marks.value, mark.value, scope.columns !== null);
  if (marks.value.kind !== "codes") return refused;
  const { literal } = mark.value;
  if (literal === null) {
    const isMark = mark.value.kind === "code" && canShareCode(marks.value, mark.value);
    return isMark ? ok(said("boolean", `${marks.value.text} has ${mark.value.text}`)) : refused;
  }
  if (marks.value.codes?.has(literal) === false)
    return scope.columns === null ? err({ what: literal }) : ok(truth(false));
  const code = quoted(literal);
  return code.ok ? ok(said("boolean", `${marks.value.text} has ${code.value.text}`)) : code;
}

function choice(of: readonly XPath[], scope: Scope): Translation {
  const [when, yes, no] = of;
  if (when === undefined || yes === undefined || no === undefined) return err({ what: "if()" });
  const [condition, ...branches] = [value(when, scope), value(yes, scope), value(no, scope)];
  if (condition?.ok !== true) return condition ?? err({ what: "if()" });
  if (condition.value.kind !== "boolean") return err({ what: condition.value.text });
  const values: Said[] = [];
  for (const branch of branches) {
    if (!branch.ok) return branch;
    values.push(branch.value);
  }
  const [whenTrue, whenFalse] = values;
  if (isTrue(condition.value) && whenTrue !== undefined) return ok(whenTrue);
  if (isFalse(condition.value) && whenFalse !== undefined) return ok(whenFalse);
  return alike(values, (texts) => `if(${[condition.value.text, ...texts].join(", ")})`);
}

function coalesced(of: readonly XPath[], scope: Scope): Translation {
  const values: Said[] = [];
  for (const node of of) {
    const one = value(node, scope);
    if (!one.ok) return one;
    values.push(one.value);
  }
  return alike(values, (texts) => (texts.length === 1 ? texts.join() : `firstKnown(${texts.join(", ")})`));
}

/** Rows of a repeat, named by itself or by one of its questions. */
function counted(node: XPath | undefined, scope: Scope): Translation {
  const name = node?.kind === "question" ? node.name : "";
  const roster = scope.roster(name) ?? rosterOf(scope.question(name));
  if (roster === null || !isSeen(roster.roster, scope)) return err({ what: "count()" });
  return ok(said("number", `count(${roster.id})`));
}

function summed(node: XPath | undefined, scope: Scope): Translation {
  const known = knownOf(node, scope);
  const roster = rosterOf(known);
  if (known === null || known.kind !== "number" || roster === null || !isSeen(roster.roster, scope)) {
    return err({ what: "sum()" });
  }
  const member = known.isCalculation ? known.id : known.id.slice(roster.id.length + 1);
  return ok(said("number", `sum(${roster.id}, row => row.${member})`));
}

/** The roster of what is known, with the one around it. */
function rosterOf(known: Known | null): KnownRoster | null {
  const id = known?.roster ?? null;
  if (id === null) return null;
  const at = id.lastIndexOf(".");
  return { id, roster: at === -1 ? null : id.slice(0, at) };
}
