import { describe, expect, it } from "vitest";
import { problemWith, valueOf } from "../../support/questionnaire/truth.ts";
import { begin, code, compiled, count, name, place, refusals } from "../../support/questionnaire/conversation.ts";
import { composite, edit, form, roster, single, textLine, wholeNumber } from "../../support/questionnaire/form.ts";

describe("names", () => {
  it("[QL20] the longest known beginning wins: P01.1 is the sub-question, not a part of P01", () => {
    const interview = begin([
      form([wholeNumber("P01", 0, 9), wholeNumber("P01.1", 0, 9)], {
        calculations: [{ id: "sum", expression: "P01 + 10 * P01.1" }],
      }),
    ]);
    interview.give("P01", count(1));
    interview.give("P01.1", count(2));
    expect(interview.value("sum")).toBe(21);
  });

  it.each([
    ["Q9 = 1", "Q9", null],
    ["mayb", "mayb", "maybe"],
    ["any(R, r => r.ag > 1)", "r.ag", "age"],
    ["any(persons, p => p.sax = '1')", "p.sax", "sex"],
    ["known(x.y)", "x.y", null],
    ["answered(maybe)", "maybe", null],
    ["answered(CC)", "CC", "C"],
    ["__proto__ = 1", "_", null],
    ["constructor", "constructor", null],
    ["toString", "toString", null],
  ])("[QL20] %s names nothing", (expression, wrong, nearest) => {
    const problem = problemWith(expression);
    if (wrong === "_") expect(problem).toMatchObject({ type: "syntax-error" });
    else expect(problem).toMatchObject({ type: "name-unknown", name: wrong, nearest });
  });

  it("[QL20] an item of a quantifier hides what else has its name", () => {
    expect(valueOf("any(persons, yes => yes.age = 4)", {}, { persons: [{ age: 4 }] })).toBe(true);
  });

  it("[QL21] a calculation is a name like any other, whatever their order", () => {
    const interview = begin([
      form([wholeNumber("N", 0, 9)], {
        calculations: [
          { id: "twice", expression: "once + once" },
          { id: "once", expression: "N" },
        ],
      }),
    ]);
    interview.give("N", count(4));
    expect(interview.value("twice")).toBe(8);
  });

  it.each([
    ["N and yes", "boolean", "number"],
    ["not N", "boolean", "number"],
    ["-yes", "number", "boolean"],
    ["N + T", "number", "text"],
    ["N = T", "number", "text"],
    ["C < D", "number, date", "code"],
    ["M = M", "number, date, boolean, text, code, line, name", "codes"],
    ["Z = Z", "number, date, boolean, text, code, line, name", "place"],
    ["B = 2021", "date", "number"],
    ["N = 'x'", "number", "quoted text"],
    ["M in {'1'}", "number, date, text, code", "codes"],
    ["N in {1, @2021}", "number", "date"],
    ["C has '1'", "codes", "code"],
    ["M has T", "code", "text"],
    ["M has any {@2021}", "code", "date"],
    ["completedYears(B, N)", "date", "number"],
    ["length(N)", "text", "number"],
    ["surely(N)", "boolean", "number"],
    ["if(N, 1, 2)", "boolean", "number"],
    ["if(yes, 1, 'x')", "number", "quoted text"],
    ["firstKnown(N, B)", "number", "date"],
    ["any(N, x => yes)", "list", "number"],
    ["any(R, yes)", "item => condition", "an expression"],
    ["any(R, r => r.age)", "boolean", "number"],
    ["sum(R, r => yes)", "number", "boolean"],
    ["any(R, r => r)", "a value", "a whole record"],
    ["R", "one value", "list"],
    ["x => yes", "a value", "item => …"],
    ["double(T)", "number", "text"],
    ["refused(1 + 1)", "a question", "an expression"],
    ["N.surname", "no member", 'number without "surname"'],
    ["N.constructor", "no member", 'number without "constructor"'],
    ["W.constructor = 'x'", "surname, given, patronymic", 'name without "constructor"'],
    ["Z.toString = 'x'", "country, kato, settlement, text", 'place without "toString"'],
  ])("[QL21] %s: %s is needed, %s is no such thing", (expression, expected, found) => {
    expect(problemWith(expression)).toMatchObject({ type: "type-wrong", expected, found });
  });

  it.each([
    ["completedYears(B)", "2", 1],
    ["known()", "1", 0],
    ["if(yes)", "2 or 3", 1],
    ["firstKnown(N)", "2 or more", 1],
    ["any(R)", "2", 1],
    ["count()", "1 or 2", 0],
    ["double(1, 2)", "1", 2],
    ["refused()", "1", 0],
    ["chose(C)", "2", 1],
    ["surely(yes, yes)", "1", 2],
  ])("[QL21] %s has not the right number of arguments", (expression, expected, found) => {
    expect(problemWith(expression)).toMatchObject({ type: "arguments-wrong", expected, found });
  });

  it("[QL21] an unknown function is an error that suggests the nearest one", () => {
    expect(problemWith("completedYear(B, E) > 1")).toMatchObject({
      type: "function-unknown",
      nearest: "completedYears",
    });
    expect(problemWith("toString(1) = 1")).toMatchObject({ type: "function-unknown", nearest: null });
  });

  it("[QL22] a name has three texts, the patronymic may be unknown", () => {
    const answers = { W: name("Өмір", "Айша") };
    expect(valueOf("W.surname = 'Өмір' and W.given = 'Айша'", answers)).toBe(true);
    expect(valueOf("known(W.patronymic)", answers)).toBe(false);
    expect(problemWith("W.kato = '1'")).toMatchObject({ type: "type-wrong", expected: "surname, given, patronymic" });
  });

  it("[QL22] a place has country, unit and kind of settlement", () => {
    const answers = { Z: place("KZ", "433230100", "rural") };
    expect(valueOf("Z.country = 'KZ' and Z.kato = '433230100' and Z.settlement = 'rural'", answers)).toBe(true);
    expect(valueOf("known(Z.text)", answers)).toBe(false);
    expect(problemWith("Z.settlement = 'steppe'")).toMatchObject({ type: "code-unknown", known: ["urban", "rural"] });
  });

  it("[QL23] inside a roster its fields are this row's, and `line` is the row's number", () => {
    const interview = begin([
      form([
        roster("R", [
          wholeNumber("age", 0, 120),
          single("school", ["1", "2"], { relevant: "R.age < 18 and R.line != R.line or R.age < 18" }),
        ]),
      ]),
    ]);
    interview.give("R[1].age", count(10));
    interview.give("R[2].age", count(40));
    expect(interview.question("R[1].school").relevant).toBe(true);
    expect(interview.question("R[2].school").relevant).toBe(false);
  });

  it("[QL23] outside there is no such row", () => {
    expect(problemWith("R.age > 1")).toMatchObject({ type: "name-in-roster", name: "R.age", roster: "R" });
    expect(problemWith("answered(R.age)")).toMatchObject({ type: "name-in-roster" });
  });

  it("[QL23] an edit for each row may name its fields, another edit may not", () => {
    const questions = [roster("R", [wholeNumber("age", 0, 120)])];
    compiled(form(questions, { edits: [edit("E1", "soft", "R.age > 100", ["R.age"], { forEach: "R" })] }));
    expect(refusals(form(questions, { edits: [edit("E1", "soft", "yes", ["R.age"])] }))).toContainEqual(
      expect.objectContaining({ type: "reference-wrong", to: "R.age", reason: "in-another-roster" }),
    );
  });

  it("[QL24] a composite has no value, its fields have", () => {
    const questions = [composite("P39", [textLine("a")])];
    const withEdit = (when: string) => form(questions, { edits: [edit("E1", "soft", when, ["P39"])] });
    compiled(withEdit("P39.a = 'x'"));
    compiled(withEdit("refused(P39)"));
    expect(refusals(withEdit("known(P39)"))).toMatchObject([{ type: "type-wrong", expected: "a value" }]);
    expect(refusals(withEdit("answered(P39)"))).toMatchObject([{ type: "type-wrong", expected: "a question" }]);
  });
});

describe("codes", () => {
  it.each([
    ["C = '7'", "7"],
    ["'7' = C", "7"],
    ["C in {'1', '8'}", "8"],
    ["M has '9'", "9"],
    ["M has any {'1', '9'}", "9"],
    ["L = 'xxx'", "xxx"],
    ["chose(C, '5')", "5"],
  ])("[QL39] %s names a code the question cannot take", (expression, wrong) => {
    expect(problemWith(expression)).toMatchObject({ type: "code-unknown", code: wrong });
  });

  it.each(["C = 1", "1 = C", "C in {1, 2}", "M has 1", "M has any {1}"])(
    "[QL39] %s: a number is no code",
    (expression) => {
      expect(problemWith(expression)).toMatchObject({ type: "number-for-code", number: "1" });
    },
  );

  it("[QL39] codes of two questions are compared if they have one in common", () => {
    expect(valueOf("C = D", { C: code("1"), D: code("1") })).toBe(true);
    expect(problemWith("C = Z.settlement")).toMatchObject({ type: "codes-never-equal" });
    expect(problemWith("M has Z.settlement")).toMatchObject({ type: "codes-never-equal" });
  });
});
