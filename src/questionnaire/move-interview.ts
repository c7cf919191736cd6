// Takes a started interview to a later version of its questionnaire. Pure: the same interview and the same move give the
// same result, and nothing is lost: what has no place any more is kept aside as it was given. Implements QL74–QL79.
import type { Answer, AnswerPath, AnswersByPath } from "./answer.ts";
import type { Confirmation } from "./interview-view.ts";
import { afterStep } from "./move-value.ts";
import { idOfPath, laterPath, type QuestionMove, type VersionMove } from "./version-map.ts";

export type ArchiveReason = "removed" | "recoded" | "converted" | "asked-again" | "unknown-question";

/** An answer as it was given before a move changed it or took its place away. Never asked, checked or exported. */
export interface ArchivedAnswer {
  readonly path: AnswerPath;
  readonly answer: Answer;
  /** The file and version it was given in; null where that version knew no such question. */
  readonly file: string | null;
  readonly version: number | null;
  readonly reason: ArchiveReason;
  /** The author's word on why the question is gone. */
  readonly why: string | null;
  /** What stands for it now; null where nothing does. */
  readonly became: { readonly path: AnswerPath; readonly answer: Answer } | null;
}

/** What an interview holds, apart from its context. */
export interface InterviewContent {
  readonly answers: AnswersByPath;
  readonly confirmations: readonly Confirmation[];
  readonly removedRows: readonly AnswerPath[];
  readonly archived: readonly ArchivedAnswer[];
}

export type MoveOutcome = "kept" | "renamed" | "recoded" | "converted" | "archived" | "ask-again";

/** What became of the answer at one path. */
export interface MovedPath {
  readonly path: AnswerPath;
  /** Where its question stands now, answered or not; null: nowhere. */
  readonly to: AnswerPath | null;
  readonly outcome: MoveOutcome;
}

/** A confirmation that does not stand any more; if its edit fires again, it is to be confirmed again. */
export interface DroppedConfirmation {
  readonly confirmation: Confirmation;
  readonly reason: "edit-gone" | "edit-changed" | "answer-changed";
}

export interface MovedInterview {
  readonly content: InterviewContent;
  /** Every path that had an answer, in the order it came. */
  readonly paths: readonly MovedPath[];
  readonly dropped: readonly DroppedConfirmation[];
}

/** One answer on its way. `answer` null: it does not stand in the later version. */
interface Passage extends MovedPath {
  readonly answer: Answer | null;
  readonly reason: ArchiveReason | null;
  readonly move: QuestionMove | null;
}

/** Moves everything the interview holds. Takes any interview, also one with answers its own version does not know. */
export function moveInterview(interview: InterviewContent, move: VersionMove): MovedInterview {
  const answers: Record<AnswerPath, Answer> = {};
  const archived = new Archive(interview);
  const paths: MovedPath[] = [];
  for (const [path, answer] of Object.entries(interview.answers)) {
    const passage = passageOf(path, answer, move);
    if (passage.answer !== null && passage.to !== null) answers[passage.to] = passage.answer;
    // An empty row is kept by an answer that is none: there is nothing to keep aside.
    if (answer.state === "unanswered") continue;
    archived.note(path, answer, passage);
    paths.push({ path, to: passage.to, outcome: passage.outcome });
  }
  const { kept, dropped } = moveConfirmations(interview, move);
  const removedRows = interview.removedRows.flatMap((row) => movedRow(row, move) ?? []);
  return { content: { answers, confirmations: kept, removedRows, archived: archived.list() }, paths, dropped };
}

/** Where a path stands in the later version; null: nowhere. Notes and marks at a path follow it. */
export function movedPath(path: AnswerPath, move: VersionMove): AnswerPath | null {
  const id = idOfPath(path);
  const question = move.questions.get(id);
  if (question === undefined) return move.laterIds.has(id) ? null : path;
  return question.to === null ? null : laterPath(path, question.to, question.rosters);
}

/** The row itself, `P21[2]`: a path of its roster with one number more. */
export function movedRow(row: AnswerPath, move: VersionMove): AnswerPath | null {
  const match = /^(.+)(\[\d+\])$/.exec(row);
  const to = match?.[1] === undefined ? row : movedPath(match[1], move);
  return to === null || match === null ? to : `${to}${match[2] ?? ""}`;
}

function passageOf(path: AnswerPath, answer: Answer, move: VersionMove): Passage {
  const question = move.questions.get(idOfPath(path)) ?? null;
  const to = movedPath(path, move);
  if (question === null || (to === null && question.to !== null)) {
    const isKept = to !== null;
    const outcome = isKept ? "kept" : "archived";
    return {
      path,
      to,
      outcome,
      answer: isKept ? answer : null,
      reason: isKept ? null : "unknown-question",
      move: null,
    };
  }
  let now: Answer | null = answer;
  let reason: ArchiveReason | null = null;
  for (const step of question.steps) {
    const after: Answer | null = now === null ? null : afterStep(now, step);
    if (after === now || (after !== null && now !== null && isSameAnswer(after, now))) continue;
    now = after;
    reason = after === null ? "asked-again" : step.type === "convert" ? "converted" : "recoded";
  }
  if (now !== null && isSameAnswer(now, answer)) reason = null;
  if (to === null)
    return { path, to, outcome: "archived", answer: null, reason: now === null ? reason : "removed", move: question };
  const outcome = outcomeOf(reason, path === to);
  return { path, to, outcome, answer: now, reason, move: question };
}

function outcomeOf(reason: ArchiveReason | null, isInPlace: boolean): MoveOutcome {
  if (reason === "recoded" || reason === "converted") return reason;
  if (reason === "asked-again") return "ask-again";
  return isInPlace ? "kept" : "renamed";
}

/** The list of what was kept aside. An answer that was moved before keeps its first entry: what was given is the original. */
class Archive {
  readonly #entries: ArchivedAnswer[];
  /** Entries that still stand for the answer at a path before this move. */
  readonly #standing = new Map<AnswerPath, number>();

  constructor({ answers, archived }: InterviewContent) {
    this.#entries = archived.map((entry, index) => {
      const now = entry.became === null ? undefined : answers[entry.became.path];
      if (entry.became === null || now === undefined) return { ...entry, became: null };
      // Somebody answered anew since: the entry stands for nothing any more.
      if (!isSameAnswer(now, entry.became.answer)) return { ...entry, became: null };
      this.#standing.set(entry.became.path, index);
      return entry;
    });
  }

  note(path: AnswerPath, answer: Answer, { to, answer: now, reason, move }: Passage): void {
    const index = this.#standing.get(path);
    const became = to === null || now === null ? null : { path: to, answer: now };
    const first = index === undefined ? undefined : this.#entries[index];
    if (index !== undefined && first !== undefined) {
      const entry = { ...first, reason: reason ?? first.reason, why: move?.why ?? first.why, became };
      this.#entries[index] = entry;
    } else if (reason !== null) {
      const given = { file: move?.file ?? null, version: move?.version ?? null };
      this.#entries.push({ path, answer, ...given, reason, why: move?.why ?? null, became });
    }
  }

  /** An answer that came back to what it was needs no entry. */
  list(): readonly ArchivedAnswer[] {
    return this.#entries.filter(({ answer, became }) => became === null || !isSameAnswer(became.answer, answer));
  }
}

function moveConfirmations(
  { confirmations, answers }: InterviewContent,
  move: VersionMove,
): { readonly kept: readonly Confirmation[]; readonly dropped: readonly DroppedConfirmation[] } {
  const kept: Confirmation[] = [];
  const dropped: DroppedConfirmation[] = [];
  for (const confirmation of confirmations) {
    const { edit, path } = confirmation;
    // An edit that the version never had is left alone, unless the later one gives the name a meaning.
    const fate = move.edits.get(edit) ?? (move.laterEdits.has(edit) ? "changed" : "same");
    const answer = answers[path];
    const passage = answer === undefined ? null : passageOf(path, answer, move);
    const to = passage === null ? movedPath(path, move) : passage.to;
    if (fate !== "same") dropped.push({ confirmation, reason: fate === "gone" ? "edit-gone" : "edit-changed" });
    else if (to === null || (passage !== null && passage.reason !== null)) {
      dropped.push({ confirmation, reason: "answer-changed" });
    } else kept.push(to === path ? confirmation : { ...confirmation, path: to });
  }
  return { kept, dropped };
}

/** Whatever the order of the parts: answers come from memory, files and other programs. */
function isSameAnswer(a: Answer, b: Answer): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    const isRecord = typeof part === "object" && part !== null && !Array.isArray(part);
    return isRecord ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part;
  });
}
