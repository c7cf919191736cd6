// The shape of a definition file (JSON): one form per file, every text in all three languages
// beside the question it belongs to. This is only the shape; what the expressions mean and whether
// the file holds together is checked by compileQuestionnaire. The language: LANGUAGE.md.
import { z } from "zod";
import { ContextEntry } from "./context-declaration.ts";
import { Code, FieldId, FullId, Name, QuestionId } from "./definition-names.ts";
import { Fill, Unit } from "./fill-declaration.ts";
import { LocalText } from "./local-text.ts";
import { VersionMap } from "./version-declaration.ts";

export { ContextEntry } from "./context-declaration.ts";
export { languages, LocalText, type Language } from "./local-text.ts";

const Expression = z.string().min(1);
/** `2021`, `2021-08` or `2021-08-31`. */
const DateText = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** One thing that can be chosen. `exclusive` cannot stand beside others in a multi; `when` shows it only if true. */
export const Option = z.strictObject({
  code: Code,
  text: LocalText,
  /** The same option when somebody else answers; without it `text` serves for both (QL117). */
  thirdPerson: LocalText.optional(),
  hint: LocalText.optional(),
  exclusive: z.boolean().optional(),
  when: Expression.optional(),
});
export type Option = z.infer<typeof Option>;

/** Options written out, a named set of the same file, or "one of those marked in" another multi question. */
const Options = z.union([
  z.array(Option).min(1).max(200),
  z.strictObject({ set: Name }),
  z.strictObject({ chosenIn: QuestionId }),
]);

/** An answer outside the value space: `{ state: "alternative", code }`, as "no IIN" at an IIN question. */
export const Alternative = z.strictObject({
  code: Code,
  text: LocalText,
  thirdPerson: LocalText.optional(),
  when: Expression.optional(),
});
export type Alternative = z.infer<typeof Alternative>;

/** The two special answers a question may allow. */
export const SpecialAnswer = z.enum(["refused", "unknown"]);
export type SpecialAnswer = z.infer<typeof SpecialAnswer>;

const SpecialText = z.strictObject({ refused: LocalText.optional(), unknown: LocalText.optional() });

const asked = {
  id: QuestionId.or(FieldId),
  text: LocalText,
  /** The same question asked of somebody about the person; without it `text` serves for both. */
  thirdPerson: LocalText.optional(),
  /** What to read aloud before the question. */
  readAloud: LocalText.optional(),
  hint: LocalText.optional(),
  /** Why this is asked. */
  why: LocalText.optional(),
  /** For the interviewer's eyes. */
  interviewer: LocalText.optional(),
  /** Asked only while this is true (QL40). */
  relevant: Expression.optional(),
  /** Must be answered before finishing; an expression counts when it is true. Default: true. */
  required: z.boolean().or(Expression).optional(),
  special: z.array(SpecialAnswer).max(2).optional(),
  /** Wording of a special answer at this question; otherwise the file's. */
  specialText: SpecialText.optional(),
  alternatives: z.array(Alternative).max(20).optional(),
  /** How sure the wording is: reconstructed, reported, official. */
  confidence: z.enum(["REC", "REP", "OFF"]).optional(),
};

/** What is proposed where nobody has answered yet, of the question's own type (QL90, QL91). */
const leaf = { ...asked, default: Expression.optional(), prefill: Expression.optional() };

const SingleQuestion = z.strictObject({ type: z.literal("single"), ...leaf, options: Options });
const MultiQuestion = z.strictObject({
  type: z.literal("multi"),
  ...leaf,
  options: Options,
  minChosen: z.int().min(1).max(64).optional(),
  maxChosen: z.int().min(1).max(64).optional(),
});
const NumberQuestion = z.strictObject({
  type: z.literal("number"),
  ...leaf,
  min: z.number(),
  max: z.number(),
  /** Digits after the decimal point; default 0. */
  decimals: z.int().min(0).max(6).optional(),
  unit: Unit.optional(),
  /** The number is a year of the calendar, and its bounds are said as years (QL119). */
  year: z.boolean().optional(),
});
const TextQuestion = z.strictObject({
  type: z.literal("text"),
  ...leaf,
  maxLength: z.int().min(1).max(2_000),
  minLength: z.int().min(1).max(2_000).optional(),
  /** Exactly so many digits and nothing else. */
  digits: z.int().min(1).max(40).optional(),
});
const NameQuestion = z.strictObject({ type: z.literal("name"), ...leaf });
const DateQuestion = z.strictObject({
  type: z.literal("date"),
  ...leaf,
  /** The day, or the day and the month, may be left out; default false. */
  partial: z.boolean().optional(),
  min: DateText.optional(),
  max: DateText.optional(),
});
const MonthQuestion = z.strictObject({
  type: z.literal("month"),
  ...leaf,
  /** The month may be left out; default false. */
  partial: z.boolean().optional(),
  min: DateText.optional(),
  max: DateText.optional(),
});
const CodeListQuestion = z.strictObject({
  type: z.literal("code-list"),
  ...leaf,
  /** A list the host knows. */
  list: z.string().min(1).max(40),
  /** Shown first, in this order. */
  frequent: z.array(Code).max(40).optional(),
  /** Codes of the list that are not an answer here. */
  except: z.array(Code).max(40).optional(),
  /** An answer that is in no list may be written out (`{ kind: "other" }`) and is coded later. */
  freeText: z.boolean().optional(),
});
const PlaceQuestion = z.strictObject({
  type: z.literal("place"),
  ...leaf,
  /** The host's list of countries. */
  countries: z.string().min(1).max(40),
  exceptCountries: z.array(z.string().length(2)).max(10).optional(),
  /** Within the home country a unit of this list is asked as well; another country takes none. */
  home: z
    .strictObject({
      country: z.string().length(2),
      units: z.string().min(1).max(40),
      /** Ask urban or rural too. */
      settlement: z.boolean().optional(),
    })
    .optional(),
  /** A place that is in no list, or a unit of the home country, may be written out and is coded later. */
  freeText: z.boolean().optional(),
});
const PersonQuestion = z.strictObject({
  type: z.literal("person-ref"),
  ...leaf,
  /** A context list or a roster whose records have a `line`. */
  list: Name.or(QuestionId),
  /** Which of them can be meant: `p => p.sex != P04`. */
  where: Expression.optional(),
});

/** A question that holds one value. */
export const LeafQuestion = z.discriminatedUnion("type", [
  SingleQuestion,
  MultiQuestion,
  NumberQuestion,
  TextQuestion,
  NameQuestion,
  DateQuestion,
  MonthQuestion,
  CodeListQuestion,
  PlaceQuestion,
  PersonQuestion,
]);
export type LeafQuestion = z.infer<typeof LeafQuestion>;

/** Several fields under one question, answered at `P39.a`; the whole can be refused or take an alternative at `P39`. */
export const CompositeQuestion = z.strictObject({
  type: z.literal("composite"),
  ...asked,
  fields: z.array(LeafQuestion).min(1).max(60),
});
export type CompositeQuestion = z.infer<typeof CompositeQuestion>;

/** Something computed; in a roster it is computed for each row. */
export const Calculation = z.strictObject({ id: Name, expression: Expression });
export type Calculation = z.infer<typeof Calculation>;

const RosterParts = z.strictObject({
  type: z.literal("roster"),
  ...asked,
  maxRows: z.int().min(1).max(1_000),
  /** Rows needed for an answer; default 1. */
  minRows: z.int().min(0).max(1_000).optional(),
  calculations: z.array(Calculation).max(60).optional(),
});

/** A group of fields repeated in rows, answered at `P21[1].language`; rosters may sit inside rosters. */
// The one twin written by hand: a type that contains itself cannot be inferred from its own schema.
export interface RosterQuestion extends z.infer<typeof RosterParts> {
  fields: (LeafQuestion | CompositeQuestion | RosterQuestion)[];
}
export const RosterQuestion = RosterParts.extend({
  get fields(): z.ZodArray<z.ZodType<LeafQuestion | CompositeQuestion | RosterQuestion>> {
    return z.array(Question).min(1).max(120);
  },
});

/** Any question or field. */
export const Question = z.discriminatedUnion("type", [LeafQuestion, CompositeQuestion, RosterQuestion]);
export type Question = LeafQuestion | CompositeQuestion | RosterQuestion;

/** Whether what is in no list may be written out in words (QL97). */
export function takesFreeText(definition: Question): boolean {
  return (definition.type === "code-list" || definition.type === "place") && definition.freeText === true;
}

export const Section = z.strictObject({
  id: z
    .string()
    .max(24)
    .regex(/^[A-Z][A-Za-z0-9-]*$/),
  title: LocalText,
  relevant: Expression.optional(),
  questions: z.array(Question).min(1).max(400),
});
export type Section = z.infer<typeof Section>;

/** Hard blocks finishing; soft is confirmed; critical needs the Department's permission; centre is for the office only. */
export const EditLevel = z.enum(["hard", "soft", "critical", "centre"]);
export type EditLevel = z.infer<typeof EditLevel>;

export const Edit = z.strictObject({
  id: z
    .string()
    .max(24)
    .regex(/^[A-Z][A-Za-z0-9.-]*$/),
  level: EditLevel,
  /** The edit fires while this is true. */
  when: Expression,
  /** The questions it is shown at; it sleeps while none of them is asked. */
  at: z.array(QuestionId).min(1).max(20),
  /** Checked for each row of this roster. */
  forEach: QuestionId.optional(),
  /** Needed at every level but `centre`. */
  text: LocalText.optional(),
  note: z.string().max(500).optional(),
});
export type Edit = z.infer<typeof Edit>;

const definitionId = (): z.ZodString =>
  z
    .string()
    .max(40)
    .regex(/^[a-z0-9][a-z0-9-]*$/);

/** One definition file. */
export const DefinitionFile = z.strictObject({
  /** Where an editor finds the schema of this shape; the engine does not read it. */
  $schema: z.string().max(400).optional(),
  format: z.literal("sanaq-questionnaire/1"),
  id: definitionId(),
  version: z.int().min(1),
  unit: z.string().min(1).max(40),
  form: z.string().min(1).max(16),
  title: LocalText,
  approval: z.strictObject({
    state: z.enum(["reconstruction", "draft", "approved"]),
    by: z.string().max(200).optional(),
    on: DateText.optional(),
  }),
  /** One map for each earlier version a started interview can come from. */
  from: z.array(VersionMap).max(40).optional(),
  context: z.array(ContextEntry).max(100).optional(),
  calculations: z.array(Calculation).max(200).optional(),
  /** Values that stand in texts, with their words (QL110). */
  fills: z.array(Fill).max(200).optional(),
  codeSets: z.record(Name, z.array(Option).min(1).max(200)).optional(),
  /** The file's wording of the special answers. */
  specialText: SpecialText.optional(),
  /** Which question plays a part for the programs that use the questionnaire (QL93). */
  roles: z.record(Name, FullId).optional(),
  sections: z.array(Section).min(1).max(60),
  edits: z.array(Edit).max(1_000).optional(),
  /**
   * Ids of all files of the questionnaire in the order of asking, its own among them, where it is not alone. The engine
   * does not read it: the authoring commands find the other files by it (QL5).
   */
  together: z.array(definitionId()).min(2).max(8).optional(),
});
export type DefinitionFile = z.infer<typeof DefinitionFile>;
