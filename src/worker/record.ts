// The plaintext of encrypted records: one for what enrolment said, one for the list, one a line, one an interview.
// Logs of events, because the log is the record and the paradata at once; of each sealed batch the secret that an
// acceptance code is checked with; and what stands half typed in the entry of the list. Parsed after each decryption.
import { InterviewEvent, LineEvent, ListEvent, PersonTyping, RecordId } from "#fieldwork";
import { Sha256 } from "#protocol";
import { z } from "zod";
import { EnrolledFacts } from "./enrolled-facts.ts";

/** The schema number of these plaintexts. Code reads this number and, once there are more, the one before. */
export const recordVersion = 1;

export const RecordContent = z.discriminatedUnion("typ", [
  z.strictObject({ typ: z.literal("enrolled"), facts: EnrolledFacts }),
  z.strictObject({ typ: z.literal("list"), events: z.array(ListEvent).min(1) }),
  z.strictObject({ typ: z.literal("line"), lineId: RecordId, events: z.array(LineEvent).min(1) }),
  z.strictObject({ typ: z.literal("interview"), interviewId: RecordId, events: z.array(InterviewEvent).min(1) }),
  z.strictObject({ typ: z.literal("batch-secret"), seq: z.int().min(1), secret: Sha256 }),
  z.strictObject({ typ: z.literal("person-typings"), typings: z.array(PersonTyping) }),
]);
export type RecordContent = z.infer<typeof RecordContent>;

/** A decrypted record with the id it is stored under. */
export interface OpenRecord {
  readonly id: string;
  readonly content: RecordContent;
}
