// What a screen and a server see of an interview. Plain values, made anew when something they show has changed.
import type { Answer, AnswerPath, AnswersByPath } from "./answer.ts";
import type { EditLevel, LocalText, Question, SpecialAnswer } from "./definition.ts";
import type { ExpressionValue } from "./expression-value.ts";
import type { FillWords } from "./fill-words.ts";
import type { ValueProblem } from "./value-problem.ts";

/** An option as it stands in this interview: options whose `when` does not hold are left out. */
export interface OptionView {
  readonly code: string;
  readonly text: LocalText;
  /** The wording when somebody else answers; null where `text` serves for both. Read by `optionText`. */
  readonly thirdPerson: LocalText | null;
  readonly hint: LocalText | null;
  readonly exclusive: boolean;
  readonly chosen: boolean;
}

/** A special answer the question allows, with its wording. */
export interface SpecialView {
  readonly state: SpecialAnswer;
  readonly text: LocalText;
  readonly chosen: boolean;
}

/** One row of a roster; `row` is its number for good. The same object while nothing in the row changes. */
export interface RowView {
  readonly row: number;
  /** `P21[2]` */
  readonly path: AnswerPath;
  /** Made when first read: a household has thousands. Read them before the next step. */
  readonly fields: readonly QuestionView[];
  /** Required answers still missing in the row. */
  readonly unansweredCount: number;
  /** One of the fields, by its id in the row; the others are not made for it. */
  readonly field: (id: string) => QuestionView;
}

export interface QuestionView {
  readonly path: AnswerPath;
  readonly definition: Question;
  readonly form: string;
  readonly section: string;
  readonly relevant: boolean;
  readonly required: boolean;
  /** What is kept, also while the question is not asked; where nobody has given anything, what the definition proposes. */
  readonly answer: Answer;
  /** For `single` and `multi`. */
  readonly options: readonly OptionView[];
  /** For `person-ref`: the lines that can be meant. */
  readonly lines: readonly number[];
  /** Answers outside the value space, such as "none"; given as `{ state: "alternative", code }`. */
  readonly alternatives: readonly OptionView[];
  readonly specials: readonly SpecialView[];
  /** Findings shown at this path. */
  readonly findings: readonly Finding[];
  /** For `composite`. */
  readonly fields: readonly QuestionView[];
  /** For `roster`. */
  readonly rows: readonly RowView[];
  /** Words of the placeholders in this question's texts, by name; read by `questionText`. */
  readonly fills: Readonly<Record<string, FillWords>>;
}

/** A section in the order of asking; counts include the fields and rows of its questions. */
export interface SectionView {
  readonly id: string;
  readonly form: string;
  readonly title: LocalText;
  readonly relevant: boolean;
  /** Top-level questions that are asked, in order. */
  readonly paths: readonly AnswerPath[];
  /** Something of it is answered, if only with a special answer. */
  readonly isBegun: boolean;
  /** Required answers still missing. */
  readonly unansweredCount: number;
  /** Findings shown here, confirmed ones left out. */
  readonly findingCount: number;
  /** Those of them that are hard. */
  readonly hardCount: number;
}

/** An edit that fires, or a value that its question cannot take (`edit` is then `value/<path of the definition>`). */
export interface Finding {
  readonly edit: string;
  readonly level: EditLevel;
  /** The asked questions it is shown at; the first is the one a confirmation names. */
  readonly paths: readonly AnswerPath[];
  /** Soft: looked at. Critical: permission asked for, with a reason. */
  readonly confirmed: boolean;
  /** The edit's message with its placeholders filled; null for a value finding and for a silent centre edit. */
  readonly text: LocalText | null;
  /** What is wrong with the value; null for an edit. The sentence is the screen's. */
  readonly problem: ValueProblem | null;
}

/** "Yes, it is right": a soft finding somebody looked at, or why a critical one shall be permitted. Time and person are kept by the caller. */
export interface Confirmation {
  readonly edit: string;
  readonly path: AnswerPath;
  readonly reason: string | null;
}

/** What one step did. A path is in one of the three lists only. */
export interface InterviewChange {
  /** Asked before and after, and its view is another one now. */
  readonly changed: readonly AnswerPath[];
  /** Asked from now on. */
  readonly appeared: readonly AnswerPath[];
  /** No longer asked; the answer is set aside, not lost. */
  readonly vanished: readonly AnswerPath[];
}

/** One interview in memory. All methods are synchronous; nothing in it is saved by itself. */
export interface Interview {
  /**
   * Keeps an answer, right or wrong, and recomputes what depends on it. Throws on a path the questionnaire does not know, and on what is no answer.
   * Marks of a multi are put in order and exclusive ones set apart (QL48): what is to be saved is `question(path).answer`.
   */
  give(path: AnswerPath, answer: Answer): InterviewChange;
  /** Replaces one context value. Throws on a name the questionnaire does not know. */
  setContext(name: string, value: ExpressionValue): InterviewChange;
  /** Confirms a soft finding, or asks for permission of a critical one (then with a reason); kept even if the edit does not fire now. */
  confirm(edit: string, path: AnswerPath, reason: string | null): void;
  question(path: AnswerPath): QuestionView;
  sections(): readonly SectionView[];
  /** Edits that fire and values that do not fit, in the order of the questionnaire. */
  findings(): readonly Finding[];
  /** Required, asked and not answered, in order. A proposed value counts as not answered. */
  remaining(): readonly AnswerPath[];
  /** Everything kept, set-aside answers too: opening an interview with it gives the same interview. */
  answers(): AnswersByPath;
  /** Answers of asked questions only, without unconfirmed proposals. */
  exported(): AnswersByPath;
  confirmations(): readonly Confirmation[];
  /** A calculation: `age`, or `R[2].age` for a roster's. */
  value(calculation: string): ExpressionValue;
  /**
   * Opens the next row of a roster; its number was never used before. A refusal, "don't know" or an alternative of the whole
   * roster is taken off: what is to be saved then is `question(path).answer`.
   */
  addRow(path: AnswerPath): { readonly row: number; readonly change: InterviewChange };
  /** Takes a row and its answers out for good. */
  removeRow(path: AnswerPath, row: number): InterviewChange;
  /** Rows that were taken out (`P21[2]`). */
  removedRows(): readonly AnswerPath[];
  /** Opening answers at paths that this questionnaire does not know, or that are no answers: kept, never asked, never exported. */
  unknownPaths(): readonly string[];
}

/** What an interview is opened with. */
export interface InterviewStart {
  readonly context: Readonly<Record<string, ExpressionValue | undefined>>;
  /** By path, or one after another: of a long record no second object need be made. */
  readonly answers: AnswersByPath | Iterable<readonly [AnswerPath, Answer]>;
  readonly confirmations?: readonly Confirmation[];
  /** Rows taken out earlier, so that their numbers are not given again. */
  readonly removedRows?: readonly AnswerPath[];
}
