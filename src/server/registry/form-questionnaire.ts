// The questionnaire a form was filled with: built in, or installed. Each is compiled once in a program's life.
import { consistsOf, personQuestionnaire, premisesQuestionnaire } from "#census";
import type { FormLine } from "#fieldwork";
import type { Questionnaire } from "#questionnaire";
import { compileTexts } from "./compile-instrument.ts";

/** An installed questionnaire as programs hand it on: verified, the files as texts. */
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
  const builtIn = builtInQuestionnaires().find((one) => consistsOf(one, refs));
  if (builtIn !== undefined) return builtIn;
  const installed = instruments.find((one) => consistsOf(one, refs));
  if (installed === undefined) return null;
  return compiled(installed);
}

/** All that are here: the built-in ones, and the installed ones that this release can take. */
export function allQuestionnaires(instruments: readonly InstrumentTexts[]): readonly Questionnaire[] {
  return [...builtInQuestionnaires(), ...instruments.flatMap((installed) => compiled(installed) ?? [])];
}

/** Of persons, and of the premises. */
export function builtInQuestionnaires(): readonly Questionnaire[] {
  return [personQuestionnaire(), premisesQuestionnaire()];
}

function compiled({ sha, files }: InstrumentTexts): Questionnaire | null {
  const known = compiledBySha.get(sha);
  if (known !== undefined) return known;
  // It compiled when it was installed; a release with a smaller language could no longer take it.
  const result = compileTexts(files.map(({ text }) => text));
  const questionnaire = result.ok ? result.value : null;
  compiledBySha.set(sha, questionnaire);
  return questionnaire;
}
