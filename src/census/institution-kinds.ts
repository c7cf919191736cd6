// The 16 kinds of institution that the order names (par. 3), worded as today's law words them. The official title of an
// institution is its own and stays as it is; this is only what kind it is, and what has to be kept in mind there. The data
// are in lists/institution-kind.json; usual categories and cautions are a reconstruction (instrument 3.3, 4.3).
import { z } from "zod";
import { LocalText } from "#questionnaire";
import file from "./lists/institution-kind.json" with { type: "json" };

/** I-01 to I-16. */
export const InstitutionKindCode = z.string().regex(/^I-(0[1-9]|1[0-6])$/);
export type InstitutionKindCode = z.infer<typeof InstitutionKindCode>;

const UsualCategory = z.strictObject({
  category: z.enum(["1", "3", "4"]),
  /** When it is the usual one; without it, in most cases. */
  when: LocalText.optional(),
});
/** What L04 usually is at a kind of institution. */
type UsualCategory = z.infer<typeof UsualCategory>;

const KindFile = z.strictObject({
  cautions: z.record(z.string(), LocalText),
  kinds: z.array(
    z.strictObject({
      code: InstitutionKindCode,
      text: LocalText,
      usualCategories: z.array(UsualCategory).max(2),
      protectedMode: z.boolean(),
      cautions: z.array(z.string()),
    }),
  ),
});

export interface InstitutionKind {
  readonly code: InstitutionKindCode;
  readonly text: LocalText;
  /** The first is proposed at L04 for a new line; empty: there is no usual case, ask. The officer confirms in any case. */
  readonly usualCategories: readonly UsualCategory[];
  /** Lists show numbers without names (ux 3.11); the Department's setting for one institution has the last word. */
  readonly protectedMode: boolean;
  /** What the officer and the Department have to keep in mind there. */
  readonly cautions: readonly LocalText[];
}

const { cautions: cautionById, kinds } = KindFile.parse(file);

/** All kinds in the order of the order. */
export const institutionKinds: readonly InstitutionKind[] = kinds.map((kind) => ({
  ...kind,
  cautions: kind.cautions.map(cautionText),
}));

function cautionText(id: string): LocalText {
  const text = cautionById[id];
  if (text === undefined) throw new RangeError(`no caution is called "${id}"`);
  return text;
}

/** One kind; throws on a code that is none, which a schema should have stopped. */
export function institutionKind(code: InstitutionKindCode): InstitutionKind {
  const kind = institutionKinds.find((known) => known.code === code);
  if (kind === undefined) throw new RangeError("no such kind of institution");
  return kind;
}
