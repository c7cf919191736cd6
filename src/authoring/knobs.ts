// What a search can turn: each answer, the number of rows, and each fact from outside that the condition rests on; and to
// which values it can be turned.
import type { Answer, ContextEntry, PartialDate, Question, ScalarType, ScalarValue } from "#questionnaire";
import type { AuthoringHost } from "./authoring-host.ts";
import {
  contextCandidates,
  dateCandidates,
  digitCandidates,
  nameCandidates,
  numberCandidates,
  textCandidates,
} from "./candidate-values.ts";
import type { ModelQuestion } from "./condition-model.ts";
import type { Mentioned } from "./mentioned.ts";
import { isDate } from "./plain-functions.ts";
import type { Random } from "./seeded-random.ts";
import { answerOfValue, valueOfAnswer, type Trial } from "./trial.ts";

/** Rows of a roster and records of a list that a search opens at most: two are enough to be different. */
const mostRows = 2;

/** Options tried of a long question. */
const mostCodes = 60;

export type Knob =
  | { readonly kind: "answer"; readonly path: string; readonly question: ModelQuestion }
  | { readonly kind: "count"; readonly list: string; readonly max: number }
  | {
      readonly kind: "context";
      readonly key: string;
      readonly type: ScalarType;
      readonly codes: readonly string[] | undefined;
    };

/** One setting of one knob; undefined is "not given". */
export type Setting = Answer | ScalarValue | undefined;

/** Everything a condition can be moved by. */
export function knobsFor(mentioned: Mentioned): readonly Knob[] {
  return [...[...mentioned.questions].flatMap(knobsOfQuestion), ...[...mentioned.context].flatMap(knobsOfContext)];
}

function knobsOfQuestion(question: ModelQuestion): readonly Knob[] {
  const paths = pathsOf(question);
  return paths.map((path): Knob => ({ kind: "answer", path, question }));
}

/** `P21[1].language` and `P21[2].language`. */
function pathsOf(question: ModelQuestion): readonly string[] {
  const { roster } = question;
  if (roster === null) return [question.id];
  const own = question.id.slice(roster.id.length);
  return pathsOf(roster).flatMap((path) =>
    Array.from({ length: mostRows }, (_none, row) => `${path}[${row + 1}]${own}`),
  );
}

function knobsOfContext(entry: ContextEntry): readonly Knob[] {
  const { id } = entry;
  if (entry.type !== "list") return [{ kind: "context", key: id, type: entry.type, codes: entry.codes }];
  const members = Object.entries(entry.fields).flatMap(([name, field]) =>
    Array.from({ length: mostRows }, (_none, row): Knob => {
      const { type, codes } = typeof field === "string" ? { type: field, codes: undefined } : field;
      return { kind: "context", key: `${id}[${row + 1}].${name}`, type, codes };
    }),
  );
  return [{ kind: "count", list: id, max: mostRows }, ...members];
}

/** Turns the knob in place. */
export function turn(trial: Trial, knob: Knob, setting: Setting): void {
  if (knob.kind === "count") trial.counts.set(knob.list, typeof setting === "number" ? setting : 0);
  else if (knob.kind === "context") {
    if (setting === undefined || isAnswer(setting)) trial.context.delete(knob.key);
    else trial.context.set(knob.key, setting);
  } else if (setting !== undefined && isAnswer(setting)) trial.answers.set(knob.path, setting);
  else trial.answers.delete(knob.path);
}

export function settingOf(trial: Trial, knob: Knob): Setting {
  if (knob.kind === "count") return trial.counts.get(knob.list) ?? 0;
  return knob.kind === "context" ? trial.context.get(knob.key) : trial.answers.get(knob.path);
}

function isAnswer(setting: Setting): setting is Answer {
  return typeof setting === "object" && setting !== null && "state" in setting;
}

/** The settings worth trying now; what other knobs hold and what is computed is among them, so that things can be made equal. */
export function settingsOf(
  knob: Knob,
  trial: Trial,
  mentioned: Mentioned,
  host: AuthoringHost,
  random: Random,
  computed: readonly ScalarValue[] = [],
): readonly Setting[] {
  if (knob.kind === "count") return Array.from({ length: knob.max + 1 }, (_none, count) => count);
  const others = [...trial.context.values(), ...[...trial.answers.values()].map(valueOfAnswer), ...computed];
  const dates = others.filter(isDate);
  if (knob.kind === "context") {
    const plain = contextCandidates(knob.type, knob.codes, mentioned, dates);
    return [undefined, ...plain, ...alike(knob.type, others)];
  }
  const { definition } = knob.question;
  const values = [
    ...valuesOf(knob.question, mentioned, dates, host, random),
    ...alike(valueTypeOf(definition), others),
  ];
  const answers = values
    .filter((value) => isInRange(definition, value))
    .map((value) => answerOfValue(definition.type, value))
    .filter((answer) => answer !== null);
  return [undefined, ...answers, ...statesOf(definition)];
}

/** A number from elsewhere may be none here. */
function isInRange(definition: Question, value: ScalarValue): boolean {
  return (
    definition.type !== "number" || (typeof value === "number" && value >= definition.min && value <= definition.max)
  );
}

/** Answers beside the value space. */
export function statesOf(definition: Question): readonly Answer[] {
  const alternatives = (definition.alternatives ?? []).map(({ code }): Answer => ({ state: "alternative", code }));
  return [...(definition.special ?? []).map((state): Answer => ({ state })), ...alternatives];
}

function valueTypeOf(definition: Question): string {
  if (definition.type === "month") return "date";
  return definition.type === "person-ref" ? "line" : definition.type;
}

/** Values of the same type that stand elsewhere, the parts of names among the texts. */
function alike(type: string, others: readonly ScalarValue[]): readonly ScalarValue[] {
  if (type === "text") {
    const parts = others.flatMap((one) =>
      typeof one === "object" && one !== null && "surname" in one ? [one.surname, one.given, one.patronymic] : [],
    );
    return [...others.filter((one) => typeof one === "string"), ...parts];
  }
  if (type === "number" || type === "line") return others.filter((one) => typeof one === "number" && one <= 1_000);
  if (type === "date") return others.filter(isDate);
  return [];
}

/** Values a question can be answered with, those that conditions name first. */
export function valuesOf(
  { definition, optionCodes }: Pick<ModelQuestion, "definition" | "optionCodes">,
  mentioned: Mentioned,
  dates: readonly PartialDate[],
  host: AuthoringHost,
  random: Random,
): readonly ScalarValue[] {
  switch (definition.type) {
    case "single":
      return optionCodes.slice(0, mostCodes);
    case "multi":
      return markSets(optionCodes.slice(0, mostCodes), [...mentioned.texts]);
    case "number":
      return numberCandidates(mentioned, definition.min, definition.max);
    case "text":
      return definition.digits === undefined
        ? textCandidates(mentioned, definition.maxLength)
        : digitCandidates(definition.digits, random);
    case "name":
      return nameCandidates(mentioned);
    case "date":
    case "month":
      return dateCandidates(mentioned, dates);
    case "code-list":
      return listCodes(definition.list, definition.frequent ?? [], definition.except ?? [], mentioned, host);
    case "place":
      return placesOf(definition, mentioned, host);
    case "person-ref":
      return [1, 2, 3];
    default:
      return [];
  }
}

/** Each mark alone, all that conditions name, and the first so many. */
function markSets(codes: readonly string[], named: readonly string[]): readonly (readonly string[])[] {
  const together = codes.filter((code) => named.includes(code));
  const first = [2, 3].filter((count) => count <= codes.length).map((count) => codes.slice(0, count));
  return [...codes.map((code) => [code]), ...first, ...(together.length > 1 ? [together] : [])];
}

function listCodes(
  list: string,
  frequent: readonly string[],
  except: readonly string[],
  mentioned: Mentioned,
  host: AuthoringHost,
): readonly string[] {
  const isAllowed = (code: string): boolean => !except.includes(code);
  const named = [...mentioned.texts].filter((code) => host.lists.has(list) && host.hasCode(list, code));
  const listed = host.codesOf(list).map(({ code }) => code);
  return [...new Set([...named, ...frequent, ...listed.filter(isAllowed).slice(0, 3)])].filter(isAllowed);
}

function placesOf(
  definition: Extract<Question, { type: "place" }>,
  mentioned: Mentioned,
  host: AuthoringHost,
): readonly ScalarValue[] {
  const { countries, exceptCountries = [], home } = definition;
  const known = listCodes(countries, home === undefined ? [] : [home.country], exceptCountries, mentioned, host);
  return known.flatMap((country): readonly ScalarValue[] => {
    const nowhere = { country, kato: null, settlement: null, text: null };
    if (country !== home?.country) return [nowhere];
    const settlement = home.settlement === true ? ("urban" as const) : null;
    return listCodes(home.units, [], [], mentioned, host).map((kato) => ({ ...nowhere, kato, settlement }));
  });
}
