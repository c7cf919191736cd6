// `instrument print FILE… --lang kk --out FILE.html`: the forms as one page to read, sign and print.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { printForms } from "#authoring";
import { print, Refusal, type Command } from "./command.ts";
import { readingWords } from "./instrument-authoring-words.ts";
import { compileDefinitions } from "./instrument-compile.ts";
import { authoringLanguage } from "./instrument-files.ts";
import { censusAuthoringHost } from "./instrument-host.ts";

export const runInstrumentPrint: Command = async (_settings, { words: names, lang, out }) => {
  const language = authoringLanguage(lang, process.env["LANG"]);
  if (out === undefined) throw new Refusal("no-out", readingWords[language].outNeeded);
  const questionnaire = compileDefinitions(names, language);
  const file = resolve(out);
  writeFileSync(file, printForms(questionnaire, censusAuthoringHost, language));
  print(readingWords[language].written(file));
  return 0;
};
