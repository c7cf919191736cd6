// An institution's own file as people for the list (T-04). Good rows come in whatever the bad ones hold; each refused
// row is named with its number, column and reason; a file read twice adds nothing.
import { err, ok, type Result } from "#questionnaire";
import type { ListImportError } from "./errors.ts";
import { findHeaderRow, hasNameColumns, matchColumns, type ListColumns, type ListMapping } from "./list-columns.ts";
import type { ListPerson } from "./list-person.ts";
import type { NumberedPerson } from "./likely-duplicates.ts";
import { createKnownPeople } from "./known-people.ts";
import { parseListRow, type ImportNotice, type RefusalReason } from "./list-row.ts";

/** The most people one file may hold. */
export const listRowsLimit = 10_000;

/** Cells as text, row by row, as the file's reader gives them; rows may be ragged. */
export type TableRows = readonly (readonly string[])[];

/** What the officer is shown before anything is taken. */
export interface ListGuess {
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly columns: ListColumns;
  /** Rows below the heading that hold anything. */
  readonly rows: number;
}

/** A row that became a person; `row` is the number a table program shows, from 1. */
export interface AcceptedRow {
  readonly row: number;
  readonly person: ListPerson;
  readonly notices: readonly ImportNotice[];
}

/** A row whose person is on the list (`line`) or higher in the same file (`sameAsRow`). */
export type AlreadyThereRow =
  | { readonly row: number; readonly line: number; readonly sameAsRow: null }
  | { readonly row: number; readonly line: null; readonly sameAsRow: number };

/** A row that was not taken. `column` counts from 0; null where the reason lies in no single column. */
export interface RefusedRow {
  readonly row: number;
  readonly column: number | null;
  readonly reason: RefusalReason;
}

/** What became of each row that held anything: the three lists together name every one once. */
export interface ListImport {
  readonly accepted: readonly AcceptedRow[];
  readonly alreadyThere: readonly AlreadyThereRow[];
  readonly refused: readonly RefusedRow[];
}

/** Finds the heading row and its columns, or says why the file cannot be a list. A missing name column is not refused here: the officer may point at it. */
export function guessList(rows: TableRows): Result<ListGuess, ListImportError> {
  if (!rows.some(hasText)) return err({ type: "list-file-empty" });
  const headerRow = findHeaderRow(rows);
  const header = headerRow === null ? undefined : rows[headerRow];
  if (headerRow === null || header === undefined) return err({ type: "header-missing" });
  const data = rows.slice(headerRow + 1).filter(hasText).length;
  if (data > listRowsLimit) return err({ type: "too-many-rows", rows: data, limit: listRowsLimit });
  return ok({ headerRow, header, columns: matchColumns(header), rows: data });
}

/**
 * Every row below the heading, judged. `existing` is every line there is, those taken off too: importing a file again
 * must not bring back a person who was taken off. Two rows are one person by equal IIN or, unless both have an IIN, by
 * equal folded name, birth and sex.
 */
export function parseListRows(
  rows: TableRows,
  mapping: ListMapping,
  existing: readonly NumberedPerson[],
): Result<ListImport, ListImportError> {
  const data = rows
    .map((cells, index) => ({ cells, index }))
    .filter(({ cells, index }) => index > mapping.headerRow && hasText(cells));
  if (data.length === 0) return err({ type: "list-file-empty" });
  if (!hasNameColumns(mapping.columns)) return err({ type: "no-name-column" });
  if (data.length > listRowsLimit) return err({ type: "too-many-rows", rows: data.length, limit: listRowsLimit });

  const onList = createKnownPeople(existing);
  const inFile = createKnownPeople([]);
  const accepted: AcceptedRow[] = [];
  const alreadyThere: AlreadyThereRow[] = [];
  const refused: RefusedRow[] = [];
  for (const { cells, index } of data) {
    const row = index + 1;
    const parsed = parseListRow(cells, mapping);
    if (!parsed.ok) {
      refused.push({ row, ...parsed.error });
      continue;
    }
    const { person, notices } = parsed.value;
    const line = onList.find(person);
    const sameAsRow = line === null ? inFile.find(person) : null;
    if (line !== null) alreadyThere.push({ row, line, sameAsRow: null });
    else if (sameAsRow !== null) alreadyThere.push({ row, line: null, sameAsRow });
    else {
      inFile.add({ number: row, person });
      accepted.push({ row, person, notices });
    }
  }
  return ok({ accepted, alreadyThere, refused });
}

function hasText(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== "");
}
