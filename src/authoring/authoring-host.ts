// What a tool needs beyond what the engine asks of its host: the codes of a list, to try them and to print their names.
import type { LocalText, QuestionnaireHost } from "#questionnaire";

/** One entry of a code list with its name in the three languages. */
export interface ListedCode {
  readonly code: string;
  readonly text: LocalText;
}

export interface AuthoringHost extends QuestionnaireHost {
  /** The entries of a list in its own order; empty for a name that is no list. */
  codesOf(list: string): readonly ListedCode[];
}
