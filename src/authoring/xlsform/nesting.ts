// Which groups and repeats each end row closes. Where begins and ends do not match, the author is told at the row that is
// wrong, and the reading goes on: an end closes what stands open up to its own begin, or nothing.
import { typeOf } from "./row-type.ts";
import type { Row, Workbook } from "./workbook.ts";

export type BlockKind = "group" | "repeat";

/** What each end row closes, the innermost first. */
export type Nesting = ReadonlyMap<Row, readonly BlockKind[]>;

const begins: ReadonlyMap<string, BlockKind> = new Map([
  ["begin_group", "group"],
  ["begin_repeat", "repeat"],
]);
const ends: ReadonlyMap<string, BlockKind> = new Map([
  ["end_group", "group"],
  ["end_repeat", "repeat"],
]);

export function readNesting(workbook: Workbook): Nesting {
  const open: { readonly kind: BlockKind; readonly row: Row }[] = [];
  const closes = new Map<Row, readonly BlockKind[]>();
  for (const row of workbook.survey) {
    const { type } = typeOf(row);
    const begun = begins.get(type);
    if (begun !== undefined) open.push({ kind: begun, row });
    const ended = ends.get(type);
    if (ended === undefined) continue;
    const at = open.findLastIndex(({ kind }) => kind === ended);
    const closed = at === -1 ? [] : open.splice(at).toReversed();
    if (at === -1) workbook.note(row, "type", "block-not-opened");
    for (const inner of closed.slice(0, -1)) {
      workbook.note(inner.row, "type", "block-not-closed", `${inner.row.look("type")} (${row.number})`);
    }
    closes.set(
      row,
      closed.map(({ kind }) => kind),
    );
  }
  for (const { row } of open) workbook.note(row, "type", "block-not-closed");
  return closes;
}
