// One interview as one row of the person export.
import type { Answer, Interview, Questionnaire, QuestionView } from "#questionnaire";
import { exportCode, exportValue } from "./export-code.ts";
import { exportColumns, type ExportColumn } from "./export-columns.ts";

/**
 * The cells of an interview under these columns. Rows of a roster stand close together, whatever their numbers are. A
 * column that this version of the questionnaire does not have is empty.
 */
export function exportRow(
  interview: Interview,
  questionnaire: Questionnaire,
  names: readonly string[],
): readonly string[] {
  const columns = new Map(exportColumns(questionnaire).map((column) => [column.name, column]));
  return names.map((name) => {
    const column = columns.get(name);
    return column === undefined ? "" : cellOf(interview, column);
  });
}

function cellOf(interview: Interview, column: ExportColumn): string {
  if (column.type === "rows") return rosterCell(interview.question(column.id));
  if (column.parent === null) return viewCell(interview.question(column.id), column);
  const parent = interview.question(column.parent);
  if (column.row !== null) {
    const field = parent.rows[column.row - 1]?.fields.find(({ path }) =>
      path.endsWith(column.id.slice(parent.path.length)),
    );
    return field === undefined ? "99" : viewCell(field, column);
  }
  if (column.part === "origin") return viewCell(interview.question(column.id), column);
  // A composite that was refused as a whole was refused in each of its fields.
  const whole = exportCode(parent.answer, parent.relevant);
  if (whole !== null && whole !== "") return whole;
  return viewCell(interview.question(column.id), column);
}

/** How many rows there are, or what was said instead of rows. */
function rosterCell(view: QuestionView): string {
  const whole = exportCode(view.answer, view.relevant);
  if (whole !== null && whole !== "") return whole;
  return view.rows.length === 0 ? "" : String(view.rows.length);
}

function viewCell({ answer, relevant }: QuestionView, { part, list, type }: ExportColumn): string {
  if (part === "origin") return relevant ? originOf(answer) : (exportCode(answer, relevant) ?? "");
  const code = exportCode(answer, relevant);
  if (code !== null) return code;
  return answer.state === "answered" ? exportValue(answer.value, part, type === "code" ? list : null) : "";
}

function originOf(answer: Answer): string {
  return answer.state === "answered" ? (answer.origin ?? "") : "";
}
