// The cell "default" of an XLSForm: a constant, another question's answer, or a sum of numbers. Here it is proposed and
// counts when it is confirmed; there it counts at once.
import type { Question } from "#questionnaire";
import { translateExpression, type Scope, type ValueKind } from "./translate.ts";
import { parseXPath, type Operator, type XPath } from "./xpath.ts";

/** The default as our expression; null where it cannot be said. */
export function defaultOf(source: string, question: Question, scope: Scope): string | null {
  const constant = constantOf(source, question);
  if (constant !== null) return constant;
  const parsed = parseXPath(source);
  if (!parsed.ok || kindOf(parsed.value, scope) !== kindByType[question.type]) return null;
  const translated = translateExpression(source, scope);
  return translated.ok ? translated.value : null;
}

/** What the types of question that an import makes hold. */
const kindByType: Readonly<Partial<Record<Question["type"], ValueKind>>> = {
  single: "code",
  multi: "codes",
  number: "number",
  text: "text",
  date: "date",
};

/** A cell without a question in it and without a call is what it says. */
function constantOf(source: string, question: Question): string | null {
  switch (question.type) {
    case "single":
    case "multi":
      return Array.isArray(question.options) && question.options.some(({ code }) => code === source)
        ? `'${source}'`
        : null;
    case "number":
      return /^-?\d+(?:\.\d+)?$/u.test(source) ? source : null;
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/u.test(source) ? `@${source}` : null;
    case "text":
      return /[${}()'"]/u.test(source) || source.length > 200 ? null : `'${source}'`;
    default:
      return null;
  }
}

const arithmetic: ReadonlySet<Operator> = new Set(["+", "-", "*", "div"]);

/** Null for what is no value of one kind that we are sure of. */
function kindOf(node: XPath, scope: Scope): ValueKind | null {
  switch (node.kind) {
    case "question":
      return scope.question(node.name)?.kind ?? null;
    case "number":
      return "number";
    case "minus":
      return kindOf(node.of, scope) === "number" ? "number" : null;
    case "binary": {
      const areNumbers = [node.left, node.right].every((side) => kindOf(side, scope) === "number");
      return arithmetic.has(node.operator) && areNumbers ? "number" : null;
    }
    default:
      return null;
  }
}
