// Parts of an expression in our language with their kinds, and how two of them are joined: a literal is written as what
// stands beside it wants it, and what is decided already is decided here, so that no condition is always or never true.
import { err, ok, type Result } from "#questionnaire";

/** What a value is in expressions. */
export type ValueKind = "boolean" | "code" | "codes" | "number" | "text" | "date";

/** What of the expression has no counterpart: a function's or question's name, or where reading stopped. */
export interface Untranslatable {
  readonly what: string;
}

export interface Said {
  readonly kind: ValueKind;
  readonly text: string;
  /** What stands in quotes, or a number as it is written; null for anything that is no literal. */
  readonly literal: string | null;
  /** Codes that a code can be, where they are known. */
  readonly codes: ReadonlySet<string> | null;
}

export type Translation = Result<Said, Untranslatable>;

export const said = (kind: ValueKind, text: string): Said => ({ kind, text, literal: null, codes: null });
export const truth = (is: boolean): Said => said("boolean", String(is));
export const isTrue = ({ kind, text }: Said): boolean => kind === "boolean" && text === "true";
export const isFalse = ({ kind, text }: Said): boolean => kind === "boolean" && text === "false";

export function quoted(literal: string): Translation {
  const mark = literal.includes("'") ? '"' : "'";
  if (literal.includes(mark)) return err({ what: literal });
  return ok({ kind: "text", text: `${mark}${literal}${mark}`, literal, codes: null });
}

export function numeral(literal: string): Said {
  return { kind: "number", text: literal, literal, codes: null };
}

export function opposite(one: Said): Said {
  if (isTrue(one) || isFalse(one)) return truth(isFalse(one));
  return said("boolean", `not (${one.text})`);
}

export function bothOrEither(operator: "and" | "or", left: Said, right: Said): Said {
  const isDeciding = operator === "and" ? isFalse : isTrue;
  if (isDeciding(left) || isDeciding(right)) return truth(operator === "or");
  const isIdle = operator === "and" ? isTrue : isFalse;
  if (isIdle(left)) return right;
  return isIdle(right) ? left : said("boolean", `(${left.text}) ${operator} (${right.text})`);
}

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/**
 * `isForgiving` is for a choice_filter: a cell of the choices that cannot be the question's answer makes its comparison
 * false, as in XPath. Elsewhere it is the author's slip, and refused.
 */
export function compared(operator: Comparison, left: Said, right: Said, isForgiving: boolean): Translation {
  if (left.literal !== null && right.literal !== null) return ok(truth(holds(operator, left, right)));
  if (left.kind === "boolean" || right.kind === "boolean")
    return comparedTruths(operator, asTruth(left), asTruth(right));
  const a = asKind(left, right);
  const b = asKind(right, left);
  if (a === null || b === null) {
    const what = (a === null ? left : right).literal ?? operator;
    return isForgiving ? ok(truth(operator === "!=")) : err({ what });
  }
  const isOrder = operator !== "=" && operator !== "!=";
  const canBe = isOrder ? ["number", "date"] : ["number", "date", "code", "text"];
  if (a.kind !== b.kind || !canBe.includes(a.kind) || !canShareCode(a, b)) return err({ what: operator });
  return ok(said("boolean", `${a.text} ${operator} ${b.text}`));
}

/** Whether two codes can ever be the same; what is not known of them counts as possible. */
export function canShareCode({ codes: some }: Said, { codes: others }: Said): boolean {
  return some === null || others === null || [...some].some((code) => others.has(code));
}

/** XPath compares as numbers where one side is a number or the comparison asks for order. */
function holds(operator: Comparison, left: Said, right: Said): boolean {
  const [a, b] = [left.literal ?? "", right.literal ?? ""];
  const isOfNumbers = left.kind === "number" || right.kind === "number" || !["=", "!="].includes(operator);
  const [x, y] = [a.trim() === "" ? Number.NaN : Number(a), b.trim() === "" ? Number.NaN : Number(b)];
  switch (operator) {
    case "=":
      return isOfNumbers ? x === y : a === b;
    case "!=":
      return isOfNumbers ? x !== y : a !== b;
    case "<":
      return x < y;
    case "<=":
      return x <= y;
    case ">":
      return x > y;
    case ">=":
      return x >= y;
  }
}

/** What an author writes for a truth beside one: `'true'`, `1`. */
function asTruth(one: Said): Said {
  if (one.literal === "true" || one.literal === "1") return truth(true);
  return one.literal === "false" || one.literal === "0" ? truth(false) : one;
}

function comparedTruths(operator: Comparison, left: Said, right: Said): Translation {
  const isOfTruths = left.kind === "boolean" && right.kind === "boolean";
  if (!isOfTruths || (operator !== "=" && operator !== "!=")) return err({ what: operator });
  const [fixed, other] = isTrue(left) || isFalse(left) ? [left, right] : [right, left];
  if (!isTrue(fixed) && !isFalse(fixed)) return ok(said("boolean", `(${left.text}) ${operator} (${right.text})`));
  return ok(isTrue(fixed) === (operator === "=") ? other : opposite(other));
}

/** A literal as the kind beside it; null if it cannot be that. What is no literal stays as it is. */
function asKind(one: Said, beside: Said): Said | null {
  if (one.literal === null) return one;
  const { literal } = one;
  switch (beside.kind) {
    case "code":
      return beside.codes !== null && !beside.codes.has(literal) ? null : asQuoted(literal, "code");
    case "text":
      return asQuoted(literal, "text");
    case "number":
      return /^-?\d+(?:\.\d+)?$/u.test(literal) ? said("number", literal) : null;
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/u.test(literal) ? said("date", `@${literal}`) : null;
    case "boolean":
    case "codes":
      return null;
  }
}

function asQuoted(literal: string, kind: ValueKind): Said | null {
  const text = quoted(literal);
  return text.ok ? said(kind, text.value.text) : null;
}

/** Values that stand for one another, as the branches of an `if`: written as one kind, or refused. */
export function alike(values: readonly Said[], write: (texts: readonly string[]) => string): Translation {
  const [first] = values;
  if (first === undefined) return err({ what: "()" });
  const leading = values.find(({ literal }) => literal === null) ?? values.find(({ kind }) => kind === "text") ?? first;
  const texts: string[] = [];
  for (const value of values) {
    // A choice of one branch need not be a choice of the other.
    const written = value === leading ? value : asKind(value, { ...leading, codes: null });
    if (written === null || written.kind !== leading.kind) return err({ what: value.text });
    texts.push(written.text);
  }
  const sets = values.flatMap(({ literal, codes }) => (literal === null ? [codes] : []));
  const known = sets.flatMap((codes) => codes ?? []);
  // The engine takes a quoted first value for any code.
  const isOpen = first.literal !== null || known.length < sets.length;
  const codes = isOpen ? null : new Set(known.flatMap((set) => [...set]));
  return ok({ kind: leading.kind, text: write(texts), literal: null, codes });
}
