// Pieces that stand at questions, options, sections and edits alike.
import { textWithFills, type AskedPerson, type LocalText } from "#questionnaire";
import { conditionInWords, type Wording } from "./condition-in-words.ts";
import { parsedAlways } from "./condition-model.ts";
import { html, type Html } from "./html.ts";
import type { Printing } from "./printing.ts";

/** On paper nothing is answered yet: a placeholder stands in the words it then has; the annex has all of them. */
export function printText(
  { questionnaire, language }: Printing,
  text: LocalText,
  person: AskedPerson = "second",
): string {
  return textWithFills(text, language, questionnaire.unknownFills, person);
}

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
export function printNote(printing: Printing, text: LocalText | undefined, lead: string | null): Html | null {
  if (text === undefined) return null;
  return html`<p class="note">${lead === null ? null : html`<em>${lead}:</em> `}${printText(printing, text)}</p>`;
}

/** The wording for somebody who answers about the person. */
export function printThirdPerson(printing: Printing, text: LocalText | undefined): Html | null {
  if (text === undefined) return null;
  return html`<p class="note"><em>${printing.words.thirdPerson}:</em> ${printText(printing, text, "third")}</p>`;
}
