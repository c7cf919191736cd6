// From a checked definition to the plan: expressions become closures, reads become edges, and the edges an order.
// A circle among them is an error of the definition. Implements QL43, QL44.
import type {
  CheckedDefinition,
  CheckedEdit,
  CheckedFill,
  CheckedProposal,
  CheckedQuestion,
} from "./checked-definition.ts";
import { toClosure, toTruth } from "./closure.ts";
import type { Evaluate } from "./evaluate.ts";
import type { DefinitionError } from "./definition-error.ts";
import type { QuestionnaireHost } from "./host.ts";
import type { ContextSlot, Layout, QuestionSlot, Slot } from "./layout.ts";
import type { Computation, Plan, PlannedEdit, PlannedFill, PlannedQuestion, Work } from "./plan.ts";
import { readersOfSourced } from "./readers-of-sourced.ts";
import { err, ok, type Result } from "./result.ts";
import type { Truth } from "./three-valued.ts";
import type { CheckedExpression } from "./typed-tree.ts";

/** What has been planned so far; ranks come last, when all edges are known. */
interface Builder {
  readonly computations: Computation[];
  readonly bySlot: Map<Slot, Computation>;
  readonly checks: Map<QuestionSlot, Computation>;
}

/** The plan, or the circles that make one impossible. */
export function makePlan(
  checked: CheckedDefinition,
  contextByName: ReadonlyMap<string, ContextSlot>,
  host: QuestionnaireHost,
): Result<Plan, readonly DefinitionError[]> {
  const builder: Builder = { computations: [], bySlot: new Map(), checks: new Map() };
  const questions = checked.questions.map((question) => [question, planQuestion(question)] as const);
  for (const slot of contextByName.values()) add(builder, { kind: "context" }, slot.layout, slot);
  for (const { slot, relevant } of checked.sections) {
    add(builder, { kind: "section", slot, relevant: truthOf(relevant) }, slot.layout, slot);
  }
  for (const { slot, expression } of checked.calculations) {
    add(builder, { kind: "calculation", slot, value: toClosure(expression.typed) }, slot.layout, slot);
  }
  for (const [, question] of questions)
    add(builder, { kind: "question", question }, question.slot.layout, question.slot);
  for (const { slot, relevant } of checked.sections) connect(builder, computationOf(builder, slot), [relevant]);
  for (const { slot, expression } of checked.calculations) connect(builder, computationOf(builder, slot), [expression]);
  for (const [question, planned] of questions) connectQuestion(builder, question, planned);
  const editsByLayout = new Map<Layout, PlannedEdit[]>();
  for (const edit of checked.edits) planEdit(builder, edit, editsByLayout);
  const circle = putInOrder(builder.computations);
  if (circle !== null) return err([cycleError(circle)]);
  const readers = readersOfSourced(builder.computations);
  if (readers.length > 0) return err(readers);
  builder.computations.sort((a, b) => a.rank - b.rank);
  return ok({
    root: checked.root,
    computations: builder.computations,
    computationsByLayout: Map.groupBy(builder.computations, ({ layout }) => layout),
    bySlot: builder.bySlot,
    checks: builder.checks,
    questions: new Map(questions.map(([, planned]) => [planned.slot, planned])),
    questionsByLayout: Map.groupBy(
      questions.map(([, planned]) => planned),
      ({ slot }) => slot.layout,
    ),
    editsByLayout,
    contextByName,
    hasCode: (list, code) => host.hasCode(list, code),
  });
}

/** No condition is not a true condition: callers treat null as "always" without a call. */
function truthOf(expression: CheckedExpression | null): Evaluate<Truth> | null {
  return expression === null ? null : toTruth(expression.typed);
}

/** All closures of a question. The conditions of options are looked up by code when the offer is made. */
function planQuestion(question: CheckedQuestion): PlannedQuestion {
  const { slot, required, chosenIn, list, where } = question;
  const closures = (conditions: ReadonlyMap<string, CheckedExpression>): ReadonlyMap<string, Evaluate<Truth>> =>
    new Map([...conditions].map(([code, condition]) => [code, toTruth(condition.typed)]));
  const { optionConditions, alternativeConditions } = question;
  return {
    slot,
    relevant: truthOf(question.relevant),
    required: typeof required === "boolean" ? required : null,
    optionConditions: closures(optionConditions),
    alternativeConditions: closures(alternativeConditions),
    chosenIn: chosenIn === null ? null : { slot: chosenIn, levels: slot.layout.depth - chosenIn.layout.depth },
    list: list === null ? null : toClosure(list.typed),
    listIsRows: list?.typed.node === "read" && list.typed.slot.kind === "question",
    where: truthOf(where),
    fullOffer: {
      options: slot.options.map(({ code }) => code),
      exclusive: slot.options.filter((option) => option.exclusive === true).map(({ code }) => code),
      alternatives: (slot.definition.alternatives ?? []).map(({ code }) => code),
      lines: [],
    },
    offersAll: optionConditions.size === 0 && alternativeConditions.size === 0 && chosenIn === null && list === null,
    proposes: question.proposal !== null,
    fills: planFills(question.fills),
  };
}

function planFills(fills: readonly CheckedFill[]): readonly PlannedFill[] {
  return fills.map(({ name, expression, write }) => ({ name, value: toClosure(expression.typed), write }));
}

/** Adds a computation; with a slot it becomes the one that others read. */
function add(builder: Builder, work: Work, layout: Layout, slot: Slot | null): Computation {
  const name = slot === null ? "" : slot.id;
  const computation: Computation = { layout, work, name, slot, rank: 0, wakes: [] };
  builder.computations.push(computation);
  if (slot !== null) builder.bySlot.set(slot, computation);
  return computation;
}

function computationOf(builder: Builder, slot: Slot): Computation {
  const found = builder.bySlot.get(slot);
  if (found === undefined) throw new Error(`no computation for ${slot.id}`);
  return found;
}

/** Adds an edge, or widens it: of two reasons to wake, the one that reaches more frames and more news holds for both. */
function wake(source: Computation, computation: Computation, via: Layout, onlyAsked = false): void {
  const known = source.wakes.findIndex((edge) => edge.computation === computation);
  const before = source.wakes[known];
  if (before === undefined) source.wakes.push({ computation, via, onlyAsked });
  else {
    const widest = via.depth < before.via.depth ? via : before.via;
    source.wakes[known] = { computation, via: widest, onlyAsked: onlyAsked && before.onlyAsked };
  }
}

/** Everything the expressions read wakes the computation. */
function connect(builder: Builder, computation: Computation, expressions: Iterable<CheckedExpression | null>): void {
  for (const expression of expressions) {
    for (const { slot, via } of expression?.reads ?? []) wake(computationOf(builder, slot), computation, via);
  }
}

/**
 * A question waits for what stands around it and for what its condition reads. Its offer, its check and its placeholders
 * are computations of their own, so that a change of an option does not ask the route again.
 */
function connectQuestion(builder: Builder, question: CheckedQuestion, planned: PlannedQuestion): void {
  const { slot } = question;
  const { layout } = slot;
  const own = computationOf(builder, slot);
  connect(builder, own, [question.relevant]);
  const around = slot.composite ?? layout.roster ?? sectionOf(slot);
  wake(computationOf(builder, around), own, around.layout, true);
  if (typeof question.required !== "boolean") {
    const required = toTruth(question.required.typed);
    connect(builder, add(builder, { kind: "required", question: planned, required }, layout, null), [
      question.required,
    ]);
  }
  const check = add(builder, { kind: "check", question: planned }, layout, null);
  builder.checks.set(slot, check);
  wake(own, check, layout);
  if (!planned.offersAll) {
    const offer = add(builder, { kind: "offer", question: planned }, layout, null);
    const { optionConditions, alternativeConditions, list, where, chosenIn } = question;
    connect(builder, offer, [...optionConditions.values(), ...alternativeConditions.values(), list, where]);
    if (chosenIn !== null) wake(computationOf(builder, chosenIn), offer, chosenIn.layout);
    wake(offer, check, layout);
  }
  if (question.proposal !== null) connectProposal(builder, question.proposal, planned);
  if (question.fills.length > 0) {
    const fills = add(builder, { kind: "fills", question: planned }, layout, null);
    connect(
      builder,
      fills,
      question.fills.map(({ expression }) => expression),
    );
  }
}

/** The question waits for what it proposes, though it does not read it: a default that needs its own answer is a circle. */
function connectProposal(builder: Builder, checked: CheckedProposal, planned: PlannedQuestion): void {
  const { slot } = planned;
  const { prefill } = checked;
  const proposal = [
    ...(prefill === null ? [] : [{ origin: prefill.source, value: toClosure(prefill.expression.typed) }]),
    ...(checked.default === null ? [] : [{ origin: "default" as const, value: toClosure(checked.default.typed) }]),
  ];
  const computation = add(builder, { kind: "proposal", question: planned, proposal }, slot.layout, null);
  connect(builder, computation, [prefill?.expression ?? null, checked.default]);
  wake(computation, computationOf(builder, slot), slot.layout);
}

function sectionOf(slot: QuestionSlot): Slot {
  const section = slot.layout.slots[slot.sectionIndex];
  if (section === undefined) throw new Error(`no section for ${slot.id}`);
  return section;
}

/** An edit waits for its condition, for its placeholders, and for the questions it is shown at: it sleeps with them. */
function planEdit(builder: Builder, checked: CheckedEdit, editsByLayout: Map<Layout, PlannedEdit[]>): void {
  const { layout, when } = checked;
  const edits = editsByLayout.get(layout) ?? [];
  editsByLayout.set(layout, edits);
  const edit: PlannedEdit = {
    checked,
    index: edits.length,
    when: toTruth(when.typed),
    at: checked.at.map((slot) => ({ slot, levels: layout.depth - slot.layout.depth })),
    fills: planFills(checked.fills),
  };
  edits.push(edit);
  const computation = add(builder, { kind: "edit", edit }, layout, null);
  connect(builder, computation, [when, ...checked.fills.map(({ expression }) => expression)]);
  for (const slot of checked.at) wake(computationOf(builder, slot), computation, slot.layout, true);
}

/**
 * Gives every computation its rank, or returns those that wait for one another.
 * Kahn's algorithm: what waits for nothing comes next. What is left at the end waits for a circle or stands in one.
 */
function putInOrder(computations: readonly Computation[]): readonly Computation[] | null {
  const waiting = new Map<Computation, number>(computations.map((computation) => [computation, 0]));
  for (const { wakes } of computations) {
    for (const { computation } of wakes) waiting.set(computation, (waiting.get(computation) ?? 0) + 1);
  }
  const ready = computations.filter((computation) => waiting.get(computation) === 0);
  for (let rank = 0; rank < ready.length; rank += 1) {
    const next = ready[rank];
    if (next === undefined) break;
    next.rank = rank;
    waiting.delete(next);
    for (const { computation } of next.wakes) {
      const left = (waiting.get(computation) ?? 0) - 1;
      waiting.set(computation, left);
      if (left === 0) ready.push(computation);
    }
  }
  return waiting.size === 0 ? null : oneCircle(new Set(waiting.keys()));
}

/** Follows those that wait backwards until one comes round again. */
function oneCircle(waiting: ReadonlySet<Computation>): readonly Computation[] {
  const before = new Map<Computation, Computation>();
  for (const source of waiting) {
    for (const { computation } of source.wakes) if (waiting.has(computation)) before.set(computation, source);
  }
  const path: Computation[] = [];
  for (let next = [...waiting][0]; next !== undefined; next = before.get(next)) {
    const start = path.indexOf(next);
    if (start >= 0) return path.slice(start).toReversed();
    path.push(next);
  }
  return path;
}

function cycleError(circle: readonly Computation[]): DefinitionError {
  const slots = circle.flatMap(({ slot }) => (slot === null ? [] : [slot]));
  const [first] = slots;
  const names = slots.map(({ id }) => id);
  return {
    type: "cycle",
    file: first?.file ?? "",
    place: first?.place ?? "",
    names: first === undefined ? names : [...names, first.id],
  };
}
