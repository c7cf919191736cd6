// `instrument schema [--out FILE]`: the JSON Schema of a definition file, where the documentation keeps it.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { definitionSchemaText } from "#authoring";
import { print, type Command } from "./command.ts";
import { readingWords } from "./instrument-authoring-words.ts";
import { authoringLanguage } from "./instrument-files.ts";

export const runInstrumentSchema: Command = async (_settings, { lang, out = "docs/questionnaire.schema.json" }) => {
  const file = resolve(out);
  writeFileSync(file, definitionSchemaText());
  print(readingWords[authoringLanguage(lang, process.env["LANG"])].written(file));
  return 0;
};
