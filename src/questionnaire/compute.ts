// One computation in one frame: works out what it is for, keeps it, and says whether anything that others read has
// become another. Implements QL40–QL47.
import type { Answer } from "./answer.ts";
import { stateOf, valueOf } from "./answer-value.ts";
import { checkRows, checkValue } from "./check-value.ts";
import type { Locals } from "./evaluate.ts";
import { frameUp, type Frame, type Offer, type QuestionState, type SlotValue } from "./frame.ts";
import type { QuestionSlot } from "./layout.ts";
import type { Computation, Plan, PlannedEdit, PlannedProposal, PlannedQuestion } from "./plan.ts";
import { proposedAnswer } from "./propose.ts";
import { unreachable } from "./result.ts";
import type { ValueProblem } from "./value-problem.ts";

/** What a computation needs beside its frame. */
export interface ComputeContext {
  readonly plan: Plan;
  readonly locals: Locals;
  /** Told of every slot whose view becomes another, before it does. */
  touch(frame: Frame, slot: QuestionSlot): void;
}

/** What came of a computation: nothing new, something that all who wait for it must know, or only other rows. */
export type News = boolean | "rows";

/** Runs it, and says whether those it wakes must run too. */
export function compute(context: ComputeContext, { work }: Computation, frame: Frame): News {
  switch (work.kind) {
    case "context":
      return true;
    case "section": {
      const isRelevant = work.relevant === null || work.relevant(frame, context.locals) === true;
      const { index } = work.slot;
      const changed = frame.relevant[index] !== isRelevant;
      frame.relevant[index] = isRelevant;
      return changed;
    }
    case "calculation":
      return setValue(frame, work.slot.index, work.value(frame, context.locals));
    case "question":
      return computeQuestion(context, work.question, frame);
    case "required": {
      const { slot } = work.question;
      const isRequired = work.required(frame, context.locals) === true;
      if (frame.required[slot.index] !== isRequired) context.touch(frame, slot);
      frame.required[slot.index] = isRequired;
      return false;
    }
    case "offer":
      return computeOffer(context, work.question, frame);
    case "check":
      return computeCheck(context, work.question, frame);
    case "proposal":
      return computeProposal(context, work.question.slot, work.proposal, frame);
    case "fills":
      context.touch(frame, work.question.slot);
      return false;
    case "edit":
      return computeEdit(context, work.edit, frame);
    default:
      return unreachable(work);
  }
}

/** Keeps a value; true if readers would see another one. Dates and names are compared as objects: a new one is news. */
function setValue(frame: Frame, index: number, value: SlotValue): boolean {
  const before = frame.values[index];
  if (before === value || (Array.isArray(before) && Array.isArray(value) && isSameRow(before, value))) return false;
  frame.values[index] = value;
  return true;
}

/** The same codes, or the very same rows. */
function isSameRow(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((member, index) => member === b[index]);
}

/** Route first, then what became of the question, then its value: a question that is not asked has none. */
function computeQuestion(context: ComputeContext, question: PlannedQuestion, frame: Frame): News {
  const { slot } = question;
  const { index } = slot;
  const isRelevant =
    isAroundAsked(frame, slot) && (question.relevant === null || question.relevant(frame, context.locals) === true);
  const answer = frame.answers[index];
  const state = isRelevant && answer !== undefined ? questionState(frame, slot, answer) : "unanswered";
  const wasRelevant = frame.relevant[index];
  const wasState = frame.states[index];
  if (wasRelevant !== isRelevant || wasState !== state) context.touch(frame, slot);
  frame.relevant[index] = isRelevant;
  frame.states[index] = state;
  const isOther = setValue(
    frame,
    index,
    isRelevant && answer !== undefined ? questionValue(frame, slot, answer, state) : null,
  );
  // One alternative may replace another without a change of state or value.
  if (wasRelevant !== isRelevant || wasState !== state || state === "alternative") return true;
  return isOther && slot.rows !== null ? "rows" : isOther;
}

/** A proposal is read by no expression: only the view becomes another. */
function computeProposal(
  context: ComputeContext,
  slot: QuestionSlot,
  proposal: PlannedProposal,
  frame: Frame,
): boolean {
  const before = frame.proposals[slot.index] ?? null;
  const now = proposedAnswer(slot.definition.type, proposal, frame, context.locals);
  if (JSON.stringify(before) === JSON.stringify(now)) return false;
  context.touch(frame, slot);
  frame.proposals[slot.index] = now;
  return false;
}

/** What stands around a question must be asked and not settled as a whole by a refusal or an alternative. */
function isAroundAsked(frame: Frame, slot: QuestionSlot): boolean {
  if (slot.composite !== null) return isOpen(frame, slot.composite);
  const { roster } = slot.layout;
  if (roster !== null) return frame.parent !== null && isOpen(frame.parent, roster);
  return frame.relevant[slot.sectionIndex] === true;
}

/** Asked, and not answered once for all that is in it. */
function isOpen(frame: Frame, { index }: QuestionSlot): boolean {
  const state = frame.states[index];
  return frame.relevant[index] === true && (state === "unanswered" || state === "answered");
}

/** A composite has only the states that settle it whole; a roster is answered by having rows. */
function questionState(frame: Frame, slot: QuestionSlot, answer: Answer): QuestionState {
  const state = stateOf(answer);
  if (slot.definition.type === "composite") return state === "answered" ? "unanswered" : state;
  if (slot.definition.type !== "roster" || (state !== "answered" && state !== "unanswered")) return state;
  return (frame.rows[slot.index]?.length ?? 0) > 0 ? "answered" : "unanswered";
}

/** A roster is known when it has rows, and empty when an alternative ("none") was chosen or when it needs no rows. */
function questionValue(frame: Frame, slot: QuestionSlot, answer: Answer, state: QuestionState): SlotValue {
  if (slot.definition.type !== "roster") return valueOf(slot.definition.type, answer);
  const isEmpty = state === "alternative" || (state === "unanswered" && slot.definition.minRows === 0);
  if (isEmpty) return [];
  return state === "answered" ? [...(frame.rows[slot.index] ?? [])] : null;
}

/** What can be chosen now. The answer is left alone: the check says if it is no longer among them. */
function computeOffer(context: ComputeContext, question: PlannedQuestion, frame: Frame): boolean {
  const { index } = question.slot;
  const offer = makeOffer(context, question, frame);
  const before = frame.offers[index];
  if (before && isSameOffer(before, offer)) return false;
  context.touch(frame, question.slot);
  frame.offers[index] = offer;
  return true;
}

function isSameOffer(a: Offer, b: Offer): boolean {
  return isSameRow(a.options, b.options) && isSameRow(a.alternatives, b.alternatives) && isSameRow(a.lines, b.lines);
}

/** "Marked in" filters by the marks of the other question, conditions by their truth; both may apply. */
function makeOffer({ locals }: ComputeContext, question: PlannedQuestion, frame: Frame): Offer {
  const { fullOffer, optionConditions, alternativeConditions, chosenIn } = question;
  const marked = chosenIn === null ? null : frameUp(frame, chosenIn.levels).values[chosenIn.slot.index];
  const isMarked = (code: string): boolean => chosenIn === null || (Array.isArray(marked) && marked.includes(code));
  const holds = (conditions: typeof optionConditions, code: string): boolean =>
    (conditions.get(code)?.(frame, locals) ?? !conditions.has(code)) === true;
  const options = fullOffer.options.filter((code) => isMarked(code) && holds(optionConditions, code));
  return {
    options,
    exclusive: fullOffer.exclusive,
    alternatives: fullOffer.alternatives.filter((code) => holds(alternativeConditions, code)),
    lines: offeredLines(question, frame, locals),
  };
}

function offeredLines(question: PlannedQuestion, frame: Frame, locals: Locals): readonly number[] {
  const { list, listIsRows, where } = question;
  const items = list?.(frame, locals);
  if (!Array.isArray(items)) return [];
  const lines: number[] = [];
  for (const item of items) {
    // The first local is the item of the condition: nothing stands around it.
    if (listIsRows) locals.rows[0] = item;
    else locals.records[0] = item;
    const line: unknown = listIsRows ? item.row : item.line;
    if (typeof line === "number" && (where === null || where(frame, locals) === true)) lines.push(line);
  }
  return lines;
}

/** A value is checked only while its question is asked: what was set aside troubles nobody. */
function computeCheck(context: ComputeContext, question: PlannedQuestion, frame: Frame): boolean {
  const { slot, fullOffer } = question;
  const { index } = slot;
  const problem = frame.relevant[index] === true ? findProblem(context, question, frame, fullOffer) : null;
  const before = frame.problems[index] ?? null;
  if (problem === before || (problem !== null && before !== null && isSameProblem(problem, before))) return false;
  context.touch(frame, slot);
  frame.problems[index] = problem;
  return false;
}

function findProblem(
  { plan }: ComputeContext,
  { slot }: PlannedQuestion,
  frame: Frame,
  fullOffer: Offer,
): ValueProblem | null {
  const { definition, index } = slot;
  const answer = frame.answers[index];
  if (answer === undefined) return null;
  const offer = frame.offers[index] ?? fullOffer;
  const problem = checkValue(definition, answer, { offer, hasCode: plan.hasCode });
  if (problem !== null || definition.type !== "roster" || frame.states[index] !== "answered") return problem;
  return checkRows(definition, frame.rows[index]?.length ?? 0);
}

/** Problems are flat and small; written out they are the same or not. */
function isSameProblem(a: ValueProblem, b: ValueProblem): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Definite truth, and somebody there to see it. */
function computeEdit(context: ComputeContext, edit: PlannedEdit, frame: Frame): boolean {
  const isAwake = edit.at.some(({ slot, levels }) => frameUp(frame, levels).relevant[slot.index] === true);
  const isFiring = isAwake && edit.when(frame, context.locals) === true;
  const wasFiring = frame.firing[edit.index] === true;
  // A message with placeholders may read otherwise although the edit goes on firing; so may the set of paths.
  if (isFiring || wasFiring) {
    for (const { slot, levels } of edit.at) context.touch(frameUp(frame, levels), slot);
  }
  frame.firing[edit.index] = isFiring;
  return false;
}
