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
