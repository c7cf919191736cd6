// Frames by name, for reasoning about expressions before there is an interview: "the interview", "a row of P21". The same
// question read from the same place is the same value, from wherever the expression stands.
import type { Layout } from "./layout.ts";
import { unreachable } from "./result.ts";
import type { FrameBase, Typed } from "./typed-tree.ts";

/** A frame that an interview could have; two places with one name are one frame. */
export interface FramePlace {
  readonly name: string;
  readonly around: FramePlace | null;
}

/** Where an expression stands: its own frame, and the items of the quantifiers it was taken out of. */
export interface Scope {
  readonly own: FramePlace;
  readonly items: ReadonlyMap<number, FramePlace>;
}

/** The scope of an expression that stands in this layout: one row of its roster, and of those around it. */
export function scopeIn(layout: Layout): Scope {
  return { own: placeOfLayout(layout), items: new Map() };
}

function placeOfLayout({ roster, parent }: Layout): FramePlace {
  if (roster === null || parent === null) return { name: "interview", around: null };
  return { name: `row of ${roster.order}`, around: placeOfLayout(parent) };
}

/** The scope of an expression of that frame, such as the condition of a question in it. */
export function scopeAt(place: FramePlace): Scope {
  return { own: place, items: new Map() };
}

/** The frame a name is read from. */
export function placeOf(base: FrameBase, scope: Scope): FramePlace {
  if (base.from === "up") return placeAbove(scope.own, base.levels);
  const item = scope.items.get(base.local);
  if (item === undefined) throw new Error("an item outside its quantifier");
  return item;
}

/** The frame so many levels above. */
export function placeAbove(place: FramePlace, levels: number): FramePlace {
  let found = place;
  for (let level = 0; level < levels; level += 1) {
    if (found.around === null) throw new Error("a place without the one its layout stands in");
    found = found.around;
  }
  return found;
}

/** Two expressions with the same key always have the same value. */
export function keyOf(typed: Typed, scope: Scope): string {
  const key = (part: Typed): string => keyOf(part, scope);
  const keys = (parts: readonly Typed[]): string => parts.map(key).join(", ");
  switch (typed.node) {
    case "read":
      return `${frameName(typed.base, scope)} ${typed.slot.order}`;
    case "constant":
      return JSON.stringify(typed.value);
    case "member":
      return `${key(typed.of)}.${typed.member}`;
    case "record-member":
      return `${itemName(typed.local, scope)}.${typed.member}`;
    case "row-number":
      return `line of ${frameName(typed.base, scope)}`;
    case "state":
      return `${typed.test}(${frameName(typed.base, scope)} ${typed.slot.order})`;
    case "chose":
      return `chose(${frameName(typed.base, scope)} ${typed.slot.order}, ${typed.code})`;
    case "not":
    case "minus":
    case "known":
    case "surely":
    case "size":
      return `${typed.node}(${key(typed.operand)})`;
    case "and":
    case "or":
      return `${typed.node}(${keys([typed.left, typed.right])})`;
    case "compare":
    case "arithmetic":
      return `${typed.operator}(${keys([typed.left, typed.right])})`;
    case "in":
    case "has-any":
      return `${typed.node}(${key(typed.operand)}, ${JSON.stringify(typed.members)})`;
    case "has":
      return `has(${keys([typed.operand, typed.member])})`;
    case "plain":
    case "host":
      return `${typed.name}(${keys(typed.arguments)})`;
    case "if":
      return `if(${keys([typed.condition, typed.whenTrue, typed.whenFalse])})`;
    case "first-known":
      return `first(${keys(typed.values)})`;
    case "quantifier":
      return `${typed.quantifier}(${key(typed.list)}, ${typed.local} => ${key(typed.body)})`;
    default:
      return unreachable(typed);
  }
}

function frameName(base: FrameBase, scope: Scope): string {
  return base.from === "up" ? placeOf(base, scope).name : itemName(base.local, scope);
}

/** The item of a quantifier inside the expression keeps its number: nothing outside can mean it. */
function itemName(local: number, scope: Scope): string {
  return scope.items.get(local)?.name ?? `item ${local}`;
}
