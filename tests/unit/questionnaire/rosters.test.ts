import { describe, expect, it } from "vitest";
import {
  compileQuestionnaire,
  hostFunction,
  openInterview,
  type Interview,
  type QuestionnaireHost,
} from "#questionnaire";
import {
  alternative,
  asked,
  begin,
  code,
  codes,
  compiled,
  count,
  demoHost,
  line,
  objections,
  offered,
  refused,
  text,
  unanswered,
} from "../../support/questionnaire/conversation.ts";
import {
  alternatives,
  composite,
  edit,
  form,
  multi,
  personRef,
  roster,
  single,
  textLine,
  wholeNumber,
} from "../../support/questionnaire/form.ts";

const languages = roster(
  "P21",
  [single("language", ["uzb", "deu"]), single("level", ["1", "2"], { relevant: "answered(P21.language)" })],
  {
    maxRows: 6,
    special: ["refused"],
    ...alternatives("0"),
  },
);

describe("rows", () => {
  it("[QL52] a row comes into being with addRow or with its first answer", () => {
    const interview = begin([form([languages])]);
    expect(interview.remaining()).toEqual(["P21"]);
    const { row, change } = interview.addRow("P21");
    expect(row).toBe(1);
    expect(change).toEqual({ changed: ["P21"], appeared: ["P21[1].language"], vanished: [] });
    interview.give("P21[2].language", code("deu"));
    expect(asked(interview)).toEqual(["P21", "P21[1].language", "P21[2].language", "P21[2].level"]);
    expect(interview.remaining()).toEqual(["P21[1].language", "P21[2].level"]);
    expect(interview.question("P21").rows.map((one) => one.path)).toEqual(["P21[1]", "P21[2]"]);
  });

  it("[QL59] a new row is seen in its roster even if nothing in it is asked yet", () => {
    const interview = begin([form([roster("R", [textLine("a", { relevant: "known(T)" })]), textLine("T")])]);
    const before = interview.question("R");
    expect(interview.addRow("R").change).toEqual({ changed: ["R"], appeared: [], vanished: [] });
    expect(interview.question("R")).not.toBe(before);
    expect(interview.question("R").rows).toMatchObject([{ row: 1, fields: [{ relevant: false }] }]);
    expect(interview.addRow("R").change).toEqual({ changed: ["R"], appeared: [], vanished: [] });
    expect(interview.question("R").rows).toHaveLength(2);
  });

  it("[QL51] adding a row takes off what settled the roster as a whole, and rows of before count again", () => {
    for (const whole of [refused, alternative("0")]) {
      const interview = begin([form([languages])]);
      interview.give("P21", whole);
      expect(interview.addRow("P21").change.appeared).toEqual(["P21[1].language"]);
      expect(interview.question("P21").answer).toEqual(unanswered);
      interview.give("P21[1].language", code("deu"));
      interview.give("P21", whole);
      expect(asked(interview)).toEqual(["P21"]);
      interview.addRow("P21");
      expect(asked(interview)).toEqual(["P21", "P21[1].language", "P21[1].level", "P21[2].language"]);
      expect(interview.answers()["P21"]).toBeUndefined();
    }
  });

  it("[QL51] an answer at the path of a row takes off nothing: a record read back says itself what came first", () => {
    const interview = begin([form([languages])]);
    interview.give("P21", refused);
    interview.give("P21[1].language", code("uzb"));
    expect(interview.question("P21").answer).toEqual(refused);
    expect(asked(interview)).toEqual(["P21"]);
  });

  it("[QL52] a row's number is never given again", () => {
    const interview = begin([form([languages])]);
    interview.give("P21[1].language", code("uzb"));
    interview.give("P21[2].language", code("deu"));
    const step = interview.removeRow("P21", 2);
    expect(step.vanished).toEqual(["P21[2].language", "P21[2].level"]);
    expect(interview.removedRows()).toEqual(["P21[2]"]);
    expect(interview.addRow("P21").row).toBe(3);
    expect(() => interview.give("P21[2].language", code("uzb"))).toThrow("knows no question");
  });

  it("[QL52] not even after the interview was closed and opened again", () => {
    const file = form([languages]);
    const before = begin([file]);
    before.give("P21[1].language", code("uzb"));
    before.addRow("P21");
    before.removeRow("P21", 2);
    const after = begin([file], { answers: before.answers(), removedRows: before.removedRows() });
    expect(after.addRow("P21").row).toBe(3);
    const late = begin([file], {
      answers: { "P21[2].language": code("uzb") },
      removedRows: ["P21[2]", "nonsense", "X[1]"],
    });
    expect(late.unknownPaths()).toEqual(["P21[2].language"]);
  });

  it("[QL52] a row without answers is not forgotten", () => {
    const file = form([languages]);
    const before = begin([file]);
    before.addRow("P21");
    expect(before.answers()).toEqual({ "P21[1].language": unanswered });
    expect(before.exported()).toEqual({});
    expect(asked(begin([file], { answers: before.answers() }))).toEqual(asked(before));
    before.give("P21[1].level", code("1"));
    expect(before.answers()).toEqual({ "P21[1].level": code("1") });
  });

  it("[QL52] rows stand in the order of their numbers", () => {
    const interview = begin([form([languages])]);
    interview.give("P21[3].language", code("deu"));
    interview.give("P21[1].language", code("uzb"));
    expect(interview.question("P21").rows.map(({ row }) => row)).toEqual([1, 3]);
    expect(interview.addRow("P21").row).toBe(4);
  });

  it("[QL52] after a damaged record the next row has a number that was never given", () => {
    const file = form([languages]);
    const answers = { "P21[5000].language": code("deu"), "P21[2].language": code("uzb") };
    const interview = begin([file], { answers, removedRows: ["P21[4999]", "P21[9999]"] });
    expect(interview.addRow("P21").row).toBe(4998);
    expect(interview.addRow("P21").row).toBe(4997);
    expect(interview.question("P21").rows.map(({ row }) => row)).toEqual([2, 4997, 4998, 5000]);
  });

  it("[QL52] a row inside a row that was taken out later does not bring it back", () => {
    const file = form([roster("R", [textLine("a"), roster("kids", [textLine("b")])])]);
    const before = begin([file]);
    before.addRow("R");
    before.addRow("R");
    before.addRow("R[2].kids");
    before.removeRow("R[2].kids", 1);
    before.removeRow("R", 2);
    const after = begin([file], { answers: before.answers(), removedRows: before.removedRows() });
    expect(after.question("R").rows.map(({ row }) => row)).toEqual([1]);
  });

  it("[QL44] a row more is no work for the rows that are there", () => {
    let calls = 0;
    const counting: QuestionnaireHost = {
      ...demoHost,
      functions: { seen: hostFunction({ parameters: ["line"], result: "boolean", apply: () => (calls += 1) > 0 }) },
    };
    const compiledRows = compileQuestionnaire(
      [
        form([roster("R", [textLine("a", { relevant: "seen(R.line)" })], { maxRows: 100 })], {
          edits: [edit("E1", "soft", "seen(R.line)", ["R"], { forEach: "R" })],
        }),
      ],
      counting,
    );
    if (!compiledRows.ok) throw new Error("not right");
    const interview = openInterview(compiledRows.value, { context: {}, answers: {} });
    for (let row = 0; row < 50; row += 1) interview.addRow("R");
    expect(calls).toBeLessThanOrEqual(2 * 50 + 2);
    interview.removeRow("R", 7);
    expect(calls).toBeLessThanOrEqual(2 * 50 + 2);
    expect(interview.findings()).toHaveLength(49);
  });

  it("[QL52] a row that is not there cannot be taken out, and only a roster has rows", () => {
    const interview = begin([form([languages, textLine("T")])]);
    expect(() => interview.removeRow("P21", 1)).toThrow("no row 1");
    expect(() => interview.addRow("T")).toThrow("no roster");
    expect(() => interview.give("P21[0].language", code("uzb"))).toThrow("knows no question");
  });

  it('[QL52] "none" empties a roster without losing its rows', () => {
    const withEmpty = form([languages, single("Q", ["1"], { relevant: "count(P21) = 0" })]);
    const interview = begin([withEmpty]);
    interview.give("P21[1].language", code("uzb"));
    interview.give("P21[1].level", code("1"));
    interview.give("P21", alternative("0"));
    expect(asked(interview)).toEqual(["P21", "Q"]);
    expect(interview.exported()).toEqual({ P21: alternative("0") });
    interview.give("P21", unanswered);
    expect(asked(interview)).toEqual(["P21", "P21[1].language", "P21[1].level"]);
  });

  it("[QL52] a roster that needs no rows is empty while it has none, and unknown while it is not asked", () => {
    const rows = (minRows: number) => [
      single("P", ["1", "2"]),
      roster("R", [wholeNumber("n", 0, 9)], { minRows, special: ["refused", "unknown"], relevant: "P = '1'" }),
    ];
    const calculations = [
      { id: "some", expression: "any(R, r => r.n > 1)" },
      { id: "every", expression: "all(R, r => r.n > 1)" },
      { id: "size", expression: "count(R)" },
      { id: "big", expression: "count(R, r => r.n > 1)" },
      { id: "total", expression: "sum(R, r => r.n)" },
    ];
    const values = (interview: Interview) => calculations.map(({ id }) => interview.value(id));
    const unknown = [null, null, null, null, null];
    const interview = begin([form(rows(0), { calculations })]);
    expect(values(interview)).toEqual(unknown);
    interview.give("P", code("1"));
    expect(values(interview)).toEqual([false, true, 0, 0, 0]);
    expect(interview.remaining()).toEqual([]);
    interview.give("R[1].n", count(4));
    expect(values(interview)).toEqual([true, true, 1, 1, 4]);
    interview.removeRow("R", 1);
    expect(values(interview)).toEqual([false, true, 0, 0, 0]);
    interview.give("R", refused);
    expect(values(interview)).toEqual(unknown);
    interview.give("R", unanswered);
    interview.give("P", code("2"));
    expect(values(interview)).toEqual(unknown);
    const needed = begin([form(rows(1), { calculations })]);
    needed.give("P", code("1"));
    expect(values(needed)).toEqual(unknown);
  });

  it("[QL51] a refused roster is settled, and nothing is known of its rows", () => {
    const interview = begin([form([languages, single("Q", ["1"], { relevant: "count(P21) >= 0" })])]);
    interview.give("P21", refused);
    expect(asked(interview)).toEqual(["P21"]);
    expect(interview.remaining()).toEqual([]);
  });

  it("[QL52] removing a row takes its confirmations along", () => {
    const file = form([roster("R", [wholeNumber("age", 0, 120)])], {
      edits: [
        {
          id: "S1",
          level: "soft",
          when: "R.age > 100",
          at: ["R.age"],
          forEach: "R",
          text: { kk: "к", ru: "р", en: "e" },
        },
      ],
    });
    const interview = begin([file]);
    interview.give("R[1].age", count(101));
    interview.confirm("S1", "R[1].age", null);
    interview.removeRow("R", 1);
    expect(interview.confirmations()).toEqual([]);
    expect(objections(interview)).toEqual([]);
  });
});

describe("a household held as a roster", () => {
  const household = form(
    [
      roster(
        "R",
        [
          textLine("given"),
          single("sex", ["1", "2"]),
          wholeNumber("born", 1900, 2021),
          multi("income", ["1", "4", "9"], { relevant: "age >= 15" }),
          single("main", [], { options: { chosenIn: "R.income" }, relevant: "count(R.income) >= 2" }),
          personRef("spouse", {
            list: "R",
            where: "p => p.line != R.line and p.sex != R.sex",
            relevant: "age >= 18",
            ...alternatives("0"),
          }),
          composite("job", [textLine("title"), textLine("place", { relevant: "known(R.job.title)" })], {
            relevant: "R.income has '1'",
          }),
        ],
        { calculations: [{ id: "age", expression: "2021 - R.born" }] },
      ),
      wholeNumber("ADULTS", 0, 50, { relevant: "known(grown)" }),
    ],
    { calculations: [{ id: "grown", expression: "count(R, r => r.age >= 18)" }] },
  );

  it("asks each person what fits, and knows the whole", () => {
    const interview = begin([household]);
    interview.give("R[1].given", text("Айша"));
    interview.give("R[1].sex", code("2"));
    interview.give("R[1].born", count(1990));
    interview.give("R[2].given", text("Ерлан"));
    interview.give("R[2].sex", code("1"));
    interview.give("R[2].born", count(1989));
    expect(interview.value("grown")).toBe(2);
    expect(interview.value("R[1].age")).toBe(31);
    expect(interview.question("R[1].spouse").lines).toEqual([2]);
    interview.give("R[1].spouse", line(2));
    interview.give("R[1].income", codes("9", "1"));
    expect(offered(interview, "R[1].main")).toEqual(["1", "9"]);
    interview.give("R[1].job.title", text("nurse"));
    expect(interview.question("R[1].job.place").relevant).toBe(true);
    expect(interview.question("R[2].job").relevant).toBe(false);
    interview.give("R[3].born", count(2015));
    expect(interview.value("grown")).toBe(2);
    expect(interview.value("R[3].age")).toBe(6);
    interview.removeRow("R", 2);
    expect(objections(interview)).toEqual(["value/R.spouse at R[1].spouse"]);
    expect(interview.value("grown")).toBe(1);
  });

  it("a row's calculation is known by its row only", () => {
    expect(() => begin([household]).value("age")).toThrow("age");
    expect(() => begin([household]).value("R[1].age")).toThrow("age");
  });
});

describe("rosters inside rosters", () => {
  const families = compiled(
    form(
      [
        roster("F", [
          textLine("head"),
          roster("kids", [
            wholeNumber("age", 0, 30),
            single("school", ["1"], { relevant: "F.kids.age >= 6 and F.head != 'x'" }),
          ]),
          wholeNumber("pupils", 0, 30, { relevant: "any(F.kids, k => k.age >= 6)" }),
        ]),
      ],
      {
        calculations: [
          { id: "allKids", expression: "sum(F, f => count(f.kids))" },
          { id: "oldest", expression: "any(F, f => any(f.kids, k => k.age > 18))" },
        ],
      },
    ),
  );

  it("[QL52] rows stand in rows, each with its own fields and numbers", () => {
    const interview = begin(families);
    interview.give("F[1].head", text("Омаров"));
    interview.give("F[1].kids[1].age", count(7));
    interview.give("F[1].kids[2].age", count(3));
    interview.give("F[2].head", text("Ли"));
    interview.give("F[2].kids[1].age", count(2));
    expect(asked(interview)).toEqual([
      "F",
      "F[1].head",
      "F[1].kids",
      "F[1].kids[1].age",
      "F[1].kids[1].school",
      "F[1].kids[2].age",
      "F[1].pupils",
      "F[2].head",
      "F[2].kids",
      "F[2].kids[1].age",
    ]);
    expect(interview.value("allKids")).toBe(3);
    expect(interview.value("oldest")).toBe(false);
    interview.give("F[2].kids[1].age", count(19));
    expect(interview.value("oldest")).toBe(true);
    expect(interview.question("F[2].pupils").relevant).toBe(true);
    expect(interview.addRow("F[1].kids").row).toBe(3);
    interview.removeRow("F", 2);
    expect(interview.value("oldest")).toBeNull();
    expect(begin(families, { answers: interview.answers() }).answers()).toEqual(interview.answers());
  });

  it("[QL52] taking a row out takes those inside it out too", () => {
    const interview = begin(families);
    interview.give("F[1].head", text("Ли"));
    interview.give("F[1].kids[1].age", count(7));
    expect(interview.removeRow("F", 1).vanished).toEqual(
      expect.arrayContaining(["F[1].kids", "F[1].kids[1].age", "F[1].kids[1].school"]),
    );
    expect(interview.answers()).toEqual({});
  });
});
