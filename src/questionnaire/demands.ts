// What one way of making conditions true demands: of a value that it be one of these and in this range, of a question
// that it be in this state, of a multi that it have these marks. Each demand says at once whether it fits the others.
import type { ScalarValue } from "./expression-value.ts";
import { earliestDay, isCompleteDate } from "./partial-date.ts";
import type { ComparisonOperator } from "./syntax-tree.ts";

/** A value as demands hold it: a date is the number that orders days. */
export type Point = number | string | boolean;

/** What is known of a value: null members are any, the bounds are those of numbers and days. */
export interface ValueSpan {
  readonly members: ReadonlySet<Point> | null;
  readonly excluded: ReadonlySet<Point>;
  readonly min: number;
  readonly max: number;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
  /** Nothing lies between two whole numbers. */
  readonly isWhole: boolean;
}

/** Anything at all. */
export const anything: ValueSpan = {
  members: null,
  excluded: new Set(),
  min: Number.NEGATIVE_INFINITY,
  max: Number.POSITIVE_INFINITY,
  minOpen: false,
  maxOpen: false,
  isWhole: false,
};

/** The marks of a multi that must be and must not be. */
interface Marks {
  readonly on: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
}

/** What a multi allows. */
export interface MarkRules {
  readonly codes: ReadonlySet<string> | null;
  readonly exclusive: ReadonlySet<string>;
  readonly maxChosen: number;
  /** Whether it cannot be answered without a mark. */
  readonly needsOne: boolean;
}

export interface Demands {
  readonly spans: Map<string, ValueSpan>;
  readonly marks: Map<string, Marks>;
  readonly states: Map<string, string>;
  /** Expressions that are not looked into, by what they must come out as. */
  readonly others: Map<string, boolean>;
  /** What was looked into already: the conditions of a question, the value of a calculation, the offer of an option. */
  readonly done: Set<string>;
}

export function noDemands(): Demands {
  return { spans: new Map(), marks: new Map(), states: new Map(), others: new Map(), done: new Set() };
}

/** Each way adds its own demands. */
export function copyDemands(demands: Demands): Demands {
  return {
    spans: new Map(demands.spans),
    marks: new Map(demands.marks),
    states: new Map(demands.states),
    others: new Map(demands.others),
    done: new Set(demands.done),
  };
}

/** One question can be in one state only. */
export function demandState(demands: Demands, key: string, state: string): boolean {
  const before = demands.states.get(key);
  demands.states.set(key, state);
  return before === undefined || before === state;
}

/** An expression the search does not look into can be true or false, but not both in one way. */
export function demandOutcome(demands: Demands, key: string, want: boolean): boolean {
  const before = demands.others.get(key);
  demands.others.set(key, want);
  return before === undefined || before === want;
}

/** A literal as a point; null for what has no place on a scale: an incomplete date. */
export function pointOf(value: ScalarValue): Point | null {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (value === null || !("year" in value)) return null;
  return isCompleteDate(value) ? earliestDay(value) : null;
}

/** The value must compare so with the point; `seed` is what is known of it before anything is demanded. */
export function demandComparison(
  demands: Demands,
  key: string,
  seed: () => ValueSpan,
  operator: ComparisonOperator,
  point: Point,
): boolean {
  const before = demands.spans.get(key) ?? seed();
  if (operator === "!=") return keep(demands, key, { ...before, excluded: new Set([...before.excluded, point]) });
  if (typeof point !== "number") return operator !== "=" || demandMembers(demands, key, seed, [point]);
  let { min, max, minOpen, maxOpen } = before;
  const isLower = operator === ">" || operator === ">=" || operator === "=";
  const isUpper = operator === "<" || operator === "<=" || operator === "=";
  if (isLower && (point > min || (point === min && operator === ">"))) [min, minOpen] = [point, operator === ">"];
  if (isUpper && (point < max || (point === max && operator === "<"))) [max, maxOpen] = [point, operator === "<"];
  return keep(demands, key, { ...before, min, max, minOpen, maxOpen });
}

/** The value must be one of these. */
export function demandMembers(demands: Demands, key: string, seed: () => ValueSpan, points: readonly Point[]): boolean {
  const before = demands.spans.get(key) ?? seed();
  const { members } = before;
  const left = points.filter((point) => members === null || members.has(point));
  return keep(demands, key, { ...before, members: new Set(left) });
}

/** What the value can still be, if it is one of a few; null if it is not counted. */
export function membersLeft(demands: Demands, key: string): readonly Point[] | null {
  const span = demands.spans.get(key);
  return span?.members ? [...span.members].filter((point) => isInside(span, point)) : null;
}

function keep(demands: Demands, key: string, span: ValueSpan): boolean {
  const tight = tightened(span);
  demands.spans.set(key, tight);
  if (tight.members !== null) return [...tight.members].some((point) => isInside(tight, point));
  return tight.min < tight.max || (tight.min === tight.max && !tight.minOpen && !tight.maxOpen);
}

/** Moves the bounds to the nearest values that are allowed. */
function tightened(span: ValueSpan): ValueSpan {
  const { excluded, isWhole } = span;
  let { min, max, minOpen, maxOpen } = span;
  if (isWhole) {
    if (Number.isFinite(min)) [min, minOpen] = [minOpen ? Math.floor(min) + 1 : Math.ceil(min), false];
    if (Number.isFinite(max)) [max, maxOpen] = [maxOpen ? Math.ceil(max) - 1 : Math.floor(max), false];
    while (min <= max && excluded.has(min)) min += 1;
    while (min <= max && excluded.has(max)) max -= 1;
  } else {
    minOpen ||= excluded.has(min);
    maxOpen ||= excluded.has(max);
  }
  return { ...span, min, max, minOpen, maxOpen };
}

function isInside({ excluded, min, max, minOpen, maxOpen }: ValueSpan, point: Point): boolean {
  if (excluded.has(point)) return false;
  if (typeof point !== "number") return true;
  return (point > min || (point === min && !minOpen)) && (point < max || (point === max && !maxOpen));
}

/** A mark must be there or not. */
export function demandMark(demands: Demands, key: string, rules: MarkRules, code: string, want: boolean): boolean {
  const before = demands.marks.get(key) ?? { on: new Set<string>(), off: new Set<string>() };
  const on = want ? new Set([...before.on, code]) : before.on;
  const off = want ? before.off : new Set([...before.off, code]);
  demands.marks.set(key, { on, off });
  if (want ? off.has(code) : on.has(code)) return false;
  if (on.size > rules.maxChosen) return false;
  if (on.size > 1 && [...on].some((mark) => rules.exclusive.has(mark))) return false;
  return !rules.needsOne || rules.codes === null || [...rules.codes].some((mark) => !off.has(mark));
}
