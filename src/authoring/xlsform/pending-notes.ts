// Notes of the survey sheet on their way to the next question, before which they are read aloud. A note is read only to
// those whom its author meant: it needs a question of the same repeat that is asked under the note's own conditions.
import type { Language, LocalText } from "#questionnaire";
import type { Row, Workbook } from "./workbook.ts";

/** Where a row stands and when it counts. */
export interface Standing {
  /** The repeat it is in. */
  readonly roster: string | null;
  /** Its own condition and those of the groups about it; all of them hold when it counts. */
  readonly conditions: readonly string[];
}

export interface PendingNotes {
  readonly add: (row: Row, text: LocalText, standing: Standing) => void;
  /** The notes for a question, one after another; null if there is none. What does not fit it is noted as left out. */
  readonly takeFor: (standing: Standing) => LocalText | null;
  /** Notes those that no question followed. */
  readonly end: () => void;
}

export function createPendingNotes(workbook: Workbook, main: Language): PendingNotes {
  let waiting: { readonly row: Row; readonly text: LocalText; readonly standing: Standing }[] = [];
  return {
    add: (row, text, standing) => {
      waiting.push({ row, text, standing });
    },
    takeFor: ({ roster, conditions }) => {
      const fitting: LocalText[] = [];
      for (const { row, text, standing } of waiting) {
        const isMeant =
          standing.roster === roster && standing.conditions.every((condition) => conditions.includes(condition));
        if (isMeant) fitting.push(text);
        const isNarrower = isMeant && conditions.length > standing.conditions.length;
        if (!isMeant) workbook.note(row, "label", "note-with-condition", text[main]);
        else if (isNarrower) workbook.note(row, "label", "note-narrowed", text[main]);
      }
      waiting = [];
      return fitting.length === 0 ? null : joined(fitting);
    },
    end: () => {
      for (const { row, text } of waiting) workbook.note(row, "label", "note-without-question", text[main]);
      waiting = [];
    },
  };
}

/** Texts one after another, each on its own line, in every language. */
function joined(texts: readonly LocalText[]): LocalText {
  const inLanguage = (language: Language): string => texts.map((text) => text[language]).join("\n");
  return { kk: inLanguage("kk"), ru: inLanguage("ru"), en: inLanguage("en") };
}
