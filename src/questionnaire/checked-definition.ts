// What the checks leave behind: every slot with its expressions understood. The plan of an interview is made of it.
import type { ProposalSource } from "./answer.ts";
import type { Edit } from "./definition.ts";
import type { WriteFill } from "./fill-words.ts";
import type { CalculationSlot, Layout, QuestionSlot, SectionSlot } from "./layout.ts";
import type { CheckedExpression } from "./typed-tree.ts";

export interface CheckedSection {
  readonly slot: SectionSlot;
  readonly relevant: CheckedExpression | null;
}

interface CheckedCalculation {
  readonly slot: CalculationSlot;
  readonly expression: CheckedExpression;
}

/** A value shown in a text, by the name between the braces, and how it is put in words. */
export interface CheckedFill {
  readonly name: string;
  readonly expression: CheckedExpression;
  readonly write: WriteFill;
}

/** What is proposed while nobody has answered: the pre-fill if it is known, else the default. */
export interface CheckedProposal {
  readonly prefill: { readonly expression: CheckedExpression; readonly source: ProposalSource } | null;
  readonly default: CheckedExpression | null;
}

export interface CheckedQuestion {
  readonly slot: QuestionSlot;
  readonly relevant: CheckedExpression | null;
  readonly required: boolean | CheckedExpression;
  /** Conditions of options and alternatives, by code. */
  readonly optionConditions: ReadonlyMap<string, CheckedExpression>;
  readonly alternativeConditions: ReadonlyMap<string, CheckedExpression>;
  /** The multi question whose marked codes are the options. */
  readonly chosenIn: QuestionSlot | null;
  /** A person-ref's list, and which of its records can be meant. */
  readonly list: CheckedExpression | null;
  readonly where: CheckedExpression | null;
  readonly proposal: CheckedProposal | null;
  readonly fills: readonly CheckedFill[];
}

export interface CheckedEdit {
  readonly edit: Edit;
  /** The file's id, for errors. */
  readonly file: string;
  readonly layout: Layout;
  readonly when: CheckedExpression;
  readonly at: readonly QuestionSlot[];
  readonly fills: readonly CheckedFill[];
}

export interface CheckedDefinition {
  readonly root: Layout;
  readonly sections: readonly CheckedSection[];
  readonly calculations: readonly CheckedCalculation[];
  readonly questions: readonly CheckedQuestion[];
  readonly edits: readonly CheckedEdit[];
}
