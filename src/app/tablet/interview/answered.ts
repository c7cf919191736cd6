import type { QuestionView } from "#questionnaire";

/** True where something is recorded: an answer, a refusal, a field of a composite, a row. A proposal is not. */
export function isAnswered(view: QuestionView): boolean {
  if (view.answer.state !== "unanswered" && view.answer.state !== "proposed") return true;
  return view.rows.length > 0 || view.fields.some(isAnswered);
}

/** True where the question or one of its fields cannot be right as it stands. */
export function hasHardFinding(view: QuestionView): boolean {
  const inner = [...view.fields, ...view.rows.flatMap(({ fields }) => fields)];
  return view.findings.some(({ level }) => level === "hard") || inner.some(hasHardFinding);
}

/** Kinds whose answer is one tap: they have no "done" of their own. */
export function isOneTap(view: QuestionView): boolean {
  const { type } = view.definition;
  return type === "single" || type === "person-ref" || type === "code-list" || type === "place";
}
