// What becomes of one answer in a later version. Null: it has to be asked again. Implements QL72, QL73.
import type { Answer, AnswerValue } from "./answer.ts";
import type { Conversion } from "./version-declaration.ts";
import type { TakenCodes, ValueStep } from "./version-map.ts";

/** The answer after one step. An answer that the step does not speak of stays the very object it was. */
export function afterStep(answer: Answer, step: ValueStep): Answer | null {
  switch (step.type) {
    case "ask-again":
      return answer.state === "unanswered" ? answer : null;
    case "recode":
      return recoded(answer, step.codes, step.taken);
    case "convert":
      if (answer.state !== "answered" && answer.state !== "proposed") return answer;
      return withValue(answer, converted(answer.value, step.conversion));
  }
}

type WithValue = Extract<Answer, { value: AnswerValue }>;

function withValue(answer: WithValue, value: AnswerValue | null): Answer | null {
  if (value === null) return null;
  return value === answer.value ? answer : { ...answer, value };
}

function recoded(answer: Answer, codes: ReadonlyMap<string, string | null>, taken: TakenCodes): Answer | null {
  if (answer.state === "unanswered") return answer;
  if (answer.state === "refused" || answer.state === "unknown" || answer.state === "alternative") {
    const word = answer.state === "alternative" ? answer.code : answer.state;
    const to = codes.get(word);
    if (to === undefined) return answer;
    return to === null ? null : besideValues(to, taken, answer.state === "alternative");
  }
  const { value } = answer;
  if (value.kind === "codes") return recodedMarks(answer, value.codes, codes, taken);
  const word = value.kind === "code" ? value.code : value.kind === "other" ? value.kind : null;
  const to = word === null ? undefined : codes.get(word);
  if (to === undefined) return answer;
  if (to === null) return null;
  if (isOption(to, taken)) return { ...answer, value: { kind: "code", code: to } };
  // What only was proposed cannot become an answer that nobody gave.
  return answer.state === "proposed" ? null : besideValues(to, taken, false);
}

/** A code may be an option, an alternative or the word of a special answer; what it was decides between the first two. */
function besideValues(to: string, taken: TakenCodes, wasAlternative: boolean): Answer {
  const isAlternative = taken.alternatives.has(to);
  if (isAlternative && (wasAlternative || !isOption(to, taken))) return { state: "alternative", code: to };
  if (to === "refused" || to === "unknown") return { state: to };
  return { state: "answered", value: { kind: "code", code: to } };
}

function isOption(code: string, { options, alternatives }: TakenCodes): boolean {
  if (options !== null) return options.has(code);
  return !alternatives.has(code) && code !== "refused" && code !== "unknown";
}

/** One mark that has to be asked again makes the whole be asked again: which others belong to it, nobody knows. */
function recodedMarks(
  answer: WithValue,
  marks: readonly string[],
  codes: ReadonlyMap<string, string | null>,
  taken: TakenCodes,
): Answer | null {
  const now = new Set<string>();
  let isOther = false;
  for (const mark of marks) {
    const to = codes.get(mark);
    if (to === null || (to !== undefined && !isOption(to, taken))) return null;
    isOther ||= to !== undefined;
    now.add(to ?? mark);
  }
  return isOther ? { ...answer, value: { kind: "codes", codes: [...now] } } : answer;
}

/** A value of another kind than its question's was wrong before and stays what it is. */
function converted(value: AnswerValue, conversion: Conversion): AnswerValue | null {
  switch (conversion) {
    case "number-to-text":
      if (value.kind !== "number") return value;
      return numberAsText(value.number);
    case "single-to-multi":
      return value.kind === "code" ? { kind: "codes", codes: [value.code] } : value;
    case "date-to-month": {
      if (value.kind !== "date") return value;
      const { year, month, day } = value.date;
      return day === null ? { kind: "month", year, month } : null;
    }
    case "month-to-date": {
      if (value.kind !== "month") return value;
      const { year, month } = value;
      const isInRange = year >= 1_800 && year <= 2_200;
      return isInRange ? { kind: "date", date: { year, month, day: null } } : null;
    }
  }
}

/** Digits as they are written; what would need an exponent is no number anybody gave. */
function numberAsText(number: number): AnswerValue | null {
  const text = String(number);
  return /^-?\d+(\.\d+)?$/.test(text) ? { kind: "text", text } : null;
}
