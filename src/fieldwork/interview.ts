// One interview as a state machine. The engine of #questionnaire decides what is asked and what contradicts what; here
// stands who said what, when, in which language, and whether the form is open. A sealed form never changes: reopening
// it starts the next revision. A form that was never sealed can be cancelled and restored, with all that is in it.
import { err, ok, type Answer, type AnswersByPath, type ArchivedAnswer, type Result } from "#questionnaire";
import type { FieldworkError } from "./errors.ts";
import type { CancelReason, InterviewEvent, InterviewUnit, QuestionnaireRef } from "./interview-event.ts";
import { isSameInstrument } from "./instrument-of.ts";
import { withMove } from "./move-interview.ts";
import type { QuestionLanguage } from "./record-id.ts";
import type { SourceOfAnswers } from "./source-of-answers.ts";

/** An answer with the facts of its giving. */
export interface RecordedAnswer {
  readonly answer: Answer;
  readonly atMs: number;
  readonly language: QuestionLanguage;
  readonly source: SourceOfAnswers;
  readonly by: string;
}

/** A soft edit that the officer confirmed ("yes, it is right"). */
export interface RecordedConfirmation {
  readonly edit: string;
  readonly path: string;
  readonly reason: string | null;
  readonly atMs: number;
}

export interface InterviewState {
  readonly state: "being-filled" | "finished" | "cancelled";
  readonly interview: string;
  readonly unit: InterviewUnit;
  /** Of the premises' interview: the id of the list. */
  readonly lineId: string;
  /** From 1; each reopening adds one. */
  readonly rev: number;
  readonly questionnaire: readonly QuestionnaireRef[];
  /** The language questions are asked in now. */
  readonly language: QuestionLanguage;
  /** The source of the answers given from now on. */
  readonly source: SourceOfAnswers;
  readonly startedAtMs: number;
  /** Time of the last finishing; null while the first revision is being filled. */
  readonly finishedAtMs: number | null;
  readonly savedAtMs: number;
  /** Null unless it is cancelled. */
  readonly cancelled: { readonly reason: CancelReason; readonly note: string | null; readonly atMs: number } | null;
  readonly answers: Readonly<Record<string, RecordedAnswer>>;
  readonly confirmations: readonly RecordedConfirmation[];
  readonly notes: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  /** Roster rows that were taken out (`P21[2]`); their numbers are never given again. */
  readonly removedRows: readonly string[];
  /** Answers that a later version has no place for, and originals of those it changed; never sent as answers. */
  readonly archived: readonly ArchivedAnswer[];
  /** Notes at questions that a later version does not have. */
  readonly archivedNotes: readonly { readonly path: string; readonly text: string }[];
}

/** The interview after the event; `null` is one that was not started yet. */
export function applyInterviewEvent(
  interview: InterviewState | null,
  event: InterviewEvent,
): Result<InterviewState, FieldworkError> {
  if (event.type === "interview-started") {
    if (interview !== null) return err({ type: "interview-already-started" });
    return ok({
      state: "being-filled",
      interview: event.interview,
      unit: event.unit ?? "person",
      lineId: event.lineId,
      rev: 1,
      questionnaire: event.questionnaire,
      language: event.language,
      source: event.source,
      startedAtMs: event.atMs,
      finishedAtMs: null,
      savedAtMs: event.atMs,
      cancelled: null,
      answers: {},
      confirmations: [],
      notes: {},
      flags: [],
      removedRows: [],
      archived: [],
      archivedNotes: [],
    });
  }
  if (interview === null) return err({ type: "interview-not-started" });
  if (event.type === "interview-restored") {
    if (interview.state !== "cancelled") return err({ type: "interview-not-cancelled" });
    return ok({ ...interview, state: "being-filled", cancelled: null, savedAtMs: event.atMs });
  }
  if (interview.state === "cancelled") return err({ type: "interview-is-cancelled" });
  if (event.type === "interview-reopened") {
    if (interview.state !== "finished") return err({ type: "interview-not-finished" });
    const expected = interview.rev + 1;
    if (event.rev !== expected) return err({ type: "interview-revision-wrong", expected });
    return ok({ ...interview, state: "being-filled", rev: event.rev, savedAtMs: event.atMs });
  }
  if (interview.state === "finished") return err({ type: "interview-is-finished" });
  if (event.type === "interview-cancelled") {
    // What the Department has of it cannot be called back.
    if (interview.rev > 1) return err({ type: "interview-was-sealed" });
    const { reason, note, atMs } = event;
    return ok({ ...interview, state: "cancelled", cancelled: { reason, note, atMs }, savedAtMs: atMs });
  }
  if (event.type === "interview-moved" && !isSameInstrument(interview.questionnaire, event.from)) {
    return err({ type: "interview-version-other" });
  }
  return ok({ ...whileFilling(interview, event), savedAtMs: event.atMs });
}

type FillingEvent = Exclude<
  InterviewEvent,
  { type: "interview-started" | "interview-reopened" | "interview-cancelled" | "interview-restored" }
>;

function whileFilling(interview: InterviewState, event: FillingEvent): InterviewState {
  switch (event.type) {
    case "answer-given": {
      const { path, answer, atMs, language, by } = event;
      const recorded: RecordedAnswer = { answer, atMs, language, source: interview.source, by };
      return { ...interview, answers: { ...interview.answers, [path]: recorded } };
    }
    case "source-changed":
      return { ...interview, source: event.source };
    case "answers-source-corrected":
      return { ...interview, answers: withSource(interview.answers, event.paths, event.source) };
    case "language-changed":
      return { ...interview, language: event.language };
    case "edit-confirmed": {
      const { edit, path, reason, atMs } = event;
      const others = interview.confirmations.filter((one) => one.edit !== edit || one.path !== path);
      return { ...interview, confirmations: [...others, { edit, path, reason, atMs }] };
    }
    case "note-written": {
      const { [event.path]: _replaced, ...others } = interview.notes;
      const text = event.text.trim();
      return { ...interview, notes: text === "" ? others : { ...others, [event.path]: text } };
    }
    case "question-flagged": {
      const others = interview.flags.filter((path) => path !== event.path);
      return { ...interview, flags: event.on ? [...others, event.path] : others };
    }
    case "row-removed":
      return withoutRow(interview, event.path);
    case "interview-moved":
      return withMove(interview, event);
    case "interview-finished":
      return { ...interview, state: "finished", finishedAtMs: event.atMs };
  }
}

/** The source in force stays what it is; a path without an answer has nothing to correct. */
function withSource(
  answers: InterviewState["answers"],
  paths: readonly string[],
  source: SourceOfAnswers,
): InterviewState["answers"] {
  const corrected: Record<string, RecordedAnswer> = { ...answers };
  for (const path of paths) {
    const recorded = answers[path];
    if (recorded !== undefined) corrected[path] = { ...recorded, source };
  }
  return corrected;
}

function withoutRow(interview: InterviewState, row: string): InterviewState {
  const isOutside = (path: string): boolean => path !== row && !path.startsWith(`${row}.`);
  return {
    ...interview,
    answers: Object.fromEntries(Object.entries(interview.answers).filter(([path]) => isOutside(path))),
    confirmations: interview.confirmations.filter((one) => isOutside(one.path)),
    notes: Object.fromEntries(Object.entries(interview.notes).filter(([path]) => isOutside(path))),
    flags: interview.flags.filter(isOutside),
    removedRows: interview.removedRows.includes(row) ? interview.removedRows : [...interview.removedRows, row],
  };
}

/** The state after all events in their order; an empty log is an error. */
export function replayInterview(events: readonly InterviewEvent[]): Result<InterviewState, FieldworkError> {
  let interview: InterviewState | null = null;
  for (const event of events) {
    const next: Result<InterviewState, FieldworkError> = applyInterviewEvent(interview, event);
    if (!next.ok) return next;
    interview = next.value;
  }
  return interview === null ? err({ type: "interview-not-started" }) : ok(interview);
}

/** The bare answers one after another, as the engine opens an interview with them. */
export function* eachAnswerOf({ answers }: InterviewState): Generator<readonly [string, Answer]> {
  for (const path of Object.keys(answers)) {
    const recorded = answers[path];
    if (recorded !== undefined) yield [path, recorded.answer];
  }
}

/** The bare answers by path. */
export function answersOf(interview: InterviewState): AnswersByPath {
  return Object.fromEntries(eachAnswerOf(interview));
}
