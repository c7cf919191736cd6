// What a closure is: a function of the frame an expression stands in and of the items around it, and the plain tests
// that closures narrow values with.
import type { PartialDate } from "./answer.ts";
import type { ContextRecord, NameValue, PlaceValue } from "./expression-value.ts";
import type { Frame, SlotValue } from "./frame.ts";
import type { TypedNode } from "./typed-tree.ts";

/** The items of the quantifiers around an expression, by their local numbers. */
export interface Locals {
  readonly rows: Frame[];
  readonly records: ContextRecord[];
}

export type Evaluate<T> = (frame: Frame, locals: Locals) => T;

/** The closure of an expression of any type. */
export type Value = Evaluate<SlotValue>;

/** The typed tree's node of one kind. */
export type NodeOf<K extends TypedNode["node"]> = Extract<TypedNode, { node: K }>;

/** Only where the checker has settled that it is no list. */
export function isCodes(value: SlotValue): value is readonly string[] {
  return Array.isArray(value);
}

/** A date, whole or partial. */
export function isDate(value: SlotValue): value is PartialDate {
  return typeof value === "object" && value !== null && "year" in value;
}

/** A country, and a unit of it. */
export function isPlace(value: SlotValue): value is PlaceValue {
  return typeof value === "object" && value !== null && "country" in value;
}

/** A person's name in its parts. */
export function isName(value: SlotValue): value is NameValue {
  return typeof value === "object" && value !== null && "surname" in value;
}
