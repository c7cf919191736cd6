// What can happen in one interview, in the order it happened. The events are the record and the paradata at once:
// each answer carries its time, the language it was asked in and, through the events before it, its source; a later
// correction of the source is an event of its own.
import { Answer, AnswerPath } from "#questionnaire";
import { z } from "zod";
import { LineNote } from "./line-outcome.ts";
import { AtMs, QuestionLanguage, RecordId } from "./record-id.ts";
import { SourceOfAnswers } from "./source-of-answers.ts";

const facts = { atMs: AtMs, by: z.string().min(1).max(64) };

/** What an interview is about: one person of the list, or the place they live in (F1 L01–L02 and F2, asked once). */
export const InterviewUnit = z.enum(["person", "premises"]);
export type InterviewUnit = z.infer<typeof InterviewUnit>;

/** The definition files an interview was started with; it keeps them until it is finished. */
export const QuestionnaireRef = z.strictObject({ id: z.string().min(1).max(64), version: z.int().min(1) });
export type QuestionnaireRef = z.infer<typeof QuestionnaireRef>;

/** Why a begun form was cancelled: it is about somebody else, it was begun a second time, or as the note says. */
export const CancelReason = z.enum(["wrong-person", "begun-twice", "other"]);
export type CancelReason = z.infer<typeof CancelReason>;

const Moved = z.strictObject({ path: AnswerPath, to: AnswerPath.nullable() });

/** An answer as it was given before a move (QL75); when, by whom and in which language stands in the events before. */
const Archived = z.strictObject({
  path: AnswerPath,
  answer: Answer,
  file: z.string().max(64).nullable(),
  version: z.int().min(1).nullable(),
  reason: z.enum(["removed", "recoded", "converted", "asked-again", "unknown-question"]),
  why: z.string().max(500).nullable(),
  became: z.strictObject({ path: AnswerPath, answer: Answer }).nullable(),
});

/** An event of an interview; `by` is the officer who held the tablet. */
export const InterviewEvent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("interview-started"),
    ...facts,
    interview: RecordId,
    /** Of the premises' interview: the id of the list. */
    lineId: RecordId,
    /** Missing = a person. */
    unit: InterviewUnit.optional(),
    questionnaire: z.array(QuestionnaireRef).min(1).max(8),
    source: SourceOfAnswers,
    language: QuestionLanguage,
  }),
  z.strictObject({
    type: z.literal("answer-given"),
    ...facts,
    path: AnswerPath,
    answer: Answer,
    language: QuestionLanguage,
  }),
  z.strictObject({ type: z.literal("source-changed"), ...facts, source: SourceOfAnswers }),
  /** Answers that stood under a wrong source. They keep their time and the officer who wrote them down. */
  z.strictObject({
    type: z.literal("answers-source-corrected"),
    ...facts,
    paths: z.array(AnswerPath).min(1).max(20_000),
    source: SourceOfAnswers,
  }),
  z.strictObject({ type: z.literal("language-changed"), ...facts, language: QuestionLanguage }),
  z.strictObject({
    type: z.literal("edit-confirmed"),
    ...facts,
    edit: z.string().min(1).max(32),
    path: AnswerPath,
    reason: z.string().min(1).max(500).nullable(),
  }),
  /** An empty text takes the note away. */
  z.strictObject({ type: z.literal("note-written"), ...facts, path: AnswerPath, text: z.string().max(1000) }),
  z.strictObject({ type: z.literal("question-flagged"), ...facts, path: AnswerPath, on: z.boolean() }),
  /** `path` is the row itself: `P21[2]`. */
  z.strictObject({ type: z.literal("row-removed"), ...facts, path: AnswerPath }),
  /** Taken to a later version. Holds what follows from the two versions, so that the log is read without them. */
  z.strictObject({
    type: z.literal("interview-moved"),
    ...facts,
    from: z.array(QuestionnaireRef).min(1).max(8),
    to: z.array(QuestionnaireRef).min(1).max(8),
    /** Paths that stand elsewhere now, or nowhere (null). */
    places: z.array(Moved).max(20_000),
    /** Answers that are others now, by their new path. */
    answers: z.record(AnswerPath, Answer),
    /** All that is kept aside after this move. */
    archived: z.array(Archived).max(20_000),
    /** New paths of questions that wait for an answer again. */
    askAgain: z.array(AnswerPath).max(20_000),
    /** Confirmations that do not stand any more, by their old path. */
    dropped: z.array(z.strictObject({ edit: z.string().min(1).max(32), path: AnswerPath })).max(2_000),
    removedRows: z.array(AnswerPath).max(20_000),
  }),
  z.strictObject({ type: z.literal("interview-finished"), ...facts }),
  z.strictObject({ type: z.literal("interview-reopened"), ...facts, rev: z.int().min(2) }),
  /** The form counts for nothing until it is restored; every answer stays in it. */
  z.strictObject({ type: z.literal("interview-cancelled"), ...facts, reason: CancelReason, note: LineNote }),
  z.strictObject({ type: z.literal("interview-restored"), ...facts }),
]);
export type InterviewEvent = z.infer<typeof InterviewEvent>;
