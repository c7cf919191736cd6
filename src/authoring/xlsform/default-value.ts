// The cell "default" of an XLSForm: a constant, or a value of the question's own kind. Here it is proposed and
// counts when it is confirmed; there it counts at once.
import type { Question } from "#questionnaire";
import type { ValueKind } from "./said.ts";
import { translateValue, type Scope } from "./translate.ts";

/** The default as our expression; null where it cannot be said. */
export function defaultOf(source: string, question: Question, scope: Scope): string | null {
  const constant = constantOf(source, question);
  if (constant !== null) return constant;
  const translated = translateValue(source, scope);
  return translated.ok && translated.value.kind === kindByType[question.type] ? translated.value.text : null;
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
