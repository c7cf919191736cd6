// Gives every question, calculation and context value of all files its slot, and finds what is named twice.
import type { Names } from "./check-context.ts";
import type { DefinitionError } from "./definition-error.ts";
import type { Calculation, ContextEntry, DefinitionFile, Option, Question, Section } from "./definition.ts";
import { placeOf } from "./definition-place.ts";
import type { Fill } from "./fill-declaration.ts";
import {
  createLayout,
  type CalculationSlot,
  type ContextSlot,
  type Layout,
  type QuestionSlot,
  type SectionSlot,
} from "./layout.ts";
import { limits } from "./limits.ts";
import { reservedWords } from "./parse-expression.ts";
import { contextType, optionsOf, optionsOfFile, questionType, specialsOf } from "./slot-content.ts";

/** All slots, with the maps the checker looks names up in. */
export interface LaidOut {
  readonly root: Layout;
  readonly names: Names;
  /** By id. Texts name them beside calculations and context values; expressions do not. */
  readonly fills: ReadonlyMap<string, NamedFill>;
  readonly sections: readonly SectionSlot[];
  readonly errors: readonly DefinitionError[];
}

/** A fill and where it is written. */
export interface NamedFill {
  readonly fill: Fill;
  readonly file: string;
  readonly place: string;
}

interface Builder {
  readonly root: Layout;
  readonly questions: Map<string, QuestionSlot>;
  readonly calculations: Map<string, CalculationSlot>;
  readonly context: Map<string, ContextSlot>;
  readonly fills: Map<string, NamedFill>;
  readonly sections: SectionSlot[];
  readonly errors: DefinitionError[];
  /** Options of every multi and single by full id, known before any slot is made. */
  readonly optionsById: ReadonlyMap<string, readonly Option[]>;
  readonly placeByName: Map<string, string>;
  order: number;
}

/** Where a question stands while it is being laid out. */
interface Spot {
  readonly file: DefinitionFile;
  readonly section: SectionSlot;
  readonly layout: Layout;
  readonly composite: QuestionSlot | null;
  /** Full id of the composite or roster around it, with the dot. */
  readonly idPrefix: string;
  readonly localPrefix: string;
  readonly place: string;
}

/**
 * Context first, so that any file may use what another declares; then each file in its order.
 * Errors do not stop it: what is named twice keeps its first meaning and the rest is still checked.
 */
export function layOut(files: readonly DefinitionFile[]): LaidOut {
  const builder: Builder = {
    root: createLayout(null, null),
    questions: new Map(),
    calculations: new Map(),
    context: new Map(),
    fills: new Map(),
    sections: [],
    errors: [],
    optionsById: new Map(files.flatMap((file) => optionsOfFile(file))),
    placeByName: new Map(),
    order: 0,
  };
  for (const file of files) {
    for (const entry of file.context ?? []) addContext(builder, file, entry);
  }
  for (const file of files) {
    for (const calculation of file.calculations ?? []) addCalculation(builder, file, calculation, builder.root, "");
    for (const fill of file.fills ?? []) addFill(builder, file, fill);
    for (const section of file.sections) addSection(builder, file, section);
  }
  if (builder.questions.size > limits.questions) {
    const file = files[0]?.id ?? "#1";
    builder.errors.push({ type: "too-big", file, place: "the files", limit: "questions", max: limits.questions });
  }
  const { root, questions, calculations, context, fills, sections, errors } = builder;
  return { root, names: { questions, calculations, context }, fills, sections, errors };
}

/** Takes a name, unless it is taken. */
function claim(builder: Builder, file: DefinitionFile, kind: string, id: string, place: string): boolean {
  const firstPlace = builder.placeByName.get(`${kind} ${id}`);
  if (firstPlace !== undefined) {
    builder.errors.push({ type: "id-duplicate", file: file.id, place, id, firstPlace });
    return false;
  }
  if (reservedWords.has(id)) {
    const reason = `"${id}" is a word of the language and cannot be a name`;
    builder.errors.push({ type: "shape-wrong", file: file.id, place, reason });
    return false;
  }
  builder.placeByName.set(`${kind} ${id}`, `${file.id}: ${place}`);
  return true;
}

function addContext(builder: Builder, file: DefinitionFile, entry: ContextEntry): void {
  const { id } = entry;
  const place = placeOf(`context ${id}`);
  // Files are written to be read on their own: they may declare the same thing, in the same words.
  const before = builder.context.get(id);
  if (before !== undefined && JSON.stringify(before.entry) === JSON.stringify(entry)) return;
  if (!claim(builder, file, "name", id, place)) return;
  const { root } = builder;
  const type = contextType(entry);
  const slot: ContextSlot = {
    kind: "context",
    layout: root,
    index: root.slots.length,
    order: builder.order,
    place,
    file: file.id,
    id,
    entry,
    type,
  };
  builder.order += 1;
  root.slots.push(slot);
  builder.context.set(id, slot);
}

/** Calculations of rosters share the names of all others: `age` means one thing in a questionnaire. */
function addCalculation(
  builder: Builder,
  file: DefinitionFile,
  calculation: Calculation,
  layout: Layout,
  around: string,
): void {
  const { id, expression } = calculation;
  const place = placeOf(around, `calculation ${id}`);
  if (!claim(builder, file, "name", id, place)) return;
  const slot: CalculationSlot = {
    kind: "calculation",
    layout,
    index: layout.slots.length,
    order: builder.order,
    place,
    file: file.id,
    id,
    expression,
  };
  builder.order += 1;
  layout.slots.push(slot);
  layout.calculationSlots.set(id, slot);
  builder.calculations.set(id, slot);
}

/** Fills share the names of calculations and context values: a placeholder means one of them. */
function addFill(builder: Builder, file: DefinitionFile, fill: Fill): void {
  const place = placeOf(`fill ${fill.id}`);
  if (claim(builder, file, "name", fill.id, place)) builder.fills.set(fill.id, { fill, file: file.id, place });
}

function addSection(builder: Builder, file: DefinitionFile, section: Section): void {
  const place = `section ${section.id}`;
  claim(builder, file, "section", section.id, place);
  const { root } = builder;
  const slot: SectionSlot = {
    kind: "section",
    layout: root,
    index: root.slots.length,
    order: builder.order,
    place,
    file: file.id,
    id: section.id,
    relevant: section.relevant ?? null,
  };
  builder.order += 1;
  root.slots.push(slot);
  builder.sections.push(slot);
  for (const question of section.questions) {
    addQuestion(builder, question, {
      file,
      section: slot,
      layout: root,
      composite: null,
      idPrefix: "",
      localPrefix: "",
      place,
    });
  }
}

/** A question and everything in it; fields of a composite share its frame, fields of a roster get their own. */
function addQuestion(builder: Builder, definition: Question, spot: Spot): void {
  const { file, layout } = spot;
  const id = spot.idPrefix + definition.id;
  const localId = spot.localPrefix + definition.id;
  const place = placeOf(spot.place, definition.id);
  if (!claim(builder, file, "question", id, place)) return;
  checkId(builder, definition, spot, place);
  const around = { file, optionsById: builder.optionsById, errors: builder.errors };
  const slot: QuestionSlot = {
    kind: "question",
    layout,
    index: layout.slots.length,
    order: builder.order,
    place,
    file: file.id,
    id,
    localId,
    definition,
    form: file.form,
    section: spot.section.id,
    sectionIndex: spot.section.index,
    composite: spot.composite,
    rows: null,
    options: optionsOf(around, definition, place),
    specials: specialsOf(around, definition, place),
    type: questionType(around, definition),
  };
  builder.order += 1;
  layout.slots.push(slot);
  layout.questionSlots.set(localId, slot);
  builder.questions.set(id, slot);
  const inside = { ...spot, idPrefix: `${id}.`, place };
  if (definition.type === "composite") {
    const fields = { ...inside, composite: slot, localPrefix: `${localId}.` };
    for (const field of definition.fields) addQuestion(builder, field, fields);
  }
  if (definition.type === "roster") addRows(builder, definition, slot, inside);
}

/** A question's id starts with a capital letter, a field's need not; `line` is a row's own number. */
function checkId(builder: Builder, definition: Question, spot: Spot, place: string): void {
  const isTop = spot.idPrefix === "";
  const isWrong = isTop ? !/^[A-Z]/.test(definition.id) : definition.id.includes(".");
  const isTaken = spot.layout.roster !== null && spot.composite === null && definition.id === "line";
  if (!isWrong && !isTaken) return;
  const reason = isTaken
    ? '"line" is the row\'s own number and cannot be a field'
    : isTop
      ? "a question's id starts with a capital letter"
      : "a field's id has no dot";
  builder.errors.push({ type: "shape-wrong", file: spot.file.id, place, reason });
}

/** The layout of a roster's rows. Depth is limited because frames multiply with it. */
function addRows(builder: Builder, definition: Extract<Question, { type: "roster" }>, slot: QuestionSlot, spot: Spot) {
  const rows = createLayout(slot, slot.layout);
  slot.rows = rows;
  slot.layout.rosters.push(rows);
  if (rows.depth > limits.rosterDepth) {
    const { file, place } = slot;
    builder.errors.push({ type: "too-big", file, place, limit: "roster-depth", max: limits.rosterDepth });
    return;
  }
  for (const calculation of definition.calculations ?? []) {
    addCalculation(builder, spot.file, calculation, rows, slot.place);
  }
  const fields = { ...spot, layout: rows, composite: null, localPrefix: "" };
  for (const field of definition.fields) addQuestion(builder, field, fields);
}
