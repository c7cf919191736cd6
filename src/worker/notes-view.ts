// What was noted or flagged in all interviews, for looking through it before sending (T-19). Notes are the officer's own
// words about people: they go to the screen and nowhere else.
import { builtInShelf } from "#census";
import type { InterviewState, ListPerson } from "#fieldwork";
import { interviewOf, linesOf, type WorkBook } from "./book.ts";
import { premisesOf } from "./subject.ts";

/** One question of one form that carries a note, a flag, or both. */
export interface NotedQuestion {
  readonly lineId: string;
  /** Null in the premises' form, as is the person. */
  readonly number: number | null;
  readonly person: ListPerson | null;
  /** Where in the form; of a question that a later questionnaire has no place for, its former path. */
  readonly path: string;
  readonly note: string | null;
  readonly isFlagged: boolean;
  /** `closed`: the line has an outcome instead of a form, and its answers stay only on the tablet. */
  readonly form: "being-filled" | "finished" | "closed";
}

/** The premises first, then every interview by the line's number; within a form in the order of asking. */
export function buildNotesView(book: WorkBook): readonly NotedQuestion[] {
  const premises = premisesOf(book);
  const ofPremises = premises === null ? null : (interviewOf(book, premises.lineId)?.state ?? null);
  return [
    ...(ofPremises === null
      ? []
      : markedIn(ofPremises).map((marked) => {
          const { lineId } = ofPremises;
          return { lineId, number: null, person: null, form: formOf(ofPremises), ...marked };
        })),
    ...linesOf(book).flatMap((line): readonly NotedQuestion[] => {
      const interview = interviewOf(book, line.lineId)?.state ?? null;
      if (interview === null) return [];
      const { lineId, number, person } = line;
      const form = line.outcome === null ? formOf(interview) : "closed";
      return markedIn(interview).map((marked) => ({ lineId, number, person, form, ...marked }));
    }),
  ];
}

function formOf({ state }: InterviewState): NotedQuestion["form"] {
  return state === "finished" ? "finished" : "being-filled";
}

type Marked = Pick<NotedQuestion, "path" | "note" | "isFlagged">;

function markedIn({ unit, notes, flags, archivedNotes }: InterviewState): readonly Marked[] {
  const paths = [...new Set([...Object.keys(notes), ...flags])];
  const marked = paths.map((path) => ({ path, note: notes[path] ?? null, isFlagged: flags.includes(path) }));
  const order = [...builtInShelf.newest(unit).questionsById.keys()];
  const placeOf = ({ path }: Marked): number => order.indexOf(path.replaceAll(/\[\d+\]/gu, ""));
  return [
    ...marked.toSorted((a, b) => placeOf(a) - placeOf(b)),
    ...archivedNotes.map(({ path, text }) => ({ path, note: text, isFlagged: false })),
  ];
}
