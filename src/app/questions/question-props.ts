// What every kind of question is given and gives back. A kind draws its own answer and nothing else: when the interview
// goes on to the next question is not its business, it only says what the officer meant.
import { createContext, use, type ReactNode } from "react";
import type { Answer, AnswerPath, Language, PartialDate, QuestionView } from "#questionnaire";
import type { CodeList } from "#census";
import type { ConfirmFinding } from "./findings.tsx";

/** `stay`: recorded, more may come. `next-if-clear`: one tap that ends a one-choice question. `next`: the officer said "done". */
export type Intent = "stay" | "next-if-clear" | "next";

export interface QuestionProps {
  readonly view: QuestionView;
  /** Id of the element that holds the question's words. */
  readonly labelId: string;
  readonly onAnswer: (path: AnswerPath, answer: Answer, intent: Intent) => void;
  /** "Done" without a new answer. */
  readonly onDone: () => void;
  /** "Yes, it is right" to a soft finding. */
  readonly onConfirm: ConfirmFinding;
  readonly onAddRow: (roster: AnswerPath) => void;
  readonly onRemoveRow: (roster: AnswerPath, row: number) => void;
  /** Draws a field of a composite or of a row: the kinds don't know each other. */
  readonly renderField: (field: QuestionView) => ReactNode;
  /** A field inside a composite or a roster has no "done" of its own. */
  readonly isField: boolean;
  /** The one question that is being asked: only it shows its pad. */
  readonly isActive: boolean;
  /** The field it is opened for, inside a roster. */
  readonly startAt?: AnswerPath;
}

/** What questions need to know of the interview and of the census. */
export interface QuestionSetting {
  readonly language: Language;
  readonly person: "second" | "third";
  /** The language the question being asked is shown in beside it; null where one is enough. */
  readonly second: Language | null;
  readonly codeList: (name: string) => CodeList;
  /** The questions that ask for the respondent's birth: the date is read back with the age. */
  readonly birthPaths: readonly AnswerPath[];
  /** Completed years at the census moment; null where the date does not tell. */
  readonly ageOf: (date: PartialDate) => number | null;
  /** Chooses the language of the questions, for a page that covers the header which has it. */
  readonly languageChoice?: ReactNode;
  /** True where an answer stands that somebody else has given than who answers now. */
  readonly isFromAnotherSource: (path: AnswerPath) => boolean;
  /** How a line of the list is called, by its number. */
  readonly personName: (line: number) => string;
  /** Others may look on (ux 3.11): a name is initials until the officer asks for it. */
  readonly hidesNames: boolean;
}

export const QuestionSettingContext = createContext<QuestionSetting | null>(null);

export function useQuestionSetting(): QuestionSetting {
  const setting = use(QuestionSettingContext);
  if (setting === null) throw new Error("a question stands outside QuestionSettingContext");
  return setting;
}
