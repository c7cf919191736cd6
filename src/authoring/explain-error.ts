// An error of a definition as place and sentence, in the statistician's language.
import { explainDefinitionError, type DefinitionError, type Language } from "#questionnaire";
import { placeIn } from "./error-phrases.ts";
import { errorSentenceKk } from "./error-sentence-kk.ts";
import { errorSentenceRu } from "./error-sentence-ru.ts";

export interface ExplainedError {
  /** The file's id, or `#1` when it has none. */
  readonly file: string;
  readonly place: string;
  readonly sentence: string;
  /** The expression the error is in and the offset in it, from 0. */
  readonly expression: { readonly text: string; readonly at: number } | null;
}

export function explainError(error: DefinitionError, language: Language): ExplainedError {
  const { file } = error;
  const expression = "expression" in error ? { text: error.expression, at: error.at } : null;
  if (language === "en") return { file, place: error.place, sentence: englishSentence(error), expression };
  const sentence = language === "kk" ? errorSentenceKk(error) : errorSentenceRu(error);
  return { file, place: placeIn(language, error.place), sentence, expression };
}

/** The engine's own sentence begins with the place and ends with the expression. */
function englishSentence(error: DefinitionError): string {
  const sentence = explainDefinitionError(error).slice(`${error.file}, ${error.place}: `.length);
  const [plain = sentence] = "expression" in error ? sentence.split(" In `") : [sentence];
  return plain;
}

const inWords = {
  kk: (at: number) => `${at}-таңба`,
  ru: (at: number) => `знак ${at}`,
  en: (at: number) => `character ${at}`,
} as const;

/** Lines to print: place, sentence, and the expression with a mark under the wrong place. */
export function errorLines(
  { file, place, sentence, expression }: ExplainedError,
  language: Language,
): readonly string[] {
  const lines = [`${file}, ${place}`, `  ${sentence}`];
  if (expression === null) return lines;
  // A window around the place: an expression can be two thousand characters long.
  const from = Math.max(0, expression.at - 50);
  const shown = expression.text.slice(from, expression.at + 50).replaceAll(/\s/g, " ");
  const start = from === 0 ? "" : "…";
  const under = " ".repeat(start.length + expression.at - from);
  return [...lines, `    ${start}${shown}`, `    ${under}^ ${inWords[language](expression.at + 1)}`];
}
