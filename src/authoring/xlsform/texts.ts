// A text in our three languages from those the author wrote. What is missing is filled from the language there is, and
// the author is told.
import type { Language, LocalText } from "#questionnaire";
import type { Row, Workbook } from "./workbook.ts";

const languages: readonly Language[] = ["kk", "ru", "en"];
const textLimit = 2000;

export interface Texts {
  /** Null where the cell is empty in every language. */
  readonly of: (row: Row, column: string) => LocalText | null;
  /** The language of headings that name none. */
  readonly main: Language;
}

/** `fallback` is the language of headings that name none. */
export function createTexts(workbook: Workbook, fallback: Language): Texts {
  return {
    main: fallback,
    of: (row, column) => {
      const { "": plain, ...named } = row.takeTexts(column);
      const written: Partial<Record<Language, string>> = {
        ...(plain === undefined ? {} : { [fallback]: plain }),
        ...named,
      };
      const any =
        written[fallback] ?? languages.map((language) => written[language]).find((text) => text !== undefined);
      if (any === undefined) return null;
      for (const language of languages) {
        if (written[language] === undefined) workbook.note(row, `${column} (${language})`, "translation-missing", any);
      }
      const clean = (text: string): string => {
        const plainText = text
          .replaceAll(/\$\{[^}]*\}/gu, "…")
          .replaceAll(/[{}]/gu, "")
          .slice(0, textLimit);
        if (plainText !== text) workbook.note(row, column, "fill-in-text", text);
        return plainText.trim() === "" ? "…" : plainText;
      };
      return {
        kk: clean(written.kk ?? any),
        ru: clean(written.ru ?? any),
        en: clean(written.en ?? any),
      };
    },
  };
}
