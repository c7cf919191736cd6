// The list of a practice: the same events and refusals as the real one. What the real list seals and sends is only said
// here.
import {
  countProgress,
  headcountDifference,
  lineNoteOf,
  LineOutcome,
  ListPerson,
  listRevision,
  ListStatement,
  planOutcome,
  PersonTyping,
  Postponement,
  recommendNextAction,
  RemovalReason,
  type FieldworkError,
  type LineEvent,
  type LineFacts,
} from "#fieldwork";
import { err, ok, PartialDate, type Result } from "#questionnaire";
import type { TabletApi } from "../api.ts";
import {
  linesOf,
  listStateOf,
  typingsOf,
  withLineEvent,
  withListEvent,
  withoutTyping,
  withTyping,
  type LineLog,
} from "../book.ts";
import type { ListChangeError, ListSealError } from "../errors.ts";
import { buildListRows, countListChanges, toProgressRow } from "../list-rows.ts";
import type { ListView, SealedOutcome } from "../list-view.ts";
import { withRemovedPerson, withSavedPerson, withTwoToldApart } from "../saved-person.ts";
import { practiceOfficer, withPracticePeople, type PracticeBook, type PracticeMemory } from "./practice-book.ts";

type PracticeList = Pick<
  TabletApi,
  | "readList"
  | "addPerson"
  | "correctPerson"
  | "removePerson"
  | "restorePerson"
  | "tellApart"
  | "readTypings"
  | "keepTyping"
  | "dropTyping"
  | "declareHeadcount"
  | "signAndSealList"
  | "postpone"
  | "takeUp"
  | "recordOutcome"
  | "withdrawOutcome"
>;

/** As #fieldwork's event allows. */
const headcountLimit = 100_000;

/** Stands where a real batch has its number: batches are counted from 1, so this is none. */
export const noBatch = 0;

export function createPracticeList(memory: PracticeMemory): PracticeList {
  const changeLine = <T>(
    lineId: string,
    eventOf: (line: LineLog, common: LineFacts) => Result<LineEvent, FieldworkError>,
    valueOf: (line: LineLog) => T,
  ): Result<T, ListChangeError> =>
    memory.change<T, ListChangeError>((book) => {
      const line = book.linesById.get(lineId);
      if (line === undefined) return err({ type: "line-unknown" });
      const event = eventOf(line, memory.lineFacts(book));
      if (!event.ok) return event;
      const change = withLineEvent(book, lineId, line, event.value);
      if (!change.ok) return change;
      return ok({ book: change.value.book, value: valueOf(change.value.book.linesById.get(lineId) ?? line) });
    });
  const say = (lineId: string, eventOf: (common: LineFacts) => LineEvent): Result<true, ListChangeError> =>
    changeLine(
      lineId,
      (_line, common) => ok(eventOf(common)),
      () => true as const,
    );
  const close = (
    lineId: string,
    eventOf: (line: LineLog, common: LineFacts) => Result<LineEvent, FieldworkError>,
  ): Result<SealedOutcome, ListSealError> =>
    changeLine(lineId, eventOf, ({ state }) => ({ rev: state.outcomeRev, seq: noBatch }));

  const drop = (lineId: string | null): Result<true, never> =>
    memory.change<true, never>((book) => ok({ book: withoutTyping(book, lineId).book, value: true, isUnseen: true }));

  return {
    readList: async () => practiceListView(memory.read(), memory.nowMs()),
    addPerson: async (given, toldApartFrom = []) => {
      const person = ListPerson.safeParse(given);
      if (!person.success) return err({ type: "person-invalid" });
      return memory.change<{ readonly lineId: string; readonly number: number }, ListChangeError>((book) => {
        const added = withPracticePeople(book, [person.data], memory);
        if (!added.ok) return added;
        const [line] = added.value.value;
        if (line === undefined) return err({ type: "person-invalid" });
        const saving = { lineId: line.lineId, typedOf: null, toldApartFrom };
        const saved = withSavedPerson({ book: added.value.book, records: [] }, saving, memory.lineFacts(book));
        return saved.ok ? ok({ book: saved.value.book, value: line }) : saved;
      });
    },
    correctPerson: async (lineId, given, toldApartFrom = []) => {
      const person = ListPerson.safeParse(given);
      if (!person.success) return err({ type: "person-invalid" });
      return memory.change<true, ListChangeError>((book) => {
        const line = book.linesById.get(lineId);
        if (line === undefined) return err({ type: "line-unknown" });
        const common = memory.lineFacts(book);
        const event = { type: "line-corrected", ...common, person: person.data } as const;
        const corrected = withLineEvent(book, lineId, line, event);
        if (!corrected.ok) return corrected;
        const saved = withSavedPerson(corrected.value, { lineId, typedOf: lineId, toldApartFrom }, common);
        return saved.ok ? ok({ book: saved.value.book, value: true }) : saved;
      });
    },
    tellApart: async (lineId, otherLineId) =>
      memory.change<true, ListChangeError>((book) => {
        const told = withTwoToldApart(book, lineId, otherLineId, memory.lineFacts(book));
        return told.ok ? ok({ book: told.value.book, value: true }) : told;
      }),
    removePerson: async (lineId, reason, leftOn = null) => {
      const why = {
        reason: RemovalReason.parse(reason),
        ...(leftOn === null ? {} : { leftOn: PartialDate.parse(leftOn) }),
      };
      return memory.change<true, ListChangeError>((book) => {
        const line = book.linesById.get(lineId);
        if (line === undefined) return err({ type: "line-unknown" });
        const event = { type: "line-removed", ...memory.lineFacts(book), ...why } as const;
        const removed = withRemovedPerson(book, line, event);
        return removed.ok ? ok({ book: removed.value.book, value: true }) : removed;
      });
    },
    restorePerson: async (lineId) => say(lineId, (common) => ({ type: "line-restored", ...common })),
    readTypings: async () => typingsOf(memory.read()),
    keepTyping: async (given) => {
      const typing = PersonTyping.parse(given);
      return memory.change<true, never>((book) =>
        ok({ book: withTyping(book, typing, "").book, value: true, isUnseen: true }),
      );
    },
    dropTyping: async (lineId) => drop(lineId),
    declareHeadcount: async (count) => {
      if (!Number.isInteger(count) || count < 0 || count > headcountLimit) return err({ type: "headcount-invalid" });
      return memory.change<true, ListChangeError>((book) => {
        const event = { type: "headcount-declared", atMs: memory.nowMs(), by: practiceOfficer, count } as const;
        const declared = withListEvent(book, event, "");
        return declared.ok ? ok({ book: declared.value.book, value: true }) : declared;
      });
    },
    signAndSealList: async (given) => sign(memory, ListStatement.parse(given)),
    postpone: async (lineId, given) => {
      const postponement = Postponement.parse(given);
      return say(lineId, (common) => ({ type: "line-postponed", ...common, postponement }));
    },
    takeUp: async (lineId) => say(lineId, (common) => ({ type: "line-taken-up", ...common })),
    recordOutcome: async (lineId, outcome, given) => {
      const said = { outcome: LineOutcome.parse(outcome), note: lineNoteOf(given) };
      return close(lineId, ({ state }, common) => planOutcome(state, said, common));
    },
    withdrawOutcome: async (lineId) =>
      close(lineId, ({ state }, common) => ok({ type: "outcome-withdrawn", ...common, rev: state.outcomeRev + 1 })),
  };
}

function sign(
  memory: PracticeMemory,
  statement: ListStatement,
): Result<{ readonly rev: number; readonly seqs: readonly number[] }, ListSealError> {
  return memory.change<{ readonly rev: number; readonly seqs: readonly number[] }, ListSealError>((book) => {
    const onList = linesOf(book).filter(({ removed }) => removed === null).length;
    const { headcount } = statement;
    if (statement.onList !== onList) return err({ type: "statement-disagrees", headcount });
    const rev = listRevision(listStateOf(book)) + 1;
    const event = { type: "list-signed", atMs: memory.nowMs(), by: practiceOfficer, rev, statement } as const;
    const signed = withListEvent(book, event, "");
    return signed.ok ? ok({ book: signed.value.book, value: { rev, seqs: [] } }) : signed;
  });
}

/** As the real view, with nothing of it ever on its way: when all is asked, all is done. */
function practiceListView(book: PracticeBook, nowMs: number): ListView {
  const list = listStateOf(book);
  const rows = buildListRows(book, new Map());
  const onList = rows.filter(({ removed }) => removed === null).length;
  const progressRows = rows.map(toProgressRow);
  const next = recommendNextAction(list, progressRows, null, nowMs, 0);
  return {
    list,
    rows,
    progress: countProgress(progressRows),
    next: next.type === "send" ? { type: "all-done", accepted: 0, received: 0 } : next,
    headcountDifference: headcountDifference(list, onList),
    savedAtMs: null,
    changedAfterSigning: countListChanges(book),
    delivery: null,
    premises: null,
    damagedRecords: 0,
  };
}
