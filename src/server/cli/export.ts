// `export --format csv --out DIR`.
import { exportLines } from "../export/export-lines.ts";
import { exportForms } from "../export/export-forms.ts";
import { openWorkplace, readInstrumentTexts } from "../workplace.ts";
import { print, printDatabaseLine, Refusal, type Command } from "./command.ts";

export const runExport: Command = async (settings, { format, out }) => {
  if (format !== "csv") throw new Refusal("format-unknown", "the format is csv");
  if (out === undefined) throw new Refusal("no-folder", "name a folder with --out");
  const place = await openWorkplace(settings, printDatabaseLine);
  try {
    const instruments = await readInstrumentTexts(place);
    const { persons, premises, awaiting, ofNoVersion, toCode } = await exportForms(place.database, instruments, out);
    print(`${persons} persons in ${out}, ${toCode} answers in own words to be coded`);
    print(`${premises} forms of the premises: premises.csv`);
    if (awaiting > 0) print(`${awaiting} forms await a permission: awaiting-permission.csv`);
    if (ofNoVersion > 0) print(`${ofNoVersion} forms of a version that is not here: unknown-version.csv`);
    const { lines, open } = await exportLines(place.database, out);
    print(`${lines} lines of the lists, ${open} still open`);
  } finally {
    await place.close();
  }
  return 0;
};
