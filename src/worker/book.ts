// The tablet's data in the worker's memory after unlocking: the enrolment's facts, the list, its lines, the interviews.
// A value: a change gives a new book, which replaces the old one only when its records were written.
import { err, ok, type Result } from "#questionnaire";
import {
  applyInterviewEvent,
  applyLineEvent,
  applyListEvent,
  listNotStarted,
  replayInterview,
  replayLine,
  replayList,
  type FieldworkError,
  type InterviewEvent,
  type InterviewState,
  type LineEvent,
  type LineState,
  type ListEvent,
  type ListState,
  type PersonTyping,
} from "#fieldwork";
import type { EnrolledFacts } from "./enrolled-facts.ts";
import type { OpenRecord } from "./record.ts";

/** A log with its replay, and the record it lies in. */
interface Logged<Event, State> {
  readonly recordId: string;
  readonly events: readonly Event[];
  readonly state: State;
}

type ListLog = Logged<ListEvent, ListState>;
export type LineLog = Logged<LineEvent, LineState>;
export type InterviewLog = Logged<InterviewEvent, InterviewState>;

/** One record for all of it: it is empty again as soon as everything is saved. */
interface KeptTypings {
  readonly recordId: string;
  readonly typings: readonly PersonTyping[];
}

/** The fieldwork alone, without what enrolment said. */
export interface WorkBook {
  /** Null before the first line or the first declaration of the headcount. */
  readonly list: ListLog | null;
  readonly linesById: ReadonlyMap<string, LineLog>;
  readonly interviewsById: ReadonlyMap<string, InterviewLog>;
  /** The form that is filled or finished; a line's cancelled ones are only in `interviewsById`. */
  readonly interviewIdByLineId: ReadonlyMap<string, string>;
  /** What is typed of people and not saved; null before the first of it. */
  readonly typings: KeptTypings | null;
  /** Records that could not be opened or whose events contradict each other. They stay as they are. */
  readonly damagedRecords: number;
}

export interface Book extends WorkBook {
  readonly facts: EnrolledFacts;
  /** What an acceptance code is checked with, by the batch's number; a batch of an older release has none. */
  readonly secretBySeq: ReadonlyMap<number, string>;
}

/** What a change wants written, whole records. */
export interface BookChange<B extends WorkBook = Book> {
  readonly book: B;
  readonly records: readonly OpenRecord[];
}

/** The book of all decrypted records; null where what enrolment said is not among them. */
export function bookFromRecords(records: readonly OpenRecord[], damagedRecords: number): Book | null {
  let facts: EnrolledFacts | null = null;
  let list: ListLog | null = null;
  let typings: KeptTypings | null = null;
  let damaged = damagedRecords;
  const linesById = new Map<string, LineLog>();
  const interviewsById = new Map<string, InterviewLog>();
  const secretBySeq = new Map<number, string>();
  for (const { id, content } of records) {
    switch (content.typ) {
      case "enrolled":
        facts = content.facts;
        break;
      case "list": {
        const state = replayList(content.events);
        if (state.ok) list = { recordId: id, events: content.events, state: state.value };
        else damaged += 1;
        break;
      }
      case "line": {
        const state = replayLine(content.events);
        if (state.ok) linesById.set(content.lineId, { recordId: id, events: content.events, state: state.value });
        else damaged += 1;
        break;
      }
      case "interview": {
        const state = replayInterview(content.events);
        if (state.ok) {
          interviewsById.set(content.interviewId, { recordId: id, events: content.events, state: state.value });
        } else damaged += 1;
        break;
      }
      case "batch-secret":
        secretBySeq.set(content.seq, content.secret);
        break;
      case "person-typings":
        typings = { recordId: id, typings: content.typings };
        break;
    }
  }
  if (facts === null) return null;
  const live = [...interviewsById].filter(([, { state }]) => state.state !== "cancelled");
  const interviewIdByLineId = new Map(live.map(([id, { state }]) => [state.lineId, id]));
  return { facts, list, linesById, interviewsById, interviewIdByLineId, typings, secretBySeq, damagedRecords: damaged };
}

export function listStateOf(book: WorkBook): ListState {
  return book.list?.state ?? listNotStarted;
}

/** All lines by number, those taken off too. */
export function linesOf(book: WorkBook): readonly LineState[] {
  return [...book.linesById.values()].map(({ state }) => state).toSorted((a, b) => a.number - b.number);
}

/** The line's interview; null before its start. */
export function interviewOf(book: WorkBook, lineId: string): InterviewLog | null {
  const interviewId = book.interviewIdByLineId.get(lineId);
  return interviewId === undefined ? null : (book.interviewsById.get(interviewId) ?? null);
}

/** Appends to the list's log; `recordId` names a new log's record. */
export function withListEvent<B extends WorkBook>(
  book: B,
  event: ListEvent,
  recordId: string,
): Result<BookChange<B>, FieldworkError> {
  const state = applyListEvent(listStateOf(book), event);
  if (!state.ok) return state;
  const list: ListLog = {
    recordId: book.list?.recordId ?? recordId,
    events: [...(book.list?.events ?? []), event],
    state: state.value,
  };
  return ok({
    book: { ...book, list },
    records: [{ id: list.recordId, content: { typ: "list", events: [...list.events] } }],
  });
}

/** Appends to the log of a line that is there. */
export function withLineEvent<B extends WorkBook>(
  book: B,
  lineId: string,
  before: LineLog,
  event: LineEvent,
): Result<BookChange<B>, FieldworkError> {
  const state = applyLineEvent(before.state, event);
  if (!state.ok) return state;
  const line: LineLog = { recordId: before.recordId, events: [...before.events, event], state: state.value };
  return ok({
    book: { ...book, linesById: new Map(book.linesById).set(lineId, line) },
    records: [{ id: line.recordId, content: { typ: "line", lineId, events: [...line.events] } }],
  });
}

/** Starts the logs of many new lines in one go; `recordIds` go with the events. */
export function withNewLines<B extends WorkBook>(
  book: B,
  added: readonly { readonly event: Extract<LineEvent, { type: "line-added" }>; readonly recordId: string }[],
): Result<BookChange<B>, FieldworkError> {
  const linesById = new Map(book.linesById);
  const records: OpenRecord[] = [];
  for (const { event, recordId } of added) {
    const { lineId } = event;
    const state = applyLineEvent(linesById.get(lineId)?.state ?? null, event);
    if (!state.ok) return state;
    linesById.set(lineId, { recordId, events: [event], state: state.value });
    records.push({ id: recordId, content: { typ: "line", lineId, events: [event] } });
  }
  return ok({ book: { ...book, linesById }, records });
}

/** Appends to an interview's log, all events or none; the first of a new one is `interview-started`. */
export function withInterviewEvents<B extends WorkBook>(
  book: B,
  interviewId: string,
  events: readonly InterviewEvent[],
  recordId: string,
): Result<BookChange<B>, FieldworkError> {
  const before = book.interviewsById.get(interviewId);
  let state = before?.state ?? null;
  for (const event of events) {
    const next: Result<InterviewState, FieldworkError> = applyInterviewEvent(state, event);
    if (!next.ok) return next;
    state = next.value;
  }
  if (state === null) return err({ type: "interview-not-started" });
  const interview: InterviewLog = {
    recordId: before?.recordId ?? recordId,
    events: [...(before?.events ?? []), ...events],
    state,
  };
  return ok({
    book: {
      ...book,
      interviewsById: new Map(book.interviewsById).set(interviewId, interview),
      interviewIdByLineId: withForm(book.interviewIdByLineId, state),
    },
    records: [{ id: interview.recordId, content: { typ: "interview", interviewId, events: [...interview.events] } }],
  });
}

/** Keeps what is typed in the place of what was kept of the same line; only one form is open at a time. */
export function withTyping<B extends WorkBook>(book: B, typing: PersonTyping, recordId: string): BookChange<B> {
  const others = typingsOf(book).filter(({ lineId }) => lineId !== typing.lineId);
  const closed = typing.isOpen ? others.map((other) => ({ ...other, isOpen: false })) : others;
  return withTypings(book, [...closed, typing], book.typings?.recordId ?? recordId);
}

/** Nothing is typed any more of the line (null: of a new person): it was saved, or discarded. */
export function withoutTyping<B extends WorkBook>(book: B, lineId: string | null): BookChange<B> {
  const left = typingsOf(book).filter((typing) => typing.lineId !== lineId);
  if (book.typings === null || left.length === book.typings.typings.length) return { book, records: [] };
  return withTypings(book, left, book.typings.recordId);
}

export function typingsOf(book: WorkBook): readonly PersonTyping[] {
  return book.typings?.typings ?? [];
}

function withTypings<B extends WorkBook>(book: B, typings: readonly PersonTyping[], recordId: string): BookChange<B> {
  return {
    book: { ...book, typings: { recordId, typings } },
    records: [{ id: recordId, content: { typ: "person-typings", typings: [...typings] } }],
  };
}

/** Keeps the secrets of batches, a record each: written once and never again. */
export function withBatchSecrets(
  book: Book,
  added: readonly { readonly recordId: string; readonly seq: number; readonly secret: string }[],
): BookChange {
  const secretBySeq = new Map([...book.secretBySeq, ...added.map(({ seq, secret }) => [seq, secret] as const)]);
  return {
    book: { ...book, secretBySeq },
    records: added.map(({ recordId, seq, secret }) => ({
      id: recordId,
      content: { typ: "batch-secret", seq, secret },
    })),
  };
}

function withForm(
  before: ReadonlyMap<string, string>,
  { state, lineId, interview }: InterviewState,
): ReadonlyMap<string, string> {
  const after = new Map(before);
  if (state !== "cancelled") after.set(lineId, interview);
  else if (after.get(lineId) === interview) after.delete(lineId);
  return after;
}

/** A line's cancelled forms, the newest first. */
export function cancelledOf(book: WorkBook): ReadonlyMap<string, readonly InterviewState[]> {
  const cancelled = [...book.interviewsById.values()]
    .map(({ state }) => state)
    .filter(({ state }) => state === "cancelled")
    .toSorted((a, b) => b.savedAtMs - a.savedAtMs);
  return Map.groupBy(cancelled, ({ lineId }) => lineId);
}

/** One change after another; of a record written twice the last state counts. */
export function mergeChanges<B extends WorkBook>(changes: readonly BookChange<B>[], book: B): BookChange<B> {
  const byId = new Map(changes.flatMap(({ records }) => records.map((record) => [record.id, record] as const)));
  return { book: changes.at(-1)?.book ?? book, records: [...byId.values()] };
}
