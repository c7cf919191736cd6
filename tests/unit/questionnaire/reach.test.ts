import { describe, expect, it } from "vitest";
import { compiled, refusals } from "../../support/questionnaire/conversation.ts";
import {
  alternatives,
  composite,
  dateOf,
  edit,
  form,
  monthOf,
  multi,
  roster,
  section,
  single,
  textLine,
  wholeNumber,
} from "../../support/questionnaire/form.ts";

const questions = [
  single("A1", ["1", "2", "3"]),
  single("A2", ["1", "2"], { relevant: "A1 = '1'", special: ["refused"] }),
  single("A3", ["1", "2"], { relevant: "A1 = '2'" }),
  wholeNumber("N", 0, 120),
  wholeNumber("K", 0, 9, { relevant: "N >= 60" }),
  { ...wholeNumber("W", 0, 9), decimals: 1 },
  multi("M", ["1", "2", { code: "3", exclusive: true }], { maxChosen: 2 }),
  dateOf("D", { min: "1900-01-01", max: "2021-08-31" }),
  monthOf("Y", { min: "2016-09", max: "2021-08" }),
  textLine("T", { maxLength: 12 }),
  textLine("I", { maxLength: 12, digits: 12 }),
  single("O", ["1", { code: "2", when: "A1 = '3'" }]),
  composite("G", [wholeNumber("g", 0, 9)], { relevant: "A1 = '3'", special: ["refused"] }),
  roster("R", [wholeNumber("age", 0, 120), single("job", ["1", "2"], { relevant: "R.age >= 15" })], {
    relevant: "A1 = '1'",
    maxRows: 4,
    ...alternatives("0"),
  }),
];
const parts = {
  context: [
    { id: "persons", type: "list", fields: { line: "line", sex: { type: "code", codes: ["1", "2"] } } },
    { id: "moment", type: "date" },
  ],
  calculations: [
    { id: "isFirst", expression: "A1 = '1'" },
    { id: "group", expression: "if(N < 15, 1, if(N < 60, 2, 3))" },
    { id: "age", expression: "firstKnown(completedYears(D, moment), N)" },
    { id: "other", expression: "firstKnown(A2, A3)" },
  ],
};

/** What cannot be, and the questions the refusal names. */
const impossible: readonly (readonly [string, ...string[]])[] = [
  ["N > 500", "N"],
  ["N + 10 > 130", "N"],
  ["0 - N > 0", "N"],
  ["N > 4 and N < 5", "N"],
  ["not (N >= 0)", "N"],
  ["N in {121, 122}", "N"],
  ["D > @2021-08-31", "D"],
  ["year(D) = 2022", "D"],
  ["month(D) = 13"],
  ["day(D) < 1"],
  ["Y < @2016-01-01", "Y"],
  ["length(T) > 12", "T"],
  ["length(I) = 11", "I"],
  ["A2 = '1' and A1 = '2'", "A2"],
  ["refused(A2) and A1 != '1'", "A2"],
  ["known(A2) and known(A3)", "A2", "A3"],
  ["A2 = A3", "A2", "A3"],
  ["K = 3 and N < 60", "K"],
  ["K < 3 and group = 1", "K"],
  ["isFirst and A1 = '2'"],
  ["isFirst and not isFirst"],
  ["group = 3 and N = 20"],
  ["group > 3"],
  ["age = 20 and age = 21"],
  ["other = '1' and A1 = '3'", "A2", "A3"],
  ["if(A1 = '1', N < 5, N < 8) and N > 10"],
  ["M has '1' and M has '3'", "M"],
  ["M has '1' and M has '2' and M has any {'3'}", "M"],
  ["M has '1' and not (M has '1')"],
  ["not (M has any {'1', '2', '3'})", "M"],
  ["O = '2' and A1 = '1'", "O"],
  ["refused(G) and known(G.g)", "G.g"],
  ["chose(R, '0') and any(R, r => r.age > 3)", "R.age"],
  ["any(R, r => r.age > 120)", "R.age"],
  ["any(R, r => r.job = '1' and r.age < 15)", "R.job"],
  ["any(R, r => r.age > 3) and A1 = '2'", "R"],
  ["not all(R, r => r.age <= 120)", "R.age"],
  ["count(R, r => r.age > 120) >= 1", "R.age"],
  ["count(R, r => r.age > 3) < 0"],
  ["any(persons, p => p.sex = '1' and p.sex = '2')"],
  ["any(persons, p => any(R, r => r.age < 5 and r.age > 9))"],
];

const possible = [
  "N > 4 and N < 6",
  "W > 4 and W < 5",
  "N = 120",
  "D = @2021-08-31",
  "D < @2021 and D > @2020",
  "Y >= @2021-08-01",
  "A1 = '1' and A2 = '1'",
  "unknown(N) or A2 = '2'",
  "M has '1' and M has '2'",
  "M has '3'",
  "not (M has any {'1', '2'})",
  "O = '2' and A1 = '3'",
  "group = 3 and K = 1",
  "age = 20 and N = 21",
  "other = '1' and A1 = '2'",
  "not isFirst and G.g = 1",
  "any(R, r => r.age < 15) and any(R, r => r.job = '1')",
  "all(R, r => r.job = '1')",
  "any(persons, p => p.sex = '1') and any(persons, p => p.sex = '2')",
  "any(R, r => r.age = 1) and not any(R, r => r.age = 2)",
  "count(R) = 0 or N > 3",
];

describe("what the rest of the definition makes impossible", () => {
  it.each(impossible)("[QL45] a question asked if `%s` is never asked", (condition, ...because) => {
    const file = form([...questions, wholeNumber("Q", 0, 1, { relevant: condition })], parts);
    expect(refusals(file)).toMatchObject([{ type: "never-asked", question: "Q", because }]);
  });

  it.each(impossible)("[QL45] an edit with `%s` never fires", (condition, ...because) => {
    const file = form(questions, { ...parts, edits: [edit("E1", "hard", condition, ["A1"])] });
    expect(refusals(file)).toMatchObject([{ type: "never-fires", edit: "E1", because }]);
  });

  it.each(possible)("[QL45] `%s` is possible", (condition) => {
    compiled(
      form([...questions, wholeNumber("Q", 0, 1, { relevant: condition })], {
        ...parts,
        edits: [edit("E1", "hard", condition, ["A1"])],
      }),
    );
  });

  it("[QL45] an edit never fires if none of its questions is asked then", () => {
    const at = (...ids: string[]) => form(questions, { ...parts, edits: [edit("E1", "soft", "A1 = '2'", ids)] });
    expect(refusals(at("A2"))).toMatchObject([{ type: "never-fires", because: ["A2"] }]);
    compiled(at("A2", "A3"));
  });

  it("[QL45] an edit of each row reads its own row and what is around it", () => {
    const each = (when: string) =>
      form(questions, { ...parts, edits: [edit("E1", "hard", when, ["R.age"], { forEach: "R" })] });
    expect(refusals(each("R.age < 10 and R.job = '1'"))).toMatchObject([{ because: ["R.job"] }]);
    expect(refusals(each("R.age < 10 and A1 = '2'"))).toMatchObject([{ because: ["R", "R.age"] }]);
    expect(refusals(each("A1 = '2'"))).toMatchObject([{ because: ["R", "R.age"] }]);
    compiled(each("R.age < 10 and any(R, other => other.age > 10 and other.job = '1')"));
  });

  it("[QL45] a field of a roster is never asked if the roster is not", () => {
    const field = single("b", ["1"], { relevant: "A1 = '2'" });
    const file = form([...questions, roster("S", [wholeNumber("a", 0, 9), field], { relevant: "A1 = '1'" })], parts);
    expect(refusals(file)).toMatchObject([{ type: "never-asked", question: "S.b", because: ["S"] }]);
  });

  it("[QL45] an option is never offered if its question is not asked then", () => {
    const file = form(
      [...questions, single("Q", ["1", { code: "2", when: "A1 = '1'" }], { relevant: "A1 = '2'" })],
      parts,
    );
    expect(refusals(file)).toMatchObject([{ type: "never-offered", code: "2" }]);
  });

  it("[QL45] what is never asked is named once, not again at all that comes after it", () => {
    const file = form(
      [
        section("A", [...questions, single("Q", ["1"], { relevant: "A2 = '1' and A3 = '1'" })]),
        section("B", [single("S", ["1"], { relevant: "Q = '1'" }), wholeNumber("U", 0, 1, { relevant: "S = '1'" })]),
      ],
      { ...parts, edits: [edit("E1", "hard", "Q = '1'", ["Q"]), edit("E2", "hard", "U = 1", ["U"])] },
    );
    expect(refusals(file)).toMatchObject([{ type: "never-asked", question: "Q", because: ["A2", "A3"] }]);
  });

  it("[QL45] calculations built on one another are looked into once each", () => {
    const chain = Array.from({ length: 90 }, (_, index) => ({
      id: `c${index}`,
      expression: index === 0 ? "N" : `c${index - 1} + c${index - 1}`,
    }));
    const truths = Array.from({ length: 90 }, (_, index) => ({
      id: `t${index}`,
      expression: index === 0 ? "N > 3" : `t${index - 1} and t${index - 1} or t${index - 1}`,
    }));
    compiled(
      form([wholeNumber("N", 0, 9), wholeNumber("Q", 0, 9, { relevant: "c89 > 3 and t89" })], {
        calculations: [...chain, ...truths],
      }),
    );
  });
});
