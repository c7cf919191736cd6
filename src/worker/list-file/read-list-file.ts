// An institution's own file (CSV or XLSX) as rows of text. The kind is told by the bytes; the name only refuses what
// could not be a list. What the rows mean is #fieldwork's matter.
import { headerSearchRows, listRowsLimit, type TableRows } from "#fieldwork";
import { err, ok, type Result } from "#questionnaire";
import { csvToRows } from "./csv-rows.ts";
import type { ListFileError } from "./list-file-error.ts";
import { decodeText, type TextEncoding } from "./text-encoding.ts";
import { xlsxToRows } from "./xlsx-rows.ts";

/** Far above any list of 10,000 people, and small enough to be unpacked on a cheap tablet. */
export const listFileBytesLimit = 20 * 1024 * 1024;

export interface ListFile {
  readonly format: "csv" | "xlsx";
  /** Null for XLSX, which knows no other than UTF-8. */
  readonly encoding: TextEncoding | null;
  /** The row with index 0 is row 1 of the file: empty rows in between are kept, so that row numbers are the file's own. */
  readonly rows: TableRows;
}

const extensions = /\.(csv|tsv|txt|xlsx|xlsm)$/iu;

/** The rows of the file; dates come as `yyyy-mm-dd`, numbers with every digit that the file holds. */
export async function readListFile(bytes: Uint8Array, fileName: string): Promise<Result<ListFile, ListFileError>> {
  if (bytes.length > listFileBytesLimit) {
    return err({ type: "file-too-large", bytes: bytes.length, limit: listFileBytesLimit });
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return err({ type: "not-a-list-file", looksLike: "xls" });
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return err({ type: "not-a-list-file", looksLike: "pdf" });
  if (fileName.includes(".") && !extensions.test(fileName)) {
    return err({ type: "not-a-list-file", looksLike: "other" });
  }
  const file = startsWith(bytes, [0x50, 0x4b]) ? await readXlsx(bytes) : readCsv(bytes);
  if (!file.ok) return file;
  // Some rows above the limit may be a title; #fieldwork counts again below the heading.
  const filled = file.value.rows.filter((row) => row.some((cell) => cell.trim() !== "")).length;
  const limit = listRowsLimit + headerSearchRows;
  return filled > limit ? err({ type: "too-many-rows", rows: filled, limit: listRowsLimit }) : file;
}

async function readXlsx(bytes: Uint8Array): Promise<Result<ListFile, ListFileError>> {
  const rows = await xlsxToRows(bytes);
  return rows.ok ? ok({ format: "xlsx", encoding: null, rows: rows.value }) : rows;
}

function readCsv(bytes: Uint8Array): Result<ListFile, ListFileError> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const rows = csvToRows(text.value.text);
  return rows.ok ? ok({ format: "csv", encoding: text.value.encoding, rows: rows.value }) : rows;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
