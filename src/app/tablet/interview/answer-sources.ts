// Who gave which answer of an open interview: as its record says, and as it was given or corrected since. A household has
// thousands of answers, nearly always of one source: nothing is copied, and the sources are looked through once.
import type { AnswerPath } from "#questionnaire";
import { isSameSource, type InterviewState, type SourceOfAnswers } from "#fieldwork";

export interface AnswerSources {
  /** Null where nothing was given. */
  readonly of: (path: AnswerPath) => SourceOfAnswers | null;
  readonly set: (path: AnswerPath, source: SourceOfAnswers) => void;
  /** The row was taken out; its number is never given again. */
  readonly forgetRow: (row: AnswerPath) => void;
  /** True where nobody else has ever answered; false says that somebody may have. */
  readonly areAllOf: (source: SourceOfAnswers) => boolean;
}

export function createAnswerSources(recorded: InterviewState["answers"]): AnswerSources {
  /** Null = it was taken out. */
  const since = new Map<AnswerPath, SourceOfAnswers | null>();
  /** Each source once; null before it was asked for. */
  let met: SourceOfAnswers[] | null = null;

  function meet(all: SourceOfAnswers[], source: SourceOfAnswers): void {
    if (!all.some((one) => isSameSource(one, source))) all.push(source);
  }

  function meetAll(): SourceOfAnswers[] {
    const all: SourceOfAnswers[] = [];
    for (const { source } of Object.values(recorded)) meet(all, source);
    for (const source of since.values()) if (source !== null) meet(all, source);
    return all;
  }

  return {
    of: (path) => {
      const own = since.get(path);
      return own === undefined ? (recorded[path]?.source ?? null) : own;
    },
    set: (path, source) => {
      since.set(path, source);
      if (met !== null) meet(met, source);
    },
    forgetRow: (row) => {
      for (const path of [...Object.keys(recorded), ...since.keys()]) {
        if (path.startsWith(`${row}.`)) since.set(path, null);
      }
    },
    areAllOf: (source) => {
      met ??= meetAll();
      return met.every((one) => isSameSource(one, source));
    },
  };
}
