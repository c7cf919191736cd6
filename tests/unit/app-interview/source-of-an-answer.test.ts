// The source changes from section to section; an answer keeps the one it came from.
import { describe, expect, it } from "vitest";
import { personQuestionnaire } from "#census";
import { replayInterview, type InterviewEvent } from "#fieldwork";
import { ok, type Answer } from "#questionnaire";
import { createInterviewStore, type InterviewStore } from "../../../src/app/tablet/interview/interview-store.ts";
import { byAdministration, byRespondent, code, createOfficer, good } from "../../support/fieldwork/officer.ts";

const born: Answer = { state: "answered", value: { kind: "date", date: { year: 1980, month: 6, day: 15 } } };

/** The store of an adult's interview, answered by the respondent until the test says otherwise. */
function adultInterview(): InterviewStore {
  const interview = good(replayInterview([createOfficer().startsInterview()]));
  const store = createInterviewStore({
    questionnaire: personQuestionnaire(),
    opened: {
      interviewId: interview.interview,
      lineId: interview.lineId,
      number: 1,
      person: null,
      events: [],
      interview,
      context: { institutionKind: "I-02", proxy: false, line: 1, persons: [] },
      isBehind: false,
      form: {
        state: "being-filled",
        rev: 1,
        savedAtMs: null,
        finishedAtMs: null,
        mark: null,
        refusals: [],
      },
      certificateNumber: null,
    },
    recordEvents: (_id: string, _events: readonly InterviewEvent[]) => Promise.resolve(ok({ savedAtMs: 1 })),
    clock: () => 1,
    by: "officer-1",
  });
  void store.give("L04", code("1"));
  void store.give("L07", code("3"));
  void store.give("P05", born);
  return store;
}

const editsOf = (store: InterviewStore): readonly string[] => store.findings().map(({ edit }) => edit);

describe("an interview whose source changes", () => {
  it("[QL96] keeps what the respondent said: asked, and nothing against it", async () => {
    const store = adultInterview();
    void store.give("P14", code("3"));
    void store.give("P22", code("1"));
    void store.changeSource(byAdministration);
    expect(store.question("P14").relevant).toBe(true);
    expect(editsOf(store)).not.toContain("E120");
    await store.settled();
  });

  it("[QL96] still objects to what the administration said when the respondent goes on", async () => {
    const store = adultInterview();
    void store.changeSource(byAdministration);
    expect(store.question("P14").relevant).toBe(false);
    void store.give("P22", code("1"));
    void store.changeSource(byRespondent);
    expect(editsOf(store)).toContain("E120");
    void store.give("P22", code("1"));
    expect(editsOf(store)).not.toContain("E120");
    await store.settled();
  });
});
