import { describe, expect, it } from "vitest";
import { limits } from "#questionnaire";
import { problemWith, valueOf } from "../../support/questionnaire/truth.ts";
import { compiled, count, refusals } from "../../support/questionnaire/conversation.ts";
import { edit, form, personRef, roster, wholeNumber } from "../../support/questionnaire/form.ts";

describe("how big an expression may be", () => {
  it("[QL10] an expression of 2,000 characters is read, one more is refused", () => {
    const longest = `yes${" ".repeat(limits.expressionLength - 3)}`;
    expect(valueOf(longest)).toBe(true);
    expect(problemWith(`${longest} `)).toMatchObject({ type: "expression-too-big", limit: "length", max: 2000 });
  });

  it("[QL10] a literal of 200 characters is read, one more is refused", () => {
    expect(valueOf(`length("${"ә".repeat(200)}")`)).toBe(200);
    expect(problemWith(`length("${"ә".repeat(201)}")`)).toMatchObject({ type: "expression-too-big", limit: "literal" });
    expect(problemWith("9".repeat(203))).toMatchObject({ type: "expression-too-big", limit: "literal" });
  });

  it("[QL10] a set of 200 members is read, one more is refused", () => {
    const set = (size: number): string => `N in {${Array.from({ length: size }, (_, index) => index).join(",")}}`;
    expect(valueOf(set(200), { N: count(7) })).toBe(true);
    expect(problemWith(set(201))).toMatchObject({ type: "expression-too-big", limit: "set" });
  });

  it.each([
    ["brackets", (depth: number) => `${"(".repeat(depth)}yes${")".repeat(depth)}`],
    ["not", (depth: number) => `${"not ".repeat(depth)}yes`],
    ["minus signs", (depth: number) => `known(${"-".repeat(depth)}1)`],
    ["calls", (depth: number) => `${"surely(".repeat(depth)}yes${")".repeat(depth)}`],
  ])("[QL11] %s inside one another are refused beyond 40 levels", (_what, nest) => {
    expect(valueOf(nest(38))).not.toBeNull();
    expect(problemWith(nest(41))).toMatchObject({ type: "expression-too-big", limit: "depth", max: 40 });
  });

  it("[QL11] a thousand opening brackets are refused, not a crash", () => {
    expect(problemWith("(".repeat(limits.expressionLength))).toMatchObject({ type: "expression-too-big" });
  });

  it("[QL11] a third quantifier inside two others is refused, at its place", () => {
    const two = "any(persons, p => any(persons, q => p.age < q.age))";
    expect(valueOf(two, {}, { persons: [{ age: 1 }, { age: 2 }] })).toBe(true);
    expect(valueOf("any(persons, p => count(persons) > 1 and p.age = sum(persons, q => q.age))")).toBeNull();
    const three = "any(persons, p => all(persons, q => p.age < sum(R, r => r.age)))";
    const problem = { type: "expression-too-big", limit: "quantifier-depth", max: 2 };
    expect(problemWith(three)).toMatchObject({ ...problem, place: "calculation result", at: three.indexOf("sum") });
    const twelve = `${"any(R, r => ".repeat(12)}yes${")".repeat(12)}`;
    expect(problemWith(twelve)).toMatchObject(problem);
  });

  it("[QL11] the item of a person-ref is one of the two, and a row's calculation begins anew", () => {
    const rows = (where: string) =>
      form([
        roster("R", [wholeNumber("n", 0, 9)], {
          calculations: [{ id: "most", expression: "all(R, s => s.n <= R.n)" }],
        }),
        personRef("M", { list: "R", where }),
      ]);
    compiled(rows("r => r.most and any(R, s => s.most)"));
    expect(refusals(rows("r => any(R, s => any(R, t => t.n < s.n))"))).toMatchObject([
      { type: "expression-too-big", limit: "quantifier-depth", place: "section A › M › where" },
    ]);
  });

  it("[QL11] expressions that together look at too many items are refused at the first that is too much", () => {
    const pair = "all(R, a => any(R, b => a.n + b.n > R.n))";
    const withEdits = (number: number, when: string) =>
      form([roster("R", [wholeNumber("n", 0, 9)])], {
        edits: Array.from({ length: number }, (_, index) => edit(`E${index}`, "soft", when, ["R.n"], { forEach: "R" })),
      });
    compiled(withEdits(9, pair));
    compiled(withEdits(900, "any(R, a => a.n > R.n)"));
    const tooBig = { type: "too-big", limit: "looks", max: 10_000_000 };
    expect(refusals(withEdits(12, pair))).toMatchObject([{ ...tooBig, place: "edit E9 › when" }]);
    const manyTimes = Array.from({ length: 30 }, () => pair).join(" and ");
    expect(refusals(withEdits(1, manyTimes))).toMatchObject([{ ...tooBig, place: "edit E0 › when" }]);
  });

  it("[QL11] a long chain without nesting is no deep expression", () => {
    expect(valueOf(Array.from({ length: 240 }, () => "yes").join(" and "))).toBe(true);
  });
});

describe("words and signs", () => {
  it("[QL12] spaces and line breaks only separate", () => {
    expect(valueOf("  yes\n\tand\r\n yes ")).toBe(true);
    expect(valueOf("1+2*3")).toBe(7);
  });

  it("[QL13] numbers have an optional decimal point", () => {
    expect(valueOf("0.75 * 4")).toBe(3);
    expect(problemWith(".5 + 1")).toMatchObject({ type: "syntax-error", at: 0, found: "." });
    expect(problemWith("1e3 + 1")).toMatchObject({ type: "syntax-error", found: "e3" });
  });

  it("[QL14] a text stands in either kind of quote and may hold the other", () => {
    expect(valueOf(`'Өмір' = "Өмір"`)).toBe(true);
    expect(valueOf(`length("it's")`)).toBe(4);
    expect(problemWith(`T = "open`)).toMatchObject({ type: "syntax-error", at: 4, expected: "the closing quote" });
  });

  it("[QL15] a date is written to the day, the month or the year", () => {
    expect(valueOf("@2021-08-31")).toEqual({ year: 2021, month: 8, day: 31 });
    expect(valueOf("@2021-08")).toEqual({ year: 2021, month: 8, day: null });
    expect(valueOf("@2021")).toEqual({ year: 2021, month: null, day: null });
  });

  it.each(["@2021-02-29", "@2021-13", "@2021-00", "@2021-04-31", "@1900-02-29"])(
    "[QL15] %s is no date, because the calendar has not such a day",
    (date) => {
      expect(problemWith(`year(${date}) = 1`)).toMatchObject({ type: "syntax-error", at: 5 });
    },
  );
});

describe("what binds tighter", () => {
  it.each([
    ["yes or no and no", true],
    ["(yes or no) and no", false],
    ["not no and no", false],
    ["not (no and no)", true],
    ["not 1 = 2", true],
    ["2 + 3 * 4 = 14", true],
    ["2 - 3 - 4", -5],
    ["2 * -3", -6],
    ["-2 * -3", 6],
    ["12 / 3 / 2", 2],
    ["1 + 1 = 2 and 2 * 2 = 4", true],
    ["not yes or yes", true],
  ])("[QL16] %s is %s", (expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
  });

  it.each(["1 < N < 5", "1 = 1 = 1", "double(1) < (N) < 5", "N in {1} = yes", "M has '1' = yes"])(
    "[QL17] %s is refused: comparisons do not chain",
    (expression) => {
      expect(problemWith(expression)).toMatchObject({ type: "syntax-error", expected: '"and", "or" or the end' });
    },
  );

  it("[QL17] comparisons chain with `and`, and brackets make one the side of another", () => {
    expect(valueOf("1 < N and N < 5", { N: count(3) })).toBe(true);
    expect(valueOf("(1 < N) = yes", { N: count(3) })).toBe(true);
  });

  it("[QL18] sets hold literals only", () => {
    expect(valueOf("N in {-1, 2.5, 3}", { N: count(-1) })).toBe(true);
    expect(problemWith("N in {K}")).toMatchObject({ type: "syntax-error", found: "K" });
    expect(problemWith("N in {}")).toMatchObject({ type: "syntax-error", found: "}" });
    expect(problemWith("N in {1,}")).toMatchObject({ type: "syntax-error", found: "}" });
    expect(problemWith("N in 1")).toMatchObject({ type: "syntax-error", expected: '"{"' });
    expect(problemWith("N in {1; 2}")).toMatchObject({ type: "syntax-error", found: ";" });
  });

  it.each([
    ["", "the end", 0],
    ["yes and", "the end", 7],
    ["and yes", "and", 0],
    ["yes yes", "yes", 4],
    ["yes == no", "=", 5],
    ["yes && no", "&", 4],
    ["(yes", "the end", 4],
    ["yes)", ")", 3],
    ["known(yes", "the end", 9],
    ["known(yes,", "the end", 10],
    ["any(R, r r.age)", "r.age", 9],
    ["if => yes => no", "=>", 10],
    ["in", "in", 0],
    ["eval('1') ;", ";", 10],
    ["a.b => yes", "a.b", 0],
    ["constructor[0]", "[", 11],
  ])("[QL19] `%s` is refused at %s", (expression, found, at) => {
    if (expression === "") {
      expect(problemWith(expression)).toMatchObject({ type: "shape-wrong" });
    } else {
      expect(problemWith(expression)).toMatchObject({ type: "syntax-error", found, at });
    }
  });
});
