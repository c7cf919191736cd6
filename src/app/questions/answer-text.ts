// An answer in words, for the folded question, the proposal and the read-back. In the language questions are asked in.
import { numberText, optionText, unitText, type AnswerValue, type QuestionView, type RowView } from "#questionnaire";
import { dateInWords } from "#census";
import { m } from "../i18n/index.ts";
import { entryWithPath } from "./code-list-entries.ts";
import { initialsOf } from "./initials.ts";
import { useQuestionSetting, type QuestionSetting } from "./question-props.ts";
import { specialText } from "./special-text.ts";

export function useAnswerText(): (view: QuestionView) => string {
  const setting = useQuestionSetting();
  return (view) => answerText(view, setting);
}

/** The answer of a question, its fields and its rows; says so where there is none. */
export function answerText(view: QuestionView, setting: QuestionSetting): string {
  const { answer, definition } = view;
  const { language, person } = setting;
  switch (answer.state) {
    case "refused":
    case "unknown":
      return specialText(view, answer.state, language, person);
    case "alternative": {
      const chosen = view.alternatives.find(({ code }) => code === answer.code);
      return chosen === undefined ? answer.code : optionText(chosen, view, language, person);
    }
    case "answered":
    case "proposed":
      return valueText(answer.value, view, setting);
    case "unanswered":
      break;
  }
  if (definition.type === "roster" && view.rows.length > rowsInWords) {
    return m.q_rows_given({ count: view.rows.length }, { locale: language });
  }
  const rows = view.rows.map((row) => rowText(row, setting)).filter((text) => text !== "");
  if (definition.type === "roster" && rows.length > 0) return rows.join("; ");
  const inner = fieldsText(view.fields, setting);
  return inner === "" ? m.q_no_answer() : inner;
}

/** More rows than these are counted, not told, where there is one line for all of them. */
const rowsInWords = 5;

/** What was said in one row. */
export function rowText({ fields }: RowView, setting: QuestionSetting): string {
  return fieldsText(fields, setting);
}

function fieldsText(fields: readonly QuestionView[], setting: QuestionSetting): string {
  const said = fields.filter(({ relevant, answer }) => relevant && answer.state !== "unanswered");
  const words = said.map((field) => answerText(field, setting));
  // "Doesn't know" of each of them is "doesn't know".
  const isOneWord = said.every(({ answer }) => answer.state === "unknown" || answer.state === "refused");
  return (isOneWord ? [...new Set(words)] : words).join(", ");
}

function valueText(value: AnswerValue, view: QuestionView, setting: QuestionSetting): string {
  const { language, person, codeList, personName, ageOf, birthPaths } = setting;
  const { definition, options } = view;
  const chosenText = (code: string): string => {
    const option = options.find((one) => one.code === code);
    return option === undefined ? code : optionText(option, view, language, person);
  };
  switch (value.kind) {
    case "code":
      return definition.type === "code-list"
        ? entryWithPath(codeList(definition.list), value.code, language)
        : chosenText(value.code);
    case "codes":
      return value.codes.map(chosenText).join(", ");
    case "other":
    case "text":
      return value.text;
    case "number":
      return [
        numberText(value.number, language),
        definition.type === "number" ? unitText(definition.unit, language, value.number) : "",
      ]
        .join(" ")
        .trim();
    case "name": {
      const parts = [value.surname, value.given, value.patronymic ?? ""];
      return setting.hidesNames ? initialsOf(parts) : parts.filter((part) => part !== "").join(" ");
    }
    case "date": {
      const date = dateInWords(value.date, language);
      const age = birthPaths.includes(view.path) ? ageOf(value.date) : null;
      return age === null ? date : m.q_date_with_age({ date, age }, { locale: language });
    }
    case "month":
      return dateInWords({ year: value.year, month: value.month, day: null }, language);
    case "line":
      return m.q_person_line({ number: value.line, name: personName(value.line) });
    case "place":
      return placeText(value, view, setting);
  }
}

function placeText(
  place: Extract<AnswerValue, { kind: "place" }>,
  { definition }: QuestionView,
  { language, codeList }: QuestionSetting,
): string {
  if (definition.type !== "place") return place.country;
  const country = codeList(definition.countries).get(place.country)?.[language] ?? place.country;
  const units = definition.home?.units;
  const unit = place.kato === null || units === undefined ? "" : entryWithPath(codeList(units), place.kato, language);
  const area =
    place.settlement === null
      ? ""
      : place.settlement === "urban"
        ? m.q_urban({}, { locale: language })
        : m.q_rural({}, { locale: language });
  return [country, unit, area, place.text ?? ""].filter((part) => part !== "").join(", ");
}
