// The lines of a sealed batch after its header (protocol.md 4.4): one JSON object a line, at most 64 kB. This file
// holds only shapes, so that the service worker can know them without the census.
import { AnswerPath, AnswersByPath, PartialDate } from "#questionnaire";
import { z } from "zod";
import { listAsOf } from "./list-event.ts";
import { RemovalReason } from "./line-event.ts";
import { LineNote, LineOutcome } from "./line-outcome.ts";
import { ListPerson } from "./list-person.ts";
import { InterviewUnit, QuestionnaireRef } from "./interview-event.ts";
import { AtMs, QuestionLanguage, RecordId } from "./record-id.ts";
import { SourceOfAnswers } from "./source-of-answers.ts";

/** The longest payload line in bytes of UTF-8, the line feed not counted. */
export const payloadLineBytesLimit = 64 * 1024;

/** Facts of the engine's context that the server needs to run the same edits again: names of scalars. The list `persons` is never sent. */
export const FormContext = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  z.union([z.string().max(200), z.number(), z.boolean(), z.null()]),
);
export type FormContext = z.infer<typeof FormContext>;

/** One census form in one revision: of a person, or of the premises. */
export const FormLine = z
  .strictObject({
    typ: z.literal("form"),
    v: z.literal(1),
    /** The interview's id: the same in every revision. */
    id: RecordId,
    rev: z.int().min(1),
    list: RecordId,
    /** The line's number, as people say it; 0 = the premises, which are no line. */
    line: z.int().min(0),
    /** Of the premises' form: the id of the list. */
    lineId: RecordId,
    unit: InterviewUnit,
    questionnaire: z.array(QuestionnaireRef).min(1).max(8),
    /** The source at finishing; paths answered by another one are in `otherSources`. */
    source: SourceOfAnswers,
    otherSources: z.record(AnswerPath, SourceOfAnswers),
    language: QuestionLanguage,
    startedAtMs: AtMs,
    finishedAtMs: AtMs,
    /** Only what is relevant at finishing. */
    answers: AnswersByPath,
    confirmations: z
      .array(
        z.strictObject({
          edit: z.string().min(1).max(32),
          path: AnswerPath,
          reason: z.string().min(1).max(500).nullable(),
          atMs: AtMs,
        }),
      )
      .max(200),
    notes: z.array(z.strictObject({ path: AnswerPath, text: z.string().min(1).max(1000) })).max(400),
    flags: z.array(AnswerPath).max(400),
    context: FormContext,
  })
  .refine(({ unit, line, lineId, list }) => (unit === "person" ? line > 0 : line === 0 && lineId === list), {
    error: "a person has a line, the premises are those of the list",
  });
export type FormLine = z.infer<typeof FormLine>;

/** The list as a whole, first line of each of its batches. A new `rev` carries every line again, changed or not. */
export const ListHeadLine = z.strictObject({
  typ: z.literal("list-head"),
  v: z.literal(1),
  list: RecordId,
  rev: z.int().min(1),
  asOf: z.literal(listAsOf),
  signedAtMs: AtMs,
  headcount: z.int().min(0),
  /** How many `list-line` lines all parts of this revision carry together, lines taken off included. */
  total: z.int().min(0),
  /** Of them, how many are on the list. */
  onList: z.int().min(0),
  differenceReason: z.string().min(1).max(500).nullable(),
  /** From 1 to `parts`. */
  part: z.int().min(1),
  parts: z.int().min(1),
});
export type ListHeadLine = z.infer<typeof ListHeadLine>;

/** One line of the list as it stands in this revision. */
export const ListPersonLine = z.strictObject({
  typ: z.literal("list-line"),
  v: z.literal(1),
  list: RecordId,
  rev: z.int().min(1),
  lineId: RecordId,
  number: z.int().min(1),
  /** 1 = on the list when it was first signed, 2 = added later. */
  stage: z.union([z.literal(1), z.literal(2)]),
  person: ListPerson,
  /** With the day somebody left, where it is known. */
  removed: z.strictObject({ reason: RemovalReason, leftOn: PartialDate.optional() }).nullable(),
});
export type ListPersonLine = z.infer<typeof ListPersonLine>;

/** How a line of the list is closed without a form (O11); `outcome` null = the line is open again. A form of the line counts above it. */
export const OutcomeLine = z.strictObject({
  typ: z.literal("outcome"),
  v: z.literal(1),
  list: RecordId,
  lineId: RecordId,
  /** The line's number, as people say it. */
  line: z.int().min(1),
  rev: z.int().min(1),
  outcome: LineOutcome.nullable(),
  note: LineNote,
  atMs: AtMs,
});
export type OutcomeLine = z.infer<typeof OutcomeLine>;

/** Anything a tablet may send inside a batch. */
export const PayloadLine = z.discriminatedUnion("typ", [FormLine, ListHeadLine, ListPersonLine, OutcomeLine]);
export type PayloadLine = z.infer<typeof PayloadLine>;
