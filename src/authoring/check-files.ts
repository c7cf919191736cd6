// The check of a questionnaire before it is signed: everything that is wrong with its files, or an example for each
// question and each edit.
import {
  compileQuestionnaire,
  countErrors,
  missingRoles,
  type DefinitionError,
  type InterviewStart,
  type Language,
  type Questionnaire,
} from "#questionnaire";
import type { AuthoringHost } from "./authoring-host.ts";
import { checkWords, levelWords } from "./check-words.ts";
import { exampleInWords } from "./example-in-words.ts";
import { errorLines, explainError, type ExplainedError } from "./explain-error.ts";
import { findExamples, type Reached, type SearchLimits, type Target } from "./find-examples.ts";

export type Check =
  /** `count` includes errors that are not named one by one. */
  | { readonly state: "wrong"; readonly errors: readonly ExplainedError[]; readonly count: number }
  | { readonly state: "right"; readonly questionnaire: Questionnaire; readonly reached: readonly Reached[] };

/** Files in the order of asking; errors come in the language given. */
export function checkFiles(
  files: readonly unknown[],
  host: AuthoringHost,
  language: Language,
  limits?: SearchLimits,
): Check {
  const wrong = (errors: readonly DefinitionError[]): Check => {
    const explained = errors.map((error) => explainError(error, language));
    return { state: "wrong", errors: explained, count: countErrors(errors) };
  };
  const compiled = compileQuestionnaire(files, host);
  if (!compiled.ok) return wrong(compiled.error);
  const questionnaire = compiled.value;
  const missing = missingRoles(questionnaire, host);
  if (missing.length > 0) return wrong(missing);
  return { state: "right", questionnaire, reached: findExamples(questionnaire, host, limits) };
}

/** What is printed: errors with their places, or the coverage with what was not reached first. */
export function checkReport(check: Check, language: Language): readonly string[] {
  const words = checkWords[language];
  if (check.state === "wrong") {
    return [...check.errors.flatMap((error) => errorLines(error, language)), words.errors(check.count)];
  }
  const { questionnaire, reached } = check;
  const missing = reached.filter(({ example }) => example === null);
  const count = (kind: Target["kind"]): readonly [number, number] => {
    const all = reached.filter(({ target }) => target.kind === kind);
    return [all.filter(({ example }) => example !== null).length, all.length];
  };
  return [
    questionnaire.files.map(({ id, version }) => `${id} v${version}`).join(", "),
    words.questions(...count("question")),
    words.edits(...count("edit")),
    ...missing.map(({ target, tries }) => `${targetName(target, language)}: ${words.notReached(tries)}`),
    "",
    ...reached.flatMap(({ target, example }) =>
      example === null ? [] : [`${targetName(target, language)}: ${exampleInWords(example, language)}`],
    ),
  ];
}

function targetName(target: Target, language: Language): string {
  return target.kind === "question" ? target.id : `${target.id} (${levelWords[target.level][language]})`;
}

type ReachedData =
  | { readonly reached: true; readonly tries: number; readonly example: InterviewStart }
  | { readonly reached: false; readonly tries: number };

/** The same as data, for other programs. */
export function checkData(check: Check): unknown {
  if (check.state === "wrong") return { errors: check.errors };
  const { id, version } = check.questionnaire;
  const targets = check.reached.map(({ target, example, tries }): Target & ReachedData =>
    example === null ? { ...target, reached: false, tries } : { ...target, reached: true, tries, example },
  );
  return { errors: [], questionnaire: { id, version }, targets };
}
