// What printing needs to know at every question.
import type { Questionnaire } from "#questionnaire";
import type { AuthoringHost } from "./authoring-host.ts";
import type { Wording } from "./condition-in-words.ts";
import type { PrintWords } from "./print-words.ts";

/** The form being printed stands beside the others it was compiled with. */
export interface Printing extends Wording {
  readonly host: AuthoringHost;
  readonly words: PrintWords;
  readonly file: Questionnaire["files"][number];
}
