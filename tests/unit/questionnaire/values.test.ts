import { describe, expect, it } from "vitest";
import { unanswered } from "#questionnaire";
import { valueOf } from "../../support/questionnaire/truth.ts";
import {
  alternative,
  code,
  codes,
  count,
  date,
  dontKnow,
  name,
  partialDate,
  proposed,
  refused,
  text,
} from "../../support/questionnaire/conversation.ts";

describe("comparisons", () => {
  it.each([
    ["N = K", 1, 1, true],
    ["N = K", 1, 2, false],
    ["N != K", 1, 2, true],
    ["N != K", 2, 2, false],
    ["N < K", 1, 2, true],
    ["N < K", 2, 2, false],
    ["N <= K", 2, 2, true],
    ["N <= K", 3, 2, false],
    ["N > K", 3, 2, true],
    ["N > K", 2, 2, false],
    ["N >= K", 2, 2, true],
    ["N >= K", 1, 2, false],
  ])("[QL28] %s of %d and %d is %s", (expression, a, b, expected) => {
    expect(valueOf(expression, { N: count(a), K: count(b) })).toBe(expected);
  });

  it.each(["=", "!=", "<", "<=", ">", ">="])("[QL28] an unknown side makes %s unknown", (operator) => {
    expect(valueOf(`N ${operator} K`, { N: count(1) })).toBeNull();
    expect(valueOf(`N ${operator} K`, { K: count(1) })).toBeNull();
    expect(valueOf(`N ${operator} 1`, { N: dontKnow })).toBeNull();
  });

  it("[QL28] texts, codes, truths and names are equal letter by letter", () => {
    expect(valueOf("T = 'Ә'", { T: text("Ә") })).toBe(true);
    expect(valueOf("T = 'Ә'", { T: text("ә") })).toBe(false);
    expect(valueOf("C != D", { C: code("1"), D: code("2") })).toBe(true);
    expect(valueOf("yes = no")).toBe(false);
    expect(valueOf("W = W", { W: name("Ә", "Б") })).toBe(true);
    expect(valueOf("W != W", { W: name("Ә", "Б") })).toBe(false);
  });

  it.each([
    ["0.1 + 0.2 = 0.3", true],
    ["0.1 + 0.2 != 0.3", false],
    ["0.1 + 0.2 > 0.3", false],
    ["0.1 + 0.2 <= 0.3", true],
    ["0.1 + 0.2 in {0.3}", true],
    ["0.7 + 0.1 not in {0.8, 1}", false],
    ["N * 1.1 * 1.1 = 1.21 * N", true],
    ["N / 3 * 3 in {7}", true],
    ["12345678.1 + 0.2 = 12345678.3", true],
    ["0.00000001 = 0.00000002", false],
    ["0.000001 < 0.000002", true],
    ["9007199254740990 = 9007199254740991", false],
    ["-0.1 - 0.2 = -0.3", true],
    ["0.3 - 0.1 - 0.2 = 0", true],
  ])("[QL28] %s is %s: numbers are what people mean by them", (expression, expected) => {
    expect(valueOf(expression, { N: count(7) })).toBe(expected);
  });

  it('[QL28] "don\'t know" is not the opposite of an answer', () => {
    expect(valueOf("C != '1'", { C: dontKnow })).toBeNull();
    expect(valueOf("C = '2' or unknown(C)", { C: dontKnow })).toBe(true);
  });
});

describe("partial dates", () => {
  it.each([
    ["=", "2021-08-31", "2021-08-31", true],
    ["=", "2021-08-31", "2021-08-30", false],
    ["=", "2021-08", "2021-08-31", null],
    ["=", "2021-08", "2021-08", null],
    ["=", "2021-08", "2021-09", false],
    ["=", "2021", "2022-01-01", false],
    ["!=", "2021-08", "2021-09", true],
    ["!=", "2021-08", "2021-08-01", null],
    ["<", "2021-08-30", "2021-08-31", true],
    ["<", "2021-08-31", "2021-08-31", false],
    ["<", "2021-07", "2021-08-01", true],
    ["<", "2021-08", "2021-08-31", null],
    ["<", "2021-08", "2021-08-01", false],
    ["<", "2020", "2021", true],
    ["<=", "2021-08", "2021-08-31", true],
    ["<=", "2021-08", "2021-08-30", null],
    ["<=", "2021-08-02", "2021-08-01", false],
    [">", "2021-09", "2021-08", true],
    [">", "2021-08", "2021-08-31", false],
    [">", "2021-08", "2021-08-30", null],
    [">=", "2021-08", "2021-08-01", true],
    [">=", "2021-08", "2021-08-02", null],
    [">=", "2021-07", "2021-08-02", false],
  ])("[QL29] %s of %s and %s is %s", (operator, a, b, expected) => {
    expect(valueOf(`B ${operator} E`, { B: date(a), E: date(b) })).toBe(expected);
  });

  it("[QL29] a set of dates is asked the same way", () => {
    expect(valueOf("B in {@2021-01-01, @2021-08-31}", { B: date("2021-08-31") })).toBe(true);
    expect(valueOf("B in {@2021-01-01}", { B: date("2021-08-31") })).toBe(false);
    expect(valueOf("B in {@2021-01-01}", { B: date("2021") })).toBeNull();
    expect(valueOf("B in {@2021-01-01}")).toBeNull();
  });
});

describe("sets and marks", () => {
  it.each([
    ["C in {'1', '2'}", code("2"), true],
    ["C in {'1', '2'}", code("3"), false],
    ["C in {'1', '2'}", refused, null],
    ["C not in {'1', '2'}", code("3"), true],
    ["C not in {'1', '2'}", refused, null],
  ])("[QL30] %s", (expression, answer, expected) => {
    expect(valueOf(expression, { C: answer })).toBe(expected);
  });

  it.each([
    ["M has '1'", codes("1", "3"), true],
    ["M has '2'", codes("1", "3"), false],
    ["M has '2'", dontKnow, null],
    ["M has C", codes("1", "3"), true],
    ["M has any {'2', '3'}", codes("1", "3"), true],
    ["M has any {'2'}", codes("1", "3"), false],
    ["M has any {'2'}", unanswered, null],
    ["not (M has any {'2'})", codes("1"), true],
  ])("[QL30] %s", (expression, answer, expected) => {
    expect(valueOf(expression, { M: answer, C: code("3") })).toBe(expected);
  });

  it("[QL30] what is unknown on the right is unknown", () => {
    expect(valueOf("M has C", { M: codes("1") })).toBeNull();
  });
});

describe("arithmetic", () => {
  it.each([
    ["N + K", 9],
    ["N - K", 5],
    ["N * K", 14],
    ["N / K", 3.5],
    ["-N", -7],
    ["N / 0", null],
    ["0 / 0", null],
    ["N + 1 - K * 2", 4],
  ])("[QL31] %s is %s", (expression, expected) => {
    expect(valueOf(expression, { N: count(7), K: count(2) })).toBe(expected);
  });

  it.each(["N + K", "N - K", "N * K", "N / K", "-N", "N * 0"])("[QL31] %s of an unknown is unknown", (expression) => {
    expect(valueOf(expression, { K: count(2) })).toBeNull();
  });
});

describe("what became of a question", () => {
  const states = [
    ["not answered", unanswered, []],
    ["answered", code("1"), ["answered", "given"]],
    ["refused", refused, ["refused", "given"]],
    ["not known", dontKnow, ["unknown", "given"]],
    ["answered outside", alternative("0"), ["chose", "given"]],
    ["proposed only", proposed(code("1")), []],
  ] as const;
  it.each(states)("[QL32] a question that is %s", (_what, answer, holding) => {
    const held = ["answered", "refused", "unknown", "given", "chose"].filter(
      (test) => valueOf(test === "chose" ? "chose(C, '0')" : `${test}(C)`, { C: answer }) === true,
    );
    expect(new Set(held)).toEqual(new Set(holding));
    expect(valueOf("answered(C) or not answered(C)", { C: answer })).toBe(true);
  });
});

describe("functions", () => {
  it("[QL33] a host function is called with what is known", () => {
    expect(valueOf("startsWithA(T)", { T: text("Ab") })).toBe(true);
    expect(valueOf("double(N) + 1", { N: count(4) })).toBe(9);
    expect(valueOf("isRemote(Z.country)")).toBeNull();
    expect(valueOf("isRemote('DE')")).toBe(true);
  });

  it("[QL33] an unknown argument, or a function that cannot tell, is unknown", () => {
    expect(valueOf("startsWithA(T)", { T: refused })).toBeNull();
    expect(valueOf("birthDateIn(T)", { T: text("zz") })).toBeNull();
    expect(valueOf("birthDateIn(T)", { T: text("100317") })).toEqual(partialDate("2010-03-17"));
  });

  it("[QL35] `if` chooses, and does not choose when it cannot know", () => {
    expect(valueOf("if(yes, N, K)", { N: count(1), K: count(2) })).toBe(1);
    expect(valueOf("if(no, N, K)", { N: count(1), K: count(2) })).toBe(2);
    expect(valueOf("if(maybe, N, K)", { N: count(1), K: count(2) })).toBeNull();
    expect(valueOf("if(yes, C, '2') = '1'", { C: code("1") })).toBe(true);
  });

  it("[QL35] `firstKnown` takes the first that is known", () => {
    expect(valueOf("firstKnown(N, K, 7)", { N: count(1) })).toBe(1);
    expect(valueOf("firstKnown(N, K, 7)", { K: count(2) })).toBe(2);
    expect(valueOf("firstKnown(N, K, 7)")).toBe(7);
    expect(valueOf("firstKnown(N, K)")).toBeNull();
    expect(valueOf("firstKnown(maybe, yes)")).toBe(true);
  });

  it.each([
    ["2010-03-17", "2021-03-16", 10],
    ["2010-03-17", "2021-03-17", 11],
    ["2008-02-29", "2021-02-28", 12],
    ["2008-02-29", "2021-03-01", 13],
    ["2008-02-29", "2024-02-29", 16],
    ["2010", "2021-12-31", 11],
    ["2010", "2021-08-31", null],
    ["2010-08", "2021-08-31", 11],
    ["2010-09", "2021-08-31", 10],
    ["2010-08", "2021-08-30", null],
    ["2021-08-31", "2021-08-31", 0],
    ["2021-09-01", "2021-08-31", null],
  ])("[QL36] from %s to %s are %s completed years", (from, to, expected) => {
    expect(valueOf("completedYears(B, E)", { B: date(from), E: date(to) })).toBe(expected);
  });

  it.each([
    ["2010", "completedYears(B, E) < 12", true],
    ["2010", "completedYears(B, E) >= 12", false],
    ["2010", "completedYears(B, E) > 10", null],
    ["2010", "completedYears(B, E) >= 10", true],
    ["2010", "completedYears(B, E) <= 10", null],
    ["2010", "completedYears(B, E) = 10", null],
    ["2010", "completedYears(B, E) = 12", false],
    ["2010", "completedYears(B, E) != 9", true],
    ["2010", "12 > completedYears(B, E)", true],
    ["2010", "9 < completedYears(B, E)", true],
    ["2010-08", "completedYears(B, E) = 11", true],
    ["2021", "completedYears(B, E) < 12", null],
  ])("[QL36] born in %s by the last of August 2021: %s is %s", (born, expression, expected) => {
    expect(valueOf(expression, { B: date(born), E: date("2021-08-31") })).toBe(expected);
  });

  it("[QL36] a date has a year, a month and a day, as far as they are known", () => {
    expect(valueOf("year(B)", { B: date("2010-03") })).toBe(2010);
    expect(valueOf("month(B)", { B: date("2010-03") })).toBe(3);
    expect(valueOf("day(B)", { B: date("2010-03") })).toBeNull();
    expect(valueOf("isComplete(B)", { B: date("2010-03") })).toBe(false);
    expect(valueOf("isComplete(B)", { B: date("2010-03-01") })).toBe(true);
    expect(valueOf("isComplete(B)")).toBeNull();
  });

  it("[QL36] `length` counts letters and signs, rare ones too", () => {
    expect(valueOf("length(T)", { T: text("Әлем𠀀") })).toBe(5);
    expect(valueOf("length(T)")).toBeNull();
  });
});

describe("lists", () => {
  const persons = [
    { line: 1, age: 40, sex: "2" },
    { line: 2, age: 10, sex: "1" },
  ];
  const withUnknown = [...persons, { line: 3, age: null, sex: "2" }];

  it.each([
    ["any(persons, p => p.age > 30)", persons, true],
    ["any(persons, p => p.age > 50)", persons, false],
    ["any(persons, p => p.age > 50)", withUnknown, null],
    ["any(persons, p => p.age > 30)", withUnknown, true],
    ["any(persons, p => p.age > 30)", [], false],
    ["all(persons, p => p.age > 5)", persons, true],
    ["all(persons, p => p.age > 30)", persons, false],
    ["all(persons, p => p.age > 5)", withUnknown, null],
    ["all(persons, p => p.age > 30)", withUnknown, false],
    ["all(persons, p => p.age > 30)", [], true],
  ])("[QL37] %s", (expression, list, expected) => {
    expect(valueOf(expression, {}, { persons: list })).toBe(expected);
  });

  it("[QL37] a list that was not handed in is unknown", () => {
    expect(valueOf("any(persons, p => p.age > 30)")).toBeNull();
    expect(valueOf("all(persons, p => p.age > 30)")).toBeNull();
  });

  it.each([
    ["count(persons)", withUnknown, 3],
    ["count(persons, p => p.sex = '2')", withUnknown, 2],
    ["count(persons, p => p.age > 30)", persons, 1],
    ["count(persons, p => p.age > 30)", withUnknown, null],
    ["count(persons, p => surely(p.age > 30))", withUnknown, 1],
    ["sum(persons, p => p.age)", persons, 50],
    ["sum(persons, p => p.age)", withUnknown, null],
    ["sum(persons, p => if(known(p.age), p.age, 0))", withUnknown, 50],
    ["count(persons, p => any(persons, q => q.age > p.age))", persons, 1],
  ])("[QL38] %s", (expression, list, expected) => {
    expect(valueOf(expression, {}, { persons: list })).toBe(expected);
  });

  it("[QL38] marks and rows are counted too, and a row knows its number", () => {
    expect(valueOf("count(M)", { M: codes("1", "3") })).toBe(2);
    expect(valueOf("count(M)")).toBeNull();
    const rows = { "R[1].age": count(40), "R[3].age": count(10) };
    expect(valueOf("count(R)", rows)).toBe(2);
    expect(valueOf("sum(R, r => r.age)", rows)).toBe(50);
    expect(valueOf("any(R, r => any(persons, p => p.line = r.line))", rows, { persons: [{ line: 3 }] })).toBe(true);
    expect(valueOf("any(R, r => answered(r.sex))", rows)).toBe(false);
  });
});
