// The list as the screens show it: lines of the book, their interviews, and what the outbox says of their forms.
import { ageAtCensus } from "#census";
import {
  changedSince,
  countProgress,
  deriveFormState,
  headcountDifference,
  listRevision,
  recommendNextAction,
  type LineState,
  type OutcomeState,
  type ProgressRow,
} from "#fieldwork";
import type { OutboxEntry } from "#sync";
import { linesOf, listStateOf, type Book, type InterviewLog } from "./book.ts";
import { formFactsById, markOf, type FormFacts } from "./delivery-facts.ts";
import type { FormStateView, ListRow, ListView } from "./list-view.ts";

/** The whole view anew; a list has less than a thousand lines. */
export function buildListView(book: Book, entries: readonly OutboxEntry[], dev: string, nowMs: number): ListView {
  const list = listStateOf(book);
  const forms = formFactsById(entries, dev);
  const lastRev = listRevision(list);
  const rows = linesOf(book).map((line) => rowOf(book, line, lastRev, forms));
  const onList = rows.filter(({ removed }) => removed === null).length;
  const progressRows = rows.map(toProgressRow);
  return {
    list,
    rows,
    progress: countProgress(progressRows),
    next: recommendNextAction(list, progressRows, nowMs),
    headcountDifference: headcountDifference(list, onList),
    changedAfterSigning: rows.filter(({ isChangedAfterSigning }) => isChangedAfterSigning).length,
    delivery: listDelivery(entries, dev),
    damagedRecords: book.damagedRecords,
  };
}

/** What the counts need, without the rest of the view. */
export function progressRowsOf(book: Book, entries: readonly OutboxEntry[], dev: string): readonly ProgressRow[] {
  const forms = formFactsById(entries, dev);
  return linesOf(book).map((line) => toProgressRow(rowOf(book, line, 0, forms)));
}

/** One line's form: its place, its revision, its proof. */
export function buildFormStateView(interview: InterviewLog | null, facts: FormFacts | null): FormStateView {
  return {
    state: deriveFormState(interview?.state ?? null, facts?.delivery ?? null),
    rev: interview?.state.rev ?? facts?.delivery.rev ?? null,
    savedAtMs: interview?.state.savedAtMs ?? null,
    finishedAtMs: interview?.state.finishedAtMs ?? null,
    mark: facts?.mark ?? null,
    refusals: facts?.refusals ?? [],
  };
}

function rowOf(book: Book, line: LineState, lastRev: number, forms: ReadonlyMap<string, FormFacts>): ListRow {
  const interviewId = book.interviewIdByLineId.get(line.lineId) ?? null;
  const interview = interviewId === null ? null : (book.interviewsById.get(interviewId) ?? null);
  return {
    lineId: line.lineId,
    number: line.number,
    person: line.person,
    removed: line.removed,
    postponed: line.postponed,
    outcome: line.outcome,
    stage: line.stage,
    origin: line.origin,
    addedAtMs: line.addedAtMs,
    isChangedAfterSigning: lastRev > 0 && changedSince(line, lastRev),
    ageYears: line.person.born === null ? null : ageAtCensus(line.person.born),
    interviewId,
    form:
      line.outcome === null
        ? buildFormStateView(interview, interviewId === null ? null : (forms.get(interviewId) ?? null))
        : buildOutcomeStateView(line.outcome, forms.get(line.lineId) ?? null),
  };
}

/** An outcome is in a place like a form: it was finished when it was said. The outbox knows it by the line's id. */
function buildOutcomeStateView({ rev, atMs }: OutcomeState, facts: FormFacts | null): FormStateView {
  return {
    state: deriveFormState({ state: "finished", rev }, facts?.delivery ?? null),
    rev,
    savedAtMs: atMs,
    finishedAtMs: atMs,
    mark: facts?.mark ?? null,
    refusals: facts?.refusals ?? [],
  };
}

function toProgressRow(row: ListRow): ProgressRow {
  return {
    lineId: row.lineId,
    number: row.number,
    isRemoved: row.removed !== null,
    form: row.form.state,
    savedAtMs: row.form.savedAtMs,
    postponed: row.postponed === null ? null : { untilMs: row.postponed.untilMs },
  };
}

/** A list goes in several batches; it is where its slowest part is. */
function listDelivery(entries: readonly OutboxEntry[], dev: string): ListView["delivery"] {
  const rev = Math.max(0, ...entries.map(({ listRev }) => listRev ?? 0));
  const order = ["refused", "quarantined", "sealed", "exported", "stored", "accepted"] as const;
  const [slowest] = entries
    .filter(({ listRev }) => listRev === rev && rev > 0)
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return slowest === undefined ? null : { rev, state: slowest.state, mark: markOf(slowest, dev) };
}
