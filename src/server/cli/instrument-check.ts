// `instrument check FILE… [--lang kk|ru|en] [--json]`: what is wrong with the files, or an example for each question and
// each edit. Exit code 1 on errors, 3 if an example is missing for one.
import { checkData, checkFiles, checkReport } from "#authoring";
import { print, type Command } from "./command.ts";
import { authoringLanguage, readDefinitions } from "./instrument-files.ts";
import { censusAuthoringHost } from "./instrument-host.ts";

export const runInstrumentCheck: Command = async (_settings, { words: names, lang, json: isJson = false }) => {
  const language = authoringLanguage(lang, process.env["LANG"]);
  const check = checkFiles(readDefinitions(names, language), censusAuthoringHost, language);
  if (isJson) print(JSON.stringify(checkData(check), null, 2));
  else print(checkReport(check, language).join("\n"));
  if (check.state === "wrong") return 1;
  return check.reached.every(({ example }) => example !== null) ? 0 : 3;
};
