// The question in two languages, for a conversation in both (ux 3.8): under the words that are asked stand the same words
// in the second language, smaller. Each is in its own language for a screen reader, and a control is named by the first.
import { createContext, use } from "react";
import type { Language } from "#questionnaire";
import { useQuestionSetting } from "./question-props.ts";
import styles from "./second-language.module.css";

/** The second language where a question is shown in two; null elsewhere. */
export const SecondLanguageContext = createContext<Language | null>(null);

/** Whether words stand here in two languages: asked once by a list of many, of which each would ask. */
export function useIsInTwo(): boolean {
  return use(SecondLanguageContext) !== null;
}

/** For a control with both languages on it: its name is the element with the first alone, because a name is read in one voice. */
export function namedByFirst(isInTwo: boolean, id: string): { readonly "aria-labelledby"?: string } {
  return isInTwo ? { "aria-labelledby": id } : {};
}

/** The language beside the asked one: what the officer has chosen, and where that is asked already, the other of Kazakh and Russian. */
export function secondBeside(chosen: Language | "none", asked: Language): Language | null {
  if (chosen === "none") return null;
  if (chosen !== asked) return chosen;
  return asked === "kk" ? "ru" : "kk";
}

/** The words once more, in the second language; nothing where one is shown, or both say the same. */
export function SecondWords({ words }: { readonly words: (language: Language) => string }) {
  const second = use(SecondLanguageContext);
  const { language } = useQuestionSetting();
  if (second === null) return null;
  const text = words(second);
  return text === words(language) ? null : (
    <span className={styles.second} lang={second}>
      {text}
    </span>
  );
}
