import { describe, expect, it } from "vitest";
import { limits } from "#questionnaire";
import { problemWith, valueOf } from "../../support/questionnaire/truth.ts";
import { count } from "../../support/questionnaire/conversation.ts";

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
