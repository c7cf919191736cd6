// A started interview goes to the newest version of its questionnaire: one event, saved like any other.
import { planInterviewMove, type InterviewState } from "#fieldwork";
import type { QuestionnaireShelf } from "#census";
import { compareVersions, err, type Result } from "#questionnaire";
import type { MoveForwardError } from "./errors.ts";

type Planned = ReturnType<typeof planInterviewMove>;

/** The event of the move, from the version the interview stands on to the newest. */
export function planMoveForward(
  shelf: QuestionnaireShelf,
  interview: InterviewState,
  facts: { readonly atMs: number; readonly by: string },
): Planned | Result<never, MoveForwardError> {
  const from = shelf.find(interview.questionnaire);
  if (from === null) return err({ type: "version-missing" });
  const move = compareVersions(from, shelf.newest(interview.unit));
  return move.ok ? planInterviewMove(interview, move.value, facts) : err({ type: "version-map-missing" });
}
