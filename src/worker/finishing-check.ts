// May this form be finished? Asked of the saved events, whoever painted them.
import type { FieldworkError } from "#fieldwork";
import { checkFinished } from "#questionnaire";
import type { InterviewLog } from "./book.ts";
import { contextOf, engineOf, type AskedWith, type AskingBook } from "./engine.ts";
import type { FinishError } from "./errors.ts";
import type { Subject } from "./subject.ts";

/** The engine's verdict on the saved events; null = nothing stands between the form and its finishing. */
export function whatIsMissing(
  book: AskingBook,
  log: InterviewLog,
  subject: Subject,
  asked: AskedWith,
): Extract<FinishError, { type: "form-incomplete" }> | FieldworkError | null {
  if (log.state.state === "finished") return { type: "interview-is-finished" };
  if (log.state.state === "cancelled") return { type: "interview-is-cancelled" };
  const blocks = checkFinished(engineOf(asked.questionnaire, contextOf(book, subject, log.state, asked), log.state));
  if (blocks.length === 0) return null;
  return {
    type: "form-incomplete",
    findings: blocks.flatMap((block) =>
      block.type === "unanswered" ? [] : [{ edit: block.finding.edit, paths: block.finding.paths }],
    ),
    remaining: blocks.flatMap((block) => (block.type === "unanswered" ? [block.path] : [])),
  };
}
