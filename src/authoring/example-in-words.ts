// An example interview on one line: what is answered, what comes from outside.
import type { Answer, AnswerValue, ExpressionValue, InterviewStart, Language, PartialDate } from "#questionnaire";

const refused: Readonly<Record<Language, string>> = { kk: "бас тартты", ru: "отказ", en: "refused" };
const unknown: Readonly<Record<Language, string>> = { kk: "білмейді", ru: "не знает", en: "does not know" };

/** `L04 = 1; L07 = 3; P05 = 31.08.2016; institutionKind = I-03`, values from outside last. */
export function exampleInWords({ answers, context }: InterviewStart, language: Language): string {
  const given = Object.entries(answers).map(([path, answer]) => `${path} = ${answerInWords(answer, language)}`);
  const facts = Object.entries(context).flatMap(([name, value]) => {
    const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [`${name} = ${valueInWords(value)}`];
  });
  const all = [...given, ...facts];
  return all.length === 0 ? "—" : all.join("; ");
}

function answerInWords(answer: Answer, language: Language): string {
  switch (answer.state) {
    case "refused":
      return refused[language];
    case "unknown":
      return unknown[language];
    case "alternative":
      return answer.code;
    case "answered":
    case "proposed":
      return answerValueInWords(answer.value);
    default:
      return "—";
  }
}

/** An answer's value as a statistician writes it. */
export function answerValueInWords(value: AnswerValue): string {
  switch (value.kind) {
    case "code":
      return value.code;
    case "codes":
      return value.codes.join("+");
    case "number":
      return String(value.number);
    case "text":
    case "other":
      return value.text;
    case "name":
      return [value.surname, value.given, value.patronymic ?? ""].filter((part) => part !== "").join(" ");
    case "date":
      return dateInWords(value.date);
    case "month":
      return dateInWords({ ...value, day: null });
    case "place":
      return [value.country, value.kato, value.settlement, value.text].filter((part) => part !== null).join(" ");
    default:
      return String(value.line);
  }
}

function dateInWords({ year, month, day }: PartialDate): string {
  const parts = [day, month].filter((part) => part !== null).map((part) => String(part).padStart(2, "0"));
  return [...parts, String(year)].join(".");
}

function valueInWords(value: ExpressionValue | undefined): string {
  if (value === null || value === undefined) return "—";
  if (Array.isArray(value)) return `[${value.map(recordInWords).join(" | ")}]`;
  if (typeof value !== "object") return String(value);
  if ("year" in value) return dateInWords(value);
  return Object.values(value)
    .filter((part) => part !== null)
    .join(" ");
}

/** A mark of several codes, or a record of a list. */
function recordInWords(record: unknown): string {
  if (typeof record !== "object" || record === null) return String(record);
  return Object.entries(record)
    .map(([name, member]: readonly [string, ExpressionValue]) => `${name} ${valueInWords(member)}`)
    .join(", ");
}
