// The values an answer can take. Refused, unknown and unanswered are states
// beside the value space, never numbers inside it; codes 97/98/99 exist only
// in exports. Everything here is plain JSON: it crosses workers, files and HTTP unchanged.
import { z } from "zod";

/** A calendar date of which the day, or the month and the day, may be unknown. */
export const PartialDate = z.strictObject({
  year: z.int().min(1800).max(2200),
  month: z.int().min(1).max(12).nullable(),
  day: z.int().min(1).max(31).nullable(),
});
export type PartialDate = z.infer<typeof PartialDate>;

/** A value as its kind of question takes it; free text beside a code list, or for a place in no list, is `other` and goes to coding. */
export const AnswerValue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("code"), code: z.string().min(1).max(32) }),
  z.strictObject({ kind: z.literal("other"), text: z.string().min(1).max(500) }),
  z.strictObject({ kind: z.literal("codes"), codes: z.array(z.string().min(1).max(32)).max(64) }),
  z.strictObject({ kind: z.literal("number"), number: z.number() }),
  z.strictObject({ kind: z.literal("text"), text: z.string().max(2000) }),
  z.strictObject({
    kind: z.literal("name"),
    surname: z.string().max(120),
    given: z.string().max(120),
    patronymic: z.string().max(120).nullable(),
  }),
  z.strictObject({ kind: z.literal("date"), date: PartialDate }),
  z.strictObject({ kind: z.literal("month"), year: z.int(), month: z.int().min(1).max(12).nullable() }),
  z.strictObject({
    kind: z.literal("place"),
    country: z.string().length(2),
    kato: z.string().length(9).nullable(),
    settlement: z.enum(["urban", "rural"]).nullable(),
    text: z.string().max(500).nullable(),
  }),
  z.strictObject({ kind: z.literal("line"), line: z.int().min(1) }),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** Where a proposed value comes from: the list of respondents, the register of institutions, or the questionnaire itself. */
export const AnswerOrigin = z.enum(["list", "register", "default"]);
export type AnswerOrigin = z.infer<typeof AnswerOrigin>;
/** Where something comes from that is known before the interview. */
export const ProposalSource = AnswerOrigin.exclude(["default"]);
export type ProposalSource = z.infer<typeof ProposalSource>;

/** What is known of one question. `proposed` is a pre-fill that nobody has confirmed yet and counts as unanswered. */
export const Answer = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("unanswered") }),
  z.strictObject({ state: z.literal("refused") }),
  z.strictObject({ state: z.literal("unknown") }),
  z.strictObject({ state: z.literal("alternative"), code: z.string().min(1).max(32) }),
  z.strictObject({ state: z.literal("proposed"), value: AnswerValue, origin: AnswerOrigin }),
  z.strictObject({
    state: z.literal("answered"),
    value: AnswerValue,
    /** Of a proposal that was confirmed: where it came from. */
    origin: AnswerOrigin.optional(),
  }),
]);
export type Answer = z.infer<typeof Answer>;

/** Where an answer stands: a question `P05`, a field `P39.a`, a roster row's field `P21[2].language` (rows from 1, never reused). */
export const AnswerPath = z.string().regex(/^[A-Z][A-Z0-9]*(\.[A-Za-z0-9]+)*(\[\d{1,4}\](\.[A-Za-z0-9]+)*)*$/);
export type AnswerPath = z.infer<typeof AnswerPath>;

export const AnswersByPath = z.record(AnswerPath, Answer);
export type AnswersByPath = z.infer<typeof AnswersByPath>;

export const unanswered: Answer = { state: "unanswered" };
