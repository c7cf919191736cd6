// The source changes from section to section; an answer keeps the one it came from.
import { describe, expect, it } from "vitest";
import { personQuestionnaire } from "#census";
import { replayInterview, type InterviewEvent } from "#fieldwork";
import { ok, type Answer } from "#questionnaire";
import { createInterviewStore, type InterviewStore } from "../../../src/app/tablet/interview/interview-store.ts";
import { byAdministration, byRespondent, code, createOfficer, good } from "../../support/fieldwork/officer.ts";

const born: Answer = { state: "answered", value: { kind: "date", date: { year: 1980, month: 6, day: 15 } } };

/** The store of an adult's interview, answered by the respondent until the test says otherwise; `written` gets its events. */
function adultInterview(written: InterviewEvent[] = []): InterviewStore {
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
    recordEvents: (_id: string, events: readonly InterviewEvent[]) => {
      written.push(...events);
      return Promise.resolve(ok({ savedAtMs: 1 }));
    },
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

describe("an answer under a wrong source", () => {
  it("[QL96] is judged by the source it was corrected to", async () => {
    const store = adultInterview();
    void store.give("P22", code("1"));
    expect(editsOf(store)).not.toContain("E120");
    void store.correctSource(["P22"], byAdministration);
    expect(editsOf(store)).toContain("E120");
    // Who answers now was not changed by it.
    expect(store.session().source).toEqual(byRespondent);
    void store.correctSource(["P22"], byRespondent);
    expect(editsOf(store)).not.toContain("E120");
    await store.settled();
  });

  it("comes back with its question when the correction was wrong itself", async () => {
    const store = adultInterview();
    void store.give("P14", code("3"));
    void store.changeSource(byAdministration);
    void store.correctSource(["P14"], byAdministration);
    // The administration cannot speak of plans: the answer is set aside.
    expect(store.question("P14").relevant).toBe(false);
    void store.changeSource(byRespondent);
    const paths = store.sections().find(({ id }) => id === sectionOf(store, "P14"))?.paths ?? [];
    expect(store.answersUnder(paths)).toEqual(["P14"]);
    void store.correctSource(store.answersUnder(paths), byRespondent);
    void store.changeSource(byAdministration);
    expect(store.question("P14").relevant).toBe(true);
    expect(store.question("P14").answer).toEqual(code("3"));
    await store.settled();
  });

  it("is written down once, and only where something is wrong", async () => {
    const written: InterviewEvent[] = [];
    const store = adultInterview(written);
    const section = store.sections().find(({ paths }) => paths.includes("L04"));
    void store.changeSource(byAdministration);
    await store.correctSource(store.answersUnder(section?.paths ?? []), byAdministration);
    await store.correctSource(store.answersUnder(section?.paths ?? []), byAdministration);
    expect(written.filter(({ type }) => type === "answers-source-corrected")).toEqual([
      { type: "answers-source-corrected", atMs: 1, by: "officer-1", paths: ["L04", "L07"], source: byAdministration },
    ]);
    expect(store.sourceOf("L04")).toEqual(byAdministration);
    expect(store.sourceOf("P05")).toEqual(byRespondent);
  });
});

describe("the sources of a form on the page", () => {
  it("are told where an answer is not from the source in force, and not of what counts no more", async () => {
    const store = adultInterview();
    expect(store.sources()).toEqual({ bySection: new Map(), ofForm: [] });
    void store.give("P14", code("3"));
    void store.changeSource(byAdministration);
    const ofB = () => store.sources().bySection.get(sectionOf(store, "P14")) ?? [];
    expect(ofB()).toEqual([{ source: byRespondent, count: 1 }]);
    expect(store.othersUnder("P14")).toEqual([{ source: byRespondent, count: 1 }]);
    // Taken back under the new source: nobody's answer.
    void store.give("P14", { state: "unanswered" });
    expect(ofB()).toEqual([]);
    expect(store.othersUnder("P14")).toEqual([]);
    await store.settled();
  });

  it("go with a row that is taken out", async () => {
    const store = adultInterview();
    const row = store.addRow("P21");
    void store.give(`P21[${row}].language`, code("002"));
    void store.changeSource(byAdministration);
    expect(store.othersUnder(`P21[${row}]`)).toEqual([{ source: byRespondent, count: 1 }]);
    void store.removeRow("P21", row);
    expect(store.sourceOf(`P21[${row}].language`)).toBeNull();
    await store.settled();
  });
});

function sectionOf(store: InterviewStore, path: string): string {
  return store.sections().find(({ paths }) => paths.includes(path))?.id ?? "";
}
