// What can happen to an institution's list as a whole. What happens to one line is line-event.ts.
import { z } from "zod";
import { AtMs, RecordId } from "./record-id.ts";

/** Stage 1 describes 1 June 2021 (order, par. 9, 1; O10). */
export const listAsOf = "2021-06-01";

const facts = { atMs: AtMs, by: z.string().min(1).max(64) };

/** What the officer signs under: the counts as they stood and, where they differ from the headcount, why. */
export const ListStatement = z.strictObject({
  /** Lines on the list at signing, those taken off not counted. */
  onList: z.int().min(0),
  headcount: z.int().min(0),
  /** Required exactly when the two numbers differ. */
  differenceReason: z.string().min(1).max(500).nullable(),
});
export type ListStatement = z.infer<typeof ListStatement>;

/** An event of the list; `by` is the officer. */
export const ListEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("list-started"), ...facts, list: RecordId, asOf: z.literal(listAsOf) }),
  z.strictObject({ type: z.literal("headcount-declared"), ...facts, count: z.int().min(0).max(100_000) }),
  z.strictObject({ type: z.literal("list-signed"), ...facts, rev: z.int().min(1), statement: ListStatement }),
]);
export type ListEvent = z.infer<typeof ListEvent>;
