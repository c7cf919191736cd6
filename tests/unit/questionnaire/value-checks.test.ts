import { describe, expect, it } from "vitest";
import type { Answer, ValueProblem } from "#questionnaire";
import {
  answered,
  begin,
  code,
  codes,
  count,
  date,
  month,
  name,
  place,
  text,
} from "../../support/questionnaire/conversation.ts";
import {
  codeList,
  dateOf,
  form,
  monthOf,
  multi,
  nameOf,
  placeOf,
  roster,
  single,
  textLine,
  wholeNumber,
} from "../../support/questionnaire/form.ts";

const days = { min: "1901-09-01", max: "2021-08-31" };
const home = { country: "KZ", units: "kato", settlement: true };
const cases: readonly [string, Readonly<Record<string, unknown>>, Answer, ValueProblem | null][] = [
  ["an option", single("Q", ["1"]), code("1"), null],
  ["no option", single("Q", ["1"]), code("2"), { type: "not-an-option", code: "2" }],
  ["a number for a choice", single("Q", ["1"]), count(1), { type: "wrong-kind" }],
  ["marks", multi("Q", ["1", "2"]), codes("1", "2"), null],
  ["an unknown mark", multi("Q", ["1"]), codes("1", "7"), { type: "not-an-option", code: "7" }],
  ["no mark", multi("Q", ["1"]), codes(), { type: "too-few-chosen", min: 1 }],
  ["too few marks", multi("Q", ["1", "2"], { minChosen: 2 }), codes("1"), { type: "too-few-chosen", min: 2 }],
  ["too many marks", multi("Q", ["1", "2"], { maxChosen: 1 }), codes("1", "2"), { type: "too-many-chosen", max: 1 }],
  ["none of them, alone", multi("Q", ["1", { code: "5", exclusive: true }], { minChosen: 2 }), codes("5"), null],
  ["a number in range", wholeNumber("Q", 0, 20), count(20), null],
  ["a number below", wholeNumber("Q", 0, 20), count(-1), { type: "number-out-of-range", min: 0, max: 20 }],
  ["a number above", wholeNumber("Q", 0, 20), count(21), { type: "number-out-of-range", min: 0, max: 20 }],
  ["no number at all", wholeNumber("Q", 0, 20), count(Number.NaN), { type: "number-out-of-range", min: 0, max: 20 }],
  ["a year in range", wholeNumber("Q", 1901, 2021, { year: true }), count(1901), null],
  ["a fraction", wholeNumber("Q", 0, 20), count(1.5), { type: "too-many-decimals", decimals: 0 }],
  ["a fraction that is allowed", wholeNumber("Q", 0, 20, { decimals: 1 }), count(1.1), null],
  [
    "a finer fraction",
    wholeNumber("Q", 0, 20, { decimals: 1 }),
    count(1.15),
    { type: "too-many-decimals", decimals: 1 },
  ],
  ["a text", textLine("Q"), text("Қызылорда"), null],
  ["an empty text", textLine("Q"), text("  "), { type: "text-empty" }],
  ["a long text", textLine("Q", { maxLength: 3 }), text("Әлем"), { type: "text-too-long", maxLength: 3 }],
  ["a short text", textLine("Q", { minLength: 5 }), text("Әлем"), { type: "text-too-short", minLength: 5 }],
  ["twelve digits", textLine("Q", { digits: 12 }), text("000000000000"), null],
  ["eleven digits", textLine("Q", { digits: 12 }), text("00000000000"), { type: "digits-expected", digits: 12 }],
  ["a letter among digits", textLine("Q", { digits: 3 }), text("12О"), { type: "digits-expected", digits: 3 }],
  ["digits of another script", textLine("Q", { digits: 3 }), text("١٢٣"), { type: "digits-expected", digits: 3 }],
  ["a name", nameOf("Q"), name("Өмір", "Айша"), null],
  ["a name without a surname", nameOf("Q"), name(" ", "Айша"), { type: "name-incomplete", part: "surname" }],
  ["a surname alone", nameOf("Q"), name("Өмір", ""), { type: "name-incomplete", part: "given" }],
  ["a day", dateOf("Q", days), date("2020-02-29"), null],
  ["29 February of a common year", dateOf("Q", days), date("2021-02-29"), { type: "no-such-date" }],
  [
    "a day without its month",
    dateOf("Q", { partial: true }),
    answered({ kind: "date", date: { year: 2020, month: null, day: 5 } }),
    { type: "no-such-date" },
  ],
  ["a month for a day", dateOf("Q", days), date("2020-02"), { type: "date-incomplete", part: "day" }],
  ["a year for a day", dateOf("Q", days), date("2020"), { type: "date-incomplete", part: "month" }],
  ["a year where that is allowed", dateOf("Q", { ...days, partial: true }), date("2020"), null],
  ["a day too early", dateOf("Q", days), date("1901-08-31"), { type: "date-out-of-range", ...days }],
  ["a day too late", dateOf("Q", days), date("2021-09-01"), { type: "date-out-of-range", ...days }],
  ["a year that reaches into the range", dateOf("Q", { ...days, partial: true }), date("1901"), null],
  [
    "a year outside",
    dateOf("Q", { max: "2021-08", partial: true }),
    date("2022"),
    { type: "date-out-of-range", min: null, max: "2021-08" },
  ],
  ["a month", monthOf("Q", days), month("2021-08"), null],
  ["a year for a month", monthOf("Q"), month("2021"), { type: "date-incomplete", part: "month" }],
  ["a year where a month may be left out", monthOf("Q", { partial: true }), month("2021"), null],
  ["month 13", monthOf("Q"), month("2021-13"), { type: "no-such-date" }],
  ["a month too late", monthOf("Q", days), month("2021-09"), { type: "date-out-of-range", ...days }],
  ["a code of the list", codeList("Q", { list: "language" }), code("kaz"), null],
  [
    "no code of the list",
    codeList("Q", { list: "language" }),
    code("xxx"),
    { type: "code-not-in-list", list: "language", code: "xxx" },
  ],
  [
    "a code that is excepted",
    codeList("Q", { list: "language", except: ["kaz"] }),
    code("kaz"),
    { type: "code-excepted", code: "kaz" },
  ],
  [
    "free text where it is allowed",
    codeList("Q", { list: "language", freeText: true }),
    answered({ kind: "other", text: "Урду" }),
    null,
  ],
  [
    "free text where it is not",
    codeList("Q", { list: "language" }),
    answered({ kind: "other", text: "Урду" }),
    { type: "free-text-not-allowed" },
  ],
  ["a place at home", placeOf("Q", { countries: "country", home }), place("KZ", "433230100", "rural"), null],
  ["a place abroad", placeOf("Q", { countries: "country", home }), place("UZ"), null],
  [
    "a place at home without its unit",
    placeOf("Q", { countries: "country", home }),
    place("KZ"),
    { type: "unit-missing" },
  ],
  [
    "an unknown unit",
    placeOf("Q", { countries: "country", home }),
    place("KZ", "999999999", "rural"),
    { type: "unit-not-in-list", unit: "999999999" },
  ],
  [
    "urban or rural left open",
    placeOf("Q", { countries: "country", home }),
    place("KZ", "433230100"),
    { type: "settlement-missing" },
  ],
  [
    "a unit abroad",
    placeOf("Q", { countries: "country", home }),
    place("UZ", "433230100"),
    { type: "unit-not-expected" },
  ],
  [
    "an unknown country",
    placeOf("Q", { countries: "country" }),
    place("XX"),
    { type: "country-not-in-list", country: "XX" },
  ],
  [
    "a country that is excepted",
    placeOf("Q", { countries: "country", exceptCountries: ["KZ"] }),
    place("KZ"),
    { type: "country-excepted", country: "KZ" },
  ],
];

describe("values at their questions", () => {
  it.each(cases)("[QL53] %s", (_what, question, answer, problem) => {
    const interview = begin([form([question])]);
    interview.give("Q", answer);
    expect(interview.question("Q").answer).toEqual(answer);
    expect(interview.findings()).toEqual(
      problem === null ? [] : [{ edit: "value/Q", level: "hard", paths: ["Q"], confirmed: false, text: null, problem }],
    );
  });

  it("[QL53] marks opened with twice are found", () => {
    const interview = begin([form([multi("Q", ["1"])])], { answers: { Q: codes("1", "1") } });
    expect(interview.findings()[0]?.problem).toEqual({ type: "chosen-twice", code: "1" });
  });

  it("[QL53] a roster has at least and at most so many rows", () => {
    const interview = begin([form([roster("R", [textLine("a", { required: false })], { minRows: 2, maxRows: 3 })])]);
    const problem = () => interview.findings()[0]?.problem;
    expect(interview.remaining()).toEqual(["R"]);
    interview.addRow("R");
    expect(problem()).toEqual({ type: "too-few-rows", min: 2 });
    interview.addRow("R");
    expect(problem()).toBeUndefined();
    interview.addRow("R");
    interview.addRow("R");
    expect(problem()).toEqual({ type: "too-many-rows", max: 3 });
  });

  it.each([1900, 2022])("[QL119] the year %d beyond the bounds is told of as a year", (year) => {
    const interview = begin([form([wholeNumber("Q", 1901, 2021, { year: true })])]);
    interview.give("Q", count(year));
    expect(interview.findings()[0]?.problem).toEqual({ type: "year-out-of-range", min: 1901, max: 2021 });
  });

  it("[QL53] the finding goes when the value is mended, and rests while the question is not asked", () => {
    const interview = begin([form([single("A", ["1", "2"]), wholeNumber("B", 0, 9, { relevant: "A = '1'" })])]);
    interview.give("A", code("1"));
    interview.give("B", count(90));
    interview.give("B", count(91));
    expect(interview.findings()).toHaveLength(1);
    interview.give("A", code("2"));
    expect(interview.findings()).toEqual([]);
    interview.give("A", code("1"));
    expect(interview.findings()).toHaveLength(1);
    interview.give("B", count(9));
    expect(interview.findings()).toEqual([]);
  });

  it("[QL53] one wrong answer after another is each found for what it is", () => {
    const interview = begin([form([dateOf("Q")])]);
    interview.give("Q", date("2021-02-30"));
    expect(interview.findings()[0]?.problem).toEqual({ type: "no-such-date" });
    interview.give("Q", text("yesterday"));
    expect(interview.findings()[0]?.problem).toEqual({ type: "wrong-kind" });
  });
});

describe("a place in words", () => {
  const words = answered({ kind: "other", text: "Батыс Сахара" });
  const unitIn = (text: string | null, settlement: "rural" | null = "rural"): Answer =>
    answered({ kind: "place", country: "KZ", kato: null, settlement, text });
  const problemOf = (question: typeof open, answer: Answer): ValueProblem | null =>
    begin([form([question])], { answers: { Q: answer } }).findings()[0]?.problem ?? null;
  const strict = placeOf("Q", { countries: "country", home });
  const open = placeOf("Q", { countries: "country", home, freeText: true });

  it("[QL97] is taken whole where the question allows it", () => {
    expect(problemOf(open, words)).toBeNull();
    expect(problemOf(strict, words)).toEqual({ type: "free-text-not-allowed" });
  });

  it("[QL97] stands for the unit at home, and urban or rural is still asked", () => {
    expect(problemOf(open, unitIn("Ащысай ауылы"))).toBeNull();
    expect(problemOf(open, unitIn("Ащысай ауылы", null))).toEqual({ type: "settlement-missing" });
    expect(problemOf(strict, unitIn("Ащысай ауылы"))).toEqual({ type: "unit-missing" });
    expect(problemOf(open, unitIn(" "))).toEqual({ type: "unit-missing" });
    expect(problemOf(open, unitIn(null))).toEqual({ type: "unit-missing" });
  });
});
