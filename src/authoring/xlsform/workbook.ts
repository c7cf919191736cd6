// The three sheets of an XLSForm as rows of named cells, with an account of every cell: what the conversion does not read
// is listed at the end, so that nothing of the author's work is dropped in silence.
import { err, ok, type Language, type Result } from "#questionnaire";

/** A sheet as a spreadsheet reader gives it: rows of cells as text, the first row the headings. */
export interface SheetText {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Something of the workbook that the definition does not hold, or not in the same way. */
export interface NotTaken {
  readonly sheet: string;
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly why: NotTakenReason;
}

export type NotTakenReason =
  | "column-unknown"
  | "type-unsupported"
  | "expression-unsupported"
  | "presentation"
  | "translation-missing"
  | "fill-in-text"
  | "default-value"
  | "computed-answer"
  | "computed-always"
  | "recomputed-always"
  | "media"
  | "range-step"
  | "rows-limited"
  | "rows-checked"
  | "repeat-empty"
  | "block-not-opened"
  | "block-not-closed"
  | "name-twice"
  | "name-missing"
  | "type-missing"
  | "label-missing"
  | "never-asked"
  | "note-without-question"
  | "note-with-condition"
  | "note-narrowed"
  | "title-of-inner-group"
  | "choice-twice"
  | "choice-unusable"
  | "choice-never-offered"
  | "choices-in-file"
  | "choices-missing";

export type WorkbookError =
  | { readonly type: "no-survey-sheet" }
  | { readonly type: "no-type-column" }
  | { readonly type: "too-many-rows"; readonly rows: number; readonly limit: number };

/** Rows of all three sheets together. */
export const rowsLimit = 20_000;

export interface Row {
  readonly sheet: string;
  readonly number: number;
  /** The cell under a heading, trimmed; empty where there is none. Counts as read. */
  readonly take: (column: string) => string;
  /** The cells of a heading in each language, `""` for the one without; counts as read. */
  readonly takeTexts: (column: string) => Readonly<Partial<Record<Language | "", string>>>;
  /** The cell without counting it as read. */
  readonly look: (column: string) => string;
}

export interface Workbook {
  readonly survey: readonly Row[];
  readonly choices: readonly Row[];
  readonly settings: Row | null;
  readonly note: (row: Row, column: string, why: NotTakenReason, value?: string) => void;
  /** What was noted, and every cell that nothing read. */
  readonly notTaken: () => readonly NotTaken[];
}

interface Heading {
  readonly column: string;
  readonly language: Language | "";
  readonly written: string;
}

const languageNames: Readonly<Record<string, Language>> = {
  kk: "kk",
  kaz: "kk",
  kazakh: "kk",
  қазақша: "kk",
  қазақ: "kk",
  ru: "ru",
  rus: "ru",
  russian: "ru",
  русский: "ru",
  en: "en",
  eng: "en",
  english: "en",
};

/** Pictures and sound beside a text, in whatever language. */
const mediaColumn = /^\s*(?:media\s*:{1,2}\s*)?(?:image|big-image|audio|video)\b/iu;

/** `label::Қазақша (kk)`, `label:ru`, `Label`. A language that is none of ours leaves the heading as it is written. */
function parseHeading(written: string): Heading {
  const text = written.trim();
  const [column = "", ...rest] = text.split(/\s*:{1,2}\s*/u);
  const language = languageOf(rest.join(" "));
  if (rest.length === 0) return { column: text.toLowerCase().replaceAll(" ", "_"), language: "", written };
  if (language === null) return { column: text, language: "", written };
  return { column: column.toLowerCase(), language, written };
}

/** Why a cell that nobody takes was left out. */
function reasonOf({ column, written }: Heading): NotTakenReason {
  if (column === "default") return "default-value";
  return mediaColumn.test(written) ? "media" : "column-unknown";
}

/** A language as an author writes it: its name, its code, or both. */
export function languageOf(text: string): Language | null {
  const [, name = "", code = ""] = /^([^(]*)(?:\(([^)]*)\))?$/u.exec(text.trim().toLowerCase()) ?? [];
  return languageNames[code.trim()] ?? languageNames[name.trim()] ?? null;
}

/** Refuses what is no XLSForm; sheets of other names are listed as not taken, cell by cell. */
export function readXlsformSheets(sheets: readonly SheetText[]): Result<Workbook, WorkbookError> {
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (total > rowsLimit) return err({ type: "too-many-rows", rows: total, limit: rowsLimit });
  const read = new Set<string>();
  const noted: NotTaken[] = [];
  const cells: { readonly key: string; readonly cell: NotTaken }[] = [];

  const rowsOf = (sheet: SheetText): readonly Row[] => {
    const headings = (sheet.rows[0] ?? []).map(parseHeading);
    return sheet.rows.slice(1).flatMap((texts, index) => {
      const number = index + 2;
      if (texts.every((text) => text.trim() === "")) return [];
      const key = (column: string, language: string): string => `${sheet.name} ${number} ${column} ${language}`;
      const held = new Map<string, string>();
      for (const [at, heading] of headings.entries()) {
        const value = (texts[at] ?? "").trim();
        if (value === "") continue;
        const cellKey = key(heading.column, heading.language);
        held.set(cellKey, value);
        const cell = { sheet: sheet.name, row: number, column: heading.written, value, why: reasonOf(heading) };
        cells.push({ key: cellKey, cell });
      }
      const take = (column: string, language: Language | ""): string => {
        read.add(key(column, language));
        return held.get(key(column, language)) ?? "";
      };
      return [
        {
          sheet: sheet.name,
          number,
          take: (column) => take(column, ""),
          takeTexts: (column) =>
            Object.fromEntries(
              (["", "kk", "ru", "en"] as const)
                .map((language) => [language, take(column, language)] as const)
                .filter(([, text]) => text !== ""),
            ),
          look: (column) => held.get(key(column, "")) ?? "",
        },
      ];
    });
  };

  const named = (name: string): SheetText | undefined =>
    sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);
  const surveySheet = named("survey");
  if (surveySheet === undefined) return err({ type: "no-survey-sheet" });
  if (!(surveySheet.rows[0] ?? []).some((heading) => parseHeading(heading).column === "type")) {
    return err({ type: "no-type-column" });
  }
  const survey = rowsOf(surveySheet);
  const choicesSheet = named("choices");
  const settingsSheet = named("settings");
  const choices = choicesSheet === undefined ? [] : rowsOf(choicesSheet);
  const [settings = null] = settingsSheet === undefined ? [] : rowsOf(settingsSheet);
  for (const other of sheets) {
    if (other !== surveySheet && other !== choicesSheet && other !== settingsSheet) rowsOf(other);
  }
  return ok({
    survey,
    choices,
    settings,
    note: (row, column, why, value = row.look(column)) => {
      noted.push({ sheet: row.sheet, row: row.number, column, value, why });
    },
    notTaken: () =>
      [...noted, ...cells.filter(({ key }) => !read.has(key)).map(({ cell }) => cell)].toSorted(
        (a, b) => order(a.sheet) - order(b.sheet) || a.row - b.row,
      ),
  });
}

function order(sheet: string): number {
  const at = ["survey", "choices", "settings"].indexOf(sheet.trim().toLowerCase());
  return at === -1 ? 3 : at;
}
