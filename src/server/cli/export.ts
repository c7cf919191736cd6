// `export --format csv --out DIR`.
import { exportLines } from "../export/export-lines.ts";
import { exportPersons } from "../export/export-persons.ts";
import { openWorkplace } from "../workplace.ts";
import { print, printDatabaseLine, Refusal, type Command } from "./command.ts";

export const runExport: Command = async (settings, { format, out }) => {
  if (format !== "csv") throw new Refusal("format-unknown", "the format is csv");
  if (out === undefined) throw new Refusal("no-folder", "name a folder with --out");
  const place = await openWorkplace(settings, printDatabaseLine);
  try {
    const { persons, toCode } = await exportPersons(place.database, out);
    print(`${persons} persons in ${out}, ${toCode} answers in own words to be coded`);
    const { lines, open } = await exportLines(place.database, out);
    print(`${lines} lines of the lists, ${open} still open`);
  } finally {
    await place.close();
  }
  return 0;
};
