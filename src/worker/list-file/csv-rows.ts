// Text with comma, semicolon or tab between cells. The separator is the one under which the first rows read like the
// heading of a list; without a heading, the one that occurs most.
import { headerSearchRows, matchColumns, type TableRows } from "#fieldwork";
import { err, ok, type Result } from "#questionnaire";
import Papa from "papaparse";
import type { ListFileError } from "./list-file-error.ts";

const separators = [";", ",", "\t"] as const;

/** Every line as a row, empty ones too. A quotation mark that is never closed would swallow the rest of the file: refused as damaged. */
export function csvToRows(text: string): Result<TableRows, ListFileError> {
  // The first line "sep=;" is Excel's own note; it stays as an empty line so that rows keep their numbers.
  // Line ends are made one kind first: a file put together from two programs has both.
  const lines = text.replace(/\r\n?/gu, "\n");
  const note = /^sep=(.)(?=\n)/iu.exec(lines);
  const body = note === null ? lines : lines.slice(note[0].length);
  const delimiter = note?.[1] ?? guessSeparator(body);
  const parsed = Papa.parse<string[]>(body, { delimiter });
  if (parsed.errors.some((error) => error.code === "MissingQuotes")) return err({ type: "file-damaged" });
  const rows = parsed.data;
  // The line feed that ends the last line begins no row.
  const last = rows.at(-1);
  return ok(last?.length === 1 && last[0] === "" ? rows.slice(0, -1) : rows);
}

function guessSeparator(text: string): string {
  let best = { separator: ",", score: 0 };
  for (const separator of separators) {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: headerSearchRows });
    const columns = Math.max(0, ...data.map((row) => Object.keys(matchColumns(row)).length));
    const cells = data.reduce((sum, row) => sum + row.length - 1, 0);
    const score = columns * 1000 + Math.min(cells, 999);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}
