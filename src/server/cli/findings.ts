// `findings --out DIR`: what only the Department can see, over persons, households and tablets.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findAtCentre } from "../centre/centre-findings.ts";
import { openCsvFile } from "../export/csv-file.ts";
import { openWorkplace, readInstrumentTexts } from "../workplace.ts";
import { print, printDatabaseLine, Refusal, type Command } from "./command.ts";

export const runFindings: Command = async (settings, { out }) => {
  if (out === undefined) throw new Refusal("no-folder", "name a folder with --out");
  const place = await openWorkplace(settings, printDatabaseLine);
  try {
    const findings = await findAtCentre(
      place.database,
      await readInstrumentTexts(place),
      place.file.windows,
      place.nowMs(),
    );
    mkdirSync(out, { recursive: true });
    const file = await openCsvFile(join(out, "centre-findings.csv"), [
      "institution",
      "tablet",
      "line",
      "edit",
      "level",
      "beside",
    ]);
    for (const { institution, tablet, line, edit, level, beside } of findings) {
      await file.write([institution, tablet ?? "", line === null ? "" : String(line), edit, level, beside ?? ""]);
    }
    await file.end();
    print(`${findings.length} findings in ${out}`);
  } finally {
    await place.close();
  }
  return 0;
};
