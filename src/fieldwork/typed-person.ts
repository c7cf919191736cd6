// A person as it stands half typed in the entry form, kept so that nothing is lost when the form is left (T-05). Nothing
// in it is judged: what becomes of it is person-entry.ts.
import { z } from "zod";
import { Position, Presence } from "./list-person.ts";
import { RecordId } from "./record-id.ts";

/** The boxes of a date as they were filled, and which parts were marked as not known. */
const TypedDate = z.strictObject({
  day: z.string(),
  month: z.string(),
  year: z.string(),
  unknown: z.enum(["nothing", "day", "day-and-month"]),
});

/** Texts as they came, empty for nothing; null where nothing was chosen. */
export const TypedPerson = z.strictObject({
  surname: z.string(),
  given: z.string(),
  patronymic: z.string(),
  /** "None" was ticked. */
  hasNoPatronymic: z.boolean(),
  born: TypedDate,
  /** What was typed where only the age is known; null = the birth is asked by its date. */
  age: z.string().nullable(),
  sex: z.enum(["1", "2"]).nullable(),
  iin: z.string(),
  arrived: TypedDate,
  presence: Presence,
  position: Position.nullable(),
  note: z.string(),
});
export type TypedPerson = z.infer<typeof TypedPerson>;

/** What was typed and not saved: of a new person, or of the line that was being corrected. */
export const PersonTyping = z.strictObject({
  /** Null = a new person. */
  lineId: RecordId.nullable(),
  typed: TypedPerson,
  /** The form was open when this was written, so that the work goes on in it after a lock. */
  isOpen: z.boolean(),
});
export type PersonTyping = z.infer<typeof PersonTyping>;
