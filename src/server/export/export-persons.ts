// The person file and its codebook: one row a person, codes as in the instrument, in the order of asking. What was
// answered in own words goes to the coders' file as well.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  codeList,
  codeListSources,
  codingQueue,
  codingQueueLists,
  exportColumns,
  exportRow,
  loadCodeList,
} from "#census";
import type { Database } from "../store/database.ts";
import { readInstitutions } from "../store/device-store.ts";
import { countedForms } from "./counted-forms.ts";
import { byteOrderMark, csvRow } from "./csv.ts";
import { openCsvFile } from "./csv-file.ts";

/** What stands before the questionnaire's own columns. */
const leadColumns = [
  "institution",
  "institution_kind",
  "kato",
  "tablet",
  "form",
  "revision",
  "line",
  "source",
  "late",
  "accepted_at",
] as const;

const queueColumns = ["form", "question", "list", "text", "suggested_codes", "suggested_first"] as const;

/** Writes persons.csv, coding-queue.csv, codebook.csv and code-lists.csv into the folder. */
export async function exportPersons(
  database: Database,
  folder: string,
): Promise<{ readonly persons: number; readonly toCode: number }> {
  mkdirSync(folder, { recursive: true });
  writeCodebook(join(folder, "codebook.csv"));
  writeCodeLists(join(folder, "code-lists.csv"));
  await Promise.all(codingQueueLists.map(async (name) => loadCodeList(name)));
  const institutionsById = new Map((await readInstitutions(database)).map((found) => [found.id, found]));
  const columns = exportColumns().map(({ name }) => name);
  const file = await openCsvFile(join(folder, "persons.csv"), [...leadColumns, ...columns]);
  const queue = await openCsvFile(join(folder, "coding-queue.csv"), queueColumns);
  let persons = 0;
  let toCode = 0;
  for await (const { row, form, interview } of countedForms(database)) {
    const institution = institutionsById.get(row.institutionId);
    await file.write([
      row.institutionId,
      institution?.kind ?? "",
      institution?.kato ?? "",
      row.sourceId,
      form.id,
      String(form.rev),
      String(form.line),
      form.source.kind,
      row.isLate ? "1" : "0",
      new Date(row.acceptedAt).toISOString(),
      ...exportRow(interview),
    ]);
    persons += 1;
    for (const { question, list, text, suggestions } of codingQueue(interview, codeList)) {
      const [first] = suggestions;
      const codes = suggestions.map(({ code }) => code).join(" ");
      await queue.write([form.id, question, list, text, codes, first === undefined ? "" : first.ru]);
      toCode += 1;
    }
  }
  await file.end();
  await queue.end();
  return { persons, toCode };
}

/** One row a column and code: what a column means, in three languages. */
function writeCodebook(file: string): void {
  const head = ["column", "form", "question", "type", "list", "code", "kk", "ru", "en"];
  const rows = exportColumns().flatMap(({ name, form, id, type, list, label, codes }) => [
    [name, form, id, type, list ?? "", "", label.kk, label.ru, label.en],
    ...codes.map(({ code, label: text }) => [name, form, id, type, list ?? "", code, text.kk, text.ru, text.en]),
  ]);
  writeFileSync(file, byteOrderMark + [head, ...rows].map(csvRow).join(""));
}

/** Where each code list comes from and which of its wordings are official. */
function writeCodeLists(file: string): void {
  const head = ["list", "source", "edition", "licence", "kk", "ru", "en", "remark"];
  const rows = Object.entries(codeListSources).map(([list, { source, edition, licence, languages, remark }]) => [
    list,
    source,
    edition,
    licence,
    languages.kk,
    languages.ru,
    languages.en,
    remark,
  ]);
  writeFileSync(file, byteOrderMark + [head, ...rows].map(csvRow).join(""));
}
