// A started interview goes to a later version of its questionnaire: the engine says what becomes of the answers, here
// it becomes an event, and notes and marks follow their questions.
import { err, movedPath, moveInterview, ok, type Answer, type Result, type VersionMove } from "#questionnaire";
import type { FieldworkError } from "./errors.ts";
import { isSameInstrument } from "./instrument-of.ts";
import type { InterviewEvent, QuestionnaireRef } from "./interview-event.ts";
import type { InterviewState, RecordedAnswer } from "./interview.ts";

type MovedEvent = Extract<InterviewEvent, { type: "interview-moved" }>;

/** The event of the move. Refuses a finished interview, which is sealed as it is, and one that stands on another version than the move begins with. */
export function planInterviewMove(
  interview: InterviewState,
  move: VersionMove,
  facts: { readonly atMs: number; readonly by: string },
): Result<MovedEvent, FieldworkError> {
  if (interview.state === "finished") return err({ type: "interview-is-finished" });
  const from = move.files.flatMap(({ id, from: version }): QuestionnaireRef[] =>
    version === null ? [] : [{ id, version }],
  );
  if (!isSameInstrument(interview.questionnaire, from)) return err({ type: "interview-version-other" });
  const answersBefore = Object.fromEntries(
    Object.entries(interview.answers).map(([path, { answer }]) => [path, answer]),
  );
  const moved = moveInterview({ ...interview, answers: answersBefore }, move);
  const { answers, archived, removedRows } = moved.content;
  // A confirmation or note may stand where nothing was answered.
  const named = [
    ...Object.keys(interview.answers),
    ...Object.keys(interview.notes),
    ...interview.flags,
    ...interview.confirmations.map(({ path }) => path),
  ];
  const places = [...new Set(named)].map((path) => ({ path, to: movedPath(path, move) }));
  const changed: Record<string, Answer> = {};
  for (const { to, outcome } of moved.paths) {
    const answer = to === null ? undefined : answers[to];
    const isOther = outcome === "recoded" || outcome === "converted";
    if (to !== null && answer !== undefined && isOther) changed[to] = answer;
  }
  return ok({
    type: "interview-moved",
    ...facts,
    from: [...interview.questionnaire],
    to: move.files.map(({ id, to }) => ({ id, version: to })),
    places: places.filter(({ path, to }) => path !== to),
    answers: changed,
    archived: [...archived],
    askAgain: moved.paths.flatMap(({ to, outcome }) => (outcome === "ask-again" && to !== null ? [to] : [])),
    dropped: moved.dropped.map(({ confirmation: { edit, path } }) => ({ edit, path })),
    removedRows: [...removedRows],
  });
}

/** The interview after the event. Who said what, when and in which language stays with each answer. */
export function withMove(interview: InterviewState, event: MovedEvent): InterviewState {
  const places = new Map(event.places.map(({ path, to }) => [path, to]));
  const placeOf = (path: string): string | null => {
    const to = places.get(path);
    return to === undefined ? path : to;
  };
  const waiting = new Set(event.askAgain);
  const answers: Record<string, RecordedAnswer> = {};
  for (const [path, recorded] of Object.entries(interview.answers)) {
    const to = placeOf(path);
    if (to !== null && !waiting.has(to)) answers[to] = { ...recorded, answer: event.answers[to] ?? recorded.answer };
  }
  const notes: Record<string, string> = {};
  const archivedNotes = [...interview.archivedNotes];
  for (const [path, text] of Object.entries(interview.notes)) {
    const to = placeOf(path);
    if (to === null) archivedNotes.push({ path, text });
    else notes[to] = text;
  }
  const isDropped = (edit: string, path: string): boolean =>
    event.dropped.some((one) => one.edit === edit && one.path === path);
  const confirmations = interview.confirmations.flatMap((confirmation) => {
    const to = placeOf(confirmation.path);
    return to === null || isDropped(confirmation.edit, confirmation.path) ? [] : [{ ...confirmation, path: to }];
  });
  return {
    ...interview,
    questionnaire: event.to,
    answers,
    confirmations,
    notes,
    archivedNotes,
    flags: interview.flags.flatMap((path) => placeOf(path) ?? []),
    removedRows: event.removedRows,
    archived: event.archived,
  };
}
