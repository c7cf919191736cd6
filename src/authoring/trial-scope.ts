// Where an expression stands while it is tried: the trial, the rows it is in, and the items of the quantifiers around it.
import type { QuestionnaireHost, ScalarValue } from "#questionnaire";
import {
  meaningInRow,
  meaningOf,
  type ConditionModel,
  type Meaning,
  type ModelCalculation,
  type ModelQuestion,
} from "./condition-model.ts";
import { rowsAt, valueOfAnswer, type Trial } from "./trial.ts";

/** A record of a context list (`persons[2]`) or a row of a roster (`P21[2]`). */
interface Item {
  readonly kind: "record" | "row";
  readonly path: string;
  readonly number: number;
  readonly roster: ModelQuestion | null;
}

export interface Scope {
  readonly model: ConditionModel;
  readonly host: QuestionnaireHost;
  readonly trial: Trial;
  /** Path of the row by the roster's id: `P21[2]` by `P21`. */
  readonly rows: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, Item>;
  /** What was worked out for this trial already, by path or calculation; one for all scopes of a trial. */
  readonly worked: Worked;
}

interface Worked {
  readonly askedByPath: Map<string, number>;
  readonly valuesById: Map<string, ScalarValue>;
}

/** The scope of the whole interview. */
export function scopeOf(model: ConditionModel, host: QuestionnaireHost, trial: Trial): Scope {
  const worked = { askedByPath: new Map<string, number>(), valuesById: new Map<string, ScalarValue>() };
  return { model, host, trial, rows: new Map(), items: new Map(), worked };
}

/** What a name is in a scope, with the rows it is read in. */
export type Found =
  | { readonly kind: "record-member"; readonly key: string; readonly members: readonly string[] }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "meaning"; readonly meaning: Meaning; readonly scope: Scope };

export function find(scope: Scope, name: string): Found | null {
  const [first = name, ...rest] = name.split(".");
  const item = scope.items.get(first);
  if (item === undefined) {
    const meaning = meaningOf(scope.model, name);
    if (meaning?.kind === "row-number") return { kind: "number", number: rowNumber(scope.rows.get(meaning.roster.id)) };
    return meaning === null ? null : { kind: "meaning", meaning, scope };
  }
  const [member = "", ...members] = rest;
  if (item.kind === "record") return { kind: "record-member", key: `${item.path}.${member}`, members };
  if (member === "line") return { kind: "number", number: item.number };
  const id = item.roster?.id ?? "";
  const meaning = meaningInRow(scope.model, id, rest.join("."));
  const inner = { ...scope, rows: new Map([...scope.rows, [id, item.path]]) };
  return meaning === null ? null : { kind: "meaning", meaning, scope: inner };
}

function rowNumber(path: string | undefined): number {
  return Number(/\[(\d+)\]$/.exec(path ?? "")?.[1] ?? 0);
}

/** `P21[2].language` for `P21.language` in the second row; null outside all rows. */
export function pathIn(scope: Scope, question: ModelQuestion): string | null {
  if (question.roster === null) return question.id;
  const row = scope.rows.get(question.roster.id);
  return row === undefined ? null : row + question.id.slice(question.roster.id.length);
}

/** The scopes in which the items of a list are looked at one by one; `next` is the item that could be added. */
export function scopesOfItems(
  scope: Scope,
  list: string,
  parameter: string,
): { readonly items: readonly Scope[]; readonly next: Scope | null } {
  const found = find(scope, list);
  if (found?.kind !== "meaning") return { items: [], next: null };
  const { meaning } = found;
  const roster = meaning.kind === "question" ? meaning.question : null;
  const path = roster === null ? list : pathIn(found.scope, roster);
  if (path === null) return { items: [], next: null };
  const scopeOfItem = (number: number): Scope => {
    const item: Item = { kind: roster === null ? "record" : "row", path: `${path}[${number}]`, number, roster };
    return { ...found.scope, items: new Map([...scope.items, [parameter, item]]) };
  };
  const isNone = roster !== null && scope.trial.answers.get(path)?.state === "alternative";
  const there = roster === null ? upToCount(scope.trial.counts.get(path) ?? 0) : rowsAt(scope.trial, path);
  const numbers = isNone ? [] : there;
  return { items: numbers.map(scopeOfItem), next: scopeOfItem(Math.max(0, ...numbers) + 1) };
}

function upToCount(count: number): readonly number[] {
  return Array.from({ length: count }, (_none, index) => index + 1);
}

/** `.surname` of a name, `.country` of a place. */
export function memberOfValue(value: ScalarValue, members: readonly string[]): ScalarValue {
  const [member] = members;
  if (member === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, member)) return null;
  const inner: unknown = Object.getOwnPropertyDescriptor(value, member)?.value;
  return typeof inner === "string" ? inner : null;
}

export function answerValueAt(scope: Scope, path: string): ScalarValue {
  return valueOfAnswer(scope.trial.answers.get(path));
}

/** A calculation of the questionnaire; an unknown one is false. */
export function calculationOf(scope: Scope, id: string): ModelCalculation {
  return scope.model.calculations.get(id) ?? { syntax: { type: "boolean", at: 0, value: false }, roster: null };
}
