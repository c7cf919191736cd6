// The definition files as a whole: they hold together, and every sentence is there in three languages.
import { describe, expect, it } from "vitest";
import { compileQuestionnaire, explainDefinitionError, languages, type Question } from "#questionnaire";
import { censusHost, personQuestionnaire, withCalendarDays } from "#census";
import listPart from "../../../src/census/forms/f1.json" with { type: "json" };
import premisesPart from "../../../src/census/forms/f1-premises.json" with { type: "json" };
import housingForm from "../../../src/census/forms/f2.json" with { type: "json" };
import personForm from "../../../src/census/forms/f3.json" with { type: "json" };
import visitorForm from "../../../src/census/forms/f4.json" with { type: "json" };

const entries = [...personQuestionnaire().questionsById.values()];
const kazakhOnly = /[әғқңөұүһі]/iu;

/** Every `{ kk, ru, en }` of a file with the place it stands at; of a number's words all forms of a language at once. */
function textsIn(value: unknown, place: string): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  if (typeof value !== "object" || value === null) return [];
  if ("kk" in value) {
    const said = Object.entries(value).map(([language, text]): [string, string] => [
      language,
      typeof text === "object" && text !== null ? Object.values(text).join(" ") : String(text),
    ]);
    return [[place, Object.fromEntries(said)]];
  }
  return Object.entries(value).flatMap(([key, member]) => textsIn(member, `${place}.${key}`));
}

describe("the person questionnaire", () => {
  it("compiles without an error, with the calendar's days in it and not without", () => {
    const dated = [listPart, personForm].map((file): unknown => JSON.parse(withCalendarDays(JSON.stringify(file))));
    const result = compileQuestionnaire(dated, censusHost);
    expect(compileQuestionnaire([listPart, personForm], censusHost).ok).toBe(false);
    expect(result.ok ? [] : result.error.map(explainDefinitionError)).toEqual([]);
  });

  it("is compiled once", () => {
    expect(personQuestionnaire()).toBe(personQuestionnaire());
  });

  it("holds the 42 questions and 15 sub-questions of F3 and the person's part of F1", () => {
    const official = entries.filter(({ parent }) => parent === null).map(({ id }) => id);
    expect(official.filter((id) => /^P\d\d$/.test(id))).toEqual(
      Array.from({ length: 42 }, (_none, index) => `P${String(index + 1).padStart(2, "0")}`),
    );
    expect(official.filter((id) => /^P\d\d\.\d$/.test(id))).toHaveLength(15);
    expect(official.filter((id) => /^L\d\d(\.\d)?$/.test(id))).toEqual(["L04", "L05", "L05.1", "L06", "L06.1", "L07"]);
  });

  it.each([
    ["f1", listPart],
    ["f1-premises", premisesPart],
    ["f2", housingForm],
    ["f3", personForm],
    ["f4", visitorForm],
  ])("%s says everything in Kazakh, Russian and English, each in its own letters", (name, file) => {
    const texts = textsIn(file, name);
    expect(texts.length).toBeGreaterThan(30);
    for (const [place, text] of texts) {
      for (const language of languages) expect(text[language], `${place}.${language}`).toMatch(/\S/);
      expect(text.ru, place).not.toMatch(kazakhOnly);
      expect(text.en, place).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  it("says of every official question why it is asked and how sure its wording is", () => {
    const official = entries.filter(({ id, parent }) => parent === null && /^[LP]\d\d(\.\d)?$/.test(id));
    expect(
      official.filter(({ definition }) => definition.why === undefined || definition.confidence === undefined),
    ).toEqual([]);
  });

  it("has a wording about the person wherever the question speaks to the person", () => {
    const speaksTo = ({ text }: Question): boolean => /Ваш|Вы\b|Вам|Вас/u.test(text.ru) || /\byou/iu.test(text.en);
    expect(
      entries
        .filter(({ definition }) => speaksTo(definition) && definition.thirdPerson === undefined)
        .map(({ id }) => id),
    ).toEqual([]);
    const third = entries.flatMap(({ definition }) =>
      definition.thirdPerson === undefined ? [] : [definition.thirdPerson],
    );
    expect(third.filter(({ ru, en }) => /Ваш|Вы\b|Вам|Вас/u.test(ru) || /\byou/iu.test(en))).toEqual([]);
  });

  it("takes a refusal and a don't-know everywhere but at L04 and P04", () => {
    const without = entries
      .filter(
        ({ parent, id, definition }) =>
          parent === null && /^[LP]\d\d(\.\d)?$/.test(id) && definition.special?.length !== 2,
      )
      .map(({ id }) => id);
    expect(without).toEqual(["L04", "P04"]);
  });
});
