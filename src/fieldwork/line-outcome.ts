// How a line of the list is closed where no form could be filled (order, par. 9, 2; O11), and how its interview is put
// off. Somebody who left or died is taken off the list; one for whom the administration answers has a form.
import { z } from "zod";
import { AtMs } from "./record-id.ts";

/** Nobody answered: refused, not met in the whole time, or not able to answer while the administration knows nothing either. */
export const LineOutcome = z.enum(["refused", "absent", "unable"]);
export type LineOutcome = z.infer<typeof LineOutcome>;

/** Why an interview is put off. */
export const PostponeReason = z.enum(["busy", "unwell", "away", "no-language", "other"]);
export type PostponeReason = z.infer<typeof PostponeReason>;

/** What the officer may add in words, at most this many characters. */
export const lineNoteLimit = 500;
export const LineNote = z.string().trim().min(1).max(lineNoteLimit).nullable();

/** What was typed as a note is kept: without the blanks around it, cut at the limit, null where nothing is left. */
export function lineNoteOf(typed: string | null): string | null {
  const note = (typed ?? "").trim().slice(0, lineNoteLimit).trimEnd();
  return note === "" ? null : note;
}

/** When to come back; `untilMs` is null where the officer wrote it in words because the tablet's clock is wrong. */
export const Postponement = z.strictObject({
  untilMs: AtMs.nullable(),
  reason: PostponeReason.nullable(),
  note: LineNote,
});
export type Postponement = z.infer<typeof Postponement>;

/** The outcome as it stands; `rev` counts what was said about this line, also that nothing is said any more. */
export interface OutcomeState {
  readonly outcome: LineOutcome;
  readonly note: string | null;
  readonly rev: number;
  readonly atMs: number;
}
