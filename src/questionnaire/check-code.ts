// Codes in expressions: a quoted text becomes a code when it meets one, and is then looked up where the codes come from.
import { report, type CheckContext } from "./check-context.ts";
import type { CodeDomain, ExpressionType } from "./expression-type.ts";
import { typeName } from "./expression-type.ts";
import type { Typed } from "./typed-tree.ts";

/** How many codes an error message names. */
const shownCodes = 20;

/** Gives a quoted text the type of what it stands beside; anything else is returned as it is. */
export function conformLiteral(context: CheckContext, typed: Typed, beside: ExpressionType): Typed | null {
  const { at } = typed;
  const isCode = beside.type === "code" || beside.type === "codes";
  if (isCode && typed.node === "constant" && typeof typed.value === "number") {
    return report(context, { type: "number-for-code", at, number: String(typed.value) });
  }
  if (typed.type.type !== "literal") return typed;
  if (isCode) return checkCode(context, typed.type.text, at, beside.domain);
  if (beside.type === "text" || beside.type === "literal") return { ...typed, type: { type: "text" } };
  return report(context, { type: "type-wrong", at, expected: typeName(beside), found: "quoted text" });
}

/** A value for a question of that type: quoted texts in all branches become its codes, and each is looked up. */
export function conformValue(context: CheckContext, typed: Typed, wanted: ExpressionType): Typed | null {
  if (typed.node === "constant" && typed.value === null) return typed;
  if (typed.node === "if") {
    const whenTrue = conformValue(context, typed.whenTrue, wanted);
    const whenFalse = conformValue(context, typed.whenFalse, wanted);
    return whenTrue === null || whenFalse === null ? null : { ...typed, whenTrue, whenFalse, type: wanted };
  }
  if (typed.node === "first-known") {
    const values = typed.values.flatMap((value) => conformValue(context, value, wanted) ?? []);
    return values.length < typed.values.length ? null : { ...typed, values, type: wanted };
  }
  if (wanted.type !== "code" && wanted.type !== "codes") {
    const plain = conformLiteral(context, typed, wanted);
    return plain === null || plain.type.type === wanted.type ? plain : wrongType(context, plain, wanted);
  }
  // A choice between quoted texts was taken for a choice between texts.
  if (typed.node === "constant" && typeof typed.value === "string") {
    return checkCode(context, typed.value, typed.at, wanted.domain);
  }
  const code = conformLiteral(context, typed, wanted);
  if (code === null) return null;
  const { type } = code;
  if (type.type !== "code" && type.type !== wanted.type) return wrongType(context, code, wanted);
  if ((type.type === "code" || type.type === "codes") && !canShareCode(type.domain, wanted.domain)) {
    return report(context, { type: "codes-never-equal", at: code.at });
  }
  return code;
}

function wrongType(context: CheckContext, typed: Typed, wanted: ExpressionType): null {
  return report(context, {
    type: "type-wrong",
    at: typed.at,
    expected: typeName(wanted),
    found: typeName(typed.type),
  });
}

/** A code as a constant, if its domain has it. */
export function checkCode(context: CheckContext, code: string, at: number, domain: CodeDomain): Typed | null {
  const type: ExpressionType = { type: "code", domain };
  if (domain.from === "options" && !domain.codes.has(code)) {
    return report(context, { type: "code-unknown", at, code, known: [...domain.codes].slice(0, shownCodes) });
  }
  if (domain.from === "list" && !context.host.hasCode(domain.list, code)) {
    return report(context, { type: "code-unknown", at, code, known: [] });
  }
  return { node: "constant", value: code, type, at };
}

/** False only if no code can be in both. */
export function canShareCode(a: CodeDomain, b: CodeDomain): boolean {
  if (a.from === "options" && b.from === "options") return [...a.codes].some((code) => b.codes.has(code));
  if (a.from === "list" && b.from === "list") return a.list === b.list;
  return true;
}

/** The domain of a value that comes from one of two places. */
export function joinDomains(a: CodeDomain, b: CodeDomain): CodeDomain {
  if (a.from === "options" && b.from === "options") {
    return { from: "options", codes: new Set([...a.codes, ...b.codes]) };
  }
  if (a.from === "list" && b.from === "list" && a.list === b.list) return a;
  return { from: "anywhere" };
}
