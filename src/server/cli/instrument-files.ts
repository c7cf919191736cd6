// Definition files as the authoring commands take them: read, parsed as JSON, or refused with the line that is wrong.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { findJsonBreak } from "#authoring";
import { withCalendarDays } from "#census";
import type { Language } from "#questionnaire";
import { Refusal } from "./command.ts";
import { readingWords } from "./instrument-authoring-words.ts";
import { questionnaireFiles } from "./instrument-together.ts";

/** `--lang`, else the language of the terminal, else Kazakh as everywhere. */
export function authoringLanguage(word: string | undefined, environment: string | undefined): Language {
  const wanted = word ?? environment?.slice(0, 2);
  return wanted === "ru" || wanted === "en" ? wanted : "kk";
}

/**
 * Contents of the questionnaire that the named files belong to, in the order of asking. Refuses no file, a file that
 * cannot be read, one that is no JSON, and what `questionnaireFiles` refuses.
 */
export function readDefinitions(names: readonly string[], language: Language): readonly unknown[] {
  if (names.length === 0) throw new Refusal("no-file", readingWords[language].noFile);
  return questionnaireFiles(names, language).map((name) => readDefinition(name, language));
}

function readDefinition(name: string, language: Language): unknown {
  const words = readingWords[language];
  let text: string;
  try {
    text = withCalendarDays(readFileSync(name, "utf8").replace(/^\uFEFF/, ""));
  } catch {
    throw new Refusal("file-unreadable", `${resolve(name)}: ${words.unreadable}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    const at = findJsonBreak(text);
    throw new Refusal("not-json", `${name}: ${at === null ? words.notJson : words.notJsonAt(at)}`);
  }
}
