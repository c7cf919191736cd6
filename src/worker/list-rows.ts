// The lines as the screens show them, each with the place of its form. What the outbox says comes in as facts: nothing in
// here knows of sending.
import {
  changedSince,
  deriveFormState,
  listedAge,
  listRevision,
  type InterviewState,
  type LineState,
  type OutcomeState,
  type ProgressRow,
} from "#fieldwork";
import { cancelledOf, interviewOf, linesOf, listStateOf, type InterviewLog, type WorkBook } from "./book.ts";
import type { FormFacts } from "./delivery-facts.ts";
import type { CancelledForm, FormStateView, ListRow, ListView } from "./list-view.ts";
import { premisesOf } from "./subject.ts";

/** All lines by number, those taken off too. `forms` is by the id of the interview, of an outcome by the line's. */
export function buildListRows(book: WorkBook, forms: ReadonlyMap<string, FormFacts>): readonly ListRow[] {
  const lastRev = listRevision(listStateOf(book));
  const cancelled = cancelledOf(book);
  return linesOf(book).map((line) => ({
    ...rowOf(book, line, lastRev, forms),
    cancelled: (cancelled.get(line.lineId) ?? []).flatMap(toCancelledForm),
  }));
}

/** Lines that are not as the Department was last told. */
export function countListChanges(book: WorkBook): number {
  const lastRev = listRevision(listStateOf(book));
  return linesOf(book).filter((line) => changedSince(line, lastRev)).length;
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

function toCancelledForm({ interview, cancelled }: InterviewState): readonly CancelledForm[] {
  return cancelled === null ? [] : [{ interviewId: interview, ...cancelled }];
}

function rowOf(
  book: WorkBook,
  line: LineState,
  lastRev: number,
  forms: ReadonlyMap<string, FormFacts>,
): Omit<ListRow, "cancelled"> {
  const interview = interviewOf(book, line.lineId);
  const interviewId = interview?.state.interview ?? null;
  return {
    lineId: line.lineId,
    number: line.number,
    person: line.person,
    removed: line.removed,
    postponed: line.postponed,
    outcome: line.outcome,
    certificate: line.certificate,
    toldApartFrom: line.toldApartFrom,
    stage: line.stage,
    origin: line.origin,
    addedAtMs: line.addedAtMs,
    isChangedAfterSigning: changedSince(line, lastRev),
    ageYears: listedAge(line.person),
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

/** The form of the premises; null before the list was begun. */
export function buildPremises(book: WorkBook, forms: ReadonlyMap<string, FormFacts>): ListView["premises"] {
  const premises = premisesOf(book);
  if (premises === null) return null;
  const { lineId } = premises;
  const interview = interviewOf(book, lineId);
  const facts = interview === null ? null : (forms.get(interview.state.interview) ?? null);
  return { lineId, form: buildFormStateView(interview, facts) };
}

/** Counted like a line that was taken off: only its finished form is in a place. */
export function premisesProgressRows(premises: ListView["premises"]): readonly ProgressRow[] {
  if (premises === null) return [];
  const { lineId, form } = premises;
  return [{ lineId, number: 0, isOnList: false, form: form.state, savedAtMs: form.savedAtMs, postponed: null }];
}

/** What the counts need of a row. */
export function toProgressRow(row: ListRow): ProgressRow {
  return {
    lineId: row.lineId,
    number: row.number,
    isOnList: row.removed === null,
    form: row.form.state,
    savedAtMs: row.form.savedAtMs,
    postponed: row.postponed === null ? null : { untilMs: row.postponed.untilMs },
  };
}
