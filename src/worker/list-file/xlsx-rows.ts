// An XLSX file as rows of text, through read-excel-file's `universal` entry: the only one that starts no workers for
// the XML (zip-archive.ts tells of the other ones).
import { findHeaderRow, matchColumns, type TableRows } from "#fieldwork";
import { err, ok, type Result } from "#questionnaire";
import readWorkbook from "read-excel-file/universal";
import type { ListFileError } from "./list-file-error.ts";
import { unzip, zipStored } from "./zip-archive.ts";

/** What 10,000 rows of a list take as XML is under 20 MB; above this it is no list, or an archive made to explode. */
const unpackedBytesLimit = 64 * 1024 * 1024;

/** The rows of the sheet that reads most like a list (by its headings); the first sheet where none does. */
export async function xlsxToRows(bytes: Uint8Array): Promise<Result<TableRows, ListFileError>> {
  const entries = await unzip(bytes, (name) => /\.(xml|rels)$/u.test(name), unpackedBytesLimit);
  if ("type" in entries) {
    return entries.type === "zip-damaged"
      ? err({ type: "file-damaged" })
      : err({ type: "file-too-large", bytes: unpackedBytesLimit + 1, limit: unpackedBytesLimit });
  }
  if (!entries.some((entry) => entry.name === "xl/workbook.xml")) {
    return err({ type: "not-a-list-file", looksLike: "zip" });
  }
  const sheets = await readSheets(zipStored(entries).buffer);
  if (sheets === null) return err({ type: "file-damaged" });
  const tables = sheets.map((sheet) => sheet.map((row) => row.map(cellText)));
  return ok(tables.toSorted((a, b) => headingCount(b) - headingCount(a))[0] ?? []);
}

async function readSheets(archive: ArrayBuffer): Promise<readonly (readonly (readonly unknown[])[])[] | null> {
  try {
    // Numbers are left as the file writes them: as JavaScript numbers they would be rounded before we see them.
    const sheets = await readWorkbook<string>(archive, { parseNumber: (digits) => digits });
    return sheets.map((sheet) => sheet.data);
  } catch (error) {
    // The reader has two error classes for bad files and throws plain ones from its XML parser besides: whatever it
    // throws on bytes that are a workbook by their names says that the file is broken.
    if (error instanceof Error) return null;
    throw error;
  }
}

function headingCount(rows: TableRows): number {
  const header = rows[findHeaderRow(rows) ?? -1];
  return header === undefined ? 0 : Object.keys(matchColumns(header)).length;
}

/** Dates as `yyyy-mm-dd` (the reader gives them at UTC midnight), whole numbers with all digits, errors of formulas as nothing. */
function cellText(cell: unknown): string {
  if (typeof cell === "string") return plainNumber(cell);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return "";
}

/** `1.50620190003E11` is what some programs write for 150620190003. */
function plainNumber(text: string): string {
  if (!/^\d+(\.\d+)?[eE]\+?\d+$/u.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : text;
}
