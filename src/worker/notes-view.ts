// What was noted or flagged in all interviews, for looking through it before sending (T-19). Notes are the officer's own
// words about people: they go to the screen and nowhere else.
import { personQuestionnaire } from "#census";
import type { InterviewState, ListPerson } from "#fieldwork";
import { linesOf, type WorkBook } from "./book.ts";

/** One question of one form that carries a note, a flag, or both. */
export interface NotedQuestion {
  readonly lineId: string;
  readonly number: number;
  readonly person: ListPerson;
  /** Where in the form; of a question that a later questionnaire has no place for, its former path. */
  readonly path: string;
  readonly note: string | null;
  readonly isFlagged: boolean;
  /** `closed`: the line has an outcome instead of a form, and its answers stay only on the tablet. */
  readonly form: "being-filled" | "finished" | "closed";
}

/** Of every interview, by the line's number; within a form in the order of asking. */
export function buildNotesView(book: WorkBook): readonly NotedQuestion[] {
  return linesOf(book).flatMap((line): readonly NotedQuestion[] => {
    const interviewId = book.interviewIdByLineId.get(line.lineId);
    const interview = interviewId === undefined ? undefined : book.interviewsById.get(interviewId)?.state;
    if (interview === undefined) return [];
    const { lineId, number, person } = line;
    const form = line.outcome === null ? interview.state : "closed";
    return markedIn(interview).map((marked) => ({ lineId, number, person, form, ...marked }));
  });
}

type Marked = Pick<NotedQuestion, "path" | "note" | "isFlagged">;

function markedIn({ notes, flags, archivedNotes }: InterviewState): readonly Marked[] {
  const paths = [...new Set([...Object.keys(notes), ...flags])];
  const marked = paths.map((path) => ({ path, note: notes[path] ?? null, isFlagged: flags.includes(path) }));
  const order = [...personQuestionnaire().questionsById.keys()];
  const placeOf = ({ path }: Marked): number => order.indexOf(path.replaceAll(/\[\d+\]/gu, ""));
  return [
    ...marked.toSorted((a, b) => placeOf(a) - placeOf(b)),
    ...archivedNotes.map(({ path, text }) => ({ path, note: text, isFlagged: false })),
  ];
}
