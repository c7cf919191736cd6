// Whom or what an interview is about: a line of the list, or the premises that all of them live in (F1 L01–L02 and F2),
// which go by the id of the list.
import type { LineState } from "#fieldwork";
import { listStateOf, type WorkBook } from "./book.ts";

export type Subject =
  | { readonly unit: "person"; readonly lineId: string; readonly line: LineState }
  | { readonly unit: "premises"; readonly lineId: string };

/** Null where neither a line nor the list has this id. */
export function subjectOf(book: WorkBook, lineId: string): Subject | null {
  const line = book.linesById.get(lineId)?.state;
  if (line !== undefined) return personSubject(line);
  const premises = premisesOf(book);
  return premises?.lineId === lineId ? premises : null;
}

export function personSubject(line: LineState): Subject {
  return { unit: "person", lineId: line.lineId, line };
}

/** Null before the list was begun. */
export function premisesOf(book: WorkBook): Extract<Subject, { unit: "premises" }> | null {
  const list = listStateOf(book);
  return list.state === "not-started" ? null : { unit: "premises", lineId: list.list };
}

/** The line's number; 0 for the premises, as the sealed form says it. */
export function numberOf(subject: Subject): number {
  return subject.unit === "person" ? subject.line.number : 0;
}
