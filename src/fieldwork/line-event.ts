// What can happen to one line of the list. `listRev` on every event says how often the list had been signed by then:
// 0 = still being compiled (stage 1), 1 and more = a change after sending (stage 2).
import { PartialDate } from "#questionnaire";
import { z } from "zod";
import { LineNote, LineOutcome, Postponement } from "./line-outcome.ts";
import { ListPerson } from "./list-person.ts";
import { AtMs, RecordId } from "./record-id.ts";

const facts = { atMs: AtMs, by: z.string().min(1).max(64), listRev: z.int().min(0) };

/** Why a line is taken off: left or died before the census moment, the same person twice, entered by mistake. */
export const RemovalReason = z.enum(["left", "died", "duplicate", "mistake"]);
export type RemovalReason = z.infer<typeof RemovalReason>;

/** An event of a line; `number` is given once, in `line-added`, and never again to another line. */
export const LineEvent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("line-added"),
    ...facts,
    lineId: RecordId,
    number: z.int().min(1),
    person: ListPerson,
    origin: z.enum(["file", "entry"]),
  }),
  z.strictObject({ type: z.literal("line-corrected"), ...facts, person: ListPerson }),
  /** `leftOn`: the day somebody left, where it is known. */
  z.strictObject({
    type: z.literal("line-removed"),
    ...facts,
    reason: RemovalReason,
    leftOn: PartialDate.optional(),
  }),
  z.strictObject({ type: z.literal("line-restored"), ...facts }),
  /** Alike as they are, this person and that of the line `from` are two. Said on both lines; it holds until one of them is called otherwise. */
  z.strictObject({ type: z.literal("line-told-apart"), ...facts, from: RecordId }),
  /** The interview is put off; said again, the later word counts. */
  z.strictObject({ type: z.literal("line-postponed"), ...facts, postponement: Postponement }),
  /** Somebody answers again, it was said who answers, the form was finished, or the officer put the postponement away; looking at the interview does not end it. */
  z.strictObject({ type: z.literal("line-taken-up"), ...facts }),
  /** `rev` counts from 1 what is said of a line's outcome; it is sealed in the same transaction. */
  z.strictObject({
    type: z.literal("outcome-recorded"),
    ...facts,
    outcome: LineOutcome,
    note: LineNote,
    rev: z.int().min(1),
  }),
  /** The line is open again. */
  z.strictObject({ type: z.literal("outcome-withdrawn"), ...facts, rev: z.int().min(2) }),
  /** The paper certificate was handed over; `number` is the one that stands on it. Said again, the later word counts. */
  z.strictObject({ type: z.literal("certificate-given"), ...facts, number: z.string().min(1).max(32) }),
  /** It was not handed over after all. */
  z.strictObject({ type: z.literal("certificate-taken-back"), ...facts }),
]);
export type LineEvent = z.infer<typeof LineEvent>;

/** What every event of a line says beside its own matter. */
export type LineFacts = Pick<LineEvent, "atMs" | "by" | "listRev">;
