// The cells of one survey row that every question may have: texts, condition, whether it must be answered, constraint.
import type { Edit, LocalText, Question } from "#questionnaire";
import { defaultOf } from "./default-value.ts";
import type { QuestionParts } from "./question-types.ts";
import { typeOf } from "./row-type.ts";
import type { Places } from "./survey-places.ts";
import type { Texts } from "./texts.ts";
import type { Said } from "./said.ts";
import { translateCondition, translateValue, type Known } from "./translate.ts";
import type { Row, Workbook } from "./workbook.ts";

export interface RowReader {
  /** A condition in our language; null where the cell is empty or cannot be said, which is then noted. */
  readonly condition: (row: Row, column: string, self: Known | null) => string | null;
  /** A value in our language; null where the cell is empty or cannot be said, which is then noted. */
  readonly value: (row: Row, column: string) => Said | null;
  /** Texts and whether it must be answered; `conditions` are its own and those of the groups about it. */
  readonly parts: (row: Row, known: Known, conditions: readonly string[], readAloud: LocalText | null) => QuestionParts;
  /** The question with the row's default; what cannot be said is noted. */
  readonly withDefault: (row: Row, known: Known, question: Question) => Question;
  /** The row's constraint as a hard edit with this id. */
  readonly constraint: (row: Row, known: Known, id: string) => Edit | null;
  /** Notes what is only looks, and what our language does by itself. */
  readonly looks: (row: Row) => void;
}

const usualMessage: LocalText = {
  kk: "Жауап рұқсат етілген шекте емес.",
  ru: "Ответ вне допустимых границ.",
  en: "The answer is outside the allowed range.",
};

export function createRowReader(workbook: Workbook, texts: Texts, places: Places): RowReader {
  const told = (row: Row, column: string, source: string, what: string): null => {
    workbook.note(row, column, "expression-unsupported", what === source ? source : `${source} (${what})`);
    return null;
  };
  const condition: RowReader["condition"] = (row, column, self) => {
    const source = row.take(column);
    if (source === "") return null;
    const result = translateCondition(source, places.scope(row, self));
    if (!result.ok) return told(row, column, source, result.error.what);
    return result.value;
  };
  const required = (row: Row, known: Known): boolean | string => {
    const cell = row.take("required").toLowerCase();
    if (["yes", "true", "true()", "1"].includes(cell)) return true;
    if (["", "no", "false", "false()", "0"].includes(cell)) return false;
    const when = translateCondition(row.take("required"), places.scope(row, known));
    if (!when.ok) return told(row, "required", row.take("required"), when.error.what) ?? false;
    return when.value === "true" || (when.value !== "false" && when.value);
  };
  return {
    condition,
    value: (row, column) => {
      const source = row.take(column);
      if (source === "") return null;
      const result = translateValue(source, places.scope(row, null));
      return result.ok ? result.value : told(row, column, source, result.error.what);
    },
    parts: (row, known, conditions, readAloud) => {
      const hint = texts.of(row, "hint");
      const interviewer = texts.of(row, "guidance_hint");
      const label = texts.of(row, "label");
      if (label === null) workbook.note(row, "label", "label-missing", row.look("name"));
      return {
        id: known.id.split(".").at(-1) ?? known.id,
        text: label ?? { kk: known.id, ru: known.id, en: known.id },
        ...(hint === null ? {} : { hint }),
        ...(interviewer === null ? {} : { interviewer }),
        ...(readAloud === null ? {} : { readAloud }),
        ...(conditions.length === 0 ? {} : { relevant: conditions.map((one) => `(${one})`).join(" and ") }),
        required: required(row, known),
      };
    },
    withDefault: (row, known, question) => {
      const source = row.take("default");
      const value = source === "" ? null : defaultOf(source, question, places.scope(row, known));
      if (source !== "" && value === null) workbook.note(row, "default", "default-value");
      return value === null || question.type === "composite" || question.type === "roster"
        ? question
        : { ...question, default: value };
    },
    constraint: (row, known, id) => {
      const holds = condition(row, "constraint", known);
      const text = texts.of(row, "constraint_message") ?? usualMessage;
      if (holds === null || holds === "true") return null;
      const forEach = known.roster === null ? {} : { forEach: known.roster };
      return { id, level: "hard", when: `not (${holds})`, at: [known.id], ...forEach, text };
    },
    looks: (row) => {
      for (const column of ["appearance", "parameters"]) {
        const isMeant = column === "parameters" && typeOf(row).type === "range";
        if (!isMeant && row.take(column) !== "") workbook.note(row, column, "presentation");
      }
      const isComputed = typeOf(row).type === "calculate";
      if (!isComputed && row.take("calculation") !== "") workbook.note(row, "calculation", "computed-answer");
      if (row.take("trigger") !== "") workbook.note(row, "trigger", "recomputed-always");
    },
  };
}
