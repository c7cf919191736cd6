// What is wrong with a value that its question cannot take, as one sentence: what to do, never "invalid".
import type { ValueProblem } from "#questionnaire";
import { m } from "../i18n/index.ts";

export function valueProblemText(problem: ValueProblem): string {
  switch (problem.type) {
    case "number-out-of-range":
      return m.q_v_number({ min: problem.min, max: problem.max });
    case "year-out-of-range":
      return m.q_v_year({ min: problem.min, max: problem.max });
    case "too-many-decimals":
      return problem.decimals === 0 ? m.q_v_whole() : m.q_v_decimals({ count: problem.decimals });
    case "digits-expected":
      return m.q_v_digits({ count: problem.digits });
    case "text-empty":
      return m.q_v_text_empty();
    case "text-too-short":
      return m.q_v_text_short({ count: problem.minLength });
    case "text-too-long":
      return m.q_v_text_long({ count: problem.maxLength });
    case "name-incomplete":
      return m.q_name_missing();
    case "no-such-date":
      return m.q_date_impossible();
    case "date-incomplete":
      return problem.part === "day" ? m.q_v_day_missing() : m.q_v_month_missing();
    case "date-out-of-range":
      return dateRangeText(problem.min, problem.max);
    case "too-few-chosen":
      return m.q_v_few({ count: problem.min });
    case "too-many-chosen":
      return m.q_v_many({ count: problem.max });
    case "exclusive-with-others":
      return m.q_v_exclusive();
    case "unit-missing":
      return m.q_v_unit_missing();
    case "settlement-missing":
      return m.q_v_settlement_missing();
    case "country-excepted":
      return m.q_v_country_excepted();
    case "code-excepted":
      return m.q_v_code_excepted();
    case "too-few-rows":
      return m.q_v_few_rows({ count: problem.min });
    case "too-many-rows":
      return m.q_v_many_rows({ count: problem.max });
    case "line-not-listed":
      return m.q_v_line({ number: problem.line });
    // The screen offers none of these; they come from an older definition or another device.
    case "wrong-kind":
    case "special-not-allowed":
    case "alternative-not-allowed":
    case "not-an-option":
    case "chosen-twice":
    case "code-not-in-list":
    case "free-text-not-allowed":
    case "country-not-in-list":
    case "unit-not-in-list":
    case "unit-not-expected":
      return m.q_v_again();
  }
}

function dateRangeText(min: string | null, max: string | null): string {
  if (min === null) return m.q_v_date_max({ max: dateText(max ?? "") });
  if (max === null) return m.q_v_date_min({ min: dateText(min) });
  return m.q_v_date_between({ min: dateText(min), max: dateText(max) });
}

/** `2021-08-31` as people write it: `31.08.2021`. */
function dateText(text: string): string {
  return text.split("-").reverse().join(".");
}
