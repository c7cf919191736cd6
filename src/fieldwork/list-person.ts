// What the list says of one person (form F1, L03). The schema is the shape that is stored and sent, with names
// already tidied; what a person may type and how it becomes this shape is person-entry.ts.
import { PartialDate } from "#questionnaire";
import { z } from "zod";
import { isTidyName } from "./person-name.ts";

/** A name part in its stored form: NFC, trimmed, single spaces, one kind of hyphen and apostrophe. */
const StoredName = z.string().min(1).max(120).refine(isTidyName);

/** Where the person was at the moment the list describes; becomes the officer's first guess for L04. */
export const Presence = z.enum(["present", "absent", "temporary"]);
export type Presence = z.infer<typeof Presence>;

/** Position in the institution. Always said by the officer: a default was wrongly kept in earlier censuses. */
export const Position = z.enum(["resident", "staff", "staff-family"]);
export type Position = z.infer<typeof Position>;

/** The highest age that is taken for one. */
export const ageYearsLimit = 120;

/** One person on the list; the IIN, where known, has 12 digits whose check digit was verified at entry. */
export const ListPerson = z.strictObject({
  surname: StoredName,
  given: StoredName,
  patronymic: StoredName.nullable(),
  born: PartialDate.nullable(),
  /** Completed years at the census moment, where nothing else is known of the birth: `born` is null then (ux 3.3). */
  ageYears: z.int().min(0).max(ageYearsLimit).optional(),
  /** Codes of P04: 1 male, 2 female. */
  sex: z.enum(["1", "2"]).nullable(),
  iin: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
  arrived: PartialDate.nullable(),
  presence: Presence,
  position: Position,
  note: z.string().min(1).max(500).nullable(),
});
export type ListPerson = z.infer<typeof ListPerson>;
