import { describe, expect, it } from "vitest";
import {
  answersOf,
  instrumentOf,
  InterviewEvent,
  planInterviewMove,
  replayInterview,
  SourceOfAnswers,
  type InterviewState,
} from "#fieldwork";
import { compareVersions, moveInterview, type VersionMove } from "#questionnaire";
import { compiled } from "../../support/questionnaire/conversation.ts";
import { edit, form, roster, section, single, textLine } from "../../support/questionnaire/form.ts";
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

  it("corrects the source of answers that stood under a wrong one, and nothing else about them (O12)", () => {
    const officer = createOfficer();
    const events = [
      officer.startsInterview(),
      officer.records("P04", code("2"), "ru"),
      officer.records("P15", code("001")),
      officer.records("P39.a", code("1")),
    ];
    const before = good(replayInterview(events));
    const correction = officer.correctsSource(["P04", "P39.a", "P21[1].language"], byAdministration);
    const after = good(replayInterview([...events, correction, officer.records("P22", code("1"))]));
    expect(after.answers["P04"]).toEqual({ ...before.answers["P04"], source: byAdministration });
    expect(after.answers["P39.a"]?.source).toEqual(byAdministration);
    expect(after.answers["P15"]).toEqual(before.answers["P15"]);
    // Who answers from now on is another matter, and a path without an answer gets none.
    expect(after.source).toEqual(byRespondent);
    expect(after.answers["P22"]?.source).toEqual(byRespondent);
    expect(Object.keys(after.answers)).toEqual(["P04", "P15", "P39.a", "P22"]);
  });

  it("corrects no source once it is finished, nor that of nothing", () => {
    const officer = createOfficer();
    const events = [officer.startsInterview(), officer.records("P04", code("2")), officer.finishes()];
    const late = officer.correctsSource(["P04"], byAdministration);
    expect(replayInterview([...events, late])).toEqual({ ok: false, error: { type: "interview-is-finished" } });
    expect(InterviewEvent.safeParse(late).success).toBe(true);
    expect(InterviewEvent.safeParse({ ...late, paths: [] }).success).toBe(false);
    expect(InterviewEvent.safeParse({ ...late, source: { kind: "administration" } }).success).toBe(false);
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
      officer.correctsSource(["P39.a"], byRespondent),
      officer.confirms("E106", "L06.1"),
      officer.finishes(),
      officer.reopens(2),
    ];
    const read = events.map((event) => InterviewEvent.parse(JSON.parse(JSON.stringify(event))));
    expect(replayInterview(read)).toEqual(replayInterview(events));
  });
});

describe("an interview and the versions of its questionnaire", () => {
  const languages = (id: string) => roster(id, [textLine("language")]);
  const refs = (version: number) => [
    { id: "kz2021-f1", version: 1 },
    { id: "kz2021-f3", version },
  ];
  const listPart = form([section("L", [single("L04", ["1", "2"])])], { id: "kz2021-f1", form: "F1" });
  const first = form([section("A", [single("P04", ["1", "2"]), single("P15", ["1", "2"]), languages("P21")])], {
    id: "kz2021-f3",
    form: "F3",
    edits: [edit("E1", "soft", "P04 = '2'", ["P04"]), edit("E2", "soft", "P15 = '2'", ["P15"])],
  });
  const second = form([section("A", [single("P40", ["1", "3"]), single("P15", ["1"]), languages("P22")])], {
    id: "kz2021-f3",
    form: "F3",
    version: 2,
    from: [{ version: 1, renamed: { P04: "P40", P21: "P22" }, recoded: { P04: { 2: "3" }, P15: { 2: null } } }],
  });
  const parted = (file: Readonly<Record<string, unknown>>) => compiled(listPart, file);
  const move: VersionMove = good(compareVersions(parted(first), parted(second)));

  function started() {
    const officer = createOfficer();
    const events = [
      officer.startsInterview(),
      officer.records("L04", code("1")),
      officer.records("P04", code("2"), "ru"),
      officer.changesSource(byAdministration),
      officer.records("P15", code("2")),
      officer.records("P21[2].language", { state: "refused" }),
      officer.removesRow("P21[1]"),
      officer.notes("P04", "төлқұжат бойынша"),
      officer.flags("P04"),
      officer.confirms("E1", "P04"),
      officer.confirms("E2", "P15"),
    ];
    return { officer, events, before: good(replayInterview(events)) };
  }
  const planned = (interview: InterviewState) => planInterviewMove(interview, move, { atMs: morning, by: "officer-1" });

  it("stays on the version it was started with, and says that there is a later one", () => {
    const { before } = started();
    expect(instrumentOf(before, refs(1))).toEqual({ files: refs(1), isNewest: true, behind: [] });
    expect(instrumentOf(before, refs(2))).toEqual({ files: refs(1), isNewest: false, behind: [refs(1)[1]] });
  });

  it("is moved with its answers, rows, notes and flags; each answer keeps who gave it, when and in which language", () => {
    const { before, events } = started();
    const event = InterviewEvent.parse(JSON.parse(JSON.stringify(good(planned(before)))));
    const after = good(replayInterview([...events, event]));
    expect(after).toMatchObject({ questionnaire: refs(2), notes: { P40: "төлқұжат бойынша" }, flags: ["P40"] });
    expect(after.answers).toEqual({
      L04: before.answers["L04"],
      P40: { ...before.answers["P04"], answer: code("3") },
      "P22[2].language": before.answers["P21[2].language"],
    });
    expect(after.removedRows).toEqual(["P22[1]"]);
    expect(instrumentOf(after, refs(2)).isNewest).toBe(true);
  });

  it("takes a corrected source along, and corrects one where the answer stands now", () => {
    const { before, events, officer } = started();
    const corrected = [...events, officer.correctsSource(["P04"], byAdministration)];
    const event = good(planned(good(replayInterview(corrected))));
    const moved = good(replayInterview([...corrected, event]));
    expect(moved.answers["P40"]).toEqual({ ...before.answers["P04"], answer: code("3"), source: byAdministration });
    const later = good(replayInterview([...corrected, event, officer.correctsSource(["P40", "L04"], byRespondent)]));
    expect(later.answers["P40"]?.source).toEqual(byRespondent);
  });

  it("keeps what the later version has no place for, and drops the confirmations that do not stand any more", () => {
    const { before, events } = started();
    const after = good(replayInterview([...events, good(planned(before))]));
    expect(after.archived.map(({ path, answer, reason }) => [path, answer, reason])).toEqual([
      ["P04", code("2"), "recoded"],
      ["P15", code("2"), "asked-again"],
    ]);
    expect(after.confirmations).toEqual([]);
    const content = {
      answers: answersOf(before),
      confirmations: before.confirmations,
      removedRows: before.removedRows,
    };
    expect(answersOf(after)).toEqual(moveInterview({ ...content, archived: [] }, move).content.answers);
  });

  it("goes on and is finished on the version it was moved to", () => {
    const { before, events, officer } = started();
    const later = [good(planned(before)), officer.records("P15", code("1")), officer.finishes()];
    expect(good(replayInterview([...events, ...later]))).toMatchObject({ state: "finished", questionnaire: refs(2) });
  });

  it("keeps a note at a question that is gone", () => {
    const gone = form([section("A", [single("P15", ["1", "2"]), languages("P21")])], {
      id: "kz2021-f3",
      form: "F3",
      version: 2,
      from: [{ version: 1, removed: { P04: "not needed" } }],
    });
    const { before, events } = started();
    const away = good(compareVersions(parted(first), parted(gone)));
    const event = good(planInterviewMove(before, away, { atMs: morning, by: "officer-1" }));
    const after = good(replayInterview([...events, event]));
    expect(after).toMatchObject({ notes: {}, flags: [], archivedNotes: [{ path: "P04", text: "төлқұжат бойынша" }] });
    expect(after.archived).toMatchObject([{ path: "P04", answer: code("2"), why: "not needed" }]);
  });

  it("is not moved once it is finished, nor from a version it does not stand on", () => {
    const { before, events, officer } = started();
    const event = good(planned(before));
    expect(planned({ ...before, state: "finished" })).toEqual({ ok: false, error: { type: "interview-is-finished" } });
    const moved = good(replayInterview([...events, event]));
    expect(planned(moved)).toEqual({ ok: false, error: { type: "interview-version-other" } });
    expect(replayInterview([...events, event, event])).toEqual({
      ok: false,
      error: { type: "interview-version-other" },
    });
    expect(replayInterview([...events, officer.finishes(), event])).toEqual({
      ok: false,
      error: { type: "interview-is-finished" },
    });
  });
});
