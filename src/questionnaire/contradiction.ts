// Finds conditions that no interview makes true: `P08 = "1" and P08 = "2"`, `N > 500` where N takes at most 120, an
// answer that is needed of a question not asked then. A search over the ways a condition can come true, carrying what
// each way demands. It may miss a contradiction (QL45) but never sees one that is not there: what it does not
// understand can be anything.
import type { ConditionFacts } from "./condition-facts.ts";
import { beAmong, compare, hasMark, mark, someItem } from "./contradiction-values.ts";
import { ask, beInState, beKnown, demandOther, holds, type Fork, type Goal, type Way } from "./contradiction-way.ts";
import { copyDemands, noDemands } from "./demands.ts";
import { keyOf, placeOf, scopeAt, type Scope } from "./frame-place.ts";
import { limits } from "./limits.ts";
import type { Typed } from "./typed-tree.ts";

/** Shared by all ways, so that the whole search is bounded and not each part of it. */
interface Search {
  steps: number;
}

/** Whether all the goals, and one of each fork, can come about in one interview that can be finished. */
export function canComeAbout(goals: readonly Goal[], forks: readonly Fork[], facts: ConditionFacts): boolean {
  return isPossible({ demands: noDemands(), open: [...goals], forks: [...forks], facts }, { steps: 0 });
}

function isPossible(start: Way, search: Search): boolean {
  const way = settled(start, search);
  if (way === null) return false;
  if (isTired(search)) return true;
  const [fork, ...rest] = way.forks;
  if (fork === undefined) return true;
  return fork.some((goals) => isPossible(branch(way, goals, rest), search));
}

/** Takes goals and every fork that leaves no choice; null if they cannot be had together. */
function settled(start: Way, search: Search): Way | null {
  if (!reach(start, search)) return null;
  let way = start;
  for (let index = 0; index < way.forks.length && !isTired(search); index += 1) {
    const others = way.forks.toSpliced(index, 1);
    const live = (way.forks[index] ?? [])
      .map((goals) => branch(way, goals, others))
      .filter((next) => reach(next, search));
    const [only, ...more] = live;
    if (only === undefined) return null;
    if (more.length > 0) continue;
    way = only;
    index = -1;
  }
  return way;
}

function branch(way: Way, goals: readonly Goal[], forks: readonly Fork[]): Way {
  return { ...way, demands: copyDemands(way.demands), open: [...goals], forks: [...forks] };
}

function isTired(search: Search): boolean {
  return search.steps > limits.contradictionSteps;
}

/** Takes the goals apart until only forks are left; false if they cannot be had together. */
function reach(way: Way, search: Search): boolean {
  for (let goal = way.open.pop(); goal !== undefined; goal = way.open.pop()) {
    search.steps += 1;
    if (isTired(search)) return true;
    const isFine =
      goal.kind === "asked" ? ask(way, goal.slot, goal.place) : hold(way, goal.typed, goal.want, goal.scope);
    if (!isFine) return false;
  }
  return true;
}

/** Adds what the goal demands; false if it cannot be had beside the rest. */
function hold(way: Way, typed: Typed, want: boolean, scope: Scope): boolean {
  const { open, forks } = way;
  const part = (typedPart: Typed, wanted: boolean): Goal => holds(typedPart, wanted, scope);
  switch (typed.node) {
    case "constant":
      return typed.value === want;
    case "not":
      open.push(part(typed.operand, !want));
      return true;
    case "and":
    case "or": {
      const parts = [part(typed.left, want), part(typed.right, want)];
      // All parts of a true `and` (a false `or`) are needed; of a true `or` (a false `and`) one is enough.
      if ((typed.node === "and") === want) open.push(...parts);
      else forks.push(parts.map((one) => [one]));
      return true;
    }
    case "surely":
      if (want) open.push(part(typed.operand, true));
      return demandOther(way, typed, want, scope);
    case "known":
      return (!want || beKnown(way, typed.operand, scope)) && demandOther(way, typed, want, scope);
    case "compare":
      return compare(way, typed, want, scope);
    case "in":
      return beAmong(way, typed, want, scope);
    case "has":
      if (!beKnown(way, typed.operand, scope) || !beKnown(way, typed.member, scope)) return false;
      return typed.member.node === "constant" && typeof typed.member.value === "string"
        ? mark(way, typed.operand, typed.member.value, want, scope)
        : demandOther(way, typed, want, scope);
    case "has-any":
      if (!beKnown(way, typed.operand, scope)) return false;
      if (want) forks.push(typed.members.map((code) => [part(hasMark(typed.operand, code), true)]));
      return want || typed.members.every((code) => mark(way, typed.operand, code, false, scope));
    case "state":
    case "chose": {
      if (!want) return demandOther(way, typed, want, scope);
      const state = typed.node === "chose" ? `alternative ${typed.code}` : typed.test;
      return beInState(way, typed.slot, placeOf(typed.base, scope), state) && demandOther(way, typed, want, scope);
    }
    case "if":
      forks.push([
        [part(typed.condition, true), part(typed.whenTrue, want)],
        [part(typed.condition, false), part(typed.whenFalse, want)],
      ]);
      return demandOther(way, typed, want, scope);
    case "first-known":
      forks.push(typed.values.map((value) => [part(value, want)]));
      return demandOther(way, typed, want, scope);
    case "quantifier":
      // Some item makes `any` true and `all` false: what is demanded of it is demanded.
      if ((typed.quantifier === "any") === want) open.push(...someItem(way, typed, want, scope));
      return demandOther(way, typed, want, scope);
    case "read":
      return holdRead(way, typed, want, scope);
    default:
      return beKnown(way, typed, scope) && demandOther(way, typed, want, scope);
  }
}

/** A calculation is what it calculates; each is looked into once. */
function holdRead(way: Way, typed: Extract<Typed, { node: "read" }>, want: boolean, scope: Scope): boolean {
  const isNew = !way.demands.others.has(keyOf(typed, scope));
  if (!demandOther(way, typed, want, scope)) return false;
  if (typed.slot.kind !== "calculation") return beKnown(way, typed, scope);
  const inner = way.facts.calculation(typed.slot);
  if (inner !== null && isNew) way.open.push(holds(inner, want, scopeAt(placeOf(typed.base, scope))));
  return true;
}
