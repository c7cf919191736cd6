// A finished interview as the one payload line that is sealed for it.
import { err, type AnswersByPath, type Result } from "#questionnaire";
import type { PayloadError } from "./errors.ts";
import type { InterviewState } from "./interview.ts";
import type { FormContext, FormLine } from "./payload-line.ts";
import { payloadLineFits } from "./payload-size.ts";
import { isSameSource, type SourceOfAnswers } from "./source-of-answers.ts";

/** What the form line needs beside the interview. */
export interface FormLineFacts {
  readonly list: string;
  /** The line's number on the list; 0 for the premises. */
  readonly line: number;
  /** The engine's `exported()`: relevant answers only. */
  readonly answers: AnswersByPath;
  /** The scalar context the engine was opened with; `persons` stays on the tablet. */
  readonly context: FormContext;
}

/** Refuses an interview that is not finished and a line above 64 kB. */
export function buildFormLine(interview: InterviewState, facts: FormLineFacts): Result<FormLine, PayloadError> {
  if (interview.state !== "finished" || interview.finishedAtMs === null) return err({ type: "interview-not-finished" });
  const otherSources: Record<string, SourceOfAnswers> = {};
  for (const path of Object.keys(facts.answers)) {
    const recorded = interview.answers[path];
    if (recorded !== undefined && !isSameSource(recorded.source, interview.source)) {
      otherSources[path] = recorded.source;
    }
  }
  return payloadLineFits({
    typ: "form",
    v: 1,
    id: interview.interview,
    rev: interview.rev,
    list: facts.list,
    line: facts.line,
    lineId: interview.lineId,
    unit: interview.unit,
    questionnaire: [...interview.questionnaire],
    source: interview.source,
    otherSources,
    language: interview.language,
    startedAtMs: interview.startedAtMs,
    finishedAtMs: interview.finishedAtMs,
    answers: facts.answers,
    confirmations: [...interview.confirmations],
    notes: Object.entries(interview.notes).map(([path, text]) => ({ path, text })),
    flags: [...interview.flags],
    context: facts.context,
  });
}
