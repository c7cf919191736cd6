// A compiled questionnaire: immutable, made by compileQuestionnaire, shared by any number of interviews.
import type { DefinitionFile, Edit, LocalText, Question } from "./definition.ts";
import type { FillWords } from "./fill-words.ts";
import type { Plan } from "./plan.ts";

/** One question or field in the order of asking. `id` is its path without row numbers (`P21.language`). */
export interface QuestionEntry {
  readonly id: string;
  readonly form: string;
  readonly section: string;
  readonly definition: Question;
  /** Id of the composite or roster it is a field of. */
  readonly parent: string | null;
}

export interface SectionEntry {
  readonly id: string;
  readonly form: string;
  readonly title: LocalText;
  /** Top-level questions in order. */
  readonly questionIds: readonly string[];
}

export interface FormEntry {
  /** The definition file's id. */
  readonly id: string;
  readonly version: number;
  /** `F3` */
  readonly form: string;
  readonly title: LocalText;
  readonly approval: "reconstruction" | "draft" | "approved";
}

/** A context value that says who gave the answer of a question, or what it rests on (QL96). */
export interface AnswerFact {
  readonly name: string;
  readonly question: string;
  readonly fact: "source" | "basis";
}

export interface Questionnaire {
  /** For the engine only: how an interview is computed. */
  readonly plan: Plan;
  /** The files' ids joined by `+`. */
  readonly id: string;
  /** The highest version among the files. */
  readonly version: number;
  readonly unit: string;
  /** What it was compiled from. */
  readonly files: readonly DefinitionFile[];
  readonly forms: readonly FormEntry[];
  readonly sections: readonly SectionEntry[];
  /** Questions and fields by id without row numbers, in the order of asking. */
  readonly questionsById: ReadonlyMap<string, QuestionEntry>;
  readonly edits: readonly Edit[];
  /** Names an interview is told from outside. */
  readonly contextNames: ReadonlySet<string>;
  readonly calculationIds: ReadonlySet<string>;
  /** What stands for each fill where there is no interview: for `textWithFills` in help, codebook and print (QL114). */
  readonly unknownFills: Readonly<Record<string, FillWords>>;
  /** What whoever runs the interview tells of single answers. */
  readonly answerFacts: readonly AnswerFact[];
  /** Ids of the questions in each role, in the order of the files. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
}
