// A signed list as payload lines, cut into parts that fit a batch each (protocol.md 4.4: at most 200 a batch).
import { err, ok, type Result } from "#questionnaire";
import type { PayloadError } from "./errors.ts";
import type { LineState } from "./line.ts";
import { listAsOf } from "./list-event.ts";
import type { ListState } from "./list.ts";
import type { ListHeadLine, ListPersonLine } from "./payload-line.ts";
import { payloadLineFits } from "./payload-size.ts";

/** The most persons that one batch carries. */
export const personsPerBatch = 200;

/** The lines of one batch: the head, then its persons by number. */
export type ListBatch = readonly [ListHeadLine, ...ListPersonLine[]];

/**
 * The last signed revision of the list as one or more batches. Every line goes along, those taken off too, so that
 * each revision is whole by itself; an institution without residents still sends its head (a zero report).
 */
export function planListBatches(
  list: ListState,
  lines: readonly LineState[],
): Result<readonly ListBatch[], PayloadError> {
  const signing = list.state === "not-started" ? undefined : list.signings.at(-1);
  if (list.state === "not-started" || signing === undefined) return err({ type: "list-not-signed" });
  const { rev, statement, atMs } = signing;
  const persons = lines
    .toSorted((a, b) => a.number - b.number)
    .map((line): ListPersonLine => ({
      typ: "list-line",
      v: 1,
      list: list.list,
      rev,
      lineId: line.lineId,
      number: line.number,
      stage: line.stage,
      person: line.person,
      removed: line.removed === null ? null : removalOf(line.removed),
    }));
  const parts = Math.max(1, Math.ceil(persons.length / personsPerBatch));
  const batches: ListBatch[] = [];
  for (let part = 1; part <= parts; part += 1) {
    const head: ListHeadLine = {
      typ: "list-head",
      v: 1,
      list: list.list,
      rev,
      asOf: listAsOf,
      signedAtMs: atMs,
      headcount: statement.headcount,
      total: persons.length,
      onList: lines.filter((line) => line.removed === null).length,
      differenceReason: statement.differenceReason,
      part,
      parts,
    };
    const batch: ListBatch = [head, ...persons.slice((part - 1) * personsPerBatch, part * personsPerBatch)];
    for (const line of batch) {
      const fits = payloadLineFits(line);
      if (!fits.ok) return fits;
    }
    batches.push(batch);
  }
  return ok(batches);
}

function removalOf({ reason, leftOn }: NonNullable<LineState["removed"]>): ListPersonLine["removed"] {
  return leftOn === null ? { reason } : { reason, leftOn };
}
