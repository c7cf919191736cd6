import { describe, expect, it } from "vitest";
import { openInterview } from "#questionnaire";
import { personQuestionnaire, proposedAnswers, type ListedPersonFacts } from "#census";

const listed: ListedPersonFacts = {
  surname: "Сынақов",
  given: "Тест",
  patronymic: null,
  sex: "1",
  born: { year: 1980, month: 6, day: 15 },
  iin: "150620190003",
  institutionKind: "I-02",
};

describe("answers proposed from the list", () => {
  it("are L04 by the kind of institution, P03 as a resident, and what the list knows", () => {
    expect(Object.keys(proposedAnswers(listed))).toEqual([
      "L04",
      "P01",
      "T01.iin",
      "P02",
      "T01",
      "P03",
      "P04",
      "T02",
      "P05",
      "T03",
    ]);
    expect(proposedAnswers(listed).P03).toEqual({
      state: "proposed",
      origin: "default",
      value: { kind: "code", code: "12" },
    });
  });

  it("leave out what the list does not know and never take it from the IIN", () => {
    const answers = proposedAnswers({ ...listed, sex: null, born: null, institutionKind: "I-16" });
    expect(Object.keys(answers)).toEqual(["P01", "T01.iin", "P02", "T01", "P03"]);
  });

  it("follow the list where it says that somebody is away or here for a while", () => {
    const category = (facts: Partial<ListedPersonFacts>): unknown => {
      const answer = proposedAnswers({ ...listed, ...facts }).L04;
      return answer?.state === "proposed" && answer.value.kind === "code" ? answer.value.code : null;
    };
    expect(category({ presence: "present" })).toBe("1");
    expect(category({ presence: "absent" })).toBe("2");
    expect(category({ presence: "temporary" })).toBe("3");
    expect(category({ institutionKind: "I-08" })).toBe("3");
    expect(category({ institutionKind: "I-08", presence: "absent" })).toBeNull();
  });

  it("count as unanswered until somebody confirms them", () => {
    const interview = openInterview(personQuestionnaire(), { context: { line: 1 }, answers: proposedAnswers(listed) });
    expect(interview.exported()).toEqual({});
    expect(interview.remaining()).toContain("L04");
    interview.give("L04", { state: "answered", value: { kind: "code", code: "1" }, origin: "default" });
    interview.give("L07", { state: "answered", value: { kind: "code", code: "3" } });
    expect(interview.remaining()).toEqual(expect.arrayContaining(["P01", "P02", "P03", "P04", "P05"]));
    expect(interview.value("age")).toBeNull();
  });
});
