// One question of the survey sheet by its type; what our language has no type for gives none.
import type { LocalText, Option, Question } from "#questionnaire";
import { typeOf } from "./row-type.ts";
import type { Row, Workbook } from "./workbook.ts";

/** What every question has. */
export interface QuestionParts {
  readonly id: string;
  readonly text: LocalText;
  readonly hint?: LocalText;
  readonly interviewer?: LocalText;
  readonly readAloud?: LocalText;
  readonly relevant?: string;
  readonly required: boolean | string;
}

/** An XLSForm number has no bounds of its own. */
const farthest = 1_000_000_000;
const longestText = 2000;

const other: Option = { code: "other", text: { kk: "Басқа", ru: "Другое", en: "Other" } };
const yes: Option = { code: "OK", text: { kk: "Иә", ru: "Да", en: "OK" } };

export function plainQuestion(
  row: Row,
  parts: QuestionParts,
  optionsOf: (list: string) => readonly Option[],
  workbook: Workbook,
): Question | null {
  const { type, list, hasOther } = typeOf(row);
  switch (type) {
    case "select_one":
    case "select_multiple": {
      const listed = optionsOf(list);
      if (listed.length === 0) return null;
      // The words beside "other" have no place of their own: the code is kept, the text is not asked.
      if (hasOther) workbook.note(row, "type", "own-words-added");
      const options = [...listed, ...(hasOther && !listed.some(({ code }) => code === other.code) ? [other] : [])];
      return { ...parts, type: type === "select_one" ? "single" : "multi", options };
    }
    case "acknowledge":
      return { ...parts, type: "single", options: [yes] };
    case "integer":
      return { ...parts, type: "number", min: -farthest, max: farthest };
    case "decimal":
      return { ...parts, type: "number", min: -farthest, max: farthest, decimals: 6 };
    case "range":
      return { ...parts, type: "number", ...rangeOf(row.take("parameters")) };
    case "text":
      return { ...parts, type: "text", maxLength: longestText };
    case "date":
      return { ...parts, type: "date" };
    default:
      return null;
  }
}

/** `start=1 end=10 step=0.5`; without them from 0 to 10, as XLSForm has it. */
function rangeOf(parameters: string): { readonly min: number; readonly max: number; readonly decimals: number } {
  const numbers = new Map(
    [...parameters.matchAll(/(start|end|step)\s*=\s*(-?\d+(?:\.\d+)?)/gu)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
  const decimals = Math.min(6, (numbers.get("step") ?? "1").split(".")[1]?.length ?? 0);
  return { min: Number(numbers.get("start") ?? 0), max: Number(numbers.get("end") ?? 10), decimals };
}
