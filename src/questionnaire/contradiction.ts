// Finds conditions that can never be true: `P08 = "1" and P08 = "2"`, `age < 5 and age >= 15`, `not true`. A search over
// the ways a condition can come true, carrying what each way demands of every question. It is allowed to miss a
// contradiction (QL45) but never to see one that is not there: what it does not understand can be anything.
import { compareDates, compareNumbers } from "./compare-values.ts";
import type { PartialDate } from "./answer.ts";
import type { ScalarValue } from "./expression-value.ts";
import { limits } from "./limits.ts";
import { earliestDay, isCompleteDate } from "./partial-date.ts";
import type { ComparisonOperator } from "./syntax-tree.ts";
import type { Typed } from "./typed-tree.ts";

/** An expression that must come out as `want` and not as unknown. */
interface Goal {
  readonly typed: Typed;
  readonly want: boolean;
}

/** What one way demands: a set of values, a range, or a state of a question. */
interface Demands {
  readonly values: Map<string, ReadonlySet<ScalarValue>>;
  readonly excluded: Map<string, ReadonlySet<ScalarValue>>;
  readonly ranges: Map<string, Range>;
  readonly states: Map<string, string>;
  readonly others: Map<string, boolean>;
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
}

/** Shared by all branches, so that the whole search is bounded and not each part of it. */
interface Search {
  branches: number;
}

/** Whether all conditions can be definitely true together, as far as can be told. */
export function canBeTrue(conditions: readonly Typed[]): boolean {
  const demands: Demands = {
    values: new Map(),
    excluded: new Map(),
    ranges: new Map(),
    states: new Map(),
    others: new Map(),
  };
  const goals = conditions.map((typed) => ({ typed, want: true }));
  return isPossible(goals, [], demands, { branches: 0 });
}

/** Each branch adds its own demands. */
function copy(demands: Demands): Demands {
  return {
    values: new Map(demands.values),
    excluded: new Map(demands.excluded),
    ranges: new Map(demands.ranges),
    states: new Map(demands.states),
    others: new Map(demands.others),
  };
}

/** Takes the goals apart; `forks` are choices still to be made, of each of which one way is enough. */
function isPossible(
  goals: readonly Goal[],
  choices: readonly (readonly Goal[])[],
  demands: Demands,
  search: Search,
): boolean {
  const open = [...goals];
  const forks = [...choices];
  for (let goal = open.pop(); goal !== undefined; goal = open.pop()) {
    const { typed, want } = goal;
    if (typed.node === "not") open.push({ typed: typed.operand, want: !want });
    else if (typed.node === "surely" && want) open.push({ typed: typed.operand, want });
    else if (typed.node === "and" || typed.node === "or") {
      const parts = [typed.left, typed.right].map((part) => ({ typed: part, want }));
      // All parts of a true `and` (a false `or`) are needed; of a true `or` (a false `and`) one is enough.
      if ((typed.node === "and") === want) open.push(...parts);
      else forks.push(parts);
    } else if (!demand(goal, demands)) return false;
  }
  const [fork, ...rest] = forks;
  if (fork === undefined) return true;
  for (const way of fork) {
    search.branches += 1;
    if (search.branches > limits.contradictionBranches) return true;
    if (isPossible([way], rest, copy(demands), search)) return true;
  }
  return false;
}

/** Adds what the goal demands; false if it cannot be had beside the rest. */
function demand({ typed, want }: Goal, demands: Demands): boolean {
  switch (typed.node) {
    case "constant":
      return typed.value === want;
    case "compare":
      return demandComparison(typed.operator, typed.left, typed.right, want, demands);
    case "in":
      return demandMembers(typed.operand, typed.members, want, demands);
    case "state":
      if (typed.test === "given" || !want) return demandOther(typed, want, demands);
      return demandState(stateKey(typed), typed.test, demands) && demandOther(typed, want, demands);
    case "chose":
      if (!want) return demandOther(typed, want, demands);
      return demandState(stateKey(typed), `alternative ${typed.code}`, demands) && demandOther(typed, want, demands);
    default:
      return demandOther(typed, want, demands);
  }
}

/** An expression the search does not look into can be true or false, but not both in one way. */
function demandOther(typed: Typed, want: boolean, demands: Demands): boolean {
  const key = keyOf(typed);
  const before = demands.others.get(key);
  if (before !== undefined && before !== want) return false;
  demands.others.set(key, want);
  return true;
}

/** One question can be in one state only. */
function demandState(key: string, state: string, demands: Demands): boolean {
  const before = demands.states.get(key);
  if (before !== undefined && before !== state) return false;
  demands.states.set(key, state);
  return true;
}

/** A known value of a question means that the question was answered. */
function demandAnswered(typed: Typed, demands: Demands): boolean {
  if (typed.node === "member") return demandAnswered(typed.of, demands);
  if (typed.node !== "read" || typed.slot.kind !== "question" || typed.slot.rows !== null) return true;
  return demandState(stateKey({ base: typed.base, slot: typed.slot }), "answered", demands);
}

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

/** A comparison with a literal narrows the other side; one between two questions only demands that both are known. */
function demandComparison(
  operator: ComparisonOperator,
  left: Typed,
  right: Typed,
  want: boolean,
  demands: Demands,
): boolean {
  if (left.node === "constant" && right.node === "constant") {
    return compareConstants(operator, left.value, right.value) === want;
  }
  if (left.node === "constant") return demandComparison(mirrored[operator], right, left, want, demands);
  if (!demandAnswered(left, demands) || !demandAnswered(right, demands)) return false;
  if (right.node !== "constant") return true;
  const needed = want ? operator : opposite[operator];
  const { value } = right;
  if (typeof value === "number") return demandRange(left, needed, value, demands);
  if (isDate(value)) return !isCompleteDate(value) || demandRange(left, needed, earliestDay(value), demands);
  if (needed === "=" || needed === "!=") return demandMembers(left, [value], needed === "=", demands);
  return true;
}

function isDate(value: ScalarValue): value is PartialDate {
  return typeof value === "object" && value !== null && "year" in value;
}

function compareConstants(operator: ComparisonOperator, a: ScalarValue, b: ScalarValue): boolean | null {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(operator, a, b);
  if (isDate(a) && isDate(b)) return compareDates(operator, a, b);
  return (a === b) === (operator === "=");
}

/** Keeps the values that are still allowed; codes begin with those their question has. */
function demandMembers(operand: Typed, members: readonly ScalarValue[], want: boolean, demands: Demands): boolean {
  if (operand.node === "constant") return members.includes(operand.value) === want;
  if (!demandAnswered(operand, demands)) return false;
  if (members.some(isDate)) return true;
  const key = keyOf(operand);
  const given = new Set(members);
  const before = demands.values.get(key) ?? domainOf(operand);
  const excluded = demands.excluded.get(key) ?? new Set<ScalarValue>();
  if (!want) demands.excluded.set(key, new Set([...excluded, ...given]));
  const wanted = want ? (before === null ? given : intersection(before, given)) : before;
  if (wanted === null) return true;
  demands.values.set(key, wanted);
  const refused = demands.excluded.get(key);
  return [...wanted].some((value) => refused === undefined || !refused.has(value));
}

function intersection(a: ReadonlySet<ScalarValue>, b: ReadonlySet<ScalarValue>): ReadonlySet<ScalarValue> {
  return new Set([...a].filter((value) => b.has(value)));
}

function domainOf(typed: Typed): ReadonlySet<ScalarValue> | null {
  return typed.type.type === "code" && typed.type.domain.from === "options" ? typed.type.domain.codes : null;
}

/** Narrows a number or a day from one side or both. Dates are counted on the scale of earliestDay. */
function demandRange(typed: Typed, operator: ComparisonOperator, value: number, demands: Demands): boolean {
  const key = keyOf(typed);
  const before = demands.ranges.get(key) ?? {
    min: Number.NEGATIVE_INFINITY,
    max: Number.POSITIVE_INFINITY,
    minOpen: false,
    maxOpen: false,
  };
  let { min, max, minOpen, maxOpen } = before;
  const isLower = operator === ">" || operator === ">=" || operator === "=";
  const isUpper = operator === "<" || operator === "<=" || operator === "=";
  if (isLower && (value > min || (value === min && operator === ">"))) [min, minOpen] = [value, operator === ">"];
  if (isUpper && (value < max || (value === max && operator === "<"))) [max, maxOpen] = [value, operator === "<"];
  demands.ranges.set(key, { min, max, minOpen, maxOpen });
  return min < max || (min === max && !minOpen && !maxOpen);
}

/** The question and the frame it is read from. */
function stateKey(reference: { readonly base: unknown; readonly slot: { readonly order: number } }): string {
  return `${JSON.stringify(reference.base)} ${reference.slot.order}`;
}

/** Two expressions with the same key always have the same value. */
function keyOf(typed: Typed): string {
  return JSON.stringify(typed, (name, value: unknown) => {
    if (name === "at" || name === "type" || name === "function") return undefined;
    return name === "slot" && isSlot(value) ? value.order : value;
  });
}

function isSlot(value: unknown): value is { readonly order: number } {
  return typeof value === "object" && value !== null && "order" in value;
}
