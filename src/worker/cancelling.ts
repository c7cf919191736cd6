// A begun form cancelled, and restored: the same rules on the tablet and in a practice. Nothing is deleted by either; a
// line has one form that counts, so a cancelled one is restored only while no other stands in its place.
import type { CancelReason, FieldworkError } from "#fieldwork";
import { err, type Result } from "#questionnaire";
import { withInterviewEvents, type BookChange, type WorkBook } from "./book.ts";

type Facts = { readonly atMs: number; readonly by: string };

export type CancelRefusal =
  | FieldworkError
  | { readonly type: "interview-unknown" }
  /** The list has one form of the premises: there is nothing to begin anew. */
  | { readonly type: "premises-not-cancelled" }
  /** "Other" without words says nothing. */
  | { readonly type: "cancel-note-missing" }
  /** Another form of the line was begun after it. */
  | { readonly type: "interview-other-begun" };

export function withCancelled<B extends WorkBook>(
  book: B,
  interviewId: string,
  why: { readonly reason: CancelReason; readonly note: string | null },
  facts: Facts,
): Result<BookChange<B>, CancelRefusal> {
  const log = book.interviewsById.get(interviewId);
  if (log === undefined) return err({ type: "interview-unknown" });
  if (log.state.unit === "premises") return err({ type: "premises-not-cancelled" });
  if (why.reason === "other" && why.note === null) return err({ type: "cancel-note-missing" });
  return withInterviewEvents(book, interviewId, [{ type: "interview-cancelled", ...facts, ...why }], log.recordId);
}

export function withRestored<B extends WorkBook>(
  book: B,
  interviewId: string,
  facts: Facts,
): Result<BookChange<B>, CancelRefusal> {
  const log = book.interviewsById.get(interviewId);
  if (log === undefined) return err({ type: "interview-unknown" });
  const { lineId } = log.state;
  const line = book.linesById.get(lineId)?.state;
  if (line?.removed) return err({ type: "line-is-removed", number: line.number });
  if (line?.outcome) return err({ type: "line-has-outcome", number: line.number });
  const inPlace = book.interviewIdByLineId.get(lineId);
  if (inPlace !== undefined && inPlace !== interviewId) return err({ type: "interview-other-begun" });
  return withInterviewEvents(book, interviewId, [{ type: "interview-restored", ...facts }], log.recordId);
}
