// `instrument import-xlsform FILE.xlsx --out FILE.json`: an XLSForm as a definition file, and a list of what is not in it.
import { readFileSync, writeFileSync } from "node:fs";
import readWorkbook from "read-excel-file/node";
import { errorLines, explainError, importXlsform, type ImportedForm, type SheetText } from "#authoring";
import type { Language } from "#questionnaire";
import { print, Refusal, type Command } from "./command.ts";
import { authoringLanguage } from "./instrument-files.ts";
import { censusAuthoringHost } from "./instrument-host.ts";
import { xlsformWords } from "./instrument-xlsform-words.ts";

const bytesLimit = 20_000_000;

export const runInstrumentImportXlsform: Command = async (_settings, { words, out, lang, json: isJson = false }) => {
  const language = authoringLanguage(lang, process.env["LANG"]);
  const say = xlsformWords[language];
  const [file] = words;
  if (file === undefined) throw new Refusal("no-file", say.noFile);
  if (out === undefined) throw new Refusal("no-file", say.noOut);
  const result = importXlsform(await readSheets(file, say.notAWorkbook), censusAuthoringHost);
  if (!result.ok && result.error.type !== "not-consistent")
    throw new Refusal(result.error.type, say.errors[result.error.type]);
  const form = result.ok ? result.value : result.error.type === "not-consistent" ? result.error.form : null;
  if (form === null) throw new Refusal("nothing-usable", say.errors["nothing-usable"]);
  writeFileSync(out, `${JSON.stringify(form.definition, null, 2)}\n`);
  if (isJson) print(JSON.stringify({ names: form.names, notTaken: form.notTaken }, null, 2));
  else for (const line of report(form, language)) print(line);
  if (result.ok) {
    if (!isJson) print(say.written(out));
    return 0;
  }
  const errors = result.error.type === "not-consistent" ? result.error.errors : [];
  for (const error of errors)
    for (const line of errorLines(explainError(error, language), language)) process.stderr.write(`${line}\n`);
  throw new Refusal("not-consistent", say.toMend(out));
};

function report({ notTaken }: ImportedForm, language: Language): readonly string[] {
  const say = xlsformWords[language];
  return [
    ...notTaken.map(
      ({ sheet, row, column, value, why }) => `${say.cell(sheet, row, column)}: ${say.why[why]} — ${value}`,
    ),
    say.count(notTaken.length),
  ];
}

async function readSheets(file: string, notAWorkbook: string): Promise<readonly SheetText[]> {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > bytesLimit) throw new Error("too large");
    const sheets = await readWorkbook(bytes);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
  } catch {
    throw new Refusal("not-a-workbook", notAWorkbook);
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "string" ? cell : typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}
