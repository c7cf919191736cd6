import { describe, expect, it } from "vitest";
import { findExamples, type Reached, type Target } from "#authoring";
import { personQuestionnaire, premisesQuestionnaire } from "#census";
import { openInterview, type Answer, type ContextRecord, type Questionnaire, type ScalarValue } from "#questionnaire";
import { conditionModel } from "../../../src/authoring/condition-model.ts";
import type { Knob } from "../../../src/authoring/knobs.ts";
import { shortened } from "../../../src/authoring/shorten-example.ts";
import { emptyTrial, trialStart, withoutRecord } from "../../../src/authoring/trial.ts";
import { censusAuthoringHost } from "../../../src/server/cli/instrument-host.ts";
import { demoAuthoringHost } from "../../support/authoring/hosts.ts";
import { compiled } from "../../support/questionnaire/conversation.ts";
import {
  composite,
  dateOf,
  edit,
  form,
  monthOf,
  multi,
  nameOf,
  placeOf,
  roster,
  section,
  single,
  textLine,
  wholeNumber,
} from "../../support/questionnaire/form.ts";

function search(...parts: Parameters<typeof form>): { questionnaire: Questionnaire; reached: readonly Reached[] } {
  const questionnaire = compiled(form(...parts));
  return { questionnaire, reached: findExamples(questionnaire, demoAuthoringHost) };
}

function exampleOf(reached: readonly Reached[], id: string): Reached["example"] {
  const found = reached.find(({ target }) => target.id === id);
  if (found === undefined) throw new Error(`${id} is no target`);
  return found.example;
}

/** Opens the example anew and looks whether it does what it is said to do. */
function holds(questionnaire: Questionnaire, { target, example }: Reached): boolean {
  if (example === null) return false;
  const interview = openInterview(questionnaire, example);
  if (target.kind === "edit") return interview.findings().some(({ edit: id }) => id === target.id);
  const parent = questionnaire.questionsById.get(target.id)?.parent ?? "";
  const isField = questionnaire.questionsById.get(parent)?.definition.type === "roster";
  // A row is there as soon as something in it is answered.
  if (isField && !Object.keys(example.answers).some((path) => path.startsWith(`${parent}[1]`))) return false;
  return interview.question(isField ? `${parent}[1]${target.id.slice(parent.length)}` : target.id).relevant;
}

describe("an example for each question and edit", () => {
  it("answers what a question waits for, and nothing else", () => {
    const { reached } = search([
      single("P1", ["1", "2"]),
      wholeNumber("P2", 0, 120, { relevant: 'P1 = "2"' }),
      single("P3", ["1", "2"], { relevant: "P2 >= 18 and P2 < 20" }),
    ]);
    expect(exampleOf(reached, "P1")?.answers).toEqual({});
    expect(Object.keys(exampleOf(reached, "P2")?.answers ?? {})).toEqual(["P1"]);
    const { P2: age, ...others } = exampleOf(reached, "P3")?.answers ?? {};
    expect(others).toEqual({ P1: { state: "answered", value: { kind: "code", code: "2" } } });
    expect([18, 19]).toContain(age?.state === "answered" && age.value.kind === "number" ? age.value.number : null);
  });

  it("goes through sections, calculations and partial dates", () => {
    const { questionnaire, reached } = search(
      [
        section("A", [dateOf("P1", { partial: true }), wholeNumber("P2", 0, 120, { relevant: "not isComplete(P1)" })]),
        section("B", [monthOf("P3", { relevant: "age >= 15" })], { relevant: "age < 70" }),
      ],
      {
        calculations: [
          { id: "byDate", expression: "completedYears(P1, @2021-08-31)" },
          { id: "age", expression: "firstKnown(byDate, P2)" },
        ],
        edits: [edit("E1", "hard", "P3 < P1", ["P3"]), edit("E2", "soft", "completedYears(P1, P3) = 15", ["P3"])],
      },
    );
    for (const one of reached) expect([one.target.id, holds(questionnaire, one)]).toEqual([one.target.id, true]);
  });

  it("reaches refusals, alternatives, marks, places, names and the host's functions", () => {
    const { questionnaire, reached } = search(
      [
        single("P1", ["1", "2"], { special: ["refused", "unknown"] }),
        single("P2", ["1"], { relevant: "refused(P1)" }),
        textLine("P3", { digits: 6, alternatives: [{ code: "0", text: { kk: "жоқ", ru: "нет", en: "none" } }] }),
        single("P4", ["1"], { relevant: "chose(P3, '0')" }),
        multi("P5", ["1", "2", "3"]),
        placeOf("P6", { countries: "country", home: { country: "KZ", units: "kato" } }),
        nameOf("P7"),
      ],
      {
        edits: [
          edit("E1", "soft", "count(P5) = 3", ["P5"]),
          edit("E2", "soft", "P5 has '2' and not (P5 has any {'1', '3'})", ["P5"]),
          edit("E3", "soft", "P6.country != 'KZ' and isRemote(P6.country)", ["P6"]),
          edit("E4", "soft", "startsWithA(P7.surname)", ["P7"]),
          edit("E5", "soft", "length(P7.given) > 12", ["P7"]),
        ],
      },
    );
    const missed = reached.filter((one) => !holds(questionnaire, one)).map(({ target }) => target.id);
    // No name among those tried has more than twelve letters: not found is said, and nothing is claimed beyond it.
    expect(missed).toEqual(["E5"]);
  });

  it("opens rows and records", () => {
    const { questionnaire, reached } = search(
      [
        wholeNumber("P1", 1, 9),
        roster("R", [wholeNumber("age", 0, 120), single("job", ["1", "2"], { relevant: "R.age >= 15" })]),
        composite("P2", [textLine("a"), textLine("b", { relevant: "P2.a = 'x'" })]),
      ],
      {
        context: [{ id: "persons", type: "list", fields: { line: "line", group: "number" } }],
        edits: [
          edit("E1", "hard", "any(R, one => one.line != R.line and one.age = R.age)", ["R.age"], { forEach: "R" }),
          edit("E2", "hard", "count(persons, p => p.group = P1) >= 2", ["P1"]),
          edit("E3", "soft", "all(R, one => one.job = '2') and count(R) = 2", ["R"]),
        ],
      },
    );
    for (const one of reached) expect([one.target.id, holds(questionnaire, one)]).toEqual([one.target.id, true]);
  });

  it("says how often it tried when it found none, and tries no more than it may", () => {
    const parts = { edits: [edit("E1", "hard", "startsWithA(P1) and P1 = 'B'", ["P1"])] };
    const questionnaire = compiled(form([textLine("P1")], parts));
    const [, edits] = findExamples(questionnaire, demoAuthoringHost, { tries: 500, seed: 1 });
    expect(edits?.example).toBeNull();
    expect(edits?.tries).toBeGreaterThanOrEqual(500);
    expect(edits?.tries).toBeLessThan(1_500);
  });

  it("finds the same for the same seed", () => {
    const questionnaire = compiled(
      form([textLine("P1", { digits: 6 }), dateOf("P2")], {
        edits: [edit("E1", "soft", "birthDateIn(P1) = P2", ["P1"])],
      }),
    );
    const limits = { tries: 20_000, seed: 7 };
    const first = findExamples(questionnaire, demoAuthoringHost, limits);
    expect(findExamples(questionnaire, demoAuthoringHost, limits)).toEqual(first);
    expect(first.at(-1)?.example).not.toBeNull();
  });
});

describe("a shortened example", () => {
  const { questions } = conditionModel(compiled(form([single("P1", ["1"]), single("P2", ["1"])])));
  const knobs = [...questions.values()].map((question): Knob => ({ kind: "answer", path: question.id, question }));
  const given: Answer = { state: "answered", value: { kind: "code", code: "1" } };

  it("leaves out an answer that was needed only for one left out after it", () => {
    const trial = {
      ...emptyTrial(),
      answers: new Map([
        ["P1", given],
        ["P2", given],
      ]),
    };
    const { answers } = shortened(trial, knobs, (start) => !("P1" in start.answers) || "P2" in start.answers);
    expect([...answers.keys()]).toEqual([]);
  });

  it("leaves out a record between others, whose members keep together", () => {
    const context = new Map<string, ScalarValue>(
      [1, 2, 3].flatMap(
        (n) =>
          [
            [`p[${n}].a`, n],
            [`p[${n}].b`, -n],
          ] as const,
      ),
    );
    const trial = { ...emptyTrial(), counts: new Map([["p", 3]]), context };
    expect(trialStart(withoutRecord(trial, "p", 2)).context).toEqual({
      p: [
        { a: 1, b: -1 },
        { a: 3, b: -3 },
      ],
    });
  });
});

describe.each([
  ["person", personQuestionnaire()],
  ["premises", premisesQuestionnaire()],
] as const)("the %s questionnaire of the census", (_unit, questionnaire) => {
  const reached = findExamples(questionnaire, censusAuthoringHost);

  it("has an example for every question and every edit that the engine confirms", () => {
    expect(reached.length).toBe(questionnaire.questionsById.size + questionnaire.edits.length);
    const missed = reached.filter((one) => !holds(questionnaire, one));
    expect(missed.map(({ target }) => target.id)).toEqual([]);
  });

  it("has nothing in an example that can be left out, neither an answer nor a fact from outside", () => {
    const spare = reached.flatMap(({ target, example }) => {
      if (example === null) return [target.id];
      const isClean = breaksNoOther(questionnaire, target, example);
      return withOneLess(example).flatMap(([what, less]) => {
        const isSame = holds(questionnaire, { target, example: less, tries: 0 });
        return isSame && (!isClean || breaksNoOther(questionnaire, target, less))
          ? [`${target.id} without ${what}`]
          : [];
      });
    });
    expect(spare).toEqual([]);
  });
});

type Example = NonNullable<Reached["example"]>;

/** Whether no hard edit fires but the one that the example is for. */
function breaksNoOther(questionnaire: Questionnaire, target: Target, example: Example): boolean {
  const findings = openInterview(questionnaire, example).findings();
  return !findings.some(({ edit: id, level }) => level === "hard" && id !== target.id);
}

/** The example without each of its answers, facts from outside, records of a list and members of a record. */
function withOneLess({ answers, context, ...rest }: Example): readonly (readonly [string, Example])[] {
  const lessAnswers = leavingOut(answers).map(([path, less]) => [path, { ...rest, context, answers: less }] as const);
  // A list known to be empty is what a search begins with: there is nothing in it to leave out.
  const isSomething = ([name]: readonly [string, unknown]): boolean =>
    !isRecords(context[name]) || context[name].length > 0;
  const lessContext = [
    ...leavingOut(context).filter(isSomething),
    ...Object.entries(context).flatMap(([name, value]) =>
      lessIn(value).map(([what, less]) => [`${name}${what}`, { ...context, [name]: less }] as const),
    ),
  ].map(([what, less]) => [what, { ...rest, answers, context: less }] as const);
  return [...lessAnswers, ...lessContext];
}

/** A list of records without each record, and with each record less each member. */
function lessIn(value: Example["context"][string]): readonly (readonly [string, Example["context"][string]])[] {
  if (!isRecords(value)) return [];
  return value.flatMap((record, at) => [
    [`[${at + 1}]`, value.toSpliced(at, 1)] as const,
    ...leavingOut(record).map(([member, less]) => [`[${at + 1}].${member}`, value.with(at, less)] as const),
  ]);
}

function isRecords(value: Example["context"][string]): value is readonly ContextRecord[] {
  return Array.isArray(value) && value.every((one) => typeof one === "object");
}

function leavingOut<Value>(of: Readonly<Record<string, Value>>): readonly (readonly [string, Record<string, Value>])[] {
  const all = Object.entries(of);
  return all.map(([key]) => [key, Object.fromEntries(all.filter(([other]) => other !== key))]);
}
