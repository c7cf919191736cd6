// The list as the screens show it: lines of the book, their interviews, and what the outbox says of their forms.
import { countProgress, headcountDifference, recommendNextAction, type ProgressRow } from "#fieldwork";
import type { OutboxEntry } from "#sync";
import { listStateOf, type Book } from "./book.ts";
import { formFactsById, markOf } from "./delivery-facts.ts";
import { buildListRows, buildPremises, countListChanges, premisesProgressRows, toProgressRow } from "./list-rows.ts";
import type { ListView } from "./list-view.ts";

/** The whole view anew; a list has less than a thousand lines. */
export function buildListView(book: Book, entries: readonly OutboxEntry[], dev: string, nowMs: number): ListView {
  const list = listStateOf(book);
  const forms = formFactsById(entries, dev);
  const rows = buildListRows(book, forms);
  const premises = buildPremises(book, forms);
  const changedAfterSigning = countListChanges(book);
  const onList = rows.filter(({ removed }) => removed === null).length;
  const progressRows = [...rows.map(toProgressRow), ...premisesProgressRows(premises)];
  return {
    list,
    rows,
    progress: countProgress(progressRows),
    next: recommendNextAction(list, progressRows, premises?.form.state ?? null, nowMs, changedAfterSigning),
    headcountDifference: headcountDifference(list, onList),
    savedAtMs: savedAtOf(book),
    changedAfterSigning,
    delivery: listDelivery(entries, dev),
    premises,
    damagedRecords: book.damagedRecords,
  };
}

/** What the counts need, without the rest of the view. */
export function progressRowsOf(book: Book, entries: readonly OutboxEntry[], dev: string): readonly ProgressRow[] {
  const forms = formFactsById(entries, dev);
  return [...buildListRows(book, forms).map(toProgressRow), ...premisesProgressRows(buildPremises(book, forms))];
}

function savedAtOf({ list, linesById }: Book): number | null {
  const logs = [...(list === null ? [] : [list]), ...linesById.values()];
  const times = logs.flatMap(({ events }) => events.at(-1)?.atMs ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

/** A list goes in several batches; it is where its slowest part is. */
export function listDelivery(entries: readonly OutboxEntry[], dev: string): ListView["delivery"] {
  const rev = Math.max(0, ...entries.map(({ listRev }) => listRev ?? 0));
  const order = ["refused", "quarantined", "sealed", "exported", "stored", "accepted"] as const;
  const [slowest] = entries
    .filter(({ listRev }) => listRev === rev && rev > 0)
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return slowest === undefined ? null : { rev, state: slowest.state, mark: markOf(slowest, dev) };
}
