// What the census's forms propose, from the list of respondents and from enrolment.
import { describe, expect, it } from "vitest";
import { institutionContext, listedContext, personQuestionnaire, premisesQuestionnaire } from "#census";
import { openInterview, type Answer, type Context, type Interview } from "#questionnaire";

const facts = {
  surname: "Сынақов",
  given: "Тест",
  patronymic: null,
  sex: "1" as const,
  born: { year: 1980, month: 6, day: 15 },
  iin: "150620190003",
  presence: null,
};
const code = (text: string): Answer => ({ state: "answered", value: { kind: "code", code: text } });

function interviewOf(context: Context): Interview {
  return openInterview(personQuestionnaire(), { context: { line: 1, ...context }, answers: {} });
}

/** Category, and that nobody was enumerated elsewhere: then the person form is asked, or F4. */
function askedAs(category: string, context: Context): Interview {
  const interview = interviewOf(context);
  interview.give("L04", code(category));
  interview.give("L07", code("3"));
  return interview;
}

function proposals(interview: Interview): readonly string[] {
  return interview
    .sections()
    .flatMap(({ paths }) => paths)
    .filter((path) => interview.question(path).answer.state === "proposed");
}

describe("what is proposed of a person", () => {
  it("is what the list knows, and a resident of the institution", () => {
    const interview = askedAs("1", { institutionKind: "I-02", ...listedContext(facts) });
    expect(proposals(interview)).toEqual(["P01", "P02", "P03", "P04", "P05"]);
    expect(interview.question("P02").answer).toEqual({
      state: "proposed",
      origin: "list",
      value: { kind: "name", surname: "Сынақов", given: "Тест", patronymic: null },
    });
    expect(interview.question("P03").answer).toEqual({
      state: "proposed",
      origin: "default",
      value: { kind: "code", code: "12" },
    });
    const visitor = askedAs("4", { institutionKind: "I-02", ...listedContext(facts) });
    expect(proposals(visitor)).toEqual(["T01", "T01.iin", "T02", "T03"]);
  });

  it("is the age, where the list knows no more and the respondent does not either", () => {
    const interview = askedAs("1", listedContext({ ...facts, born: null, ageYears: 70 }));
    expect(proposals(interview)).not.toContain("P05");
    interview.give("P05", { state: "unknown" });
    expect(interview.question("P05.1").answer).toEqual({
      state: "proposed",
      origin: "list",
      value: { kind: "number", number: 70 },
    });
  });

  it("leaves out what the list does not know and never takes it from the IIN", () => {
    const interview = askedAs("1", listedContext({ ...facts, sex: null, born: null }));
    expect(proposals(interview)).toEqual(["P01", "P02", "P03"]);
  });

  it("is the usual category of the kind of institution, unless the list says that somebody is away or here for a while", () => {
    const category = (institutionKind: string, presence: string | null): string | null => {
      const { answer } = interviewOf({ institutionKind, ...listedContext({ ...facts, presence }) }).question("L04");
      return answer.state === "proposed" && answer.value.kind === "code" ? answer.value.code : null;
    };
    const kinds = Array.from({ length: 16 }, (_none, index) => `I-${String(index + 1).padStart(2, "0")}`);
    const usual = kinds.map((kind) => category(kind, null) ?? "-").join("");
    expect(usual).toBe("311331331133133-");
    expect(kinds.map((kind) => category(kind, "present") ?? "-").join("")).toBe(usual);
    expect(kinds.map((kind) => category(kind, "temporary"))).toEqual(kinds.map(() => "3"));
    expect(kinds.map((kind) => category(kind, "absent") ?? "-").join("")).toBe("-22--2--22--2---");
  });

  it("counts as unanswered until somebody confirms it", () => {
    const interview = interviewOf({ institutionKind: "I-02", ...listedContext(facts) });
    expect(interview.exported()).toEqual({});
    expect(interview.remaining()).toContain("L04");
    interview.give("L04", { ...code("1"), origin: "default" } as Answer);
    interview.give("L07", code("3"));
    expect(interview.remaining()).toEqual(expect.arrayContaining(["P01", "P02", "P03", "P04", "P05"]));
    expect(interview.value("age")).toBeNull();
    expect(interview.exported()["L04"]).toMatchObject({ origin: "default" });
  });
});

describe("what is proposed of the premises", () => {
  const register = institutionContext({ kato: "431010000", name: { kk: "№ 1 балалар үйі", ru: "Детский дом № 1" } });

  it("is what enrolment says of the institution, to be confirmed and not retyped", () => {
    const context = { ...register, institutionKind: "I-03" };
    const interview = openInterview(premisesQuestionnaire(), { context, answers: {} });
    for (const path of ["L01.kato", "L01.nameKk", "L01.nameRu"]) {
      expect(interview.question(path).answer).toMatchObject({ state: "proposed", origin: "register" });
      expect(interview.remaining()).toContain(path);
    }
    expect(interview.question("L02").answer).toMatchObject({ state: "proposed", value: { code: "2" } });
  });

  it("is people of no fixed abode for their centre alone", () => {
    const context = { ...register, institutionKind: "I-10" };
    const interview = openInterview(premisesQuestionnaire(), { context, answers: {} });
    expect(interview.question("L02").answer).toMatchObject({ value: { code: "3" } });
  });
});
