// The 16 kinds of institution that the order names (par. 3), worded as today's law words them. The official title of an
// institution is its own and stays as it is; this is only what kind it is.
import { z } from "zod";
import { LocalText } from "#questionnaire";
import kindsFile from "./lists/institution-kinds.json" with { type: "json" };

/** I-01 to I-16. */
export const InstitutionKindCode = z.string().regex(/^I-(0[1-9]|1[0-6])$/);
export type InstitutionKindCode = z.infer<typeof InstitutionKindCode>;

const InstitutionKind = z.strictObject({
  code: InstitutionKindCode,
  text: LocalText,
  /** What L04 is proposed as for a new line; null: there is no usual case, ask. */
  defaultCategory: z.enum(["1", "3"]).nullable(),
  /** Lists show numbers without names (ux 3.11); the Department's own setting for an institution has the last word. */
  protectedMode: z.boolean(),
  /** A certificate names neither institution nor street: it would tell a diagnosis or a hidden address (instrument 4.3). */
  certificateHidesPlace: z.boolean(),
  /** Its residents are children and the administration answers for them by law. */
  childrenInstitution: z.boolean(),
});
export type InstitutionKind = z.infer<typeof InstitutionKind>;

let parsed: readonly InstitutionKind[] | null = null;

/** All kinds in the order of the seed. */
export function institutionKinds(): readonly InstitutionKind[] {
  parsed ??= z.array(InstitutionKind).parse(kindsFile);
  return parsed;
}

/** One kind; throws on a code that is none, which a schema should have stopped. */
export function institutionKind(code: InstitutionKindCode): InstitutionKind {
  const kind = institutionKinds().find((known) => known.code === code);
  if (kind === undefined) throw new RangeError("no such kind of institution");
  return kind;
}
