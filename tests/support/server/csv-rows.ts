// An exported table as a program reads it back.
import { readFileSync } from "node:fs";
import Papa from "papaparse";

/** Head and rows as cells. The apostrophe that disarms a formula is taken off: an id may begin with "-". */
export function csvRows(file: string): readonly (readonly string[])[] {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  return data.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, "")));
}
