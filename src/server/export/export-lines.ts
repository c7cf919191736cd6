// The file of lines: how each line of each list is closed, so that coverage can be counted (O11). No names.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readClosings } from "../store/closing-store.ts";
import type { Database } from "../store/database.ts";
import { byteOrderMark, csvRow } from "./csv.ts";

/** Writes lines.csv into the folder; returns how many lines there are and how many are still open. */
export async function exportLines(
  database: Database,
  folder: string,
): Promise<{ readonly lines: number; readonly open: number }> {
  mkdirSync(folder, { recursive: true });
  const closings = await readClosings(database);
  const head = ["institution", "tablet", "line", "line_id", "stage", "closing"];
  const rows = closings.map(({ institution, sourceId, line, lineId, stage, closing }) => [
    institution,
    sourceId,
    String(line),
    lineId,
    String(stage),
    closing,
  ]);
  writeFileSync(join(folder, "lines.csv"), byteOrderMark + [head, ...rows].map(csvRow).join(""), { mode: 0o600 });
  return { lines: closings.length, open: closings.filter(({ closing }) => closing === "open").length };
}
