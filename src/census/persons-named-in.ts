// What the server knows of the other people on a list when it runs the edits again: only the line numbers that a form
// itself names. Names and numbers of the others never leave the tablet with it.
import type { AnswersByPath, ContextRecord, Questionnaire } from "#questionnaire";
import { valueInRole } from "./person-summary.ts";

/** The context `persons` for a form that came alone: without it a spouse's line would count as a line that is not there. */
export function personsNamedIn(
  questionnaire: Pick<Questionnaire, "roles">,
  answers: AnswersByPath,
): readonly ContextRecord[] {
  const spouse = valueInRole({ questionnaire, answers }, "spouse");
  return spouse?.kind === "line" ? [{ line: spouse.line }] : [];
}
