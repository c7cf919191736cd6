import { describe, expect, it } from "vitest";
import { compileQuestionnaire, type Answer, type QuestionnaireHost } from "#questionnaire";
import {
  alternative,
  answered,
  asked,
  begin,
  code,
  codes,
  compiled,
  count,
  date,
  demoHost,
  dontKnow,
  line,
  month,
  objections,
  obstacles,
  offered,
  proposed,
  refused,
  text,
  unanswered,
} from "../../support/questionnaire/conversation.ts";
import {
  roster,
  alternatives,
  codeList,
  composite,
  dateOf,
  edit,
  form,
  monthOf,
  multi,
  personRef,
  section,
  single,
  textLine,
  wholeNumber,
} from "../../support/questionnaire/form.ts";

describe("what is asked", () => {
  const arrival = [
    single("P08", ["1", "2"], { special: ["unknown"] }),
    monthOf("P09", { relevant: "P08 = '2' or unknown(P08)" }),
    single("P12", ["1", "2"]),
  ];

  it("[QL40] a person who came from elsewhere is asked when", () => {
    const interview = begin([form(arrival)]);
    expect(asked(interview)).toEqual(["P08", "P12"]);
    expect(interview.give("P08", code("2"))).toEqual({ changed: ["P08"], appeared: ["P09"], vanished: [] });
    expect(asked(interview)).toEqual(["P08", "P09", "P12"]);
    interview.give("P08", dontKnow);
    expect(asked(interview)).toEqual(["P08", "P09", "P12"]);
    expect(interview.give("P08", code("1"))).toEqual({ changed: ["P08"], appeared: [], vanished: ["P09"] });
  });

  it("[QL40] unknown is not true: nothing is asked on a guess", () => {
    const interview = begin([
      form([
        wholeNumber("A", 0, 120),
        single("Q", ["1"], { relevant: "A >= 15" }),
        single("S", ["1"], { relevant: "not (A >= 15)" }),
      ]),
    ]);
    expect(asked(interview)).toEqual(["A"]);
    interview.give("A", count(15));
    expect(asked(interview)).toEqual(["A", "Q"]);
    interview.give("A", count(14));
    expect(asked(interview)).toEqual(["A", "S"]);
  });

  it("[QL40] a section that is not asked takes its questions along", () => {
    const interview = begin([
      form([
        section("A", [wholeNumber("A1", 0, 120)]),
        section("B", [single("B1", ["1"]), single("B2", ["1"], { relevant: "B1 = '1'" })], { relevant: "A1 >= 15" }),
      ]),
    ]);
    expect(interview.sections().map(({ id, relevant }) => `${id} ${relevant}`)).toEqual(["A true", "B false"]);
    interview.give("A1", count(20));
    interview.give("B1", code("1"));
    expect(asked(interview)).toEqual(["A1", "B1", "B2"]);
    interview.give("A1", count(3));
    expect(asked(interview)).toEqual(["A1"]);
  });

  it.each([
    ["an answer of the wrong kind", wholeNumber("Q", 0, 9), text("five"), "known(Q)"],
    ["a day the calendar has not", dateOf("Q"), date("2021-02-30"), "year(Q) = 2021"],
    ["a month the calendar has not", monthOf("Q"), month("2021-13"), "year(Q) = 2021"],
    [
      "free text beside a list",
      codeList("Q", { list: "language", freeText: true }),
      answered({ kind: "other", text: "Урду" }),
      "known(Q)",
    ],
    ["an unconfirmed proposal", wholeNumber("Q", 0, 9), proposed(count(5)), "known(Q)"],
  ])("[QL41] %s has no value, and is kept", (_what, question, answer: Answer, condition) => {
    const interview = begin([form([question, single("R", ["1"], { relevant: condition })])]);
    interview.give("Q", answer);
    expect(asked(interview)).toEqual(["Q"]);
    expect(interview.question("Q").answer).toEqual(answer);
    expect(interview.answers()).toEqual({ Q: answer });
  });

  it("[QL41] a proposal counts once it is confirmed", () => {
    const interview = begin([form([wholeNumber("Q", 0, 9), single("R", ["1"], { relevant: "Q > 3" })])], {
      answers: { Q: proposed(count(5)) },
    });
    expect(interview.remaining()).toEqual(["Q"]);
    expect(interview.exported()).toEqual({});
    interview.give("Q", { ...count(5), state: "answered", origin: "list" } as Answer);
    expect(asked(interview)).toEqual(["Q", "R"]);
    expect(interview.exported()).toEqual({
      Q: { state: "answered", origin: "list", value: { kind: "number", number: 5 } },
    });
  });

  it("[QL42] the order of answering decides nothing", () => {
    const questionnaire = compiled(
      form([
        wholeNumber("A", 0, 120),
        single("S", ["1", "2"]),
        wholeNumber("K", 0, 20, { relevant: "S = '2' and A >= 15" }),
        wholeNumber("L", 0, 20, { relevant: "K >= 1" }),
      ]),
    );
    const answers: readonly [string, Answer][] = [
      ["A", count(30)],
      ["S", code("2")],
      ["K", count(2)],
      ["L", count(1)],
    ];
    const forward = begin(questionnaire);
    for (const [path, answer] of answers) forward.give(path, answer);
    const backward = begin(questionnaire);
    for (const [path, answer] of answers.toReversed()) backward.give(path, answer);
    expect(asked(backward)).toEqual(asked(forward));
    expect(asked(begin(questionnaire, { answers: Object.fromEntries(answers) }))).toEqual(asked(forward));
  });

  it("[QL44] an answer recomputes only what depends on it", () => {
    const asked: string[] = [];
    const watch = (name: string) => ({
      parameters: ["number"] as const,
      result: "boolean" as const,
      apply: () => {
        asked.push(name);
        return true;
      },
    });
    const host = { functions: { first: watch("first"), second: watch("second") } };
    const questionnaire = compiledWith(
      host,
      form([
        wholeNumber("A", 0, 9),
        wholeNumber("B", 0, 9),
        single("Q", ["1"], { relevant: "first(A)" }),
        single("R", ["1"], { relevant: "second(B)" }),
      ]),
    );
    const interview = begin(questionnaire);
    interview.give("A", count(1));
    expect(asked).toEqual(["first"]);
    interview.give("B", count(1));
    expect(asked).toEqual(["first", "second"]);
  });

  it("[QL44] what comes out the same wakes nothing further", () => {
    let runs = 0;
    const host = {
      functions: {
        watched: {
          parameters: ["boolean"] as const,
          result: "boolean" as const,
          apply: () => {
            runs += 1;
            return true;
          },
        },
      },
    };
    const questionnaire = compiledWith(
      host,
      form([wholeNumber("A", 0, 120), single("Q", ["1"], { relevant: "watched(adult)" })], {
        calculations: [{ id: "adult", expression: "A >= 18" }],
      }),
    );
    const interview = begin(questionnaire);
    interview.give("A", count(20));
    interview.give("A", count(30));
    interview.give("A", count(40));
    expect(runs).toBe(1);
  });

  it("[QL46] an answer that is no longer asked is set aside and returns with its question", () => {
    const interview = begin([form([...arrival, single("P10", ["1", "2"], { relevant: "P09 > @2020-09" })])]);
    interview.give("P08", code("2"));
    interview.give("P09", month("2021-03"));
    interview.give("P10", code("1"));
    interview.give("P08", code("1"));
    expect(asked(interview)).toEqual(["P08", "P12"]);
    expect(Object.keys(interview.answers())).toEqual(["P08", "P09", "P10"]);
    expect(Object.keys(interview.exported())).toEqual(["P08"]);
    expect(interview.question("P10")).toMatchObject({ relevant: false, answer: code("1") });
    interview.give("P08", code("2"));
    expect(asked(interview)).toEqual(["P08", "P09", "P12", "P10"]);
    expect(interview.remaining()).toEqual(["P12"]);
  });
});

function compiledWith(host: { functions: Record<string, unknown> }, file: unknown) {
  const result = compileQuestionnaire([file], {
    ...demoHost,
    functions: host.functions as QuestionnaireHost["functions"],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("options", () => {
  it("[QL47] an option is offered while its condition holds", () => {
    const interview = begin([
      form([
        single("P40", ["1", "2", "3"]),
        single("P40.1", [{ code: "1", when: "P40 in {'1', '2'}" }, { code: "3", when: "P40 = '3'" }, "9"]),
      ]),
    ]);
    expect(offered(interview, "P40.1")).toEqual(["9"]);
    interview.give("P40", code("1"));
    expect(offered(interview, "P40.1")).toEqual(["1", "9"]);
    expect(interview.give("P40", code("3")).changed).toContain("P40.1");
    expect(offered(interview, "P40.1")).toEqual(["3", "9"]);
  });

  it("[QL47] what was chosen and is no longer offered is found", () => {
    const interview = begin([form([single("A", ["1", "2"]), single("B", [{ code: "1", when: "A = '1'" }, "2"])])]);
    interview.give("A", code("1"));
    interview.give("B", code("1"));
    expect(objections(interview)).toEqual([]);
    interview.give("A", code("2"));
    expect(objections(interview)).toEqual(["value/B at B"]);
  });

  it("[QL47] the main source of income is one of those marked", () => {
    const interview = begin([
      form([
        multi("P37", ["1", "4", "9"], { special: ["unknown"] }),
        single("P37.1", [], { options: { chosenIn: "P37" }, relevant: "count(P37) >= 2" }),
      ]),
    ]);
    interview.give("P37", codes("4"));
    expect(asked(interview)).toEqual(["P37"]);
    interview.give("P37", codes("9", "4"));
    expect(asked(interview)).toEqual(["P37", "P37.1"]);
    expect(offered(interview, "P37.1")).toEqual(["4", "9"]);
    interview.give("P37.1", code("4"));
    interview.give("P37", codes("1", "9"));
    expect(offered(interview, "P37.1")).toEqual(["1", "9"]);
    expect(objections(interview)).toEqual(["value/P37.1 at P37.1"]);
  });

  it("[QL47] an alternative may have a condition too", () => {
    const none = { code: "0", text: { kk: "жоқ", ru: "нет", en: "none" }, when: "A >= 16" };
    const interview = begin([form([wholeNumber("A", 0, 120), textLine("B", { alternatives: [none] })])]);
    interview.give("A", count(10));
    interview.give("B", alternative("0"));
    expect(objections(interview)).toEqual(["value/B at B"]);
    interview.give("A", count(20));
    expect(objections(interview)).toEqual([]);
    expect(interview.question("B").alternatives).toMatchObject([{ code: "0", chosen: true }]);
  });

  it("[QL47] a spouse is somebody else on the list", () => {
    const persons = [
      { line: 1, sex: "1" },
      { line: 2, sex: "2" },
      { line: 3, sex: "2" },
    ];
    const interview = begin(
      [
        form(
          [
            single("P04", ["1", "2"]),
            personRef("P26.1", { list: "persons", where: "p => p.line != own and p.sex != P04", ...alternatives("0") }),
          ],
          {
            context: [
              { id: "own", type: "line" },
              { id: "persons", type: "list", fields: { line: "line", sex: { type: "code", codes: ["1", "2"] } } },
            ],
          },
        ),
      ],
      { context: { own: 2, persons } },
    );
    expect(interview.question("P26.1").lines).toEqual([]);
    interview.give("P04", code("2"));
    expect(interview.question("P26.1").lines).toEqual([1]);
    interview.give("P26.1", line(3));
    expect(objections(interview)).toEqual(["value/P26.1 at P26.1"]);
    interview.give("P26.1", line(1));
    expect(objections(interview)).toEqual([]);
    expect(interview.setContext("persons", [{ line: 2, sex: "2" }]).changed).toEqual(["P26.1"]);
    expect(objections(interview)).toEqual(["value/P26.1 at P26.1"]);
  });

  it("[QL47] a list without a condition offers all its lines", () => {
    const interview = begin(
      [
        form([personRef("Q", { list: "persons" })], {
          context: [{ id: "persons", type: "list", fields: { line: "line" } }],
        }),
      ],
      { context: { persons: [{ line: 4 }, { line: 7 }, {}] } },
    );
    expect(interview.question("Q").lines).toEqual([4, 7]);
  });

  it("[QL48] an exclusive option and the others clear each other", () => {
    const interview = begin([form([multi("P25", ["1", "2", { code: "5", exclusive: true }])])]);
    const marks = () => interview.question("P25").answer;
    interview.give("P25", codes("2", "1"));
    expect(marks()).toEqual(codes("1", "2"));
    interview.give("P25", codes("1", "2", "5"));
    expect(marks()).toEqual(codes("5"));
    interview.give("P25", codes("5", "2"));
    expect(marks()).toEqual(codes("2"));
    interview.give("P25", codes("2", "2"));
    expect(marks()).toEqual(codes("2"));
    expect(interview.question("P25").options.map((option) => option.exclusive)).toEqual([false, false, true]);
  });

  it("[QL48] marks opened with stay as they are, and are found if they cannot stand together", () => {
    const file = form([multi("P25", ["1", { code: "5", exclusive: true }])]);
    const interview = begin([file], { answers: { P25: codes("1", "5") } });
    expect(interview.question("P25").answer).toEqual(codes("1", "5"));
    expect(objections(interview)).toEqual(["value/P25 at P25"]);
  });
});

describe("what remains", () => {
  it("[QL49] required is the default; optional questions never remain", () => {
    const interview = begin([
      form([textLine("A"), textLine("B", { required: false }), textLine("C", { required: true })]),
    ]);
    expect(interview.remaining()).toEqual(["A", "C"]);
    expect(interview.question("B").required).toBe(false);
  });

  it("[QL49] a question may be required only if something is so", () => {
    const interview = begin([form([single("A", ["1", "2"]), textLine("B", { required: "A = '1'" })])]);
    interview.give("A", code("2"));
    expect(interview.remaining()).toEqual([]);
    expect(interview.give("A", code("1")).changed).toEqual(["A", "B"]);
    expect(interview.remaining()).toEqual(["B"]);
  });

  it('[QL49] a refusal, a "don\'t know" and an alternative are answers, a proposal is none', () => {
    const file = form([single("A", ["1"], { special: ["refused", "unknown"], ...alternatives("0") })]);
    for (const answer of [code("1"), refused, dontKnow, alternative("0")]) {
      expect(begin([file], { answers: { A: answer } }).remaining()).toEqual([]);
    }
    for (const answer of [unanswered, proposed(code("1"))]) {
      expect(begin([file], { answers: { A: answer } }).remaining()).toEqual(["A"]);
    }
  });

  it("[QL50] only what a question allows is accepted beside its values", () => {
    const interview = begin([form([single("A", ["1"], { special: ["refused"] }), single("B", ["1"])])]);
    expect(interview.question("A").specials.map(({ state }) => state)).toEqual(["refused"]);
    interview.give("A", dontKnow);
    interview.give("B", alternative("0"));
    expect(interview.findings().map(({ problem }) => problem)).toEqual([
      { type: "special-not-allowed", state: "unknown" },
      { type: "alternative-not-allowed", code: "0" },
    ]);
    expect(interview.question("A").answer).toEqual(dontKnow);
  });

  it("[QL32] one alternative after another is seen as what it is", () => {
    const interview = begin([
      form([textLine("A", alternatives("0", "9")), single("Q", ["1"], { relevant: "chose(A, '0')" })]),
    ]);
    interview.give("A", alternative("9"));
    expect(asked(interview)).toEqual(["A"]);
    interview.give("A", alternative("0"));
    expect(asked(interview)).toEqual(["A", "Q"]);
    interview.give("A", alternative("9"));
    expect(asked(interview)).toEqual(["A"]);
  });

  it("[QL51] a composite is answered field by field, or settled as a whole", () => {
    const job = composite("P39", [textLine("a"), textLine("b", { required: false })], { special: ["refused"] });
    const interview = begin([form([job, single("P41", ["1"], { relevant: "P39.a = 'nurse'" })])]);
    expect(interview.remaining()).toEqual(["P39.a"]);
    interview.give("P39.a", text("nurse"));
    expect(asked(interview)).toEqual(["P39", "P39.a", "P39.b", "P41"]);
    interview.give("P39", refused);
    expect(asked(interview)).toEqual(["P39"]);
    expect(interview.remaining()).toEqual([]);
    expect(interview.exported()).toEqual({ P39: refused });
    interview.give("P39", unanswered);
    expect(interview.exported()).toMatchObject({ "P39.a": text("nurse") });
  });

  it("[QL51] fields of an optional composite are optional", () => {
    const interview = begin([form([composite("P39", [textLine("a")], { required: false })])]);
    expect(interview.remaining()).toEqual([]);
    expect(interview.question("P39").fields[0]).toMatchObject({ path: "P39.a", required: false });
  });

  it("[QL51] a composite itself takes no value", () => {
    const interview = begin([form([composite("P39", [textLine("a")])])]);
    interview.give("P39", text("nurse"));
    expect(objections(interview)).toEqual(["value/P39 at P39"]);
    expect(interview.remaining()).toEqual(["P39.a"]);
  });
});

describe("paths", () => {
  it("[QL9] a path the questionnaire does not know is a bug of the caller", () => {
    const interview = begin([form([textLine("A")])]);
    for (const path of ["B", "A.x", "A[1].x", "A[1]", "", "[1].x", "constructor"]) {
      expect(() => interview.give(path, text("x"))).toThrow("knows no question");
      expect(() => interview.question(path)).toThrow("knows no question");
    }
  });

  it("[QL9] unknown paths an interview is opened with are kept aside", () => {
    const old: Answer = text("old");
    const interview = begin([form([textLine("A")])], { answers: { A: text("x"), GONE: old, "R[1].a": old } });
    expect(interview.unknownPaths()).toEqual(["GONE", "R[1].a"]);
    expect(interview.answers()).toEqual({ A: text("x"), GONE: old, "R[1].a": old });
    expect(interview.exported()).toEqual({ A: text("x") });
  });

  it("a calculation that does not exist is a bug of the caller", () => {
    expect(() => begin([form([textLine("A")])]).value("age")).toThrow("age");
  });
});

describe("finishing", () => {
  const file = form([wholeNumber("A", 0, 120), wholeNumber("B", 0, 120), textLine("C", { required: false })], {
    edits: [
      edit("H1", "hard", "B > A", ["B", "A"]),
      edit("S1", "soft", "A > 100", ["A"]),
      edit("K1", "critical", "A > 110", ["A"]),
      edit("C1", "centre", "A > 90", ["A"]),
    ],
  });

  it("[QL56] hard findings, unconfirmed soft ones and missing answers stand in the way, each named", () => {
    const interview = begin([file]);
    expect(obstacles(interview)).toEqual(["unanswered A", "unanswered B"]);
    interview.give("A", count(115));
    interview.give("B", count(116));
    expect(obstacles(interview)).toEqual(["unconfirmed-finding S1", "permission-not-asked K1", "hard-finding H1"]);
    interview.confirm("S1", "A", "seen the passport");
    interview.confirm("K1", "A", "seen the passport");
    interview.give("B", count(4));
    expect(obstacles(interview)).toEqual([]);
  });

  it("[QL56] the same check says the same about the exported answers", () => {
    const interview = begin([file]);
    interview.give("A", count(115));
    interview.give("B", count(116));
    interview.confirm("S1", "A", null);
    const atTheServer = begin([file], { answers: interview.exported(), confirmations: interview.confirmations() });
    expect(obstacles(atTheServer)).toEqual(obstacles(interview));
    expect(atTheServer.findings()).toEqual(interview.findings());
  });
});

describe("what a step reports", () => {
  const file = form([
    wholeNumber("A", 0, 120),
    single("B", [{ code: "1", when: "A > 10" }, "2"]),
    composite("K", [textLine("a", { relevant: "A > 10" }), textLine("b")]),
    textLine("T"),
  ]);

  it("[QL59] each path is changed, appeared or vanished, and only those concerned are named", () => {
    const interview = begin([file]);
    const step = interview.give("A", count(20));
    expect(new Set(step.changed)).toEqual(new Set(["A", "B", "K"]));
    expect(step.appeared).toEqual(["K.a"]);
    expect(interview.give("A", count(21))).toEqual({ changed: ["A"], appeared: [], vanished: [] });
    expect(interview.give("A", count(3)).vanished).toEqual(["K.a"]);
  });

  it("[QL59] a view stays the same object until something in it changes", () => {
    const interview = begin([file]);
    const before = { text: interview.question("T"), choice: interview.question("B"), whole: interview.question("K") };
    interview.give("A", count(20));
    expect(interview.question("T")).toBe(before.text);
    expect(interview.question("B")).not.toBe(before.choice);
    expect(interview.question("K")).not.toBe(before.whole);
    expect(interview.question("K").fields[1]).toBe(before.whole.fields[1]);
  });

  it("[QL59] a row stays the same object until something in it changes", () => {
    const interview = begin([form([roster("H", [wholeNumber("A", 0, 9), wholeNumber("B", 0, 9)])])]);
    for (const path of ["H[1].A", "H[2].A"]) interview.give(path, count(1));
    const [first, second] = interview.question("H").rows;
    interview.give("H[2].B", count(2));
    const rows = interview.question("H").rows;
    expect(rows[0]).toBe(first);
    expect(rows[1]).not.toBe(second);
    expect(rows[1]?.fields.map(({ answer }) => answer.state)).toEqual(["answered", "answered"]);
  });

  it("[QL59] findings come and go with the views they are shown in", () => {
    const interview = begin([
      form([wholeNumber("A", 0, 120), wholeNumber("B", 0, 120)], { edits: [edit("E1", "soft", "A > B", ["A", "B"])] }),
    ]);
    interview.give("A", count(5));
    const before = interview.question("A");
    expect(interview.give("B", count(1)).changed).toEqual(["B", "A"]);
    expect(interview.question("A")).not.toBe(before);
    expect(interview.question("A").findings).toMatchObject([{ edit: "E1", confirmed: false }]);
    interview.confirm("E1", "A", null);
    expect(interview.question("B").findings).toMatchObject([{ edit: "E1", confirmed: true }]);
    interview.give("B", count(9));
    expect(interview.question("A").findings).toEqual([]);
  });

  it("sections count what is missing and what is objected to", () => {
    const interview = begin([
      form([section("A", [wholeNumber("A1", 0, 9), textLine("A2")]), section("B", [textLine("B1")])], {
        edits: [
          edit("E1", "soft", "A1 = 5", ["A1"]),
          edit("E2", "centre", "A1 = 5", ["A1"]),
          edit("E3", "hard", "A1 = 6", ["A1"]),
        ],
      }),
    ]);
    interview.give("A1", count(5));
    const counts = () =>
      interview.sections().map((one) => [one.id, one.unansweredCount, one.findingCount, one.hardCount]);
    expect(counts()).toEqual([
      ["A", 1, 1, 0],
      ["B", 1, 0, 0],
    ]);
    interview.confirm("E1", "A1", null);
    expect(counts()).toEqual([
      ["A", 1, 0, 0],
      ["B", 1, 0, 0],
    ]);
    interview.give("A1", count(6));
    expect(counts()[0]).toEqual(["A", 1, 1, 1]);
    // A value that its question cannot take is hard too.
    interview.give("A1", count(70));
    expect(counts()[0]).toEqual(["A", 1, 1, 1]);
  });

  it("sections say whether anything of them is answered, special answers and fields too", () => {
    const interview = begin([
      form([
        section("A", [single("A1", ["1", "2"], { special: ["refused"] }), textLine("A2", { relevant: "A1 = '1'" })]),
        section("B", [composite("B1", [textLine("a"), textLine("b")])]),
      ]),
    ]);
    const begun = () => interview.sections().flatMap(({ id, isBegun }) => (isBegun ? [id] : []));
    expect(begun()).toEqual([]);
    interview.give("A1", { state: "refused" });
    expect(begun()).toEqual(["A"]);
    interview.give("B1.b", { state: "answered", value: { kind: "text", text: "x" } });
    expect(begun()).toEqual(["A", "B"]);
    interview.give("A1", { state: "unanswered" });
    expect(begun()).toEqual(["B"]);
  });
});
