import { expect, it } from "vitest";
import { premisesQuestionnaire, proposedPremises } from "#census";
import { openInterview } from "#questionnaire";

const facts = { kato: "431010000", nameKk: "№ 1 балалар үйі", nameRu: "Детский дом № 1" };

it("proposes what enrolment says of the institution, to be confirmed and not retyped", () => {
  const answers = proposedPremises({ ...facts, institutionKind: "I-03" });
  const interview = openInterview(premisesQuestionnaire(), { context: {}, answers });
  expect(interview.unknownPaths()).toEqual([]);
  for (const path of ["L01.kato", "L01.nameKk", "L01.nameRu", "L02"]) {
    expect(interview.question(path).answer.state).toBe("proposed");
    expect(interview.remaining()).toContain(path);
  }
  expect(answers["L02"]).toMatchObject({ value: { code: "2" } });
});

it("proposes people of no fixed abode for their centre alone", () => {
  expect(proposedPremises({ ...facts, institutionKind: "I-10" })["L02"]).toMatchObject({ value: { code: "3" } });
});
