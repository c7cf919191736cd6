// Pieces that stand at questions, options, sections and edits alike.
import type { Language, LocalText } from "#questionnaire";
import { conditionInWords, type Wording } from "./condition-in-words.ts";
import { parsedAlways } from "./condition-model.ts";
import { html, type Html } from "./html.ts";

/** "Asked if …" in words where that is possible, else the expression as it is written. */
export function printCondition(wording: Wording, lead: string, expression: string | undefined): Html | null {
  if (expression === undefined) return null;
  return html`<p class="routing">${lead}: ${conditionText(wording, expression)}</p>`;
}

export function conditionText(wording: Wording, expression: string): Html {
  const said = conditionInWords(parsedAlways(expression), wording);
  return said === null ? html`<code>${expression}</code>` : html`${said}`;
}

/** One note under a question: its lead in words, then the text. */
export function printNote(text: LocalText | undefined, language: Language, lead: string | null): Html | null {
  if (text === undefined) return null;
  return html`<p class="note">${lead === null ? null : html`<em>${lead}:</em> `}${text[language]}</p>`;
}
