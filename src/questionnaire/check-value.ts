// Whether an answer fits its question. What does not fit is kept and shown as a hard finding `value/…`: the person
// who typed it sees it and the form cannot be finished with it. Implements QL50, QL53, QL97.
import type { Answer, AnswerValue, PartialDate } from "./answer.ts";
import { takesKind } from "./answer-value.ts";
import { takesFreeText, type LeafQuestion, type Question } from "./definition.ts";
import type { Offer } from "./frame.ts";
import { earliestDay, isCalendarDate, latestDay, parseDateText } from "./partial-date.ts";
import { unreachable } from "./result.ts";
import { textLength } from "./text-length.ts";
import type { ValueProblem } from "./value-problem.ts";

/** What else decides whether a value fits. */
export interface ValueSurroundings {
  readonly offer: Offer;
  readonly hasCode: (list: string, code: string) => boolean;
}

type Value<K extends AnswerValue["kind"]> = Extract<AnswerValue, { kind: K }>;
type Definition<T extends Question["type"]> = Extract<Question, { type: T }>;

/** The first thing wrong with an answer that somebody gave; null for none, and for an unconfirmed proposal. */
export function checkValue(definition: Question, answer: Answer, around: ValueSurroundings): ValueProblem | null {
  switch (answer.state) {
    case "unanswered":
    case "proposed":
      return null;
    case "refused":
    case "unknown": {
      const isAllowed = definition.special?.includes(answer.state) === true;
      return isAllowed ? null : { type: "special-not-allowed", state: answer.state };
    }
    case "alternative": {
      const { code } = answer;
      return around.offer.alternatives.includes(code) ? null : { type: "alternative-not-allowed", code };
    }
    case "answered":
      if (!takesKind(definition.type, answer.value.kind)) return { type: "wrong-kind" };
      return definition.type === "composite" || definition.type === "roster"
        ? null
        : checkLeaf(definition, answer.value, around);
    default:
      return unreachable(answer);
  }
}

/** How many rows an answered roster has. */
export function checkRows(definition: Definition<"roster">, rows: number): ValueProblem | null {
  const { maxRows, minRows = 1 } = definition;
  if (rows > maxRows) return { type: "too-many-rows", max: maxRows };
  return rows > 0 && rows < minRows ? { type: "too-few-rows", min: minRows } : null;
}

/** By the kind of the value; that the question takes the kind was checked before. */
function checkLeaf(definition: LeafQuestion, value: AnswerValue, around: ValueSurroundings): ValueProblem | null {
  switch (value.kind) {
    case "code":
      return definition.type === "code-list"
        ? checkListCode(definition, value.code, around)
        : checkOption(value.code, around);
    case "other":
      return takesFreeText(definition) ? null : { type: "free-text-not-allowed" };
    case "codes":
      return definition.type === "multi" ? checkMarks(definition, value.codes, around) : null;
    case "number":
      return definition.type === "number" ? checkNumber(definition, value.number) : null;
    case "text":
      return definition.type === "text" ? checkText(definition, value.text) : null;
    case "name":
      if (value.surname.trim() === "") return { type: "name-incomplete", part: "surname" };
      return value.given.trim() === "" ? { type: "name-incomplete", part: "given" } : null;
    case "date":
      return definition.type === "date" ? checkDate(definition, value.date) : null;
    case "month":
      return definition.type === "month" ? checkMonth(definition, value) : null;
    case "place":
      return definition.type === "place" ? checkPlace(definition, value, around) : null;
    case "line":
      return around.offer.lines.includes(value.line) ? null : { type: "line-not-listed", line: value.line };
    default:
      return unreachable(value);
  }
}

function checkOption(code: string, { offer }: ValueSurroundings): ValueProblem | null {
  return offer.options.includes(code) ? null : { type: "not-an-option", code };
}

function checkListCode(
  definition: Definition<"code-list">,
  code: string,
  { hasCode }: ValueSurroundings,
): ValueProblem | null {
  const { list, except = [] } = definition;
  if (!hasCode(list, code)) return { type: "code-not-in-list", list, code };
  return except.includes(code) ? { type: "code-excepted", code } : null;
}

/** Order of checks is order of usefulness: a strange mark is named before their number is. */
function checkMarks(
  definition: Definition<"multi">,
  codes: readonly string[],
  around: ValueSurroundings,
): ValueProblem | null {
  const { minChosen = 1, maxChosen = Number.POSITIVE_INFINITY } = definition;
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) return { type: "chosen-twice", code: twice };
  for (const code of codes) {
    const problem = checkOption(code, around);
    if (problem !== null) return problem;
  }
  const exclusive = around.offer.exclusive.find((code) => codes.includes(code));
  if (exclusive !== undefined && codes.length > 1) {
    return { type: "exclusive-with-others", code: exclusive };
  }
  if (codes.length < minChosen && exclusive === undefined) return { type: "too-few-chosen", min: minChosen };
  return codes.length > maxChosen ? { type: "too-many-chosen", max: maxChosen } : null;
}

function checkNumber(definition: Definition<"number">, number: number): ValueProblem | null {
  const { min, max, decimals = 0, year = false } = definition;
  if (!(number >= min && number <= max)) return { type: year ? "year-out-of-range" : "number-out-of-range", min, max };
  // toFixed rounds; a number that changes by it has more digits than allowed.
  return Number(number.toFixed(decimals)) === number ? null : { type: "too-many-decimals", decimals };
}

/** Digits are ASCII: a register cannot match those of other scripts. */
function checkText(definition: Definition<"text">, text: string): ValueProblem | null {
  const { maxLength, minLength = 1, digits } = definition;
  if (text.trim() === "") return { type: "text-empty" };
  if (digits !== undefined && (text.length !== digits || !/^[0-9]+$/.test(text))) {
    return { type: "digits-expected", digits };
  }
  const length = textLength(text);
  if (length < minLength) return { type: "text-too-short", minLength };
  return length > maxLength ? { type: "text-too-long", maxLength } : null;
}

/** Calendar first: a range says nothing about a day that does not exist. */
function checkDate(definition: Definition<"date">, date: PartialDate): ValueProblem | null {
  if (!isCalendarDate(date)) return { type: "no-such-date" };
  if (definition.partial !== true) {
    if (date.month === null) return { type: "date-incomplete", part: "month" };
    if (date.day === null) return { type: "date-incomplete", part: "day" };
  }
  return checkDateRange(definition, date);
}

function checkMonth(definition: Definition<"month">, { year, month }: Value<"month">): ValueProblem | null {
  const date = { year, month, day: null };
  if (!isCalendarDate(date)) return { type: "no-such-date" };
  if (definition.partial !== true && month === null) return { type: "date-incomplete", part: "month" };
  return checkDateRange(definition, date);
}

/** A partial date is out of range only if every day it can be is. */
function checkDateRange(
  bounds: { readonly min?: string | undefined; readonly max?: string | undefined },
  date: PartialDate,
): ValueProblem | null {
  const min = bounds.min === undefined ? null : parseDateText(bounds.min);
  const max = bounds.max === undefined ? null : parseDateText(bounds.max);
  const isOut =
    (min !== null && latestDay(date) < earliestDay(min)) || (max !== null && earliestDay(date) > latestDay(max));
  return isOut ? { type: "date-out-of-range", min: bounds.min ?? null, max: bounds.max ?? null } : null;
}

/** A unit belongs to the home country only; abroad the country is all that is asked. What is written out stands for it. */
function checkPlace(
  definition: Definition<"place">,
  { country, kato, settlement, text }: Value<"place">,
  { hasCode }: ValueSurroundings,
): ValueProblem | null {
  const { countries, exceptCountries = [], home } = definition;
  if (!hasCode(countries, country)) return { type: "country-not-in-list", country };
  if (exceptCountries.includes(country)) return { type: "country-excepted", country };
  if (home === undefined || country !== home.country) return kato === null ? null : { type: "unit-not-expected" };
  const isWritten = takesFreeText(definition) && (text ?? "").trim() !== "";
  if (kato === null && !isWritten) return { type: "unit-missing" };
  if (kato !== null && !hasCode(home.units, kato)) return { type: "unit-not-in-list", unit: kato };
  return home.settlement === true && settlement === null ? { type: "settlement-missing" } : null;
}
