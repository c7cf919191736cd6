// One question of the survey sheet by its type; what our language has no type for gives none.
import type { LocalText, Option, Question } from "#questionnaire";
import { typeOf } from "./row-type.ts";
import type { Known } from "./translate.ts";
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
const otherWords: LocalText = {
  kk: "Басқа нұсқаны өз сөзіңізбен жазыңыз.",
  ru: "Запишите другой вариант своими словами.",
  en: "Write the other answer in your own words.",
};
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
      return { ...parts, type: "number", ...rangeOf(row, workbook) };
    case "text":
      return { ...parts, type: "text", maxLength: longestText };
    case "date":
      return { ...parts, type: "date" };
    default:
      return null;
  }
}

/** What `or_other` asks beside its question: the words of the other answer, where it was chosen. */
export function otherQuestion(chosenIn: Known, id: string): Question {
  const relevant = `${chosenIn.id} ${chosenIn.kind === "codes" ? "has" : "="} '${other.code}'`;
  return { id, type: "text", text: otherWords, maxLength: longestText, relevant, required: false };
}

/** `start=1 end=10 step=0.5`; without them from 0 to 10, as XLSForm has it. A step that is no power of ten is not kept. */
function rangeOf(
  row: Row,
  workbook: Workbook,
): { readonly min: number; readonly max: number; readonly decimals: number } {
  const words = row.take("parameters").split(/[\s,;]+/u);
  const numbers = new Map<string, string>();
  for (const word of words.filter((one) => one !== "")) {
    const [, name = "", value = ""] = /^(start|end|step)=(-?\d+(?:\.\d+)?)$/u.exec(word) ?? [];
    if (name === "") workbook.note(row, "parameters", "presentation", word);
    else numbers.set(name, value);
  }
  const step = numbers.get("step") ?? "1";
  if (!/^(?:1|0\.0*1)0*(?:\.0+)?$/u.test(step) || Number(step) > 1)
    workbook.note(row, "parameters", "range-step", step);
  const ends = [Number(numbers.get("start") ?? 0), Number(numbers.get("end") ?? 10)];
  const decimals = Math.min(6, step.split(".")[1]?.length ?? 0);
  return { min: Math.min(...ends), max: Math.max(...ends), decimals };
}
