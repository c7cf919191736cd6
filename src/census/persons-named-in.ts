// What the server knows of the other people on a list when it runs the edits again: only the line numbers that a form
// itself names. Names and numbers of the others never leave the tablet with it.
import type { AnswersByPath, ContextRecord } from "#questionnaire";

/** The context `persons` for a form that came alone: without it a spouse's line would count as a line that is not there. */
export function personsNamedIn(answers: AnswersByPath): readonly ContextRecord[] {
  const spouse = answers["P26.1"];
  return spouse?.state === "answered" && spouse.value.kind === "line" ? [{ line: spouse.value.line }] : [];
}
