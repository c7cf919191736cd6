// What can happen in one interview, in the order it happened. The events are the record and the paradata at once:
// each answer carries its time, the language it was asked in and, through the events before it, its source.
import { Answer, AnswerPath } from "#questionnaire";
import { z } from "zod";
import { AtMs, QuestionLanguage, RecordId } from "./record-id.ts";
import { SourceOfAnswers } from "./source-of-answers.ts";

const facts = { atMs: AtMs, by: z.string().min(1).max(64) };

/** The definition files an interview was started with; it keeps them until it is finished. */
export const QuestionnaireRef = z.strictObject({ id: z.string().min(1).max(64), version: z.int().min(1) });
export type QuestionnaireRef = z.infer<typeof QuestionnaireRef>;

/** An event of an interview; `by` is the officer who held the tablet. */
export const InterviewEvent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("interview-started"),
    ...facts,
    interview: RecordId,
    lineId: RecordId,
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
  z.strictObject({ type: z.literal("interview-finished"), ...facts }),
  z.strictObject({ type: z.literal("interview-reopened"), ...facts, rev: z.int().min(2) }),
]);
export type InterviewEvent = z.infer<typeof InterviewEvent>;
