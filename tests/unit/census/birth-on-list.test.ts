// A date of birth that is more than a year from the list of stage 1 is asked about, with both dates (E005.L; ux 3.3): and only
// where it is certain, whatever parts of either are unknown.
import { describe, expect, it } from "vitest";
import { sealedListContext } from "#census";
import { languages } from "#questionnaire";
import { date, firedOf, interviewOf, unknown, type Person } from "./person-interview.ts";

const listedAs = (listed: string | null, born: string): Person => ({ born, listed });

describe("E005.L", () => {
  it.each([
    ["1980-06-15", "1980-06-15", false],
    ["1980-06-15", "1981-06-15", false],
    ["1980-06-15", "1979-06-15", false],
    ["1980-06-15", "1981-06-16", true],
    ["1980-06-15", "1979-06-14", true],
    ["1980-06-15", "1981-06-14", false],
    ["1980-06-15", "1982-06-15", true],
    ["1980-06-15", "2008-03-17", true],
    // Day and month exchanged: less than a year.
    ["1980-06-11", "1980-11-06", false],
    ["1980", "1981-12-31", false],
    ["1980", "1982", true],
    ["1980", "1981", false],
    ["1980", "1978-12-30", true],
    ["1980-06", "1981-06", false],
    ["1980-06", "1981-07-01", true],
    ["1980-06", "1981-08", true],
    ["2009-03-17", "2010", false],
    ["2009-03-17", "2011", true],
  ] as const)("on the list %s, answered %s: %s", (listed, born, fires) => {
    expect(firedOf(listedAs(listed, born)).includes("E005.L")).toBe(fires);
    const visitor = { category: "4", listed, answers: { T03: date(born) } } as const;
    expect(firedOf(visitor).includes("E005.T03L")).toBe(fires);
  });

  it("is silent where the list has no date, and where the date is not known", () => {
    expect(firedOf(listedAs(null, "1980-06-15"))).not.toContain("E005.L");
    expect(firedOf({ listed: "1980-06-15", answers: { P05: unknown } })).not.toContain("E005.L");
  });

  it("shows both dates, asks which document, and one tap settles it", () => {
    const interview = interviewOf(listedAs("2009-03-17", "2001-03-17"));
    const found = () => interview.findings().find(({ edit }) => edit === "E005.L");
    expect(languages.map((language) => found()?.text?.[language])).toEqual([
      "Туған күні: 17.03.2001. Тізімде: 17.03.2009. Қай құжат бойынша? Жауап дұрыс па?",
      "Дата рождения: 17.03.2001. В списке: 17.03.2009. По какому документу? Ответ верный?",
      "Date of birth: 17.03.2001. On the list: 17.03.2009. By which document? Is the answer right?",
    ]);
    interview.confirm("E005.L", "P05", null);
    expect(found()).toMatchObject({ level: "soft", confirmed: true });
  });
});

describe("the list's word that is sealed with a form", () => {
  it.each([
    ["2009-03-07", { year: 2009, month: 3, day: 7 }],
    ["2009-03", { year: 2009, month: 3, day: null }],
    ["2009", { year: 2009, month: null, day: null }],
  ])("is the date of birth as the language writes it: %s", (written, born) => {
    expect(sealedListContext({ born })).toEqual({ bornOnList: written });
  });

  it("is unknown where the list does not say", () => {
    expect(sealedListContext({ born: null })).toEqual({ bornOnList: null });
  });
});
