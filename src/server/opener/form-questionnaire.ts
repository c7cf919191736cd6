// The questionnaire a form was filled with: built in, or installed. Compiled once in the life of the opening process.
import { personQuestionnaire } from "#census";
import type { FormLine } from "#fieldwork";
import type { Questionnaire } from "#questionnaire";
import { compileTexts } from "../registry/compile-instrument.ts";

/** An installed questionnaire as it comes to the opening process: verified, the files as texts. */
export interface InstrumentTexts {
  /** Names it for as long as the process lives. */
  readonly sha: string;
  readonly files: readonly { readonly id: string; readonly version: number; readonly text: string }[];
}

const compiledBySha = new Map<string, Questionnaire | null>();

/** Null where the version is not here. */
export function questionnaireOf(
  refs: FormLine["questionnaire"],
  instruments: readonly InstrumentTexts[],
): Questionnaire | null {
  const builtIn = personQuestionnaire();
  if (holdsAll(builtIn.forms, refs)) return builtIn;
  const installed = instruments.find(({ files }) => holdsAll(files, refs));
  if (installed === undefined) return null;
  const known = compiledBySha.get(installed.sha);
  if (known !== undefined) return known;
  // It compiled when it was installed; a release with a smaller language could no longer take it.
  const compiled = compileTexts(installed.files.map(({ text }) => text));
  const questionnaire = compiled.ok ? compiled.value : null;
  compiledBySha.set(installed.sha, questionnaire);
  return questionnaire;
}

function holdsAll(
  files: readonly { readonly id: string; readonly version: number }[],
  refs: FormLine["questionnaire"],
): boolean {
  return refs.every(({ id, version }) => files.some((file) => file.id === id && file.version === version));
}
