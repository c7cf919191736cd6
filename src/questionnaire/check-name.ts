// What a name in an expression means: a quantifier's item, a context value, a calculation, a question or its part.
// The longest known beginning wins, so `P01.1` is the sub-question and `P06.country` a member of P06. Implements QL20–QL24.
import { noteRead, report, type Binding, type CheckContext } from "./check-context.ts";
import type { ExpressionType } from "./expression-type.ts";
import { typeName } from "./expression-type.ts";
import { isWithin, type CalculationSlot, type ContextSlot, type Layout, type QuestionSlot } from "./layout.ts";
import { nearestName } from "./nearest-name.ts";
import type { FrameBase, Typed } from "./typed-tree.ts";

const anyCode: ExpressionType = { type: "code", domain: { from: "anywhere" } };

/** Maps, not objects: a member's name comes from a definition and must not reach what every object inherits. */
const membersByType: ReadonlyMap<string, ReadonlyMap<string, ExpressionType>> = new Map([
  [
    "name",
    new Map<string, ExpressionType>([
      ["surname", { type: "text" }],
      ["given", { type: "text" }],
      ["patronymic", { type: "text" }],
    ]),
  ],
  [
    "place",
    new Map<string, ExpressionType>([
      ["country", anyCode],
      ["kato", anyCode],
      ["settlement", { type: "code", domain: { from: "options", codes: new Set(["urban", "rural"]) } }],
      ["text", { type: "text" }],
    ]),
  ],
]);

/** A question as a state test sees it: not its value but what became of it. */
export interface QuestionReference {
  readonly slot: QuestionSlot;
  readonly base: FrameBase;
}

/** The value a name stands for. */
export function checkName(context: CheckContext, name: string, at: number): Typed | null {
  const binding = bindingOf(context, name);
  if (binding !== null) return checkItemMember(context, binding, name, at);
  const known = findQuestion(context, name);
  if (known !== null) return readQuestion(context, known.slot, name, known.rest, at);
  const [first = name, ...members] = name.split(".");
  const slot = context.names.calculations.get(first) ?? context.names.context.get(first);
  if (slot === undefined) return report(context, { type: "name-unknown", at, name, nearest: nearestTo(context, name) });
  if (!isWithin(context.layout, slot.layout)) return inRoster(context, name, slot.layout, at);
  const base = upTo(context.layout, slot.layout);
  return readSlot(context, slot, base, slot.layout, members, at);
}

/** The question a state test names; its own problem if it names something else. */
export function checkQuestionReference(context: CheckContext, name: string, at: number): QuestionReference | null {
  const binding = bindingOf(context, name);
  if (binding?.kind === "row") {
    const slot = binding.layout.questionSlots.get(name.slice(binding.name.length + 1));
    if (slot !== undefined) {
      noteRead(context, slot, binding.via);
      return { slot, base: { from: "item", local: binding.local } };
    }
  }
  const known = binding === null ? findQuestion(context, name) : null;
  if (known === null || known.rest.length > 0) {
    const nearest = nearestName(name, context.names.questions.keys());
    return report(context, { type: "name-unknown", at, name, nearest });
  }
  const { slot } = known;
  if (!isWithin(context.layout, slot.layout)) return inRoster(context, name, slot.layout, at);
  noteRead(context, slot, slot.layout);
  return { slot, base: upTo(context.layout, slot.layout) };
}

/** The innermost item of that name. */
function bindingOf(context: CheckContext, name: string): Binding | null {
  const [first] = name.split(".");
  return context.bindings.findLast((binding) => binding.name === first) ?? null;
}

/** Layouts nest, so the way to an outer frame is a number of steps known now. */
function upTo(from: Layout, to: Layout): FrameBase {
  return { from: "up", levels: from.depth - to.depth };
}

/** Tries the whole name first, then shorter beginnings: a sub-question before a member. */
function findQuestion(context: CheckContext, name: string): { slot: QuestionSlot; rest: readonly string[] } | null {
  const segments = name.split(".");
  for (let length = segments.length; length > 0; length -= 1) {
    const slot = context.names.questions.get(segments.slice(0, length).join("."));
    if (slot !== undefined) return { slot, rest: segments.slice(length) };
  }
  return null;
}

function readQuestion(
  context: CheckContext,
  slot: QuestionSlot,
  name: string,
  rest: readonly string[],
  at: number,
): Typed | null {
  if (slot.rows !== null && rest.length === 1 && rest[0] === "line" && isWithin(context.layout, slot.rows)) {
    return { node: "row-number", base: upTo(context.layout, slot.rows), type: { type: "line" }, at };
  }
  if (!isWithin(context.layout, slot.layout)) return inRoster(context, name, slot.layout, at);
  return readSlot(context, slot, upTo(context.layout, slot.layout), slot.layout, rest, at);
}

/** `p.line`, `r.job.a`, `r.age`, `p.name.surname`. */
function checkItemMember(context: CheckContext, binding: Binding, name: string, at: number): Typed | null {
  const segments = name.split(".").slice(1);
  const [first, ...rest] = segments;
  if (first === undefined) {
    return report(context, { type: "type-wrong", at, expected: "a value", found: "a whole record" });
  }
  if (binding.kind === "record") {
    const type = binding.fields.get(first);
    if (type === undefined) {
      return report(context, { type: "name-unknown", at, name, nearest: nearestName(first, binding.fields.keys()) });
    }
    return withMembers(context, { node: "record-member", local: binding.local, member: first, type, at }, rest, at);
  }
  const base: FrameBase = { from: "item", local: binding.local };
  if (first === "line" && rest.length === 0) return { node: "row-number", base, type: { type: "line" }, at };
  for (let length = segments.length; length > 0; length -= 1) {
    const id = segments.slice(0, length).join(".");
    const slot = binding.layout.questionSlots.get(id) ?? binding.layout.calculationSlots.get(id);
    if (slot !== undefined) return readSlot(context, slot, base, binding.via, segments.slice(length), at);
  }
  const { questionSlots, calculationSlots } = binding.layout;
  const nearest = nearestName(first, [...questionSlots.keys(), ...calculationSlots.keys()]);
  return report(context, { type: "name-unknown", at, name, nearest });
}

/** Notes the read and goes on to the members of the value. */
function readSlot(
  context: CheckContext,
  slot: QuestionSlot | CalculationSlot | ContextSlot,
  base: FrameBase,
  via: Layout,
  members: readonly string[],
  at: number,
): Typed | null {
  noteRead(context, slot, via);
  const type = slot.kind === "calculation" ? context.settle(slot) : slot.type;
  if (type === null) {
    if (slot.kind === "calculation") return null;
    return report(context, {
      type: "type-wrong",
      at,
      expected: "a value",
      found: "a composite (name one of its fields)",
    });
  }
  return withMembers(context, { node: "read", base, slot, type, at }, members, at);
}

/** `.surname` of a name, `.country` of a place; nothing else has members. */
function withMembers(context: CheckContext, whole: Typed, members: readonly string[], at: number): Typed | null {
  let typed = whole;
  for (const member of members) {
    const known = membersByType.get(typed.type.type);
    const type = known?.get(member);
    if (type === undefined) {
      const found = `${typeName(typed.type)} without "${member}"`;
      const expected = [...(known?.keys() ?? ["no member"])].join(", ");
      return report(context, { type: "type-wrong", at, expected, found });
    }
    typed = { node: "member", of: typed, member, type, at };
  }
  return typed;
}

function inRoster(context: CheckContext, name: string, layout: Layout, at: number): null {
  return report(context, { type: "name-in-roster", at, name, roster: layout.roster?.id ?? "" });
}

function nearestTo(context: CheckContext, name: string): string | null {
  const { questions, calculations, context: fromOutside } = context.names;
  return nearestName(name, [...questions.keys(), ...calculations.keys(), ...fromOutside.keys(), "true", "false"]);
}
