// What a question proposes: a default that may follow from anything, and a pre-fill from what is known before the
// interview, whose source is kept with the answer. Implements QL90–QL92.
import type { ProposalSource } from "./answer.ts";
import type { CheckedProposal } from "./checked-definition.ts";
import { checkValueExpression } from "./check-expression.ts";
import { checkAt, type CheckRun, type Where } from "./check-run.ts";
import { checkValue } from "./check-value.ts";
import { placeOf } from "./definition-place.ts";
import type { QuestionSlot } from "./layout.ts";
import { answerValue } from "./propose.ts";
import type { CheckedExpression } from "./typed-tree.ts";

/** Null where the question proposes nothing, or what it proposes is wrong. */
export function checkProposal(run: CheckRun, slot: QuestionSlot): CheckedProposal | null {
  const { definition } = slot;
  if (definition.type === "composite" || definition.type === "roster") return null;
  const prefill = checkOne(run, slot, "prefill", definition.prefill);
  const source = prefill === null ? null : sourceOf(run, within(slot, "prefill"), prefill);
  const whenNotKnown = checkOne(run, slot, "default", definition.default);
  if (source === null && whenNotKnown === null) return null;
  return {
    prefill: prefill === null || source === null ? null : { expression: prefill, source },
    default: whenNotKnown,
  };
}

function within(slot: QuestionSlot, step: string): Where {
  return { file: slot.file, place: placeOf(slot.place, step) };
}

function checkOne(
  run: CheckRun,
  slot: QuestionSlot,
  step: "default" | "prefill",
  expression: string | undefined,
): CheckedExpression | null {
  if (expression === undefined || slot.type === null) return null;
  const result = checkValueExpression(expression, run.surroundings(slot.layout), slot.type);
  const checked = checkAt(run, within(slot, step), expression, result);
  if (checked !== null && !canBeProposed(run, slot, checked)) {
    run.errors.push({ type: "proposal-unfit", ...within(slot, step), question: slot.id });
  }
  return checked;
}

/** A constant can be held against the question's range, length and list now; anything else when it is known. */
function canBeProposed(run: CheckRun, { definition, options }: QuestionSlot, { typed }: CheckedExpression): boolean {
  const value = typed.node === "constant" ? answerValue(definition.type, typed.value) : null;
  if (value === null) return true;
  const offer = { options: options.map(({ code }) => code), exclusive: [], alternatives: [], lines: [] };
  const around = { offer, hasCode: (list: string, code: string) => run.host.hasCode(list, code) };
  return checkValue(definition, { state: "answered", value }, around) === null;
}

/** The one source of everything a pre-fill reads: an officer is told where the value comes from. */
function sourceOf(run: CheckRun, where: Where, expression: CheckedExpression): ProposalSource | null {
  const sources = new Set<ProposalSource>();
  const seen = new Set<CheckedExpression>();
  const open = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const { slot } of next.reads) {
      if (slot.kind === "question" || slot.kind === "section") {
        run.errors.push({ type: "prefill-reads-answer", ...where, question: slot.id });
        return null;
      }
      if (slot.kind === "calculation") {
        const calculated = run.calculations.get(slot);
        if (calculated) open.push(calculated);
      } else if (slot.entry.type !== "list" && slot.entry.source !== undefined) sources.add(slot.entry.source);
    }
  }
  const [source, second] = sources;
  if (source !== undefined && second === undefined) return source;
  run.errors.push({ type: "prefill-source", ...where, sources: [...sources].toSorted() });
  return null;
}
