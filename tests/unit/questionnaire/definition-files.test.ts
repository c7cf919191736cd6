import { describe, expect, it } from "vitest";
import { compileQuestionnaire, countErrors, limits } from "#questionnaire";
import {
  asked,
  begin,
  code,
  compiled,
  count,
  date,
  demoHost,
  refusals,
} from "../../support/questionnaire/conversation.ts";
import {
  alternatives,
  codeList,
  composite,
  dateOf,
  edit,
  form,
  multi,
  options,
  personRef,
  placeOf,
  roster,
  section,
  single,
  textLine,
  wholeNumber,
  words,
} from "../../support/questionnaire/form.ts";

const question = single("P1", ["1", "2"]);

describe("the shape of a file", () => {
  it("[QL1] an error names the file and the place", () => {
    const file = form([section("B", [single("P08", ["1", { code: "2", when: "yes", hint: 7 }])])]);
    expect(refusals(file)).toEqual([
      {
        type: "shape-wrong",
        file: "demo-form",
        place: "section B › P08 › option 2 › hint",
        reason: "it should be a group of parts in braces { … }",
      },
    ]);
  });

  it("[QL1] an unknown part is an error, so that a misspelt one is found", () => {
    expect(refusals(form([{ ...question, relevent: "yes" }]))).toEqual([
      { type: "key-unknown", file: "demo-form", place: "section A › P1", key: "relevent", nearest: "relevant" },
    ]);
  });

  it("[QL1] a part may have any name without confusing the place", () => {
    const file = form([question], { codeSets: { constructor: [{ code: "1", text: {} }] } });
    expect(refusals(file)[0]).toMatchObject({ type: "text-missing", place: "codeSets › constructor › #1 › text" });
  });

  it.each([
    [null, "the file"],
    [7, "the file"],
    [[], "the file"],
  ])("[QL1] %s is no file", (file, place) => {
    expect(refusals(file)).toMatchObject([{ type: "shape-wrong", file: "#1", place }]);
  });

  it("[QL1] an unknown type of question says which there are", () => {
    const [error] = refusals(form([{ ...question, type: "slider" }]));
    expect(error).toMatchObject({ type: "shape-wrong", place: "section A › P1 › type" });
  });

  it.each([
    ["kk", { ru: "а", en: "a" }],
    ["ru", { kk: "а", en: "a", ru: "  " }],
    ["en", { kk: "а", ru: "a", en: "" }],
  ])("[QL2] a missing %s text is an error at its place", (language, text) => {
    expect(refusals(form([{ ...question, hint: text }]))).toEqual([
      { type: "text-missing", file: "demo-form", place: "section A › P1 › hint", language },
    ]);
  });

  it("[QL2] an edit without a message is refused unless only the office sees it", () => {
    const silent = (level: string) => form([question], { edits: [{ id: "E1", level, when: "P1 = '1'", at: ["P1"] }] });
    compiled(silent("centre"));
    expect(refusals(silent("soft"))).toContainEqual(
      expect.objectContaining({ type: "text-missing", place: "edit E1 › text", language: "kk" }),
    );
  });

  it("[QL3] all errors are reported at once", () => {
    const file = form([single("P1", ["1"], { relevant: "Q" }), single("P2", ["1"], { relevant: "P1 = 1" })], {
      edits: [edit("E1", "hard", "nothing", ["P3"])],
    });
    expect(refusals(file).map((error) => error.type)).toEqual([
      "name-unknown",
      "number-for-code",
      "reference-wrong",
      "name-unknown",
    ]);
  });

  it("[QL3] no file at all is an error, not a crash", () => {
    expect(compileQuestionnaire([], demoHost)).toMatchObject({ ok: false, error: [{ type: "shape-wrong" }] });
  });
});

describe("sizes", () => {
  it("[QL4] a file of two million characters is refused without reading it", () => {
    const huge = form([textLine("T", { note: "x".repeat(limits.fileLength) })]);
    expect(refusals(huge)).toEqual([
      { type: "too-big", file: "demo-form", place: "the file", limit: "file-length", max: limits.fileLength },
    ]);
  });

  it("[QL4] neither depth nor a circle in the data can hold it up", () => {
    const circle: Record<string, unknown> = { id: "circle" };
    circle.self = circle;
    let deep: unknown = {};
    for (let depth = 0; depth < 100_000; depth += 1) deep = { deep };
    expect(refusals(circle)).toMatchObject([{ type: "too-big" }]);
    expect(refusals(deep)).toMatchObject([{ type: "too-big" }]);
  });

  it("[QL4] too many files, questions, edits or nested rosters are refused", () => {
    const files = Array.from({ length: 9 }, (_, index) => form([single(`P${index}`, ["1"])], { id: `file-${index}` }));
    expect(refusals(...files)).toMatchObject([{ type: "too-big", limit: "files" }]);

    const many = Array.from({ length: 6 }, (_, part) =>
      section(
        `S${part}`,
        Array.from({ length: 400 }, (_question, index) => wholeNumber(`P${part}X${index}`, 0, 1)),
      ),
    );
    expect(refusals(form(many))).toMatchObject([{ type: "too-big", limit: "questions" }]);

    const edits = (from: number) =>
      Array.from({ length: 600 }, (_, index) => edit(`E${from + index}`, "hard", "P1 = '1'", ["P1"]));
    const second = form([section("B", [wholeNumber("Q1", 0, 1)])], { id: "second", edits: edits(600) });
    expect(refusals(form([question], { edits: edits(0) }), second)).toMatchObject([
      { type: "too-big", limit: "edits" },
    ]);

    const nested = (depth: number): Readonly<Record<string, unknown>> =>
      depth === 0 ? wholeNumber("n", 0, 1) : roster("R", [nested(depth - 1)]);
    compiled(form([nested(3)]));
    expect(refusals(form([nested(4)]))).toMatchObject([{ type: "too-big", limit: "roster-depth" }]);
  });
});

describe("what could exhaust the stack", () => {
  /** 1,600 calculations in eight files, each of which needs the next one deep inside; `last` is the end of the chain. */
  const chain = (last: string) => {
    const parts = Array.from({ length: limits.files }, (_, part) =>
      Array.from({ length: 200 }, (_calculation, place) => {
        const index = part * 200 + place;
        const next = index === limits.files * 200 - 1 ? last : `c${index + 1}`;
        return { id: `c${index}`, expression: `${"if(true, ".repeat(38)}${next}${", 0)".repeat(38)}` };
      }),
    );
    return parts.map((calculations, part) =>
      form([section(`A${part}`, [wholeNumber(`N${part}`, 0, 9)])], { id: `file-${part}`, calculations }),
    );
  };

  it("[QL3] a chain of all the calculations there may be compiles", () => {
    compiled(...chain("N0"));
  });

  it("[QL43] a circle of all the calculations there may be is named as one", () => {
    const errors = refusals(...chain("c0"));
    expect(errors).toMatchObject([{ type: "cycle" }]);
    expect(errors[0]?.type === "cycle" && errors[0].names).toHaveLength(limits.files * 200 + 1);
  });

  it("[QL3] of a hundred thousand unknown keys the first are named, and how many more there are", () => {
    const unknown = (count: number) =>
      refusals({
        ...form([question]),
        ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1])),
      });
    const errors = unknown(100_000);
    expect(errors).toHaveLength(limits.errors + 1);
    expect(errors.at(-1)).toEqual({ type: "more-errors", file: "demo-form", place: "the files", count: 99_800 });
    expect(countErrors(errors)).toBe(100_000);
    expect(unknown(limits.errors).every(({ type }) => type === "key-unknown")).toBe(true);
  });
});

describe("several files", () => {
  const first = form([section("A", [question])], { id: "one" });
  const second = form([section("B", [single("P2", ["1"], { relevant: "P1 = '1'" })])], { id: "two", form: "D2" });

  it("[QL5] files are asked in their order", () => {
    const questionnaire = compiled(first, second);
    expect(questionnaire.id).toBe("one+two");
    expect(questionnaire.sections.map(({ id, form: of }) => `${of} ${id}`)).toEqual(["D1 A", "D2 B"]);
    expect([...questionnaire.questionsById.keys()]).toEqual(["P1", "P2"]);
    expect(questionnaire.forms.map(({ id, version }) => `${id} ${version}`)).toEqual(["one 1", "two 1"]);
  });

  it("[QL5] they have one unit and different ids", () => {
    expect(refusals(first, { ...second, unit: "dwelling" })).toMatchObject([
      { type: "unit-different", unit: "dwelling", first: "person" },
    ]);
    expect(refusals(first, { ...second, id: "one" })).toMatchObject([{ type: "id-duplicate", id: "one" }]);
  });

  it("[QL6] names of one file are seen in the other", () => {
    const interview = begin([first, second]);
    interview.give("P1", code("1"));
    expect(asked(interview)).toEqual(["P1", "P2"]);
  });

  it("[QL6] two files may declare a context value in the same words, not in others", () => {
    const entry = { id: "age", type: "number" };
    compiled({ ...first, context: [entry] }, { ...second, context: [entry] });
    expect(
      refusals({ ...first, context: [entry] }, { ...second, context: [{ id: "age", type: "text" }] }),
    ).toMatchObject([{ type: "id-duplicate", id: "age", firstPlace: "one: context age" }]);
  });
});

describe("ids", () => {
  it("[QL7] an id is given once, and the error says where first", () => {
    expect(refusals(form([section("A", [question]), section("B", [question])]))).toEqual([
      {
        type: "id-duplicate",
        file: "demo-form",
        place: "section B › P1",
        id: "P1",
        firstPlace: "demo-form: section A › P1",
      },
    ]);
  });

  it.each([
    ["a section", form([section("A", [question]), section("A", [single("P2", ["1"])])]), "A"],
    ["an option", form([single("P1", ["1", "1"])]), "1"],
    ["an alternative", form([single("P1", ["1"], alternatives("0", "0"))]), "0"],
    ["a field", form([composite("P1", [textLine("a"), textLine("a")])]), "P1.a"],
    ["a field and a sub-question", form([composite("P1", [textLine("a")]), textLine("P1.a")]), "P1.a"],
    [
      "an edit",
      form([question], { edits: [edit("E1", "hard", "P1 = '1'", ["P1"]), edit("E1", "soft", "P1 = '2'", ["P1"])] }),
      "E1",
    ],
    [
      "a calculation and a context value",
      form([question], { context: [{ id: "age", type: "number" }], calculations: [{ id: "age", expression: "1" }] }),
      "age",
    ],
  ])("[QL7] %s cannot have an id twice", (_what, file, id) => {
    expect(refusals(file)).toContainEqual(expect.objectContaining({ type: "id-duplicate", id }));
  });

  it.each([
    ["a question with a small letter", form([single("p1", ["1"])])],
    ["a field with a dot", form([composite("P1", [textLine("a.b")])])],
    ["a word of the language", form([question], { calculations: [{ id: "has", expression: "1" }] })],
    ["a row's own number", form([roster("R", [wholeNumber("line", 0, 1)])])],
    ["a calculation with a capital", form([question], { calculations: [{ id: "Age", expression: "1" }] })],
  ])("[QL7] %s is refused", (_what, file) => {
    expect(refusals(file)).toMatchObject([{ type: "shape-wrong" }]);
  });
});

describe("context", () => {
  const file = form([wholeNumber("P1", 0, 9)], {
    context: [
      { id: "flag", type: "boolean" },
      { id: "size", type: "number" },
      { id: "word", type: "text" },
      { id: "day", type: "date" },
      { id: "kind", type: "code", codes: ["1", "2"] },
      { id: "marks", type: "codes" },
      { id: "who", type: "name" },
      { id: "where", type: "place" },
      { id: "own", type: "line" },
      { id: "list", type: "list", fields: { line: "line", born: "date", kind: { type: "code", codes: ["1"] } } },
    ],
    calculations: ["flag", "size", "word", "day", "kind", "marks", "who", "where", "own"].map((id) => ({
      id: `${id}Seen`,
      expression: id,
    })),
  });

  it("[QL8] what is not of its type is unknown, never an exception", () => {
    const wrong: Record<string, never> = JSON.parse(
      '{"flag":1,"size":"2","word":3,"day":"2021-02-30","kind":4,"marks":[1],"who":"x","where":7,"own":1.5,"list":"no"}',
    );
    const interview = begin([file], { context: wrong });
    for (const id of ["flag", "size", "word", "day", "kind", "marks", "who", "where", "own"]) {
      expect(interview.value(`${id}Seen`)).toBeNull();
    }
  });

  it("[QL8] a date may be handed in as text, also in a record", () => {
    const withAge = {
      ...file,
      calculations: [
        { id: "days", expression: "day" },
        { id: "some", expression: "any(list, p => p.born = @2010-01-02)" },
      ],
    };
    const interview = begin([withAge], { context: { day: "2021-08", list: [{ line: 1, born: "2010-01-02" }] } });
    expect(interview.value("days")).toEqual({ year: 2021, month: 8, day: null });
    expect(interview.value("some")).toBe(true);
  });

  it("[QL8] a code of context is looked up like any other", () => {
    expect(refusals({ ...file, edits: [edit("E1", "soft", "kind = '3'", ["P1"])] })).toMatchObject([
      { type: "code-unknown" },
    ]);
    expect(refusals({ ...file, edits: [edit("E1", "soft", "any(list, p => p.kind = '2')", ["P1"])] })).toMatchObject([
      { type: "code-unknown" },
    ]);
  });

  it("[QL8] a name that is not declared is a bug of the caller when it is set", () => {
    expect(() => begin([file]).setContext("nobody", 1)).toThrow("nobody");
  });
});

describe("references and lists", () => {
  it.each([
    ["code-set-unknown", form([single("P1", ["1"], { options: { set: "nothing" } })])],
    ["list-unknown", form([codeList("P1", { list: "colour" })])],
    ["list-unknown", form([placeOf("P1", { countries: "moon" })])],
    ["list-code-unknown", form([codeList("P1", { list: "language", frequent: ["kaz", "xxx"] })])],
    ["list-code-unknown", form([codeList("P1", { list: "language", except: ["xxx"] })])],
    ["list-code-unknown", form([placeOf("P1", { countries: "country", exceptCountries: ["XX"] })])],
    ["range-empty", form([wholeNumber("P1", 9, 0)])],
    ["range-empty", form([textLine("P1", { minLength: 50 })])],
    ["range-empty", form([multi("P1", ["1"], { minChosen: 3, maxChosen: 2 })])],
    ["range-empty", form([roster("R", [wholeNumber("a", 0, 1)], { minRows: 20 })])],
    ["range-empty", form([dateOf("P1", { min: "2021-01", max: "2020" })])],
    ["date-impossible", form([dateOf("P1", { max: "2021-02-30" })])],
  ])("[QL1] %s", (type, file) => {
    expect(refusals(file)).toMatchObject([{ type }]);
  });

  it.each([
    ["unknown", form([single("P2", ["1"], { options: { chosenIn: "P9" } })])],
    ["not-a-multi", form([question, single("P2", ["1"], { options: { chosenIn: "P1" } })])],
    ["later-than-this", form([single("P1", ["1"], { options: { chosenIn: "P2" } }), multi("P2", ["1"])])],
    [
      "in-another-roster",
      form([roster("R", [multi("m", ["1"])]), single("P2", ["1"], { options: { chosenIn: "R.m" } })]),
    ],
    ["not-a-list", form([wholeNumber("P1", 0, 1), personRef("P2", { list: "P1" })])],
    [
      "list-without-lines",
      form([personRef("P2", { list: "people" })], {
        context: [{ id: "people", type: "list", fields: { age: "number" } }],
      }),
    ],
    ["not-a-roster", form([question], { edits: [edit("E1", "soft", "P1 = '1'", ["P1"], { forEach: "P1" })] })],
    ["unknown", form([question], { edits: [edit("E1", "soft", "P1 = '1'", ["P1"], { forEach: "P9" })] })],
    ["unknown", form([question], { edits: [edit("E1", "soft", "P1 = '1'", ["P9"])] })],
  ])("[QL20] a reference that is %s is refused", (reason, file) => {
    expect(refusals(file)).toMatchObject([{ type: "reference-wrong", reason }]);
  });
});

describe("circles", () => {
  it.each([
    [
      "two questions",
      form([single("P1", ["1"], { relevant: "P2 = '1'" }), single("P2", ["1"], { relevant: "P1 = '1'" })]),
    ],
    ["a question and itself", form([single("P1", ["1"], { relevant: "answered(P1)" })])],
    [
      "a question and a calculation",
      form([wholeNumber("P1", 0, 9, { relevant: "twice > 1" })], {
        calculations: [{ id: "twice", expression: "P1 * 2" }],
      }),
    ],
    ["a section and its question", form([section("A", [question], { relevant: "P1 = '1'" })])],
    ["a row and all rows", form([roster("R", [wholeNumber("age", 0, 120, { relevant: "any(R, r => r.age > 1)" })])])],
    [
      "two calculations",
      form([question], {
        calculations: [
          { id: "a", expression: "b + 1" },
          { id: "b", expression: "a + 1" },
        ],
      }),
    ],
    ["a calculation and itself", form([question], { calculations: [{ id: "a", expression: "a + 1" }] })],
  ])("[QL43] %s that wait for one another are refused", (_what, file) => {
    expect(refusals(file)).toMatchObject([{ type: "cycle" }]);
  });

  it("[QL43] the error names the circle", () => {
    const chain = form([
      single("P1", ["1"], { relevant: "P3 = '1'" }),
      single("P2", ["1"], { relevant: "P1 = '1'" }),
      single("P3", ["1"], { relevant: "P2 = '1'" }),
      single("P4", ["1"], { relevant: "P3 = '1'" }),
    ]);
    const [error] = refusals(chain);
    const names = error?.type === "cycle" ? error.names : [];
    expect(names).toHaveLength(4);
    expect(names[0]).toBe(names[3]);
    expect([...names].toSorted()).toEqual(expect.arrayContaining(["P1", "P2", "P3"]));
  });

  it("[QL43] a long chain is no circle", () => {
    const chain = Array.from({ length: 200 }, (_, index) =>
      single(`P${index}`, ["1"], index === 0 ? {} : { relevant: `P${index - 1} = '1'` }),
    );
    const interview = begin([form(chain)]);
    for (let index = 0; index < 200; index += 1) interview.give(`P${index}`, code("1"));
    expect(asked(interview)).toHaveLength(200);
  });
});

describe("what can never be", () => {
  const never = [
    "no and P1 = '1'",
    "P1 = '1' and P1 = '2'",
    "P1 = '1' and P1 != '1'",
    "P1 not in {'1', '2'}",
    "P1 in {'1'} and P1 in {'2'}",
    "N < 5 and N >= 15",
    "N > 5 and N < 5",
    "N > 5 and not (N > 5)",
    "N = 5 and N != 5 and N > 5",
    "5 > N and N > 5",
    "P1 = '1' and unknown(P1)",
    "refused(P1) and unknown(P1)",
    "chose(P1, '0') and answered(P1)",
    "answered(P1) and not answered(P1)",
    "(P1 = '1' or P1 = '2') and refused(P1)",
    "startsWithA(T) and not startsWithA(T)",
    "B < @2000-01-01 and B > @2010-01-01",
    "false",
    "not true",
    "1 > 2",
    "surely(P1 = '1' and P1 = '2')",
  ].map((condition) => condition.replace("no and", "false and"));
  const possible = [
    "P1 = '1' or P1 = '2'",
    "P1 = '1' and N > 5",
    "not (P1 = '1' and P1 = '2')",
    "N > 5 or N < 5",
    "N >= 5 and N <= 5",
    "(P1 = '1' and N < 5) or (P1 = '2' and N > 5)",
    "not surely(P1 = '1')",
    "B < @2000 and B > @1990-05",
    "M has '1' and M has '2'",
    "known(N) and unknown(P1)",
    "answered(P1) or answered(N)",
  ];
  const others = [
    single("P1", ["1", "2"], { special: ["refused", "unknown"], ...alternatives("0") }),
    wholeNumber("N", 0, 100),
    textLine("T"),
    dateOf("B"),
    multi("M", ["1", "2"]),
  ];

  it.each(never)("[QL45] a question asked if `%s` is never asked", (condition) => {
    const file = form([...others, wholeNumber("Q", 0, 1, { relevant: condition })]);
    expect(refusals(file)).toMatchObject([{ type: "never-asked", question: "Q", place: "section A › Q" }]);
  });

  it.each(never)("[QL45] an edit with `%s` never fires", (condition) => {
    expect(refusals(form(others, { edits: [edit("E1", "hard", condition, ["P1"])] }))).toMatchObject([
      { type: "never-fires", edit: "E1" },
    ]);
  });

  it.each(possible)("[QL45] `%s` is possible", (condition) => {
    compiled(form([...others, wholeNumber("Q", 0, 1, { relevant: condition })]));
  });

  it("[QL45] a question is never asked if its section or composite contradicts it, and what is inside is not reported again", () => {
    const file = form([
      section("A", others),
      section("B", [composite("Q", [textLine("a"), textLine("b")], { relevant: "N < 5" })], { relevant: "N > 10" }),
    ]);
    expect(refusals(file)).toMatchObject([{ type: "never-asked", question: "Q" }]);
    const inside = form([...others, composite("Q", [textLine("a", { relevant: "N > 10" })], { relevant: "N < 5" })]);
    expect(refusals(inside)).toMatchObject([{ type: "never-asked", question: "Q.a" }]);
  });

  it("[QL45] an option that can never be offered is refused", () => {
    const file = form([...others, single("Q", ["1", { code: "2", when: "N < 1 and N > 1" }])]);
    expect(refusals(file)).toMatchObject([{ type: "never-offered", code: "2" }]);
  });

  it("[QL45] a condition too branched to search is given the benefit of the doubt", () => {
    const impossible = "(B < @2000-01-01 or B < @2000-01-02) and (B > @2010-01-01 or B > @2010-01-02)";
    const branched = (forks: number): string =>
      [impossible, ...Array.from({ length: forks }, (_, index) => `(N != ${index} or N != ${index + 50})`)].join(
        " and ",
      );
    refusals(form([...others, wholeNumber("Q", 0, 1, { relevant: branched(3) })]));
    compiled(form([...others, wholeNumber("Q", 0, 1, { relevant: branched(12) })]));
  });
});

it.each([
  ["P9", "unknown"],
  ["R.a", "in-another-roster"],
])("[QL96] a fact about the answer of %s is refused: %s", (to, reason) => {
  const of = (question: string): unknown =>
    form([single("P1", ["1"]), roster("R", [wholeNumber("a", 0, 9)])], {
      context: [{ id: "saidBy", type: "code", codes: ["respondent", "family"], sourceOf: question }],
      edits: [edit("E1", "soft", "saidBy = 'family'", ["P1"])],
    });
  expect(refusals(of(to))).toMatchObject([
    { type: "reference-wrong", to, reason, place: "context › saidBy › sourceOf" },
  ]);
  expect(compiled(of("P1")).answerFacts).toEqual([{ name: "saidBy", question: "P1", fact: "source" }]);
});

it("[QL64] a special answer nobody worded is an error", () => {
  const file = form([single("P1", ["1"], { special: ["refused"] })], { specialText: {} });
  expect(refusals(file)).toContainEqual(
    expect.objectContaining({ type: "text-missing", place: "section A › P1 › specialText › refused", language: "ru" }),
  );
  const worded = single("P1", ["1"], { special: ["refused"], specialText: { refused: words("would rather not say") } });
  const interview = begin([form([worded], { specialText: {} })]);
  expect(interview.question("P1").specials).toEqual([
    { state: "refused", text: words("would rather not say"), chosen: false },
  ]);
});

it("a named set of options serves several questions", () => {
  const shared = form(
    [single("P1", [], { options: { set: "yesNo" } }), multi("P2", [], { options: { set: "yesNo" } })],
    {
      codeSets: { yesNo: options("1", "2") },
    },
  );
  const interview = begin([shared]);
  interview.give("P1", code("2"));
  expect(interview.question("P1").options.map((option) => option.chosen)).toEqual([false, true]);
  expect(interview.question("P2").options).toHaveLength(2);
});

it("what is needed before the interview is there: dates and numbers in one calculation", () => {
  const interview = begin(
    [
      form([dateOf("B", { partial: true }), wholeNumber("A", 0, 120, { relevant: "not isComplete(B)" })], {
        context: [{ id: "moment", type: "date" }],
        calculations: [{ id: "age", expression: "firstKnown(completedYears(B, moment), A)" }],
      }),
    ],
    { context: { moment: "2021-08-31" } },
  );
  interview.give("B", date("2010"));
  expect(asked(interview)).toEqual(["B", "A"]);
  interview.give("A", count(11));
  expect(interview.value("age")).toBe(11);
});
