// What a slot holds beside its place: a question's options, special answers and type, a context value's type.
import type { DefinitionError } from "./definition-error.ts";
import {
  languages,
  type ContextEntry,
  type DefinitionFile,
  type LeafQuestion,
  type LocalText,
  type Option,
  type Question,
} from "./definition.ts";
import { placeOf } from "./definition-place.ts";
import { scalarExpressionType, type CodeDomain, type ExpressionType } from "./expression-type.ts";

/** What a question is read against. */
export interface Around {
  readonly file: DefinitionFile;
  readonly optionsById: ReadonlyMap<string, readonly Option[]>;
  readonly errors: DefinitionError[];
}

/** Every question of a file that has options of its own, by full id. */
export function optionsOfFile(file: DefinitionFile): [string, readonly Option[]][] {
  const found: [string, readonly Option[]][] = [];
  const visit = (question: Question, prefix: string): void => {
    const id = prefix + question.id;
    if (question.type === "composite" || question.type === "roster") {
      for (const field of question.fields) visit(field, `${id}.`);
    } else if ((question.type === "single" || question.type === "multi") && !("chosenIn" in question.options)) {
      found.push([id, optionsWritten(file, question.options) ?? []]);
    }
  };
  for (const section of file.sections) for (const question of section.questions) visit(question, "");
  return found;
}

function optionsWritten(file: DefinitionFile, options: readonly Option[] | { set: string }): readonly Option[] | null {
  if (!("set" in options)) return options;
  const { codeSets = {} } = file;
  return Object.hasOwn(codeSets, options.set) ? (codeSets[options.set] ?? null) : null;
}

/** What an expression reads from a context value. */
export function contextType(entry: ContextEntry): ExpressionType {
  if (entry.type !== "list") return withCodes(scalarExpressionType(entry.type), entry.codes);
  const fields = new Map<string, ExpressionType>();
  for (const [name, field] of Object.entries(entry.fields)) {
    const type = typeof field === "string" ? scalarExpressionType(field) : scalarExpressionType(field.type);
    fields.set(name, withCodes(type, typeof field === "string" ? undefined : field.codes));
  }
  return { type: "list", fields };
}

function withCodes(type: ExpressionType, codes: readonly string[] | undefined): ExpressionType {
  if (codes === undefined || (type.type !== "code" && type.type !== "codes")) return type;
  return { type: type.type, domain: { from: "options", codes: new Set(codes) } };
}

/** The options of a single or multi as they are offered; a missing set is an error. */
export function optionsOf(around: Around, definition: Question, place: string): readonly Option[] {
  if (definition.type !== "single" && definition.type !== "multi") return [];
  const { options } = definition;
  if ("chosenIn" in options) return around.optionsById.get(options.chosenIn) ?? [];
  const written = optionsWritten(around.file, options);
  if (written === null && "set" in options) {
    around.errors.push({ type: "code-set-unknown", file: around.file.id, place, set: options.set });
  }
  return written ?? [];
}

/** The special answers with their wording: the question's, else the file's (QL64). */
export function specialsOf(around: Around, definition: Question, place: string) {
  const specials: { state: "refused" | "unknown"; text: LocalText }[] = [];
  for (const state of definition.special ?? []) {
    const text = definition.specialText?.[state] ?? around.file.specialText?.[state];
    if (text !== undefined) specials.push({ state, text });
    else {
      const missing = placeOf(place, "specialText", state);
      for (const language of languages) {
        around.errors.push({ type: "text-missing", file: around.file.id, place: missing, language });
      }
    }
  }
  return specials;
}

/** What an expression reads at a question. */
export function questionType(around: Around, definition: Question): ExpressionType | null {
  switch (definition.type) {
    case "composite":
      return null;
    case "roster":
      return { type: "list", fields: new Map() };
    default:
      return leafType(around, definition);
  }
}

/** Codes remember where they come from, so that a wrong one is found in any comparison. */
function leafType(around: Around, definition: LeafQuestion): ExpressionType {
  switch (definition.type) {
    case "single":
    case "multi": {
      const type = definition.type === "single" ? "code" : "codes";
      const { options } = definition;
      const known =
        "chosenIn" in options
          ? around.optionsById.get(options.chosenIn)
          : (optionsWritten(around.file, options) ?? undefined);
      const domain: CodeDomain =
        known === undefined
          ? { from: "anywhere" }
          : { from: "options", codes: new Set(known.map((option) => option.code)) };
      return { type, domain };
    }
    case "code-list":
      return { type: "code", domain: { from: "list", list: definition.list } };
    case "month":
      return { type: "date", precision: "month" };
    case "person-ref":
      return { type: "line" };
    default:
      return { type: definition.type };
  }
}
