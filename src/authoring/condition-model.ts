// The conditions of a questionnaire as trees, found by the names they use. Made once from a questionnaire that compiled,
// so every expression parses and every name is known.
import {
  parseExpression,
  type ContextEntry,
  type Edit,
  type Option,
  type Question,
  type QuestionEntry,
  type Questionnaire,
  type Syntax,
} from "#questionnaire";

export interface ModelQuestion {
  readonly id: string;
  readonly definition: Question;
  /** Codes of a single's or multi's options, a named set written out; for "marked in" those of the other question. */
  readonly optionCodes: readonly string[];
  readonly relevant: Syntax | null;
  readonly section: Syntax | null;
  /** The composite or roster it is a field of. */
  readonly parent: ModelQuestion | null;
  /** The roster in whose rows it stands. */
  readonly roster: ModelQuestion | null;
}

export interface ModelCalculation {
  readonly syntax: Syntax;
  /** The roster in whose rows it is computed. */
  readonly roster: ModelQuestion | null;
}

export interface ConditionModel {
  readonly questions: ReadonlyMap<string, ModelQuestion>;
  /** By name; a roster's share the names of all others. */
  readonly calculations: ReadonlyMap<string, ModelCalculation>;
  readonly context: ReadonlyMap<string, ContextEntry>;
  readonly edits: readonly { readonly edit: Edit; readonly when: Syntax }[];
}

/** What a name in an expression is, before anybody asks for its value. `members` are `.surname`, `.country` and the like. */
export type Meaning =
  | { readonly kind: "question"; readonly question: ModelQuestion; readonly members: readonly string[] }
  | { readonly kind: "row-number"; readonly roster: ModelQuestion }
  | { readonly kind: "calculation"; readonly id: string; readonly members: readonly string[] }
  | { readonly kind: "context"; readonly entry: ContextEntry; readonly members: readonly string[] };

export function conditionModel(questionnaire: Questionnaire): ConditionModel {
  const sections = new Map<string, Syntax | null>();
  const calculations = new Map<string, ModelCalculation>();
  const context = new Map<string, ContextEntry>();
  for (const file of questionnaire.files) {
    for (const section of file.sections) sections.set(`${file.form} ${section.id}`, parsed(section.relevant));
    for (const { id, expression } of file.calculations ?? []) {
      calculations.set(id, { syntax: parsedAlways(expression), roster: null });
    }
    for (const entry of file.context ?? []) context.set(entry.id, entry);
  }
  const questions = new Map<string, ModelQuestion>();
  // Fields come after what they stand in, so a parent is always there.
  for (const entry of [...questionnaire.questionsById.values()].toSorted((a, b) => dotsIn(a.id) - dotsIn(b.id))) {
    const parent = entry.parent === null ? null : (questions.get(entry.parent) ?? null);
    const roster = parent?.definition.type === "roster" ? parent : (parent?.roster ?? null);
    const { id, definition } = entry;
    const section = sections.get(`${entry.form} ${entry.section}`) ?? null;
    const optionCodes = optionCodesOf(questionnaire, entry);
    questions.set(id, { id, definition, optionCodes, relevant: parsed(definition.relevant), section, parent, roster });
    if (definition.type !== "roster") continue;
    for (const one of definition.calculations ?? []) {
      calculations.set(one.id, { syntax: parsedAlways(one.expression), roster: questions.get(id) ?? null });
    }
  }
  const edits = questionnaire.edits.map((edit) => ({ edit, when: parsedAlways(edit.when) }));
  return { questions, calculations, context, edits };
}

function optionCodesOf(questionnaire: Questionnaire, { form, definition }: QuestionEntry): readonly string[] {
  return optionsOf(questionnaire, form, definition).map(({ code }) => code);
}

/** A question's options as they are written somewhere in its file, before any condition. */
export function optionsOf(questionnaire: Questionnaire, form: string, definition: Question): readonly Option[] {
  if (definition.type !== "single" && definition.type !== "multi") return [];
  const { options } = definition;
  if (Array.isArray(options)) return options;
  if ("set" in options) return questionnaire.files.find((file) => file.form === form)?.codeSets?.[options.set] ?? [];
  const other = questionnaire.questionsById.get(options.chosenIn);
  return other === undefined ? [] : optionsOf(questionnaire, other.form, other.definition);
}

function dotsIn(id: string): number {
  return id.split(".").length;
}

function parsed(expression: string | undefined): Syntax | null {
  return expression === undefined ? null : parsedAlways(expression);
}

/** Throws only on an expression that the compiler would have refused. */
export function parsedAlways(expression: string): Syntax {
  const result = parseExpression(expression);
  if (!result.ok) throw new Error("an expression of a compiled questionnaire does not parse");
  return result.value;
}

/** What a name means; a question's id and the longest of them comes first, as in QL20. Null for a quantifier's item. */
export function meaningOf(model: ConditionModel, name: string): Meaning | null {
  const parts = name.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const question = model.questions.get(parts.slice(0, length).join("."));
    if (question === undefined) continue;
    const members = parts.slice(length);
    const isRowNumber = question.definition.type === "roster" && members[0] === "line";
    return isRowNumber ? { kind: "row-number", roster: question } : { kind: "question", question, members };
  }
  const [first = name, ...members] = parts;
  if (model.calculations.has(first)) return { kind: "calculation", id: first, members };
  const entry = model.context.get(first);
  return entry === undefined ? null : { kind: "context", entry, members };
}

/** What `age` in `row.age` means: a field of the roster, or a calculation of its rows. */
export function meaningInRow(model: ConditionModel, roster: string, name: string): Meaning | null {
  const field = meaningOf(model, `${roster}.${name}`);
  return field?.kind === "question" && field.question.id !== roster ? field : meaningOf(model, name);
}
