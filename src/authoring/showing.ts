// What the preview's page is made from.
import type { AskedPerson, Interview, Language, Questionnaire } from "#questionnaire";
import type { AuthoringHost } from "./authoring-host.ts";
import type { Target } from "./find-examples.ts";
import type { PreviewWords } from "./preview-words.ts";
import type { PrintWords } from "./print-words.ts";

/** What the page shows. */
export interface Showing {
  readonly questionnaire: Questionnaire;
  readonly host: AuthoringHost;
  readonly interview: Interview;
  readonly language: Language;
  /** Who answers: the wording follows. */
  readonly person: AskedPerson;
  readonly words: PreviewWords;
  readonly print: PrintWords;
  readonly targets: readonly Target[];
  /** Values from outside as they were given, JSON by name. */
  readonly context: ReadonlyMap<string, string>;
  /** What the last step says, as "no example was found". */
  readonly message: string | null;
}
