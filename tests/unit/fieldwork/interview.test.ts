import { describe, expect, it } from "vitest";
import { answersOf, InterviewEvent, replayInterview, SourceOfAnswers } from "#fieldwork";
import { byAdministration, byRespondent, code, createOfficer, good, morning } from "../../support/fieldwork/officer.ts";

describe("an interview", () => {
  it("records each answer with its time, language, source and officer (O11)", () => {
    const officer = createOfficer();
    const interview = good(replayInterview([officer.startsInterview(), officer.records("P04", code("2"), "ru")]));
    expect(interview.answers).toEqual({
      P04: { answer: code("2"), atMs: morning + 60_000, language: "ru", source: byRespondent, by: "officer-1" },
    });
    expect(interview).toMatchObject({ state: "being-filled", rev: 1, savedAtMs: morning + 60_000 });
  });

  it("keeps the last answer to a question", () => {
    const officer = createOfficer();
    const interview = good(
      replayInterview([
        officer.startsInterview(),
        officer.records("P04", code("1")),
        officer.records("P04", code("2")),
      ]),
    );
    expect(answersOf(interview)).toEqual({ P04: code("2") });
  });

  it("changes neither answers nor notes when the language changes in the middle", () => {
    const officer = createOfficer();
    const events = [officer.startsInterview(), officer.records("P04", code("2")), officer.notes("P04", "төлқұжат жоқ")];
    const before = good(replayInterview(events));
    const after = good(replayInterview([...events, officer.changesLanguage("ru")]));
    expect(after).toEqual({ ...before, language: "ru", savedAtMs: after.savedAtMs });
  });

  it("keeps who gave which answer when the administration takes over (O12)", () => {
    const officer = createOfficer();
    const interview = good(
      replayInterview([
        officer.startsInterview(),
        officer.records("P04", code("2")),
        officer.changesSource(byAdministration),
        officer.records("P15", { state: "unknown" }),
      ]),
    );
    expect(interview.answers.P04?.source).toEqual(byRespondent);
    expect(interview.answers.P15?.source).toEqual(byAdministration);
    expect(interview.source).toEqual(byAdministration);
  });

  it("cannot write down the administration as a source without basis and reason (O12)", () => {
    expect(SourceOfAnswers.safeParse({ kind: "administration" }).success).toBe(false);
    expect(SourceOfAnswers.safeParse({ kind: "administration", basis: "oral" }).success).toBe(false);
    expect(SourceOfAnswers.safeParse(byAdministration).success).toBe(true);
    expect(SourceOfAnswers.safeParse({ kind: "respondent", reason: "health" }).success).toBe(false);
  });

  it("keeps one confirmation of an edit at a question, the last", () => {
    const officer = createOfficer();
    const interview = good(
      replayInterview([
        officer.startsInterview(),
        officer.confirms("E106", "L06.1"),
        officer.confirms("E107", "L05.1"),
        officer.confirms("E106", "L06.1", "анықтама бар"),
      ]),
    );
    expect(interview.confirmations.map(({ edit, reason }) => [edit, reason])).toEqual([
      ["E107", null],
      ["E106", "анықтама бар"],
    ]);
  });

  it("takes a note away when its text is emptied, and a flag when it is switched off", () => {
    const officer = createOfficer();
    const marked = [
      officer.startsInterview(),
      officer.notes("P05", "жасы шамамен"),
      officer.flags("P05"),
      officer.flags("P06"),
    ];
    expect(good(replayInterview(marked))).toMatchObject({ notes: { P05: "жасы шамамен" }, flags: ["P05", "P06"] });
    const cleared = good(replayInterview([...marked, officer.notes("P05", "  "), officer.flags("P05", false)]));
    expect(cleared).toMatchObject({ notes: {}, flags: ["P06"] });
  });

  it("removes a row of a roster with everything written about it, and remembers that its number is used up", () => {
    const officer = createOfficer();
    const interview = good(
      replayInterview([
        officer.startsInterview(),
        officer.records("P21[1].language", code("kaz")),
        officer.records("P21[2].language", code("rus")),
        officer.records("P21[12].language", code("eng")),
        officer.notes("P21[2].language", "нашар"),
        officer.flags("P21[2].language"),
        officer.removesRow("P21[2]"),
      ]),
    );
    expect(Object.keys(interview.answers)).toEqual(["P21[1].language", "P21[12].language"]);
    expect(interview).toMatchObject({ notes: {}, flags: [], removedRows: ["P21[2]"] });
  });

  it("takes nothing more once it is finished", () => {
    const officer = createOfficer();
    const finished = [officer.startsInterview(), officer.records("P04", code("2")), officer.finishes()];
    expect(good(replayInterview(finished))).toMatchObject({ state: "finished", finishedAtMs: morning + 120_000 });
    for (const late of [officer.records("P04", code("1")), officer.finishes(), officer.flags("P04")]) {
      expect(replayInterview([...finished, late])).toEqual({ ok: false, error: { type: "interview-is-finished" } });
    }
  });

  it("is reopened as the next revision with all its answers", () => {
    const officer = createOfficer();
    const finished = [officer.startsInterview(), officer.records("P04", code("2")), officer.finishes()];
    expect(replayInterview([...finished, officer.reopens(3)])).toEqual({
      ok: false,
      error: { type: "interview-revision-wrong", expected: 2 },
    });
    const reopened = good(replayInterview([...finished, officer.reopens(2), officer.records("P15", code("1"))]));
    expect(reopened).toMatchObject({ state: "being-filled", rev: 2 });
    expect(answersOf(reopened)).toEqual({ P04: code("2"), P15: code("1") });
  });

  it("is started first and once", () => {
    const officer = createOfficer();
    const start = officer.startsInterview();
    expect(replayInterview([])).toMatchObject({ error: { type: "interview-not-started" } });
    expect(replayInterview([officer.finishes()])).toMatchObject({ error: { type: "interview-not-started" } });
    expect(replayInterview([start, start])).toMatchObject({ error: { type: "interview-already-started" } });
    expect(replayInterview([start, officer.reopens(2)])).toMatchObject({ error: { type: "interview-not-finished" } });
  });

  it("survives being written down as JSON and read again", () => {
    const officer = createOfficer();
    const events = [
      officer.startsInterview(byAdministration),
      officer.records("P39.a", { state: "alternative", code: "0" }),
      officer.confirms("E106", "L06.1"),
      officer.finishes(),
      officer.reopens(2),
    ];
    const read = events.map((event) => InterviewEvent.parse(JSON.parse(JSON.stringify(event))));
    expect(replayInterview(read)).toEqual(replayInterview(events));
  });
});
