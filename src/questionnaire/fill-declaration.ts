// A value that stands in texts with the words it needs around it: the noun after a number, the sentence that a code asks
// for, the label of an answer. Whether it holds together is checked by check-fills. Rules QL110–QL114.
import { z } from "zod";
import { Code, Name, QuestionId } from "./definition-names.ts";
import { LocalText } from "./local-text.ts";

const Form = z.string().trim().min(1).max(2_000);

const RussianForms = z.strictObject({ one: Form, few: Form, many: Form, other: Form });
const EnglishForms = z.strictObject({ one: Form, other: Form });

/**
 * Words around a number by the plural categories of CLDR; `{value}` is the number. In Kazakh a noun after a number stands
 * in the singular, so there is one form.
 */
const PluralForms = z.strictObject({ kk: z.strictObject({ other: Form }), ru: RussianForms, en: EnglishForms });

/** What a number is counted in: the same for every number ("kg"), or in the forms that a number asks for (QL118). */
export const Unit = z.strictObject({ kk: Form, ru: Form.or(RussianForms), en: Form.or(EnglishForms) });
export type Unit = z.infer<typeof Unit>;

/** The words for some codes; `thirdPerson` where they differ when somebody else answers. */
const Choice = z.strictObject({
  codes: z.array(Code).min(1).max(200),
  text: LocalText,
  thirdPerson: LocalText.optional(),
});

/** Written `{id}` in a text. At most one of `plural`, `choice` and `label`; with none the value stands as it is. */
export const Fill = z.strictObject({
  id: Name,
  /** The value: an expression. */
  of: z.string().min(1),
  /** The value is one of each row of this roster. */
  forEach: QuestionId.optional(),
  plural: PluralForms.optional(),
  /** Words of their own for single numbers (`"0"`, `"1"`), beside `plural`. */
  exactly: z.record(z.string().regex(/^\d{1,6}$/), LocalText).optional(),
  choice: z.array(Choice).min(1).max(200).optional(),
  /** The text of the chosen option, or the name of the country, the place or the entry of a code list. */
  label: z.literal(true).optional(),
  /** What stands there while the value is not known. */
  unknown: LocalText,
  unknownThirdPerson: LocalText.optional(),
});
export type Fill = z.infer<typeof Fill>;
