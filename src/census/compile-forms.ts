// Definition files of the census as a questionnaire. They are part of the program: their tests have compiled them before.
import { compileQuestionnaire, explainDefinitionError, type Questionnaire } from "#questionnaire";
import { withCalendarDays } from "./calendar-days.ts";
import { censusHost } from "./census-host.ts";

/** Compiles at the first call and then gives the same. Throws only if the files themselves are wrong. */
export function compiledOnce(files: readonly unknown[]): () => Questionnaire {
  let compiled: Questionnaire | null = null;
  return () => {
    compiled ??= compile(files);
    return compiled;
  };
}

function withDays(file: unknown): unknown {
  return JSON.parse(withCalendarDays(JSON.stringify(file)));
}

function compile(files: readonly unknown[]): Questionnaire {
  const result = compileQuestionnaire(files.map(withDays), censusHost);
  if (result.ok) return result.value;
  throw new Error(result.error.map(explainDefinitionError).join("\n"));
}
