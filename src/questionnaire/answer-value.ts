// What an answer is to expressions: a state and a value. An answer of the wrong kind, a day the calendar has not,
// or a pre-fill nobody confirmed has no value (QL41); it is kept all the same.
import type { Answer, AnswerValue } from "./answer.ts";
import type { Question } from "./definition.ts";
import type { QuestionState } from "./frame.ts";
import type { ScalarValue } from "./expression-value.ts";
import { isCalendarDate } from "./partial-date.ts";
import { unreachable } from "./result.ts";

type Kind = AnswerValue["kind"];

const kindsByType: Readonly<Record<Question["type"], readonly Kind[]>> = {
  single: ["code"],
  multi: ["codes"],
  number: ["number"],
  text: ["text"],
  name: ["name"],
  date: ["date"],
  month: ["month"],
  "code-list": ["code", "other"],
  place: ["place", "other"],
  "person-ref": ["line"],
  composite: [],
  roster: [],
};

/** Whether a question of this type takes values of this kind. */
export function takesKind(type: Question["type"], kind: Kind): boolean {
  return kindsByType[type].includes(kind);
}

/** What became of a question that holds one value. */
export function stateOf(answer: Answer): QuestionState {
  return answer.state === "proposed" ? "unanswered" : answer.state;
}

/** The value expressions see; null for every answer that is none. */
export function valueOf(type: Question["type"], answer: Answer): ScalarValue {
  if (answer.state !== "answered" || !takesKind(type, answer.value.kind)) return null;
  return plainValue(answer.value);
}

function plainValue(value: AnswerValue): ScalarValue {
  switch (value.kind) {
    case "code":
      return value.code;
    case "other":
      return null;
    case "codes":
      return value.codes;
    case "number":
      return value.number;
    case "text":
      return value.text;
    case "name":
    case "place":
      return value;
    case "date":
      return isCalendarDate(value.date) ? value.date : null;
    case "month": {
      const date = { year: value.year, month: value.month, day: null };
      return isCalendarDate(date) ? date : null;
    }
    case "line":
      return value.line;
    default:
      return unreachable(value);
  }
}
