// Which version of the questionnaire an interview stands on. It keeps the one it was started with until it is moved.
import type { QuestionnaireRef } from "./interview-event.ts";

/** What an interview is conducted with, held against the newest. */
export interface InstrumentOfInterview {
  readonly files: readonly QuestionnaireRef[];
  readonly isNewest: boolean;
  /** The interview's files of which there is a later version. */
  readonly behind: readonly QuestionnaireRef[];
}

/** `newest` are the files that a new interview would be started with. */
export function instrumentOf(
  interview: { readonly questionnaire: readonly QuestionnaireRef[] },
  newest: readonly QuestionnaireRef[],
): InstrumentOfInterview {
  const files = interview.questionnaire;
  const behind = files.filter((file) => newest.some(({ id, version }) => id === file.id && version > file.version));
  return { files, isNewest: isSameInstrument(files, newest), behind };
}

/** The same files in the same versions, in whatever order. */
export function isSameInstrument(a: readonly QuestionnaireRef[], b: readonly QuestionnaireRef[]): boolean {
  const includes = (files: readonly QuestionnaireRef[], file: QuestionnaireRef): boolean =>
    files.some(({ id, version }) => id === file.id && version === file.version);
  return a.length === b.length && a.every((file) => includes(b, file)) && b.every((file) => includes(a, file));
}
