// Through all questions in the order of asking, rows where their roster stands.
import type { Frame } from "./frame.ts";
import type { Plan, PlannedQuestion } from "./plan.ts";

/** Calls `visit` with each question in each frame, asked or not. */
export function walk(plan: Plan, frame: Frame, visit: (frame: Frame, question: PlannedQuestion) => void): void {
  // Fields of a composite follow it in the same layout: they need no step of their own.
  for (const question of plan.questionsByLayout.get(frame.layout) ?? []) {
    visit(frame, question);
    for (const row of frame.rows[question.slot.index] ?? []) walk(plan, row, visit);
  }
}

/** Required here: itself, and the composite it is a field of. */
export function isRequired(frame: Frame, { slot }: PlannedQuestion): boolean {
  if (frame.required[slot.index] !== true) return false;
  return slot.composite === null || frame.required[slot.composite.index] === true;
}

/** Asked, required and without an answer. A composite is as good as its fields; a roster may allow no rows. */
export function isMissing(frame: Frame, question: PlannedQuestion): boolean {
  const { definition, index } = question.slot;
  if (definition.type === "composite") return false;
  if (definition.type === "roster" && definition.minRows === 0) return false;
  return frame.relevant[index] === true && frame.states[index] === "unanswered" && isRequired(frame, question);
}
