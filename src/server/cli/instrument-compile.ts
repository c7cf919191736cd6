// Files to a questionnaire, for the commands that need a right one; what is wrong is said as `check` says it.
import { errorLines, explainError } from "#authoring";
import { compileQuestionnaire, countErrors, type Language, type Questionnaire } from "#questionnaire";
import { Refusal } from "./command.ts";
import { readingWords } from "./instrument-authoring-words.ts";
import { readDefinitions } from "./instrument-files.ts";
import { censusAuthoringHost } from "./instrument-host.ts";

export function compileDefinitions(names: readonly string[], language: Language): Questionnaire {
  const compiled = compileQuestionnaire(readDefinitions(names, language), censusAuthoringHost);
  if (compiled.ok) return compiled.value;
  for (const error of compiled.error) {
    for (const line of errorLines(explainError(error, language), language)) process.stderr.write(`${line}\n`);
  }
  throw new Refusal("definition-wrong", readingWords[language].wrong(countErrors(compiled.error)));
}
