// How many rows a repeat has: a number is kept; what is computed is checked, because rows come into being by being added.
import type { Edit, LocalText } from "#questionnaire";
import type { RowReader } from "./survey-parts.ts";
import type { Known } from "./translate.ts";
import type { Row, Workbook } from "./workbook.ts";

export interface RowCount {
  readonly limits: { readonly maxRows: number; readonly minRows: number; readonly required?: boolean };
  /** While this is true there is a row at all; null if nothing decides. */
  readonly when: string | null;
  /** The edit that holds the rows to a computed number. */
  readonly wrong: ((roster: Known, id: string) => Edit) | null;
}

const usualRows = 50;
const mostRows = 1000;
const usual: RowCount = { limits: { maxRows: usualRows, minRows: 0 }, when: null, wrong: null };

const wrongNumber: LocalText = {
  kk: "Жолдар саны жоғарыдағы жауаптан шығатын санға тең болуы тиіс.",
  ru: "Число строк должно быть равно тому, что следует из ответов выше.",
  en: "There should be as many rows as follows from the answers above.",
};

/** Reads the cell `repeat_count`; notes what becomes of it. */
export function rowsOf(row: Row, reader: RowReader, workbook: Workbook): RowCount {
  const source = row.take("repeat_count");
  if (/^\d+$/u.test(source)) {
    const rows = Math.min(Number(source), mostRows);
    if (rows < Number(source)) workbook.note(row, "repeat_count", "rows-limited", String(mostRows));
    if (rows === 0) return { ...usual, when: "false" };
    return { limits: { maxRows: rows, minRows: rows }, when: null, wrong: null };
  }
  const number = source === "" ? null : reader.value(row, "repeat_count");
  if (number === null || number.kind !== "number") {
    if (number !== null) workbook.note(row, "repeat_count", "expression-unsupported", source);
    workbook.note(row, "repeat_count", "rows-limited", String(usualRows));
    return usual;
  }
  workbook.note(row, "repeat_count", "rows-checked");
  return {
    limits: { maxRows: mostRows, minRows: 1, required: true },
    when: `${number.text} > 0`,
    wrong: (roster, id) => ({
      id,
      level: "hard",
      when: `count(${roster.id}) != ${number.text}`,
      at: [roster.id],
      ...(roster.roster === null ? {} : { forEach: roster.roster }),
      text: wrongNumber,
    }),
  };
}
