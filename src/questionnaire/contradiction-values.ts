// Conditions on values, for the search for contradictions: a comparison with a literal, a set, a mark. What a value is made
// of is demanded as well: a calculation of what it calculates, a choice of one of its branches.
import { compareDates, compareNumbers } from "./compare-values.ts";
import { beKnown, demandOther, holds, type Goal, type Way } from "./contradiction-way.ts";
import {
  demandComparison,
  demandMark,
  demandMembers,
  membersLeft,
  pointOf,
  type Point,
  type ValueSpan,
} from "./demands.ts";
import { keyOf, placeOf, scopeAt, type Scope } from "./frame-place.ts";
import type { ScalarValue } from "./expression-value.ts";
import type { ComparisonOperator } from "./syntax-tree.ts";
import type { Typed } from "./typed-tree.ts";
import { markRulesOf, spanOf } from "./value-span.ts";

type NodeOf<N extends Typed["node"]> = Extract<Typed, { node: N }>;

const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
};

/** A comparison with a literal narrows the other side; one between two values only demands that both are known. */
export function compare(way: Way, typed: NodeOf<"compare">, want: boolean, scope: Scope): boolean {
  const { operator, left, right } = typed;
  if (left.node === "constant" && right.node === "constant") {
    return compareConstants(operator, left.value, right.value) === want;
  }
  if (left.node === "constant") {
    return compare(way, { ...typed, operator: mirrored[operator], left: right, right: left }, want, scope);
  }
  if (!beKnown(way, left, scope) || !beKnown(way, right, scope)) return false;
  if (right.node !== "constant") return demandOther(way, typed, want, scope);
  const point = pointOf(right.value);
  if (point === null) return true;
  if (typeof point === "boolean") {
    way.open.push(holds(left, (operator === "=") === (point === want), scope));
    return true;
  }
  const needed = want ? operator : opposite[operator];
  if (!demandComparison(way.demands, keyOf(left, scope), () => spanOf(left, way.facts.speaksOf), needed, point))
    return false;
  pushItem(way, left, needed, point, scope);
  lookInside(way, left, scope, (part, inner) => holds({ ...typed, left: part }, want, inner));
  return beOffered(way, left, scope);
}

function compareConstants(operator: ComparisonOperator, a: ScalarValue, b: ScalarValue): boolean | null {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(operator, a, b);
  if (isDate(a) && isDate(b)) return compareDates(operator, a, b);
  return (a === b) === (operator === "=");
}

function isDate(value: ScalarValue): value is Extract<ScalarValue, { year: number }> {
  return typeof value === "object" && value !== null && "year" in value;
}

/** Keeps the values that are still allowed; codes begin with those their question has. */
export function beAmong(way: Way, typed: NodeOf<"in">, want: boolean, scope: Scope): boolean {
  const { operand, members } = typed;
  if (operand.node === "constant") return members.includes(operand.value) === want;
  if (!beKnown(way, operand, scope)) return false;
  const points = members.map(pointOf).filter((point) => point !== null);
  if (points.length !== members.length) return true;
  const key = keyOf(operand, scope);
  const seed = (): ValueSpan => spanOf(operand, way.facts.speaksOf);
  const isPossible = want
    ? demandMembers(way.demands, key, seed, points)
    : points.every((point) => demandComparison(way.demands, key, seed, "!=", point));
  if (!isPossible) return false;
  lookInside(way, operand, scope, (part, inner) => holds({ ...typed, operand: part }, want, inner));
  return beOffered(way, operand, scope);
}

/** A value is that of the calculation behind it, or of one of the branches it is chosen from. */
function lookInside(way: Way, typed: Typed, scope: Scope, goalOf: (part: Typed, scope: Scope) => Goal): void {
  if (typed.node === "read" && typed.slot.kind === "calculation") {
    const inner = way.facts.calculation(typed.slot);
    if (inner !== null) way.open.push(goalOf(inner, scopeAt(placeOf(typed.base, scope))));
  } else if (typed.node === "if") {
    const { condition, whenTrue, whenFalse } = typed;
    way.forks.push([
      [holds(condition, true, scope), goalOf(whenTrue, scope)],
      [holds(condition, false, scope), goalOf(whenFalse, scope)],
    ]);
  } else if (typed.node === "first-known") {
    way.forks.push(typed.values.map((value) => [goalOf(value, scope)]));
  }
}

/** Where only one option is left, it has to be offered. */
function beOffered(way: Way, typed: Typed, scope: Scope): boolean {
  if (typed.node !== "read" || typed.slot.kind !== "question") return true;
  const [only, ...others] = membersLeft(way.demands, keyOf(typed, scope)) ?? [];
  if (typeof only !== "string" || others.length > 0) return true;
  pushOffer(way, typed, only, scope);
  return true;
}

function pushOffer(way: Way, typed: NodeOf<"read">, code: string, scope: Scope): void {
  if (typed.slot.kind !== "question") return;
  const place = placeOf(typed.base, scope);
  const key = `offered ${place.name} ${typed.slot.order} ${code}`;
  const condition = way.facts.option(typed.slot, code);
  if (condition === null || way.demands.done.has(key) || !way.facts.speaksOf(typed.slot)) return;
  way.demands.done.add(key);
  way.open.push(holds(condition, true, scopeAt(place)));
}

/** A mark that is there, or not, among those of an answered multi. */
export function mark(way: Way, marks: Typed, code: string, want: boolean, scope: Scope): boolean {
  if (want && marks.node === "read") pushOffer(way, marks, code, scope);
  lookInside(way, marks, scope, (part, inner) => holds(hasMark(part, code), want, inner));
  return demandMark(way.demands, keyOf(marks, scope), markRulesOf(marks, way.facts.speaksOf), code, want);
}

/** `marks has code`. */
export function hasMark(marks: Typed, code: string): Typed {
  const domain = marks.type.type === "codes" ? marks.type.domain : ({ from: "anywhere" } as const);
  const member: Typed = { node: "constant", value: code, type: { type: "code", domain }, at: marks.at };
  return { node: "has", operand: marks, member, type: { type: "boolean" }, at: marks.at };
}

/** A count of at least one has one item that counts. */
function pushItem(way: Way, typed: Typed, operator: ComparisonOperator, point: Point, scope: Scope): void {
  if (typed.node !== "quantifier" || typed.quantifier !== "count" || typeof point !== "number") return;
  const isSome = operator === ">" ? point >= 0 : (operator === ">=" || operator === "=") && point > 0;
  if (isSome) way.open.push(...someItem(way, typed, true, scope));
}

/** The goals of one item of the list, not known which, for which the body comes out so. */
export function someItem(way: Way, typed: NodeOf<"quantifier">, want: boolean, scope: Scope): readonly Goal[] {
  const { list, local, body } = typed;
  if (list.node !== "read") return [];
  const around = placeOf(list.base, scope);
  const key = `some ${keyOf(typed, scope)} ${want}`;
  const items = new Map([...scope.items, [local, { name: key, around }]]);
  const goals: Goal[] = [holds(body, want, { own: scope.own, items })];
  if (list.slot.kind === "question") goals.push({ kind: "asked", slot: list.slot, place: around });
  return goals;
}
