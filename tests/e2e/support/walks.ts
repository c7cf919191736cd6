// The walks over the screens: one in each language of the interface, each in a theme of its own, so that together they
// are all languages and all themes.
import { readFileSync } from "node:fs";
import { english, kazakh, russian, type OfficerWords } from "./officer-words.ts";
import type { Theme, Way } from "./screen-judge.ts";

export type InterfaceLanguage = "kk" | "ru" | "en";

export interface Walk {
  readonly language: InterfaceLanguage;
  readonly name: string;
  readonly words: OfficerWords;
  readonly theme: Theme;
  readonly pictured: readonly Way[];
}

export const walks: readonly Walk[] = [
  { language: "kk", name: "Қазақша", words: kazakh, theme: "day", pictured: ["across", "upright"] },
  { language: "ru", name: "Русский", words: russian, theme: "night", pictured: ["across"] },
  { language: "en", name: "English", words: english, theme: "sun", pictured: [] },
];

/** A text of the interface by its name: the walk is the same in each language. */
export function createWord(language: InterfaceLanguage): (name: string) => string {
  const texts = ["messages", "messages-interview"].map(
    (folder) =>
      JSON.parse(
        readFileSync(new URL(`../../../src/app/i18n/${folder}/${language}.json`, import.meta.url), "utf8"),
      ) as Record<string, string>,
  );
  return (name) => {
    const text = texts.find((catalogue) => name in catalogue)?.[name];
    if (text === undefined) throw new Error(`no text is called ${name}`);
    return text;
  };
}
