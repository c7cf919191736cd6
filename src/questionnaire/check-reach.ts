// What can be said only of the whole definition: questions that are never asked, options that are never offered, edits
// that never fire (QL45).
import type { CheckedEdit, CheckedQuestion, CheckedSection } from "./checked-definition.ts";
import type { CheckRun } from "./check-run.ts";
import { conditionFacts, factsWithout, type ConditionFacts } from "./condition-facts.ts";
import { canComeAbout } from "./contradiction.ts";
import { holds, type Fork, type Goal } from "./contradiction-way.ts";
import { placeOf as placeInFile } from "./definition-place.ts";
import { placeAbove, scopeIn } from "./frame-place.ts";
import type { QuestionSlot } from "./layout.ts";

/** Reports all three. What is inside a question that is never asked, or comes after it, is not reported for that again. */
export function checkReach(
  run: CheckRun,
  sections: readonly CheckedSection[],
  questions: readonly CheckedQuestion[],
  edits: readonly CheckedEdit[],
): void {
  const dead = new Set<QuestionSlot>();
  const facts = conditionFacts(sections, questions, run.calculations, dead);
  for (const question of questions) checkQuestionReach(run, question, facts, dead);
  for (const edit of edits) checkEditReach(run, edit, facts, dead);
}

function checkQuestionReach(
  run: CheckRun,
  { slot, optionConditions, alternativeConditions }: CheckedQuestion,
  facts: ConditionFacts,
  dead: Set<QuestionSlot>,
): void {
  const around = slot.composite ?? slot.layout.roster;
  if (around !== null && dead.has(around)) {
    dead.add(slot);
    return;
  }
  const scope = scopeIn(slot.layout);
  const isAsked: Goal = { kind: "asked", slot, place: scope.own };
  const { file, place } = slot;
  const cause = causeOf([isAsked], [], facts, slot);
  if (cause !== null) {
    dead.add(slot);
    run.errors.push({ type: "never-asked", file, place, question: slot.id, because: cause });
    return;
  }
  const conditions = [
    ...[...optionConditions].map(([code, condition]) => ({ word: "option", code, condition })),
    ...[...alternativeConditions].map(([code, condition]) => ({ word: "alternative", code, condition })),
  ];
  for (const { word, code, condition } of conditions) {
    const because = causeOf([isAsked, holds(condition.typed, true, scope)], [], facts, slot);
    if (because === null) continue;
    run.errors.push({ type: "never-offered", file, place: placeInFile(place, `${word} ${code}`), code, because });
  }
}

/** An edit needs one question asked at which it is shown. */
function checkEditReach(run: CheckRun, checked: CheckedEdit, facts: ConditionFacts, dead: Set<QuestionSlot>): void {
  const { edit, file, layout, when, at } = checked;
  const shownAt = at.filter((slot) => !dead.has(slot));
  if (at.length > 0 && shownAt.length === 0) return;
  const scope = scopeIn(layout);
  const shown: Fork = shownAt.map((slot) => [
    { kind: "asked", slot, place: placeAbove(scope.own, layout.depth - slot.layout.depth) },
  ]);
  const because = causeOf([holds(when.typed, true, scope)], shown.length === 0 ? [] : [shown], facts, null);
  if (because === null) return;
  run.errors.push({ type: "never-fires", file, place: `edit ${edit.id}`, edit: edit.id, because });
}

/**
 * The questions whose conditions or bounds stand in the way, none if the goals contradict one another; null if they can
 * come about. The fewest are looked for by leaving them out one by one.
 */
function causeOf(
  goals: readonly Goal[],
  forks: readonly Fork[],
  facts: ConditionFacts,
  own: QuestionSlot | null,
): readonly string[] | null {
  const consulted = new Set<QuestionSlot>();
  if (canComeAbout(goals, forks, factsWithout(facts, new Set(), consulted))) return null;
  const needless = new Set<QuestionSlot>();
  for (const slot of consulted) {
    if (slot === own) continue;
    needless.add(slot);
    if (canComeAbout(goals, forks, factsWithout(facts, needless, new Set()))) needless.delete(slot);
  }
  const inTheWay = [...consulted].filter((slot) => slot !== own && !needless.has(slot));
  return inTheWay.toSorted((a, b) => a.order - b.order).map(({ id }) => id);
}
