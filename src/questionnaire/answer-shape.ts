// Whether something is an answer at all. A record may be damaged, and opening one must be fast: so this is written by hand
// beside the schema, and asks only for what the engine relies on; ranges are the value checks' business.
import type { Answer } from "./answer.ts";

type Parts = Readonly<Record<string, unknown>>;

/** An answer whose state and value have the parts of their kind. */
export function isAnswer(answer: unknown): answer is Answer {
  if (!isParts(answer)) return false;
  switch (answer.state) {
    case "unanswered":
    case "refused":
    case "unknown":
      return true;
    case "alternative":
      return typeof answer.code === "string";
    case "proposed":
    case "answered":
      return isParts(answer.value) && isValue(answer.value);
    default:
      return false;
  }
}

function isValue(value: Parts): boolean {
  switch (value.kind) {
    case "code":
      return typeof value.code === "string";
    case "other":
    case "text":
      return typeof value.text === "string";
    case "codes":
      return Array.isArray(value.codes) && value.codes.every((code) => typeof code === "string");
    case "number":
      return typeof value.number === "number";
    case "name":
      return typeof value.surname === "string" && typeof value.given === "string" && isTextOrNull(value.patronymic);
    case "date":
      return isParts(value.date) && isMonth(value.date) && isNumberOrNull(value.date.day);
    case "month":
      return isMonth(value);
    case "place":
      return typeof value.country === "string" && [value.kato, value.settlement, value.text].every(isTextOrNull);
    case "line":
      return typeof value.line === "number";
    default:
      return false;
  }
}

function isMonth({ year, month }: Parts): boolean {
  return typeof year === "number" && isNumberOrNull(month);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isNumberOrNull(value: unknown): boolean {
  return value === null || typeof value === "number";
}

function isParts(value: unknown): value is Parts {
  return typeof value === "object" && value !== null;
}
