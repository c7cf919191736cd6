// What the questions' answers become in an export. Codes 97, 98 and 99 exist only here (instrument 6.1): inside the
// program a refusal is a state, not a number.
import type { Answer, AnswerValue } from "#questionnaire";
import type { ExportPart } from "./export-columns.ts";

/** Lists with an entry of their own for what is in no list. */
const ownWrittenOut: Readonly<Record<string, string>> = { language: "oth", ethnicity: "900" };
/** Of every other list: an answer in own words, which stand in the text cell beside. */
export const writtenOut = "oth";

/** Whether the list has a code of its own for what is written out, which a codebook need not explain. */
export function listsWrittenOut(list: string): boolean {
  return ownWrittenOut[list] !== undefined;
}

/**
 * 97 refused, 98 not known, 99 not asked of this person, the code of an alternative, or an empty text for what nobody has
 * answered yet. Null for a value: that is what `exportValue` writes.
 */
export function exportCode(answer: Answer, relevant: boolean): string | null {
  if (!relevant) return "99";
  switch (answer.state) {
    case "refused":
      return "97";
    case "unknown":
      return "98";
    case "alternative":
      return answer.code;
    case "unanswered":
    case "proposed":
      return "";
    case "answered":
      return null;
  }
}

/** A value as one cell, or the cell of one part of it. Dates are `2009-03-17`, shorter where parts are not known; marks stand in one cell with spaces. */
export function exportValue(value: AnswerValue, part: ExportPart | null, list: string | null = null): string {
  switch (value.kind) {
    case "code":
      return part === null ? value.code : "";
    case "other":
      if (part === "text") return value.text;
      // A place as a whole: its country says so, the unit was not asked.
      return list === null || part === "kato" ? "" : (ownWrittenOut[list] ?? writtenOut);
    case "codes":
      return value.codes.join(" ");
    case "number":
      return String(value.number);
    case "text":
      return value.text;
    case "name":
      return part === "surname" || part === "given" || part === "patronymic" ? (value[part] ?? "") : "";
    case "date":
      return isoText(value.date.year, value.date.month, value.date.day);
    case "month":
      return isoText(value.year, value.month, null);
    case "place":
      if (part === "kato" && value.kato === null && value.text !== null) return writtenOut;
      return part === "country" || part === "kato" || part === "settlement" || part === "text"
        ? (value[part] ?? "")
        : "";
    case "line":
      return String(value.line);
  }
}

function isoText(year: number, month: number | null, day: number | null): string {
  const parts = [month, day].filter((part) => part !== null);
  return [String(year).padStart(4, "0"), ...parts.map((part) => String(part).padStart(2, "0"))].join("-");
}
