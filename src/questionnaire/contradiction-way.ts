// One way of the search for contradictions (contradiction.ts): what it demands so far and what is still to be done. Steps
// over a way say at once whether it still can be gone.
import type { ConditionFacts } from "./condition-facts.ts";
import { demandOutcome, demandState, type Demands } from "./demands.ts";
import { keyOf, placeOf, scopeAt, type FramePlace, type Scope } from "./frame-place.ts";
import type { QuestionSlot } from "./layout.ts";
import type { Typed } from "./typed-tree.ts";

/** What must come about: an expression comes out as `want` and not as unknown, or a question is asked. */
export type Goal =
  | { readonly kind: "holds"; readonly typed: Typed; readonly want: boolean; readonly scope: Scope }
  | { readonly kind: "asked"; readonly slot: QuestionSlot; readonly place: FramePlace };

/** One of several sets of goals is enough. */
export type Fork = readonly (readonly Goal[])[];

export interface Way {
  readonly demands: Demands;
  readonly open: Goal[];
  readonly forks: Fork[];
  readonly facts: ConditionFacts;
}

/** An expression that must come out so. */
export function holds(typed: Typed, want: boolean, scope: Scope): Goal {
  return { kind: "holds", typed, want, scope };
}

/** A question is asked when its own condition and all those around it hold. */
export function ask({ demands, facts, open }: Way, slot: QuestionSlot, place: FramePlace): boolean {
  const key = stateKey(slot, place);
  if (demands.done.has(key)) return true;
  demands.done.add(key);
  if (!facts.speaksOf(slot)) return true;
  const scope = scopeAt(place);
  const relevant = facts.relevant(slot);
  if (relevant !== null) open.push(holds(relevant, true, scope));
  const { composite, layout } = slot;
  if (composite !== null) {
    open.push({ kind: "asked", slot: composite, place });
    // One that is refused as a whole does not ask its fields (QL51).
    return demandState(demands, stateKey(composite, place), "entered");
  }
  if (layout.roster !== null && place.around !== null) {
    open.push({ kind: "asked", slot: layout.roster, place: place.around });
    return demandState(demands, stateKey(layout.roster, place.around), "answered");
  }
  const section = facts.section(slot);
  if (section !== null) open.push(holds(section, true, scope));
  return true;
}

/** An expression that is not looked into comes out so. */
export function demandOther({ demands }: Way, typed: Typed, want: boolean, scope: Scope): boolean {
  return demandOutcome(demands, keyOf(typed, scope), want);
}

/** A question in a state was asked; `given` leaves open which state it is in. */
export function beInState(way: Way, slot: QuestionSlot, place: FramePlace, state: string): boolean {
  way.open.push({ kind: "asked", slot, place });
  return state === "given" || demandState(way.demands, stateKey(slot, place), state);
}

function stateKey(slot: QuestionSlot, place: FramePlace): string {
  return `${place.name} ${slot.order}`;
}

/** A known value of a question means that it was asked and answered. Parts that may stay unknown are not looked at. */
export function beKnown(way: Way, typed: Typed, scope: Scope): boolean {
  const all = (parts: readonly Typed[]): boolean => parts.every((part) => beKnown(way, part, scope));
  switch (typed.node) {
    case "read": {
      const place = placeOf(typed.base, scope);
      if (typed.slot.kind === "calculation") {
        const key = `known ${place.name} ${typed.slot.order}`;
        if (way.demands.done.has(key)) return true;
        way.demands.done.add(key);
        const inner = way.facts.calculation(typed.slot);
        return inner === null || beKnown(way, inner, scopeAt(place));
      }
      if (typed.slot.kind !== "question" || typed.slot.rows !== null) return true;
      return beInState(way, typed.slot, place, "answered");
    }
    case "member":
      return beKnown(way, typed.of, scope);
    case "minus":
    case "not":
    case "in":
    case "has-any":
      return beKnown(way, typed.operand, scope);
    case "arithmetic":
    case "compare":
      return all([typed.left, typed.right]);
    case "has":
      return all([typed.operand, typed.member]);
    case "plain":
    case "host":
      return all(typed.arguments);
    case "if":
      return beKnown(way, typed.condition, scope);
    default:
      return true;
  }
}
