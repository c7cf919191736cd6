import { describe, expect, it } from "vitest";
import { languages, type Answer } from "#questionnaire";
import { explainError } from "#authoring";
import { begin, compiled, date, month, refusals } from "../../support/questionnaire/conversation.ts";
import { dateOf, edit, form, monthOf, roster, single, wholeNumber } from "../../support/questionnaire/form.ts";

const questions = [
  dateOf("D", { partial: true }),
  dateOf("E", { partial: true }),
  monthOf("M", { partial: true }),
  monthOf("N", { partial: true }),
];

function withExpression(expression: string) {
  return form(questions, { calculations: [{ id: "result", expression }] });
}

function valueOf(expression: string, answers: Readonly<Record<string, Answer>>): unknown {
  const interview = begin([withExpression(expression)]);
  for (const [path, answer] of Object.entries(answers)) interview.give(path, answer);
  return interview.value("result");
}

describe("months", () => {
  it.each([
    ["=", "2010-05", "2010-05", true],
    ["=", "2010-05", "2010-06", false],
    ["=", "2010", "2010-06", null],
    ["=", "2010", "2011-06", false],
    ["!=", "2010-05", "2010-05", false],
    ["!=", "2010-05", "2010-06", true],
    ["<", "2010-05", "2010-05", false],
    ["<", "2010-05", "2010-06", true],
    ["<=", "2010-05", "2010-05", true],
    ["<=", "2010-06", "2010-05", false],
    [">", "2010-05", "2010-05", false],
    [">=", "2010-05", "2010-05", true],
    [">=", "2010", "2010-01", true],
    [">=", "2010", "2010-02", null],
  ])("[QL29] M %s N of %s and %s is %s", (operator, a, b, expected) => {
    expect(valueOf(`M ${operator} N`, { M: month(a), N: month(b) })).toBe(expected);
    expect(valueOf(`M ${operator} firstKnown(N, @1900-01)`, { M: month(a), N: month(b) })).toBe(expected);
    expect(
      valueOf(`M ${operator} if(D > E, M, N)`, { M: month(a), N: month(b), D: date("2020"), E: date("2021") }),
    ).toBe(expected);
  });

  it.each([
    ["M = @2010-05", "2010-05", true],
    ["@2010-05 != M", "2010-05", false],
    ["M in {@2010-04, @2010-05}", "2010-05", true],
    ["M in {@2010-04, @2010-05}", "2010-06", false],
    ["M in {@2010-04, @2010-05}", "2010", null],
    ["M not in {@2010-04}", "2011", true],
    ["M <= @2010-05", "2010-05", true],
    ["M > @2010-05", "2010-05", false],
    ["M >= @2010", "2010-05", true],
    ["M >= @2010", "2010", true],
    ["M >= @2010-05-15", "2010-05", null],
    ["M < @2010-05-01", "2010-05", false],
  ])("[QL29] %s for %s is %s", (expression, given, expected) => {
    expect(valueOf(expression, { M: month(given) })).toBe(expected);
  });

  it("[QL29] a question may wait for a month", () => {
    const interview = begin([form([monthOf("M"), single("P", ["1"], { relevant: "M = @2010-05 or M = @2011-05" })])]);
    interview.give("M", month("2010-05"));
    expect(interview.question("P").relevant).toBe(true);
    interview.give("M", month("2010-06"));
    expect(interview.question("P").relevant).toBe(false);
  });

  it("[QL29] a month and a day are compared by all the days of the month", () => {
    expect(valueOf("M < D", { M: month("2010-05"), D: date("2010-06-01") })).toBe(true);
    expect(valueOf("M < D", { M: month("2010-05"), D: date("2010-05-31") })).toBeNull();
    expect(valueOf("firstKnown(M, D) < E", { M: month("2010-05"), E: date("2010-05-31") })).toBeNull();
  });
});

describe("literals without their day", () => {
  it.each([
    ["D >= @2010", "2010-01-01", true],
    ["D >= @2010", "2009-12-31", false],
    ["D > @2010", "2010-12-31", false],
    ["D > @2010", "2011-01-01", true],
    ["D <= @2010-02", "2010-02-28", true],
    ["D <= @2010-02", "2010-03-01", false],
    ["D < @2010-02", "2010-02-01", false],
    ["@2010 <= D", "2010-06-15", true],
    ["D >= @2010", "2010", true],
    ["D >= @2010-05", "2010", null],
    ["D >= @2010-05", "2011", true],
  ])("[QL29] %s for %s is %s: the literal is the whole of it", (expression, given, expected) => {
    expect(valueOf(expression, { D: date(given) })).toBe(expected);
  });

  it.each([
    ["D = @2010", 2, "year(D) = 2010"],
    ["@2010 != D", 6, "year(D) != 2010"],
    ["D = @2010-05", 2, "year(D) = 2010 and month(D) = 5"],
    ["D != @2010-05", 2, "year(D) != 2010 or month(D) != 5"],
    ["D in {@2010-05-03, @2010}", 19, "year(D) = 2010"],
    ["M = @2010", 2, "year(M) = 2010"],
    ["M = @2010-05-03", 2, "M = @2010-05"],
    ["M in {@2010-05-03}", 6, "M = @2010-05"],
    ["M = D", 2, "year(M) = year(D) and month(M) = month(D)"],
    ["firstKnown(D, E) = @2010", 17, "year(…) = 2010"],
    ["@2010 = @2010", 6, "year(…) = 2010"],
  ])("[QL29] %s can never be true and says so", (expression, at, instead) => {
    const [error, ...others] = refusals(withExpression(expression));
    expect(others).toEqual([]);
    expect(error).toMatchObject({ type: "dates-never-equal", at, instead });
    for (const language of languages) {
      expect(error && explainError(error, language).sentence).toMatch(/\p{L}.*[.]$/u);
      expect(error && explainError(error, language).sentence).toContain(instead);
    }
    // What it says is right itself.
    if (!instead.includes("…")) compiled(withExpression(instead));
  });
});

describe("what can be true is not refused", () => {
  it.each([
    ["D <= @2010 and D >= @2010-06-01", "D", date("2010-07-01")],
    ["D > @2010 and D < @2011-02-01", "D", date("2011-01-15")],
    ["D >= @2010 and not (D > @2010)", "D", date("2010-12-31")],
    ["D >= @2010-05 and D <= @2010-05", "D", date("2010-05-20")],
    ["M = @2010-05 and M >= @2010 and M <= @2010-05", "M", month("2010-05")],
    ["M in {@2010-05} and not (M in {@2010-06})", "M", month("2010-05")],
    ["not (M != @2010-05)", "M", month("2010-05")],
  ])("[QL45] %s", (relevant, path, answer) => {
    const interview = begin([form([...questions, single("P", ["1"], { relevant })])]);
    interview.give(path, answer);
    expect(interview.question("P").relevant).toBe(true);
  });
});

describe("ages in calculations", () => {
  const born = form(
    [dateOf("B", { partial: true }), dateOf("P28", { partial: true }), single("Q", ["1"], { relevant: "age >= 18" })],
    {
      calculations: [
        { id: "age", expression: "completedYears(B, moment)" },
        { id: "then", expression: "completedYears(B, P28)" },
        { id: "isMinor", expression: "age < 18" },
        { id: "isOlder", expression: "then < age" },
        // The item's name is another thing inside the calculation, and it stays the item outside.
        { id: "hidden", expression: "any(list, moment => moment.n > 1 and age < 18 and moment.n = 2)" },
      ],
      context: [
        { id: "moment", type: "date" },
        { id: "list", type: "list", fields: { n: "number" } },
      ],
    },
  );

  it("[QL36] a comparison with such a calculation is decided by the fewest and the most years", () => {
    const interview = begin([born], { context: { moment: "2021-08-31", list: [{ n: 1 }, { n: 2 }] } });
    interview.give("B", date("2010"));
    expect(interview.value("age")).toBeNull();
    expect(interview.value("isMinor")).toBe(true);
    expect(interview.value("hidden")).toBe(true);
    expect(interview.question("Q").relevant).toBe(false);
    // The calculation stays unknown, and what is compared with it follows all the same.
    interview.give("B", date("1990"));
    expect(interview.value("isMinor")).toBe(false);
    expect(interview.question("Q").relevant).toBe(true);
    interview.give("B", date("2003"));
    expect(interview.value("isMinor")).toBeNull();
    interview.give("P28", date("2010"));
    expect(interview.value("isOlder")).toBe(true);
  });

  it("[QL36] a roster's calculation in its own row", () => {
    const interview = begin([
      form(
        [
          roster("R", [dateOf("b", { partial: true }), wholeNumber("n", 0, 9, { relevant: "rowAge >= 15" })], {
            calculations: [{ id: "rowAge", expression: "completedYears(R.b, @2021-08-31)" }],
          }),
        ],
        {
          edits: [edit("E1", "soft", "rowAge > 99", ["R.b"], { forEach: "R" })],
        },
      ),
    ]);
    interview.give("R[1].b", date("1900"));
    interview.give("R[2].b", date("2020"));
    expect(interview.question("R[1].n").relevant).toBe(true);
    expect(interview.question("R[2].n").relevant).toBe(false);
    expect(interview.findings().map(({ paths }) => paths)).toEqual([["R[1].b"]]);
  });
});
