// The person file, the premises file and their codebook: one row a form, codes as in the instrument, in the order of
// asking. What was answered in own words goes to the coders' file as well.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeList, codeListSources, codingQueue, codingQueueLists, exportRow, loadCodeList } from "#census";
import { allQuestionnaires, type InstrumentTexts } from "../registry/form-questionnaire.ts";
import type { Database } from "../store/database.ts";
import { readInstitutions } from "../store/device-store.ts";
import { readPermissions } from "../store/permission-store.ts";
import { countedForms, type OpenedForm } from "./counted-forms.ts";
import { byteOrderMark, csvRow } from "./csv.ts";
import { openCsvFile, type CsvFile } from "./csv-file.ts";
import { openPermissionsBy, type OpenPermission } from "./permissions.ts";
import { codebookHead, codebookRows, formColumns, versionsText } from "./form-columns.ts";

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
  "questionnaire",
] as const;

const queueColumns = ["form", "question", "list", "text", "suggested_codes", "suggested_first"] as const;
const awaitingColumns = [
  "institution",
  "tablet",
  "form",
  "revision",
  "line",
  "edit",
  "question",
  "reason",
  "state",
] as const;
const unknownColumns = ["institution", "tablet", "form", "revision", "line", "questionnaire"] as const;

export interface ExportCount {
  readonly persons: number;
  readonly premises: number;
  /** Forms that wait for the Department's permission or were refused it; they are in no other file. */
  readonly awaiting: number;
  /** Forms whose version of the questionnaire is not here any more. */
  readonly ofNoVersion: number;
  /** Answers in own words, for the coders. */
  readonly toCode: number;
}

interface ExportFiles {
  readonly persons: CsvFile;
  readonly premises: CsvFile;
  readonly queue: CsvFile;
  readonly awaiting: CsvFile;
  readonly ofNoVersion: CsvFile;
}

/**
 * Writes persons.csv, premises.csv, coding-queue.csv, awaiting-permission.csv, unknown-version.csv, codebook.csv and
 * code-lists.csv into the folder. Every form that counts is in exactly one of persons, premises, awaiting-permission and
 * unknown-version.
 */
export async function exportForms(
  database: Database,
  instruments: readonly InstrumentTexts[],
  folder: string,
): Promise<ExportCount> {
  mkdirSync(folder, { recursive: true });
  const questionnaires = allQuestionnaires(instruments);
  writeTable(join(folder, "codebook.csv"), codebookHead, codebookRows(questionnaires));
  await writeCodeLists(join(folder, "code-lists.csv"));
  await Promise.all(codingQueueLists.map(async (name) => loadCodeList(name)));
  const institutionsById = new Map((await readInstitutions(database)).map((found) => [found.id, found]));
  const openPermissions = openPermissionsBy(await readPermissions(database));
  const columnsByUnit = {
    person: formColumns(questionnaires.filter(({ unit }) => unit === "person")),
    premises: formColumns(questionnaires.filter(({ unit }) => unit === "premises")),
  };
  const files: ExportFiles = {
    persons: await openCsvFile(join(folder, "persons.csv"), [...leadColumns, ...columnsByUnit.person]),
    premises: await openCsvFile(join(folder, "premises.csv"), [...leadColumns, ...columnsByUnit.premises]),
    queue: await openCsvFile(join(folder, "coding-queue.csv"), queueColumns),
    awaiting: await openCsvFile(join(folder, "awaiting-permission.csv"), awaitingColumns),
    ofNoVersion: await openCsvFile(join(folder, "unknown-version.csv"), unknownColumns),
  };
  const count = { persons: 0, premises: 0, awaiting: 0, ofNoVersion: 0, toCode: 0 };
  for await (const opened of countedForms(database, instruments)) {
    const { row, form } = opened;
    const place = [row.institutionId, row.sourceId, form.id, String(form.rev), String(form.line)];
    if (opened.interview === null) {
      await files.ofNoVersion.write([...place, versionsText(form.questionnaire)]);
      count.ofNoVersion += 1;
      continue;
    }
    const open = openPermissions(opened);
    if (open.length > 0) {
      await writeAwaiting(files.awaiting, place, open);
      count.awaiting += 1;
      continue;
    }
    const institution = institutionsById.get(row.institutionId);
    await (form.unit === "person" ? files.persons : files.premises).write([
      row.institutionId,
      institution?.kind ?? "",
      institution?.kato ?? "",
      ...place.slice(1),
      form.source.kind,
      row.isLate ? "1" : "0",
      new Date(row.acceptedAt).toISOString(),
      versionsText(form.questionnaire),
      ...exportRow(opened.interview, opened.questionnaire, columnsByUnit[form.unit]),
    ]);
    count[form.unit === "person" ? "persons" : "premises"] += 1;
    count.toCode += await writeQueue(files.queue, opened);
  }
  await Promise.all(Object.values(files).map(async (file: CsvFile) => file.end()));
  return count;
}

async function writeAwaiting(
  file: CsvFile,
  place: readonly string[],
  permissions: readonly OpenPermission[],
): Promise<void> {
  for (const { edit, path, reason, state } of permissions) await file.write([...place, edit, path, reason, state]);
}

async function writeQueue(file: CsvFile, { form, interview, questionnaire }: OpenedForm): Promise<number> {
  const items = codingQueue(interview, questionnaire, codeList);
  for (const { question, list, text, suggestions } of items) {
    const codes = suggestions.map(({ code }) => code).join(" ");
    await file.write([form.id, question, list, text, codes, suggestions[0]?.ru ?? ""]);
  }
  return items.length;
}

function writeTable(file: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  writeFileSync(file, byteOrderMark + [head, ...rows].map(csvRow).join(""));
}

/** Where each code list comes from, which of its wordings are official and which of its codes are to be confirmed. */
async function writeCodeLists(file: string): Promise<void> {
  const head = ["list", "source", "edition", "licence", "kk", "ru", "en", "remark", "provisional_codes"];
  const rows = Object.entries(codeListSources).map(async ([name, source]) => {
    const list = await loadCodeList(name);
    const provisional = [...list].filter((entry) => entry.provisional === true).map(({ code }) => code);
    const { kk, ru, en } = source.languages;
    return [name, source.source, source.edition, source.licence, kk, ru, en, source.remark, provisional.join(" ")];
  });
  writeTable(file, head, await Promise.all(rows));
}
