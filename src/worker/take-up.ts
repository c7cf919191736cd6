// The end of a postponement by the work itself: an answer, the word who answers, or finishing. Everything else leaves the
// appointment as it is, looking, correcting and opening again too.
import type { FieldworkError, InterviewEvent, LineFacts } from "#fieldwork";
import { ok, type Result } from "#questionnaire";
import { mergeChanges, withInterviewEvents, withLineEvent, type BookChange, type WorkBook } from "./book.ts";

/** The change, and with it the end of the line's postponement; the change alone where the line is not put off. */
export function withTakeUp<B extends WorkBook>(
  change: BookChange<B>,
  lineId: string,
  facts: LineFacts,
): Result<BookChange<B>, FieldworkError> {
  const line = change.book.linesById.get(lineId);
  if (line === undefined || line.state.postponed === null) return ok(change);
  const taken = withLineEvent(change.book, lineId, line, { type: "line-taken-up", ...facts });
  return taken.ok ? ok(mergeChanges([change, taken.value], change.book)) : taken;
}

/** As `withInterviewEvents`; an answer, who answers, or finishing takes the line up in the same change. */
export function withInterviewWork<B extends WorkBook>(
  book: B,
  {
    interviewId,
    recordId,
    lineId,
  }: { readonly interviewId: string; readonly recordId: string; readonly lineId: string },
  events: readonly InterviewEvent[],
  facts: LineFacts,
): Result<BookChange<B>, FieldworkError> {
  const change = withInterviewEvents(book, interviewId, events, recordId);
  if (!change.ok) return change;
  const postponed = book.linesById.get(lineId)?.state.postponed ?? null;
  // What was answered before it was put off may reach the disk after it.
  const isTakenUp =
    postponed !== null && events.some((event) => endsPostponement(event) && event.atMs >= postponed.atMs);
  return isTakenUp ? withTakeUp(change.value, lineId, facts) : change;
}

function endsPostponement({ type }: InterviewEvent): boolean {
  switch (type) {
    case "interview-started":
    case "answer-given":
    case "source-changed":
    case "answers-source-corrected":
    case "interview-finished":
      return true;
    case "language-changed":
    case "note-written":
    case "question-flagged":
    case "edit-confirmed":
    case "row-removed":
    case "interview-reopened":
    case "interview-cancelled":
    case "interview-restored":
    case "interview-moved":
      return false;
  }
}
