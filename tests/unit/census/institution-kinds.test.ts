// The sixteen kinds against the table of the instrument (3.3), row by row, with what 4.3 adds on certificates.
import { describe, expect, it } from "vitest";
import { categoryNames, institutionKind, institutionKinds, InstitutionKindCode, personQuestionnaire } from "#census";
import { openInterview } from "#questionnaire";

const crisis = [
  "The address is hidden",
  "No name shows",
  "names neither the institution",
  "Every question may be refused",
];
const home = ["relationship is resident", "Siblings are a family group", "full state support"];
const boarding = ["usual home is that of the family", "enumerated at home and listed here"];
const hidesPlace = "names neither the institution nor the street";

/** Code, column "Default L04", column "Cautions" by words of each of its parts. */
const table: readonly (readonly [string, string, readonly string[]])[] = [
  ["I-01", "3 / 4", crisis],
  ["I-02", "1", ["the administration answers", "Stays are long"]],
  ["I-03", "1", home],
  ["I-04", "3", boarding],
  ["I-05", "3", boarding],
  ["I-06", "1", home],
  ["I-07", "3", ["accompanying parent is a line too"]],
  ["I-08", "3", ["who was in at the moment, not on the day of the interview"]],
  ["I-09", "1 / 3", ["All answers come from the administration", "questions for an infant"]],
  ["I-10", "1", ["L02 = 3", "Often there is no IIN", "outdoors: the tablet works offline"]],
  ["I-11", "3", [...crisis, "Never send an SMS", "A mother and her children are a family group"]],
  ["I-12", "3 / 1", ["diagnosis is never recorded", hidesPlace]],
  ["I-13", "1", ["guardian may answer", "don't know (98)", hidesPlace]],
  ["I-14", "3", ["diagnosis is never recorded", hidesPlace]],
  ["I-15", "3", ["empty list is reported"]],
  ["I-16", "", []],
];

describe("kinds of institution", () => {
  it("are the sixteen of the order, in its order", () => {
    expect(institutionKinds.map(({ code }) => code)).toEqual(table.map(([code]) => code));
    expect(institutionKinds.every(({ code }) => InstitutionKindCode.safeParse(code).success)).toBe(true);
    expect(() => institutionKind("I-17")).toThrow(RangeError);
  });

  it.each(table)("%s is usually of category %s, with its cautions", (code, usual, cautions) => {
    const kind = institutionKind(code);
    expect(kind.usualCategories.map(({ category }) => category).join(" / ")).toBe(usual);
    expect(kind.cautions).toHaveLength(cautions.length);
    for (const [place, words] of cautions.entries()) expect(kind.cautions[place]?.en).toContain(words);
  });

  it("say when a category is the usual one where that is not always so", () => {
    const conditions = institutionKinds.flatMap(({ code, usualCategories }) =>
      usualCategories.flatMap(({ category, when }) => (when === undefined ? [] : [`${code} ${category}: ${when.en}`])),
    );
    expect(conditions).toEqual([
      "I-01 4: if the usual home is in another country",
      "I-09 1: if placed by guardianship",
      "I-09 3: if placed at the parents' request",
      "I-10 1: if there is no other home",
      "I-12 1: if here for 12 months or more",
    ]);
  });

  it("propose the first usual category for a new line, and none where there is no usual case", () => {
    const proposed = (kind: string): unknown =>
      openInterview(personQuestionnaire(), { context: { line: 1, institutionKind: kind }, answers: {} }).question("L04")
        .answer;
    for (const [code, usual] of table) {
      const [first = ""] = usual.split(" / ");
      if (first === "") expect(proposed(code)).toMatchObject({ state: "unanswered" });
      else expect(proposed(code)).toMatchObject({ state: "proposed", value: { code: first } });
    }
  });

  it("list numbers without names where nobody may learn who is there", () => {
    const codes = institutionKinds.filter(({ protectedMode }) => protectedMode).map(({ code }) => code);
    expect(codes).toEqual(["I-01", "I-11", "I-13", "I-14"]);
  });

  it("and the four categories are named in three languages", () => {
    expect(Object.keys(categoryNames)).toEqual(["1", "2", "3", "4"]);
    for (const { kk, ru, en } of Object.values(categoryNames)) expect(new Set([kk, ru, en]).size).toBe(3);
  });
});
