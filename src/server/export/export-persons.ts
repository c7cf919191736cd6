// The person file and its codebook: one row a person, codes as in the instrument, in the order of asking.
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { exportColumns, exportRow, personQuestionnaire, personsNamedIn } from "#census";
import { FormLine } from "#fieldwork";
import { openInterview } from "#questionnaire";
import { readCountedForms } from "../store/census-store.ts";
import type { Database } from "../store/database.ts";
import { readInstitutions } from "../store/device-store.ts";
import { byteOrderMark, csvRow } from "./csv.ts";

const pageSize = 500;

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

/** Writes persons.csv and codebook.csv into the folder; returns how many persons. */
export async function exportPersons(database: Database, folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  writeCodebook(join(folder, "codebook.csv"));
  const institutionsById = new Map((await readInstitutions(database)).map((found) => [found.id, found]));
  const file = createWriteStream(join(folder, "persons.csv"), { encoding: "utf8", mode: 0o600 });
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, "drain");
  };
  await write(byteOrderMark + csvRow([...leadColumns, ...exportColumns().map(({ name }) => name)]));
  let count = 0;
  let after: { readonly sourceId: string; readonly formId: string } | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof readCountedForms>> = await readCountedForms(database, after, pageSize);
    for (const { content, ...row } of page) {
      const form = FormLine.parse(content);
      const institution = institutionsById.get(row.institutionId);
      const interview = openInterview(personQuestionnaire(), {
        context: { ...form.context, persons: personsNamedIn(form.answers) },
        answers: form.answers,
        confirmations: form.confirmations,
      });
      const lead = [
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
      ];
      await write(csvRow([...lead, ...exportRow(interview)]));
      count += 1;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) break;
    after = last;
  }
  file.end();
  await once(file, "finish");
  return count;
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
