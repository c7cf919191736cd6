// E031: spouses name each other. Who has not answered yet contradicts nobody; who answered and names nobody here does.
import { describe, expect, it } from "vitest";
import { personQuestionnaire, personSummary } from "#census";
import type { AnswersByPath, ContextRecord } from "#questionnaire";
import { alternative, interviewOf, refused, spouse, unknown, type Told } from "./person-interview.ts";

const code = (value: string): AnswersByPath[string] => ({ state: "answered", value: { kind: "code", code: value } });

/** What the others' edits see of a wife on line 2 by her answers. */
const wife = (answers: AnswersByPath): ContextRecord =>
  personSummary(2, null, { questionnaire: personQuestionnaire(), answers: { P04: code("2"), ...answers } });

/** The edits at the husband on line 1, beside what the wife said. */
function firedAtHusband(answers: Readonly<Record<string, Told>>, beside: ContextRecord): readonly string[] {
  const husband = interviewOf({ born: "1980-06-15", sex: "1", others: [beside], answers });
  return husband.findings().flatMap(({ edit }) => (edit === "E031" ? [edit] : []));
}

const namesWife = { P26: "2", "P26.1": spouse(2) };

describe("a person as the others see her", () => {
  it.each([
    ["has not been asked", {}, null, null],
    ["is married and has not said to whom", { P26: code("2") }, null, null],
    ["is married and does not say to whom", { P26: code("2"), "P26.1": refused }, null, null],
    ["does not tell whether she is married", { P26: unknown }, null, null],
    ["names line 1", { P26: code("3"), "P26.1": spouse(1) }, 1, false],
    ["says that her spouse is not here", { P26: code("2"), "P26.1": alternative("0") }, null, true],
    ["is widowed", { P26: code("4") }, null, true],
    ["is divorced, and named somebody before she said so", { P26: code("5"), "P26.1": spouse(1) }, null, true],
  ])("%s", (_what, answers, named, namesNobody) => {
    expect(wife(answers)).toMatchObject({ spouse: named, namesNoSpouse: namesNobody });
  });
});

describe("E031", () => {
  it.each([
    ["says that her spouse is not here", { P26: code("2"), "P26.1": alternative("0") }],
    ["says that she was never married", { P26: code("1") }],
    ["is widowed", { P26: code("4") }],
    ["names another line", { P26: code("2"), "P26.1": spouse(5) }],
  ])("fires where the one named %s", (_what, answers) => {
    expect(firedAtHusband(namesWife, wife(answers))).toEqual(["E031"]);
  });

  it.each([
    ["has not been interviewed", {}],
    ["is in the midst of it", { P26: code("2") }],
    ["refuses to say who her spouse is", { P26: code("2"), "P26.1": refused }],
    ["names him as well", { P26: code("2"), "P26.1": spouse(1) }],
  ])("sleeps where the one named %s", (_what, answers) => {
    expect(firedAtHusband(namesWife, wife(answers))).toEqual([]);
  });

  it.each<readonly [string, Readonly<Record<string, Told>>]>([
    ["says that his spouse is not here", { P26: "2", "P26.1": alternative("0") }],
    ["says that he was never married", { P26: "1" }],
    ["names another line", { P26: "2", "P26.1": spouse(3) }],
  ])("fires at who is named and %s", (_what, answers) => {
    expect(firedAtHusband(answers, wife({ P26: code("2"), "P26.1": spouse(1) }))).toEqual(["E031"]);
  });

  it("sleeps at who is named and has not answered, or does not tell", () => {
    const named = wife({ P26: code("2"), "P26.1": spouse(1) });
    expect(firedAtHusband({}, named)).toEqual([]);
    expect(firedAtHusband({ P26: "2" }, named)).toEqual([]);
    expect(firedAtHusband({ P26: "2", "P26.1": refused }, named)).toEqual([]);
    expect(firedAtHusband({ P26: refused }, named)).toEqual([]);
  });
});
