// The book of a practice: the same logs and states as the real one, of invented people, in memory alone. A change is the
// new book; nothing is written anywhere, so nothing can be read back either.
import { listAsOf, listRevision, type LineFacts, type ListPerson } from "#fieldwork";
import type { FieldworkError } from "#fieldwork";
import type { InstitutionKindCode } from "#census";
import { ok, type Result } from "#questionnaire";
import type { TabletChange } from "../api.ts";
import { listStateOf, withListEvent, withNewLines, type WorkBook } from "../book.ts";
import type { AskingBook } from "../engine.ts";
import { practiceResidents } from "./practice-residents.ts";

/** What a practice is told of the world: the time, and which questions its invented institution gets. */
export interface PracticeFacts {
  readonly institutionKind: InstitutionKindCode;
  /** UTC ms. */
  readonly nowMs: () => number;
}

export type PracticeBook = AskingBook;

/** Who a practice says it was: no real officer stands in an invented event. */
export const practiceOfficer = "practice";

/** What a change does and what it gives back. */
interface PracticeDecision<T> {
  readonly book: PracticeBook;
  readonly value: T;
  /** No screen shows what changed: none is told to read again. */
  readonly isUnseen?: true;
}

/** The one place where a practice's book is kept. */
export interface PracticeMemory {
  readonly read: () => PracticeBook;
  /** Takes the changed book over, or nothing where the change was refused. */
  readonly change: <T, E>(decide: (book: PracticeBook) => Result<PracticeDecision<T>, E>) => Result<T, E>;
  /** Common to every event of a line. */
  readonly lineFacts: (book: PracticeBook) => LineFacts;
  readonly nowMs: () => number;
  /** 22 characters that begin with the word: no tablet's random id looks like it. */
  readonly newId: () => string;
  readonly watch: (listener: (change: TabletChange) => void) => () => void;
}

const idLength = 22;

/** A fresh practice: the list is begun, everybody is on it, nobody was asked. */
export function createPracticeMemory({ institutionKind, nowMs }: PracticeFacts): PracticeMemory {
  let given = 0;
  const newId = (): string => {
    given += 1;
    return `practice${String(given).padStart(idLength - "practice".length, "0")}`;
  };
  const listeners = new Set<(change: TabletChange) => void>();
  const lineFacts: PracticeMemory["lineFacts"] = (book) => ({
    atMs: nowMs(),
    by: practiceOfficer,
    listRev: listRevision(listStateOf(book)),
  });
  let current: PracticeBook = startingBook({ institutionKind, newId, lineFacts });
  return {
    read: () => current,
    change: (decide) => {
      const decided = decide(current);
      if (!decided.ok) return decided;
      current = decided.value.book;
      if (decided.value.isUnseen !== true) for (const listener of listeners) listener("list");
      return ok(decided.value.value);
    },
    lineFacts,
    nowMs,
    newId,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** People as new lines with rising numbers. */
export function withPracticePeople(
  book: PracticeBook,
  people: readonly ListPerson[],
  { newId, lineFacts }: Pick<PracticeMemory, "newId" | "lineFacts">,
): Result<
  { readonly book: PracticeBook; readonly value: readonly { readonly lineId: string; readonly number: number }[] },
  FieldworkError
> {
  const events = people.map((person, index) => ({
    type: "line-added" as const,
    ...lineFacts(book),
    lineId: newId(),
    // Lines are never taken out of the book, so their count is the highest number.
    number: book.linesById.size + index + 1,
    person,
    origin: "entry" as const,
  }));
  const added = withNewLines(
    book,
    events.map((event) => ({ event, recordId: event.lineId })),
  );
  if (!added.ok) return added;
  return ok({ book: added.value.book, value: events.map(({ lineId, number }) => ({ lineId, number })) });
}

function startingBook({
  institutionKind,
  ...making
}: Pick<PracticeMemory, "newId" | "lineFacts"> & Pick<PracticeFacts, "institutionKind">): PracticeBook {
  const nothing: WorkBook = {
    list: null,
    linesById: new Map(),
    interviewsById: new Map(),
    interviewIdByLineId: new Map(),
    typings: null,
    damagedRecords: 0,
  };
  const empty: PracticeBook = { ...nothing, facts: { enrolled: { inst: { kind: institutionKind } } } };
  const { atMs, by } = making.lineFacts(empty);
  const list = making.newId();
  const begun = withListEvent(empty, { type: "list-started", atMs, by, list, asOf: listAsOf }, list);
  const filled = begun.ok ? withPracticePeople(begun.value.book, practiceResidents, making) : begun;
  if (!filled.ok) throw new Error(`the invented list contradicts itself: ${filled.error.type}`);
  return filled.value.book;
}
