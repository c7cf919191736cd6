// What the whole definition says beside one condition: when each question is asked, what each calculation is, when each
// option is offered. A condition that needs the answer of a question needs the question to be asked.
import type { CheckedQuestion, CheckedSection } from "./checked-definition.ts";
import type { CalculationSlot, QuestionSlot } from "./layout.ts";
import type { CheckedExpression, Typed } from "./typed-tree.ts";

export interface ConditionFacts {
  /** What a calculation is; null if it is wrong. */
  readonly calculation: (slot: CalculationSlot) => Typed | null;
  /** The question's own condition, in its own frame. */
  readonly relevant: (slot: QuestionSlot) => Typed | null;
  /** The condition of its section, in the interview's frame. */
  readonly section: (slot: QuestionSlot) => Typed | null;
  /** When an option is offered. */
  readonly option: (slot: QuestionSlot, code: string) => Typed | null;
  /**
   * Whether what the definition says of this question may be used: not for one that was found never asked, whose error
   * would come back at every question after it.
   */
  readonly speaksOf: (slot: QuestionSlot) => boolean;
}

/** The facts of a checked definition; `dead` grows while the search finds questions that are never asked. */
export function conditionFacts(
  sections: readonly CheckedSection[],
  questions: readonly CheckedQuestion[],
  calculations: ReadonlyMap<CalculationSlot, CheckedExpression | null>,
  dead: ReadonlySet<QuestionSlot>,
): ConditionFacts {
  const bySlot = new Map(questions.map((question) => [question.slot, question]));
  const sectionById = new Map(sections.map(({ slot, relevant }) => [slot.id, relevant?.typed ?? null]));
  return {
    calculation: (slot) => calculations.get(slot)?.typed ?? null,
    relevant: (slot) => bySlot.get(slot)?.relevant?.typed ?? null,
    section: (slot) => sectionById.get(slot.section) ?? null,
    option: (slot, code) => bySlot.get(slot)?.optionConditions.get(code)?.typed ?? null,
    speaksOf: (slot) => !dead.has(slot),
  };
}

/** The same facts without what they say of some questions; `consulted` collects those that were used. */
export function factsWithout(
  facts: ConditionFacts,
  ignored: ReadonlySet<QuestionSlot>,
  consulted: Set<QuestionSlot>,
): ConditionFacts {
  return {
    ...facts,
    speaksOf: (slot) => {
      if (ignored.has(slot) || !facts.speaksOf(slot)) return false;
      consulted.add(slot);
      return true;
    },
  };
}
