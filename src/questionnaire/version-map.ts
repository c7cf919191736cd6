// How an interview goes from one version to a later one, worked out: for each question where its answers go and what
// becomes of them. Made by compareVersions, used by moveInterview, put together by composeMoves.
import type { AnswerPath } from "./answer.ts";
import type { Conversion } from "./version-declaration.ts";

/** The codes a question takes after a recode, to know an option from an alternative. */
export interface TakenCodes {
  /** Null: a code list, which takes any code here. */
  readonly options: ReadonlySet<string> | null;
  readonly alternatives: ReadonlySet<string>;
}

/** One change of an answer's value. */
export type ValueStep =
  | { readonly type: "recode"; readonly codes: ReadonlyMap<string, string | null>; readonly taken: TakenCodes }
  | { readonly type: "convert"; readonly conversion: Conversion }
  | { readonly type: "ask-again" };

/** Where the answers of one question go. */
export interface QuestionMove {
  /** The file and version it is answered in before the move. */
  readonly file: string;
  readonly version: number;
  /** Id in the later version; null: its answers are kept aside. */
  readonly to: string | null;
  /** Ids of the rosters around it in the later version, outermost first. */
  readonly rosters: readonly string[];
  readonly steps: readonly ValueStep[];
  /** The author's word on why it is gone. */
  readonly why: string | null;
}

/** Whether a confirmation of the edit still speaks of the same thing. */
export type EditMove = "same" | "changed" | "gone";

export interface FileMove {
  readonly id: string;
  /** Null: the file is new. */
  readonly from: number | null;
  readonly to: number;
}

export interface VersionMove {
  readonly files: readonly FileMove[];
  /** By the id before the move. */
  readonly questions: ReadonlyMap<string, QuestionMove>;
  readonly edits: ReadonlyMap<string, EditMove>;
  /** Ids that the version after the move knows. */
  readonly laterIds: ReadonlySet<string>;
  readonly laterEdits: ReadonlySet<string>;
}

/** A path without its row numbers. */
export function idOfPath(path: AnswerPath): string {
  return path.replaceAll(/\[\d+\]/g, "");
}

/** The same rows under the question's later id; null where the path has other rows than the question. */
export function laterPath(path: AnswerPath, to: string, rosters: readonly string[]): AnswerPath | null {
  const rows = path.match(/\[\d+\]/g) ?? [];
  if (rows.length !== rosters.length) return null;
  let written = "";
  let around = "";
  for (const [index, roster] of rosters.entries()) {
    written += `${roster.slice(around.length)}${rows[index] ?? ""}`;
    around = roster;
  }
  return written + to.slice(around.length);
}

/** First the one, then the other. Throws where the second does not begin with the versions the first ends with: a bug. */
export function composeMoves(first: VersionMove, second: VersionMove): VersionMove {
  const fits = first.files.every(({ id, to }) => second.files.some((file) => file.id === id && file.from === to));
  if (!fits) throw new Error("these moves do not follow one another");
  const questions = new Map<string, QuestionMove>();
  for (const [id, move] of first.questions) {
    const next = move.to === null ? undefined : second.questions.get(move.to);
    const steps = [...move.steps, ...(next?.steps ?? [])];
    questions.set(id, next === undefined ? move : { ...next, file: move.file, version: move.version, steps });
  }
  const edits = new Map<string, EditMove>();
  for (const [id, move] of first.edits) {
    const next = second.edits.get(id) ?? "gone";
    edits.set(id, move === "same" || next === "gone" ? next : move);
  }
  return {
    files: second.files.map((file) => ({ ...file, from: first.files.find(({ id }) => id === file.id)?.from ?? null })),
    questions,
    edits,
    laterIds: new Set([...first.laterIds, ...second.laterIds]),
    laterEdits: new Set([...first.laterEdits, ...second.laterEdits]),
  };
}
