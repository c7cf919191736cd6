// The questionnaire of one person: the person's part of form F1 and form F3, compiled once in a program's life.
import {
  compileQuestionnaire,
  DefinitionFile,
  explainDefinitionError,
  type Option,
  type Questionnaire,
} from "#questionnaire";
import { censusHost } from "./census-host.ts";
import listPart from "./forms/f1.json" with { type: "json" };
import personForm from "./forms/f3.json" with { type: "json" };

let compiled: Questionnaire | null = null;

/** Throws only if the definition files themselves are wrong, which their tests would have said. */
export function personQuestionnaire(): Questionnaire {
  compiled ??= compile();
  return compiled;
}

function compile(): Questionnaire {
  const result = compileQuestionnaire([listPart, personForm], censusHost);
  if (result.ok) return result.value;
  throw new Error(result.error.map(explainDefinitionError).join("\n"));
}

/** A named set of options of a form, as the codebook needs it; empty for a name that is none. */
export function codeSetOf(form: string, name: string): readonly Option[] {
  const file = [listPart, personForm].find((known) => known.form === form);
  return file === undefined ? [] : (DefinitionFile.parse(file).codeSets?.[name] ?? []);
}
