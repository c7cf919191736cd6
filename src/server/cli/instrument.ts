// `instrument …`: everything done with definition files, from the first draft to the questionnaire in place.
import type { Command } from "./command.ts";
import { runInstrumentCheck } from "./instrument-check.ts";
import { runInstrumentImportXlsform } from "./instrument-import-xlsform.ts";
import { runInstrumentInstall } from "./instrument-install.ts";
import { runInstrumentPreview } from "./instrument-preview.ts";
import { runInstrumentPrint } from "./instrument-print.ts";
import { runInstrumentSchema } from "./instrument-schema.ts";
import { runInstrumentSign } from "./instrument-sign.ts";

const commands: ReadonlyMap<string, Command> = new Map([
  ["schema", runInstrumentSchema],
  ["check", runInstrumentCheck],
  ["print", runInstrumentPrint],
  ["preview", runInstrumentPreview],
  ["sign", runInstrumentSign],
  ["install", runInstrumentInstall],
  ["import-xlsform", runInstrumentImportXlsform],
]);

export const instrumentUsage = `usage: npm run sanaq -- instrument COMMAND
  check FILE... [--lang kk|ru|en] [--json]      errors, or an example for each question and edit
  print FILE... [--lang kk|ru|en] --out FILE    the forms as one HTML page, to read and print
  preview FILE... [--port N] [--lang kk|ru|en]  tries the questionnaire in a browser of this machine
  sign FILE... [--out FILE]                     definition files become one signed questionnaire
  install FILE [--lang kk|ru|en]                puts a signed questionnaire in place
  import-xlsform FILE.xlsx --out FILE [--json]  an XLSForm as a definition file, and what is not in it
  schema [--out FILE]                           writes docs/questionnaire.schema.json
One FILE of a questionnaire is enough: those that its part "together" names are found in its folder.
`;

/** The first word names the command, the rest are its own. */
export const runInstrument: Command = async (settings, options) => {
  const [name = "", ...words] = options.words;
  const command = commands.get(name);
  if (command === undefined) {
    process.stderr.write(instrumentUsage);
    return 2;
  }
  return command(settings, { ...options, words });
};
