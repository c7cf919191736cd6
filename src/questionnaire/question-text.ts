// The words of a question as somebody reads or hears them: the right person, the right language, placeholders filled.
import { inEach, plainFill, type FillWords } from "./fill-words.ts";
import type { OptionView, QuestionView } from "./interview-view.ts";
import type { Language, LocalText } from "./local-text.ts";

/** `{name}` in a text; the braces hold a fill, a calculation or a context name. */
export const placeholderPattern = /\{([a-z][A-Za-z0-9]*)\}/g;

/** Who is asked: the person, or somebody else about the person. */
export type AskedPerson = "second" | "third";

/** The question's wording, to the person (`second`) or about the person (`third`). */
export function questionText(view: QuestionView, language: Language, person: AskedPerson): string {
  const { text, thirdPerson } = view.definition;
  return textWithFills(person === "third" ? (thirdPerson ?? text) : text, language, view.fills, person);
}

/** The wording of an option or alternative of the question. Implements QL117. */
export function optionText(
  { text, thirdPerson }: Pick<OptionView, "text" | "thirdPerson">,
  { fills }: Pick<QuestionView, "fills">,
  language: Language,
  person: AskedPerson,
): string {
  return textWithFills(person === "third" ? (thirdPerson ?? text) : text, language, fills, person);
}

/** Any text of a definition with its placeholders filled; a name that `fills` has not stands as `…`. */
export function textWithFills(
  text: LocalText,
  language: Language,
  fills: Readonly<Record<string, FillWords>>,
  person: AskedPerson = "second",
): string {
  return text[language].replaceAll(placeholderPattern, (_whole, name: string) => {
    const words = (Object.hasOwn(fills, name) ? fills[name] : undefined) ?? plainFill(null);
    return (person === "third" ? words.thirdPerson : words.text)[language];
  });
}

/** The text filled in all three languages, as the person is asked. */
export function localTextWithFills(text: LocalText, fills: Readonly<Record<string, FillWords>>): LocalText {
  return inEach((language) => textWithFills(text, language, fills));
}
