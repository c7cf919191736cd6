// The practice tablet: everything the page needs, and nothing that could leave.
import { describe, expect, it } from "vitest";
import { personQuestionnaire } from "#census";
import { answersOf, findLikelyDuplicates, RecordId } from "#fieldwork";
import { openInterview } from "#questionnaire";
import type { TabletApi, TabletChange } from "#worker";
import { createPracticeTablet, practiceTasks, type PracticeTablet } from "#worker";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";
import {
  answersToEvents,
  fillShortForm,
  shortAnswers,
  startInterview,
  withoutIin,
} from "../../support/tablet/short-interview.ts";

const createPractice = (): PracticeTablet => createPracticeTablet({ institutionKind: "I-08", nowMs: () => startMs });

async function lineOf(tablet: TabletApi, number: number): Promise<string> {
  const row = (await tablet.readList()).rows.find((one) => one.number === number);
  if (row === undefined) throw new Error("no such line");
  return row.lineId;
}

describe("the list of a practice", () => {
  it("has an invented person of each kind, one of them twice, none with an IIN", async () => {
    const { rows, list, damagedRecords } = await createPractice().api.readList();
    expect(list.state).toBe("compiling");
    expect(damagedRecords).toBe(0);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows.every(({ person }) => person.iin === null)).toBe(true);
    const ages = rows.map(({ ageYears }) => ageYears ?? -1);
    expect(ages.some((age) => age >= 0 && age < 10)).toBe(true);
    expect(ages.some((age) => age > 12 && age < 16)).toBe(true);
    expect(rows.map(({ person }) => person.born?.year ?? 9999).some((year) => year < 1945)).toBe(true);
    expect(rows.map(({ person }) => person.presence)).toEqual(
      expect.arrayContaining(["present", "absent", "temporary"]),
    );
    const last = rows.at(-1);
    if (last === undefined) throw new Error("an empty list");
    expect(findLikelyDuplicates(last.person, rows.slice(0, -1)).map(({ line }) => line.number)).toEqual([6]);
  });

  it("is added to, corrected, taken from and brought back", async () => {
    const { api } = createPractice();
    const { lineId, number } = must(await api.addPerson(personWith()));
    expect(number).toBe(9);
    must(await api.correctPerson(lineId, personWith({ given: "Айман" })));
    must(await api.removePerson(lineId, "mistake"));
    const removed = (await api.readList()).rows.at(-1);
    expect(removed).toMatchObject({ person: { given: "Айман" }, removed: { reason: "mistake" } });
    must(await api.restorePerson(lineId));
    expect((await api.readList()).rows.at(-1)?.removed).toBeNull();
    expect(await api.restorePerson(lineId)).toMatchObject({ ok: false, error: { type: "line-not-removed" } });
    expect(await api.correctPerson("A".repeat(22), personWith())).toMatchObject({ error: { type: "line-unknown" } });
    expect(await api.addPerson(personWith({ surname: "  " }))).toMatchObject({ error: { type: "person-invalid" } });
  });

  it("is signed under the same numbers, and no batch is made of it", async () => {
    const { api } = createPractice();
    expect((await api.readList()).next).toEqual({ type: "sign-list", onList: 8 });
    expect(await api.declareHeadcount(-1)).toMatchObject({ error: { type: "headcount-invalid" } });
    must(await api.declareHeadcount(9));
    expect((await api.readList()).headcountDifference).toBe(1);
    const statement = { onList: 8, headcount: 9, differenceReason: null };
    expect(await api.signAndSealList({ ...statement, onList: 7 })).toMatchObject({
      error: { type: "statement-disagrees" },
    });
    expect(await api.signAndSealList(statement)).toMatchObject({ error: { type: "difference-unexplained" } });
    expect(must(await api.signAndSealList({ ...statement, differenceReason: "бір адам жолда" }))).toEqual({
      rev: 1,
      seqs: [],
    });
    const view = await api.readList();
    expect(view).toMatchObject({
      list: { state: "signed" },
      delivery: null,
      next: { type: "interview-next", number: 1 },
    });
    must(await api.addPerson(personWith()));
    expect((await api.readList()).changedAfterSigning).toBe(1);
  });

  it("puts off, takes up, closes and opens a line", async () => {
    const { api } = createPractice();
    const lineId = await lineOf(api, 5);
    must(await api.postpone(lineId, { untilMs: startMs + 1000, reason: "away", note: null }));
    expect((await api.readList()).rows[4]?.postponed).toMatchObject({ reason: "away" });
    must(await api.takeUp(lineId));
    const { interviewId } = await startInterview(api, lineId);
    must(await api.postpone(lineId, { untilMs: startMs + 1000, reason: "away", note: null }));
    must(await api.openInterview(lineId));
    expect((await api.readList()).rows[4]?.postponed).not.toBeNull();
    must(await api.recordEvents(interviewId, answersToEvents(withoutIin, startMs)));
    expect((await api.readList()).rows[4]?.postponed).toBeNull();
    expect(must(await api.recordOutcome(lineId, "absent", " "))).toEqual({ rev: 1, seq: 0 });
    expect((await api.readList()).rows[4]).toMatchObject({
      outcome: { outcome: "absent", note: null },
      postponed: null,
    });
    expect(await api.openInterview(lineId)).toMatchObject({ error: { type: "line-has-outcome" } });
    expect(must(await api.withdrawOutcome(lineId))).toEqual({ rev: 2, seq: 0 });
    expect((await api.readList()).rows[4]?.outcome).toBeNull();
  });
});

describe("an interview of a practice", () => {
  it("opens, proposes and knows the household as on the real tablet", async () => {
    const person = personWith({ surname: "Ерболов" });
    const real = await createEnrolledTablet(1, { institutionKind: "I-08" });
    const { api } = createPractice();
    const begun = [];
    for (const tablet of [real.tablet, api]) {
      const { lineId } = must(await tablet.addPerson(person));
      expect(await tablet.openInterview(lineId)).toEqual({ ok: false, error: { type: "start-missing" } });
      const opened = await startInterview(tablet, lineId);
      expect(must(await tablet.openInterview(lineId))).toEqual(opened);
      begun.push(opened);
    }
    const [onTablet, practised] = begun;
    if (onTablet === undefined || practised === undefined) throw new Error("two were begun");
    expect(answersOf(practised.interview)).toEqual(answersOf(onTablet.interview));
    expect(practised.interview.questionnaire).toEqual(onTablet.interview.questionnaire);
    expect(Object.keys(practised.context).toSorted()).toEqual(Object.keys(onTablet.context).toSorted());
    expect(practised.context["persons"]).toHaveLength(8);
  });

  it("is answered, checked, finished, read and reopened", async () => {
    const { api } = createPractice();
    const { lineId } = must(await api.addPerson(personWith()));
    const { interviewId } = await startInterview(api, lineId);
    expect(await api.finishInterview(interviewId)).toMatchObject({ ok: false, error: { type: "form-incomplete" } });
    const events = answersToEvents({ ...shortAnswers, ...withoutIin }, startMs);
    expect(must(await api.recordEvents(interviewId, events))).toEqual({ savedAtMs: startMs });
    const finished = must(await api.finishInterview(interviewId));
    expect(finished).toEqual({ interviewId, rev: 1, seq: 0, bid: "", certificateNumber: null });
    const read = must(await api.openInterview(lineId));
    expect(read).toMatchObject({
      interview: { state: "finished" },
      form: { state: "ready", mark: null },
      certificateNumber: null,
    });
    const engine = openInterview(personQuestionnaire(), { context: read.context, answers: answersOf(read.interview) });
    expect(engine.remaining()).toEqual([]);
    expect(await api.recordEvents(interviewId, events)).toMatchObject({ error: { type: "interview-is-finished" } });
    expect(await api.finishInterview(interviewId)).toMatchObject({ error: { type: "interview-is-finished" } });
    expect(must(await api.reopenInterview(interviewId)).interview).toMatchObject({ state: "being-filled", rev: 2 });
    expect(must(await api.finishInterview(interviewId)).rev).toBe(2);
  });

  it("hands no certificate over, however finished the form is (E123)", async () => {
    const { api } = createPractice();
    const { lineId } = must(await api.addPerson(personWith()));
    const { interviewId } = await startInterview(api, lineId);
    must(await api.recordEvents(interviewId, answersToEvents({ ...shortAnswers, ...withoutIin }, startMs)));
    must(await api.finishInterview(interviewId));
    const refused = { ok: false, error: { type: "certificate-before-form", number: 9 } };
    expect(await api.giveCertificate(lineId, "417")).toEqual(refused);
    expect(await api.takeBackCertificate(lineId)).toEqual(refused);
    expect((await api.readList()).rows.map(({ certificate }) => certificate)).toEqual(Array(9).fill(null));
  });

  it("takes no malformed event and none that only the tablet writes, and keeps none of such a call", async () => {
    const { api } = createPractice();
    const lineId = await lineOf(api, 3);
    const { interviewId, events } = await startInterview(api, lineId);
    const [good] = answersToEvents({ P04: { state: "refused" } }, startMs);
    if (good === undefined) throw new Error("no event");
    const refused = { ok: false, error: { type: "event-refused" } };
    expect(await api.recordEvents(interviewId, [good, { type: "interview-finished", atMs: 1, by: "x" }])).toEqual(
      refused,
    );
    expect(await api.recordEvents(interviewId, [])).toEqual(refused);
    expect(await api.recordEvents("A".repeat(22), [good])).toMatchObject({ error: { type: "interview-unknown" } });
    expect(must(await api.openInterview(lineId)).events).toEqual(events);
  });

  it("shows its notes by the line's number", async () => {
    const { api } = createPractice();
    const { interviewId } = await startInterview(api, await lineOf(api, 2));
    must(
      await api.recordEvents(interviewId, [
        { type: "note-written", atMs: 1, by: "x", path: "P04", text: "сұрау керек" },
      ]),
    );
    expect(await api.readNotes()).toMatchObject([
      { number: 2, path: "P04", note: "сұрау керек", form: "being-filled" },
    ]);
  });
});

describe("a practice", () => {
  it("has nothing to send, whatever was finished in it, and refuses to", async () => {
    const { api } = createPractice();
    must(await api.declareHeadcount(8));
    must(await api.signAndSealList({ onList: 8, headcount: 8, differenceReason: null }));
    must(await api.finishInterview(await fillShortForm(api, await lineOf(api, 1), startMs)));
    expect(await api.readDelivery()).toMatchObject({
      places: null,
      oldestUnsentAtMs: null,
      lastMark: null,
      batches: [],
    });
    expect(await api.push()).toMatchObject({ outcome: "stopped", sent: 0, left: 0 });
    expect(await api.pauseSending()).toEqual({ ok: false, error: { type: "storage-aborted" } });
    expect((await api.readDelivery()).sending.pausedUntilMs).toBeNull();
    expect(await api.exportBundle()).toEqual({ ok: false, error: { type: "nothing-to-export" } });
    expect((await api.markExported([1])).ok).toBe(false);
    expect((await api.loadReceipts("receipt")).ok).toBe(false);
    expect((await api.startEnrolment("/e#1.x")).ok).toBe(false);
    expect((await api.confirmEnrolment("1")).ok).toBe(false);
  });

  it("never recommends sending: when all were asked, all is done", async () => {
    const { api } = createPractice();
    for (const { lineId, number } of (await api.readList()).rows) {
      if (number > 1) must(await api.removePerson(lineId, "mistake"));
    }
    must(await api.declareHeadcount(1));
    must(await api.signAndSealList({ onList: 1, headcount: 1, differenceReason: null }));
    must(await api.finishInterview(await fillShortForm(api, await lineOf(api, 1), startMs)));
    expect((await api.readList()).next).toEqual({ type: "all-done", accepted: 0, received: 0 });
  });

  it("takes no file: an institution's own names real people", async () => {
    const { api } = createPractice();
    expect((await api.readListFile(new TextEncoder().encode("Тегі;Аты\nА;Б"), "list.csv")).ok).toBe(false);
    expect((await api.importListFile({ headerRow: 0, columns: {}, position: "resident" } as never)).ok).toBe(false);
  });

  it("gives ids that tell what they are and no two alike", async () => {
    const { api } = createPractice();
    const { interviewId } = await startInterview(api, await lineOf(api, 1));
    const { rows, list } = await api.readList();
    const ids = [...rows.map(({ lineId }) => lineId), interviewId, list.state === "not-started" ? "" : list.list];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(RecordId.parse(id)).toMatch(/^practice/u);
  });

  it("is forgotten: the next one begins anew, and two know nothing of each other", async () => {
    const first = createPractice();
    const second = createPractice();
    must(await first.api.addPerson(personWith()));
    expect((await second.api.readList()).rows).toHaveLength(8);
    expect((await createPractice().api.readList()).rows).toHaveLength(8);
  });

  it("tells whoever watches, until he stops, of changes and not of refusals", async () => {
    const { api } = createPractice();
    const heard: TabletChange[] = [];
    const stop = api.watch((change) => heard.push(change));
    await api.addPerson(personWith());
    await api.restorePerson(await lineOf(api, 1));
    stop();
    await api.addPerson(personWith());
    expect(heard).toEqual(["list"]);
  });
});

describe("the things to try", () => {
  it("tick themselves off one by one and stay so", async () => {
    const { api, readDoneTasks } = createPractice();
    expect(readDoneTasks()).toEqual([]);
    const { lineId } = must(await api.addPerson(personWith()));
    expect(readDoneTasks()).toEqual(["add-person"]);
    const { interviewId } = await startInterview(api, lineId);
    expect(readDoneTasks()).toEqual(["add-person"]);
    must(await api.recordEvents(interviewId, answersToEvents({ P04: { state: "unknown" } }, startMs)));
    expect(readDoneTasks()).toEqual(["add-person", "special-answer"]);
    const source = { kind: "administration", basis: "oral", reason: "health" } as const;
    must(await api.recordEvents(interviewId, [{ type: "source-changed", atMs: 1, by: "x", source }]));
    must(
      await api.recordEvents(interviewId, [
        { type: "source-changed", atMs: 2, by: "x", source: { kind: "respondent" } },
      ]),
    );
    must(await api.recordEvents(interviewId, answersToEvents({ ...shortAnswers, ...withoutIin }, startMs)));
    expect(readDoneTasks()).toEqual(["add-person", "skips", "special-answer"]);
    must(await api.recordEvents(interviewId, [{ type: "source-changed", atMs: 3, by: "x", source }]));
    expect(readDoneTasks()).toContain("administration");
    must(
      await api.recordEvents(interviewId, [
        { type: "source-changed", atMs: 4, by: "x", source: { kind: "respondent" } },
      ]),
    );
    must(await api.finishInterview(interviewId));
    expect(readDoneTasks()).toEqual(practiceTasks);
    must(await api.reopenInterview(interviewId));
    expect(readDoneTasks()).toEqual(practiceTasks);
  });

  it("do not call it skipping when little was answered yet", async () => {
    const { api, readDoneTasks } = createPractice();
    const { interviewId } = await startInterview(api, await lineOf(api, 3));
    const few = { P03: shortAnswers["P03"], P04: shortAnswers["P04"], L04: shortAnswers["L04"] };
    must(await api.recordEvents(interviewId, answersToEvents(few as typeof shortAnswers, startMs)));
    expect(readDoneTasks()).toEqual([]);
  });
});
