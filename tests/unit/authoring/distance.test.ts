import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personQuestionnaire } from "#census";
import { openInterview, type Questionnaire } from "#questionnaire";
import type { AuthoringHost } from "#authoring";
import { conditionModel, type ConditionModel } from "../../../src/authoring/condition-model.ts";
import { distanceTo, distanceToAsked } from "../../../src/authoring/distance.ts";
import { knobsFor, settingsOf, turn } from "../../../src/authoring/knobs.ts";
import { mentionedBy } from "../../../src/authoring/mentioned.ts";
import { seededRandom } from "../../../src/authoring/seeded-random.ts";
import { scopeOf } from "../../../src/authoring/trial-scope.ts";
import { emptyTrial, trialStart, type Trial } from "../../../src/authoring/trial.ts";
import { censusAuthoringHost } from "../../../src/server/cli/instrument-host.ts";
import { demoAuthoringHost } from "../../support/authoring/hosts.ts";
import { compiled } from "../../support/questionnaire/conversation.ts";
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
  wholeNumber,
} from "../../support/questionnaire/form.ts";

/** Everything turned somewhere, the doors of the form mostly open. */
function scattered(model: ConditionModel, host: AuthoringHost, seed: number): Trial {
  const random = seededRandom(seed);
  const conditions = model.edits.map(({ when }) => when);
  const mentioned = mentionedBy(model, conditions, [...model.questions.values()]);
  const trial = emptyTrial();
  for (const entry of model.context.values()) if (entry.type === "list") trial.counts.set(entry.id, 0);
  for (const knob of knobsFor(mentioned)) {
    if (random() < 0.2) continue;
    const settings = settingsOf(knob, trial, mentioned, host, random);
    turn(trial, knob, settings[Math.floor(random() * settings.length)]);
  }
  if (random() < 0.8) {
    trial.answers.set("L04", { state: "answered", value: { kind: "code", code: "1" } });
    trial.answers.set("L07", { state: "answered", value: { kind: "code", code: "3" } });
  }
  return trial;
}

/** What the search takes for asked and fired, and what the engine does. */
function bothSides(questionnaire: Questionnaire, model: ConditionModel, host: AuthoringHost, trial: Trial) {
  const interview = openInterview(questionnaire, trialStart(trial));
  const scope = scopeOf(model, host, trial);
  const questions = [...model.questions.values()].filter(({ roster: rows }) => rows === null);
  const edits = model.edits.filter(({ edit: one }) => one.forEach === undefined);
  const found = new Set(interview.findings().map(({ edit: id }) => id));
  return {
    search: [
      ...questions.filter((question) => distanceToAsked(question, scope) === 0).map(({ id }) => id),
      ...edits
        .filter(({ when, edit: { at } }) => {
          const shown = questions.filter(({ id }) => at.includes(id));
          return (
            distanceTo(when, true, scope) === 0 && shown.some((question) => distanceToAsked(question, scope) === 0)
          );
        })
        .map(({ edit: { id } }) => id),
    ],
    engine: [
      ...questions.filter(({ id }) => interview.question(id).relevant).map(({ id }) => id),
      ...edits.filter(({ edit: { id } }) => found.has(id)).map(({ edit: { id } }) => id),
    ],
  };
}

function agree(questionnaire: Questionnaire, host: AuthoringHost, numRuns: number): void {
  const model = conditionModel(questionnaire);
  const seeds = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(seeds, (seed) => {
      const { search, engine } = bothSides(questionnaire, model, host, scattered(model, host, seed));
      expect(search).toEqual(engine);
    }),
    { numRuns },
  );
}

describe("the distance is 0 exactly where the engine says true", () => {
  it("for the census forms", () => {
    agree(personQuestionnaire(), censusAuthoringHost, 60);
  });

  it("for every kind of expression", () => {
    const sections = [
      section("A", [
        single("P1", ["1", "2"], { special: ["refused", "unknown"] }),
        wholeNumber("P2", -9, 9, { special: ["unknown"] }),
        dateOf("P3", { partial: true }),
        multi("P4", ["1", "2", "3"]),
        composite("P5", [wholeNumber("a", 0, 9), single("b", ["1"], { relevant: "P5.a > 3" })], {
          special: ["refused"],
        }),
        roster("R", [wholeNumber("n", 0, 9), single("c", ["1", "2"]), dateOf("b", { partial: true })], {
          calculations: [{ id: "rowAge", expression: "completedYears(R.b, today)" }],
          special: ["refused"],
          ...alternatives("0"),
        }),
        roster("S", [wholeNumber("n", 0, 9)], { minRows: 0, special: ["unknown"], relevant: "P1 = '1'" }),
        monthOf("P7", { partial: true }),
        monthOf("P8", { special: ["unknown"] }),
      ]),
      section("B", [single("P6", ["1", "2"])], { relevant: "not (refused(P1) or P2 > 3)" }),
    ];
    const conditions = [
      "not (P1 = '1' and P2 < 3) or P1 not in {'2'}",
      "known(P2 + 1) and surely(P2 * 2 - 1 > -3)",
      "if(P1 = '1', P2 > 0, P6 = '1')",
      "if(P1 = '1', P2 > 0)",
      "not if(P1 = '1', P2 > 0)",
      "known(if(P2 > 0, P6))",
      "firstKnown(P2, P5.a, 4) = 4",
      "given(P1) and not answered(P1) and not unknown(P2)",
      "P3 < @2020-06 or P3 >= @2021-01-01",
      "year(P3) = 2020 and month(P3) > 5 and not isComplete(P3)",
      "completedYears(P3, today) > 1",
      "age <= 1 or any(people, today => age > 2 and today.n = 1)",
      "age != P2",
      "P2 * 0.1 + 0.2 = 0.3 or P2 / 10 + 0.1 in {0.3, 0.8}",
      "P7 = P8 or P7 = @2020-06",
      "not (P7 in {@2020-06, @2021-01}) and firstKnown(P7, P8) <= P8",
      "P3 > @2020 or P3 <= @2019-06 or P7 < P3",
      "all(R, r => r.rowAge < 3)",
      "count(S) = 0 or count(S) = 2",
      "not any(S, s => s.n > 3)",
      "all(S, s => s.n > 3) and sum(S, s => s.n) < 9",
      "count(S, s => s.n > 3) < 1 or unknown(S)",
      "count(P4) = 2 and P4 has '2' and not (P4 has any {'3'})",
      "any(R, r => r.n > 3 and r.c = '1')",
      "count(R) = 2 and count(R, r => r.n > 2) = 1",
      "sum(R, r => r.n) / 2 > P2",
      "all(people, p => p.n > 1) and count(people) > 0",
      "double(P2) = -4 or isRemote(country)",
      "refused(P5) or P5.b = '1'",
      "flag and not (kind = 'a')",
    ];
    const questionnaire = compiled(
      form(sections, {
        context: [
          { id: "today", type: "date" },
          { id: "country", type: "code", codes: ["DE", "KZ"] },
          { id: "flag", type: "boolean" },
          { id: "kind", type: "code", codes: ["a", "b"] },
          { id: "people", type: "list", fields: { n: "number" } },
        ],
        calculations: [{ id: "age", expression: "completedYears(P3, today)" }],
        edits: conditions.map((when, index) => edit(`E${index}`, "soft", when, ["P1", "P6"])),
      }),
    );
    agree(questionnaire, demoAuthoringHost, 300);
  });
});
