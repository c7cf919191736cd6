// Answers that the definition proposes: pre-fills from what is known before the interview, and defaults.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareVersions,
  moveInterview,
  openInterview,
  unanswered,
  type Answer,
  type AnswersByPath,
  type Context,
} from "#questionnaire";
import {
  codeList,
  composite,
  dateOf,
  edit,
  form,
  monthOf,
  multi,
  nameOf,
  personRef,
  placeOf,
  roster,
  single,
  textLine,
  wholeNumber,
} from "../../support/questionnaire/form.ts";
import { code, compiled, count, refusals, text } from "../../support/questionnaire/conversation.ts";

const listed = [
  { id: "listedName", type: "name", source: "list" },
  { id: "listedBorn", type: "date", source: "list" },
  { id: "listedSex", type: "code", codes: ["1", "2", "3"], source: "list" },
  { id: "town", type: "code", source: "register" },
  { id: "kind", type: "code", codes: ["I-01", "I-02"] },
];

type Parts = Readonly<Record<string, unknown>>;

function proposalOf(question: Parts, context: Context = {}, id = "Q"): Answer {
  const questionnaire = compiled(form([question], { context: [...listed, ...more] }));
  return openInterview(questionnaire, { context, answers: {} }).question(id).answer;
}

const more = [
  { id: "someCodes", type: "codes" },
  { id: "somePlace", type: "place", source: "register" },
  { id: "persons", type: "list", fields: { line: "line" } },
  { id: "head", type: "line", source: "list" },
];

describe("[QL90] what is proposed", () => {
  it.each([
    [single("Q", ["1", "2"], { default: '"2"' }), { kind: "code", code: "2" }],
    [single("Q", ["1", "2"], { default: 'if(kind = "I-01", "2", "1")' }), { kind: "code", code: "2" }],
    [single("Q", ["1", "2"], { default: 'firstKnown(if(kind = "I-02", "1"), "2")' }), { kind: "code", code: "2" }],
    [single("Q", ["1", "2"], { prefill: "listedSex" }), { kind: "code", code: "2" }],
    [multi("Q", ["1", "2"], { default: "someCodes" }), { kind: "codes", codes: ["1"] }],
    [multi("Q", ["1", "2"], { default: '"2"' }), { kind: "codes", codes: ["2"] }],
    [wholeNumber("Q", 0, 9, { default: "2 + 3" }), { kind: "number", number: 5 }],
    [textLine("Q", { default: '"KZ"' }), { kind: "text", text: "KZ" }],
    [textLine("Q", { prefill: "listedName.given" }), { kind: "text", text: "Ержан" }],
    [nameOf("Q", { prefill: "listedName" }), { kind: "name", surname: "Сынақов", given: "Ержан", patronymic: null }],
    [dateOf("Q", { prefill: "listedBorn" }), { kind: "date", date: { year: 1980, month: 6, day: 15 } }],
    [monthOf("Q", { prefill: "listedBorn" }), { kind: "month", year: 1980, month: 6 }],
    [codeList("Q", { list: "kato", prefill: "town" }), { kind: "code", code: "431010000" }],
    [
      placeOf("Q", { countries: "country", prefill: "somePlace" }),
      { kind: "place", country: "KZ", kato: null, settlement: null, text: null },
    ],
    [personRef("Q", { list: "persons", prefill: "head" }), { kind: "line", line: 3 }],
  ])("is a value of the question's type: %j", (question, value) => {
    const context: Context = {
      kind: "I-01",
      listedSex: "2",
      listedName: { surname: "Сынақов", given: "Ержан", patronymic: null },
      listedBorn: "1980-06-15",
      town: "431010000",
      someCodes: ["1"],
      somePlace: { country: "KZ", kato: null, settlement: null, text: null },
      persons: [{ line: 3 }],
      head: 3,
    };
    expect(proposalOf(question, context)).toMatchObject({ state: "proposed", value });
  });

  it("is the pre-fill where it is known, and the default where it is not", () => {
    const question = single("Q", ["1", "2"], { prefill: "listedSex", default: '"1"' });
    expect(proposalOf(question, { listedSex: "2" })).toMatchObject({ value: { code: "2" }, origin: "list" });
    expect(proposalOf(question)).toMatchObject({ value: { code: "1" }, origin: "default" });
    expect(proposalOf(single("Q", ["1", "2"], { prefill: "listedSex" }))).toEqual(unanswered);
  });

  it("comes when the question is asked, follows what it is worked out from, and goes with the question", () => {
    const questionnaire = compiled(
      form([wholeNumber("A", 0, 9), wholeNumber("Q", 0, 20, { relevant: "A > 1", default: "A * 2" })]),
    );
    const interview = openInterview(questionnaire, { context: {}, answers: {} });
    expect(interview.question("Q").answer).toEqual(unanswered);
    expect(interview.give("A", count(3)).appeared).toEqual(["Q"]);
    expect(interview.question("Q").answer).toMatchObject({ value: { number: 6 } });
    expect(interview.give("A", count(4)).changed).toContain("Q");
    expect(interview.question("Q").answer).toMatchObject({ value: { number: 8 } });
    interview.give("A", count(1));
    expect(interview.question("Q").answer).toEqual(unanswered);
  });

  it("stands in fields, and in each row by itself", () => {
    const questionnaire = compiled(
      form([
        composite("C", [textLine("a", { default: '"x"' })]),
        roster("R", [
          wholeNumber("age", 0, 120),
          single("adult", ["1", "2"], { default: 'if(R.age >= 18, "1", "2")' }),
        ]),
      ]),
    );
    const interview = openInterview(questionnaire, { context: {}, answers: {} });
    expect(interview.question("C.a").answer).toMatchObject({ state: "proposed" });
    interview.give("R[1].age", count(40));
    interview.give("R[2].age", count(4));
    expect(interview.question("R[1].adult").answer).toMatchObject({ value: { code: "1" } });
    expect(interview.question("R[2].adult").answer).toMatchObject({ value: { code: "2" } });
  });

  it.each([
    ["another type", wholeNumber("Q", 0, 9, { default: '"5"' }), "type-wrong", "Q › default"],
    ["a code it has not", single("Q", ["1"], { default: '"2"' }), "code-unknown", "Q › default"],
    [
      "a code it has not in a branch",
      single("Q", ["1"], { default: 'if(true, "1", "2")' }),
      "code-unknown",
      "Q › default",
    ],
    ["a number for a code", single("Q", ["1"], { default: "1" }), "number-for-code", "Q › default"],
    ["codes of other questions", single("Q", ["7"], { prefill: "listedSex" }), "codes-never-equal", "Q › prefill"],
    ["a name that is not there", textLine("Q", { prefill: "listedNane" }), "name-unknown", "Q › prefill"],
    ["its own answer", wholeNumber("Q", 0, 9, { default: "Q + 1" }), "cycle", "Q"],
  ])("is refused with %s", (_what, question, type, place) => {
    expect(refusals(form([question], { context: listed }))).toMatchObject([
      { type, place: place === "Q" ? "section A › Q" : `section A › ${place}` },
    ]);
  });

  it("is refused where two defaults, or a default and a condition, wait for one another", () => {
    const ring = [wholeNumber("A", 0, 9, { default: "B" }), wholeNumber("B", 0, 9, { default: "A" })];
    expect(refusals(form(ring))).toMatchObject([{ type: "cycle", names: expect.arrayContaining(["A", "B"]) }]);
    const late = [wholeNumber("A", 0, 9, { default: "B" }), wholeNumber("B", 0, 9, { relevant: "A > 1" })];
    expect(refusals(form(late))).toMatchObject([{ type: "cycle" }]);
  });

  it("is refused at what holds no value of its own", () => {
    const questions = [
      composite("C", [textLine("a")], { default: '"x"' }),
      roster("R", [textLine("a")], { prefill: "listedName" }),
    ];
    expect(refusals(form(questions, { context: listed }))).toMatchObject([
      { type: "key-unknown", key: "default" },
      { type: "key-unknown", key: "prefill" },
    ]);
  });
});

describe("[QL91] a proposal and the answer it becomes", () => {
  const questionnaire = compiled(
    form(
      [
        single("Q", ["1", "2"], { prefill: "listedSex", default: '"1"' }),
        textLine("N", { relevant: 'Q = "2"' }),
        textLine("T", { default: '"x"', relevant: "not answered(N)" }),
      ],
      { context: listed },
    ),
  );
  const context = { listedSex: "2" };

  it("is no answer before it is confirmed, and keeps its origin afterwards", () => {
    const interview = openInterview(questionnaire, { context, answers: {} });
    expect(interview.remaining()).toContain("Q");
    expect([interview.exported(), interview.answers()]).toEqual([{}, {}]);
    expect(interview.question("N").relevant).toBe(false);
    const { answer } = interview.question("Q");
    if (answer.state !== "proposed") throw new Error("nothing is proposed");
    interview.give("Q", { state: "answered", value: answer.value, origin: answer.origin });
    expect(interview.question("N").relevant).toBe(true);
    expect(interview.exported()).toEqual({ Q: { ...code("2"), origin: "list" } });
    const again = openInterview(questionnaire, { context: {}, answers: interview.answers() });
    expect(again.question("Q").answer).toMatchObject({ state: "answered", origin: "list" });
  });

  it("keeps its origin in a later version, under another id and another code", () => {
    const later = compiled(
      form(
        [
          single("S", ["7", "2"], { default: '"7"' }),
          textLine("N", { relevant: 'S = "2"' }),
          textLine("T", { default: '"x"' }),
        ],
        { version: 2, from: [{ version: 1, renamed: { Q: "S" }, recoded: { Q: { "1": "7" } } }] },
      ),
    );
    const move = compareVersions(questionnaire, later);
    if (!move.ok) throw new Error("the versions do not follow one another");
    const moved = moveInterview(
      {
        answers: { Q: { ...code("1"), origin: "list" } as Answer },
        confirmations: [],
        removedRows: [],
        archived: [],
      },
      move.value,
    );
    expect(moved.content.answers).toEqual({ S: { ...code("7"), origin: "list" } });
  });

  it("does not come back to a question that somebody cleared, also after saving", () => {
    const interview = openInterview(questionnaire, { context, answers: {} });
    interview.give("Q", code("1"));
    interview.give("Q", unanswered);
    expect(interview.question("Q").answer).toEqual(unanswered);
    expect(interview.remaining()).toContain("Q");
    const again = openInterview(questionnaire, { context, answers: interview.answers() });
    expect(again.question("Q").answer).toEqual(unanswered);
    expect(again.question("T").answer).toMatchObject({ state: "proposed" });
  });

  it("does not offer what the question would not take", () => {
    expect(proposalOf(wholeNumber("Q", 0, 9, { default: "10 * 2" }))).toEqual(unanswered);
    expect(proposalOf(single("Q", ["1", "2"], { prefill: "listedSex" }), { listedSex: "3" })).toEqual(unanswered);
    const offered = single("Q", ["1", { code: "2", when: 'kind = "I-01"' }], { default: '"2"' });
    expect(proposalOf(offered, { kind: "I-01" })).toMatchObject({ state: "proposed" });
    expect(proposalOf(offered, { kind: "I-02" })).toEqual(unanswered);
  });

  it.each([
    ["a number beyond the range", wholeNumber("Q", 0, 9, { default: "20" })],
    ["a text that is too long", textLine("Q", { maxLength: 2, default: '"abc"' })],
    ["a code that is excepted", codeList("Q", { list: "country", except: ["DE"], default: '"DE"' })],
    ["a day before the first", dateOf("Q", { min: "2021", default: "@2020-01-01" })],
  ])("is refused if it is a constant that the question would never take: %s", (_what, question) => {
    expect(refusals(form([question]))).toEqual([
      { type: "proposal-unfit", file: "demo-form", place: "section A › Q › default", question: "Q" },
    ]);
  });

  it("opens again as it was, whatever was given and cleared", () => {
    const rows = compiled(
      form([
        wholeNumber("A", 0, 9),
        wholeNumber("Q", 0, 99, { default: "A * 2" }),
        roster("R", [wholeNumber("a", 0, 9, { default: "A" }), textLine("b")]),
      ]),
    );
    const paths = ["A", "Q", "R[1].a", "R[1].b", "R[2].a"] as const;
    const step = fc.tuple(fc.constantFrom(...paths), fc.option(fc.integer({ min: 0, max: 9 })));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, addsRow) => {
        const interview = openInterview(rows, { context: {}, answers: {} });
        if (addsRow) interview.addRow("R");
        for (const [path, number] of steps) {
          const value = path.endsWith(".b") ? text(String(number)) : count(number ?? 0);
          interview.give(path, number === null ? unanswered : value);
        }
        const again = openInterview(rows, { context: {}, answers: interview.answers() });
        const shown = (one: typeof interview): unknown =>
          [one.question("A"), one.question("Q"), ...one.question("R").rows.flatMap(({ fields }) => fields)].map(
            ({ path, answer }) => [path, answer],
          );
        expect(shown(again)).toEqual(shown(interview));
        const origin: AnswersByPath = again.exported();
        expect(origin).toEqual(interview.exported());
      }),
    );
  });
});

describe("[QL92] what a pre-fill may read", () => {
  it("is the context, itself or through a calculation, and not an answer", () => {
    const through = form([wholeNumber("Q", 0, 120, { prefill: "listedAge" })], {
      context: [...listed, { id: "moment", type: "date" }],
      calculations: [{ id: "listedAge", expression: "completedYears(listedBorn, moment)" }],
    });
    const interview = openInterview(compiled(through), {
      context: { listedBorn: "1980-06-15", moment: "2021-09-01" },
      answers: {},
    });
    expect(interview.question("Q").answer).toMatchObject({ value: { number: 41 }, origin: "list" });
    const answers = [wholeNumber("A", 0, 9), wholeNumber("Q", 0, 9, { prefill: "A" })];
    expect(refusals(form(answers))).toMatchObject([
      { type: "prefill-reads-answer", question: "A", place: "section A › Q › prefill" },
    ]);
  });

  it("comes from one source", () => {
    expect(refusals(form([textLine("Q", { prefill: '"x"' })]))).toMatchObject([
      { type: "prefill-source", sources: [] },
    ]);
    const two = textLine("Q", { prefill: 'if(town = "431010000", listedName.given)' });
    expect(refusals(form([two], { context: listed }))).toMatchObject([
      { type: "prefill-source", sources: ["list", "register"] },
    ]);
  });

  it("is read by no condition, no edit and no option, which the server would see otherwise", () => {
    const of = (parts: Parts, questions: readonly Parts[]) =>
      refusals(form([single("S", ["1", "2"]), ...questions], { context: listed, ...parts }));
    const known = { type: "known-beforehand", name: "listedSex", place: "context listedSex" };
    expect(of({}, [textLine("Q", { relevant: 'listedSex = "1"' })])).toMatchObject([{ ...known, reader: "Q" }]);
    expect(of({}, [textLine("Q", { required: 'listedSex = "1"' })])).toMatchObject([{ ...known, reader: "Q" }]);
    expect(of({}, [single("Q", ["1", { code: "2", when: 'listedSex = "1"' }])])).toMatchObject([
      { ...known, reader: "Q" },
    ]);
    const calculations = [{ id: "isMan", expression: 'listedSex = "1"' }];
    const edits = [edit("E1", "soft", "isMan", ["S"])];
    expect(of({ calculations, edits }, [])).toMatchObject([{ ...known, reader: "E1" }]);
  });
});
