// The columns of the person file and of the premises file over all versions of their questionnaire that are here, and
// the codebook that says what they mean in which version.
import { exportColumns, questionsOf, type ExportColumn } from "#census";
import type { Questionnaire } from "#questionnaire";

/** Those of the newest version in its order, then what only earlier ones ask. */
export function formColumns(questionnaires: readonly Questionnaire[]): readonly string[] {
  const newestFirst = questionnaires.toSorted((a, b) => b.version - a.version);
  return [...new Set(newestFirst.flatMap((questionnaire) => columnsOf(questionnaire).map(({ name }) => name)))];
}

/** Without the list of residents, which is a file of its own (lines.csv). */
function columnsOf(questionnaire: Questionnaire): readonly ExportColumn[] {
  const lists = questionsOf(questionnaire, "residents");
  return exportColumns(questionnaire).filter(({ id, parent }) => !lists.includes(id) && !lists.includes(parent ?? ""));
}

/** The files a form was filled with, as `kz2021-f1@1 kz2021-f3@2`. */
export function versionsText(files: readonly { readonly id: string; readonly version: number }[]): string {
  return files.map(({ id, version }) => `${id}@${version}`).join(" ");
}

export const codebookHead = [
  "column",
  "form",
  "question",
  "type",
  "list",
  "code",
  "kk",
  "ru",
  "en",
  "versions",
] as const;

/** One row a column and one a code; `versions` names the versions in which the row stands like this. */
export function codebookRows(questionnaires: readonly Questionnaire[]): readonly (readonly string[])[] {
  const versionsByRow = new Map<string, { readonly cells: readonly string[]; readonly versions: Set<string> }>();
  for (const questionnaire of questionnaires.toSorted((a, b) => b.version - a.version)) {
    const versionByForm = new Map(questionnaire.files.map((file) => [file.form, versionsText([file])]));
    for (const { name, form, id, type, list, label, codes } of columnsOf(questionnaire)) {
      const own = [name, form, id, type, list ?? ""];
      const rows = [
        [...own, "", label.kk, label.ru, label.en],
        ...codes.map(({ code, label: text }) => [...own, code, text.kk, text.ru, text.en]),
      ];
      for (const cells of rows) {
        const known = versionsByRow.get(cells.join("\u0000")) ?? { cells, versions: new Set() };
        versionsByRow.set(cells.join("\u0000"), known);
        known.versions.add(versionByForm.get(form) ?? "");
      }
    }
  }
  return [...versionsByRow.values()].map(({ cells, versions }) => [...cells, [...versions].join(" ")]);
}
