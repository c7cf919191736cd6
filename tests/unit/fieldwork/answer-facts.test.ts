import { describe, expect, it } from "vitest";
import { answerFacts, replayInterview } from "#fieldwork";
import { byAdministration, byRespondent, code, createOfficer, good } from "../../support/fieldwork/officer.ts";

const wanted = [
  { name: "plansSaidBy", question: "P14", fact: "source" },
  { name: "ethnicitySaidBy", question: "P15", fact: "source" },
  { name: "ethnicityBasis", question: "P15", fact: "basis" },
  { name: "religionSaidBy", question: "P22", fact: "source" },
  { name: "childrenSaidBy", question: "P31", fact: "source" },
] as const;

describe("what is told of single answers", () => {
  it("[QL96] is the source each came from, whatever the source of the interview is now", () => {
    const officer = createOfficer();
    const interview = good(
      replayInterview([
        officer.startsInterview(),
        officer.records("P14", code("3")),
        officer.records("P22", code("1")),
        officer.changesSource(byAdministration),
        officer.records("P15", code("001")),
        officer.records("P22", { state: "unanswered" }),
        officer.changesSource(byRespondent),
      ]),
    );
    expect(answerFacts(wanted, interview.answers)).toEqual({
      plansSaidBy: "respondent",
      ethnicitySaidBy: "administration",
      ethnicityBasis: "document",
      // Taken back, and never asked.
      religionSaidBy: null,
      childrenSaidBy: null,
    });
  });

  it("[QL96] is the source an answer was corrected to", () => {
    const officer = createOfficer();
    const interview = good(
      replayInterview([
        officer.startsInterview(),
        officer.records("P14", code("3")),
        officer.records("P15", code("001")),
        officer.correctsSource(["P15"], byAdministration),
      ]),
    );
    expect(answerFacts(wanted, interview.answers)).toMatchObject({
      plansSaidBy: "respondent",
      ethnicitySaidBy: "administration",
      ethnicityBasis: "document",
    });
  });
});
