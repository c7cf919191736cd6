// One interview from its start to the Department's word, and back.
import { describe, expect, it } from "vitest";
import { personQuestionnaire } from "#census";
import { answersOf, FormLine, type InterviewEvent } from "#fieldwork";
import { openInterview, type AnswersByPath } from "#questionnaire";
import type { TabletDatabase } from "#storage";
import { judgeForm } from "../../../src/server/opener/opening.ts";
import type { EnrolledTablet } from "../../support/tablet/test-tablet.ts";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";
import {
  answersToEvents,
  fillShortForm,
  shortAnswers,
  startInterview,
  withoutIin,
} from "../../support/tablet/short-interview.ts";

/** A tablet in a hospital (people who stay for a while) with one person on its list. */
async function createTabletWithLine(seed = 1): Promise<EnrolledTablet & { readonly lineId: string }> {
  const enrolled = await createEnrolledTablet(seed, { institutionKind: "I-08" });
  const { lineId } = must(await enrolled.tablet.addPerson(personWith()));
  return { ...enrolled, lineId };
}

describe("an interview", () => {
  it("needs to be told who answers and in which language, and opens again without", async () => {
    const { tablet, lineId } = await createTabletWithLine();
    expect(await tablet.openInterview(lineId)).toEqual({ ok: false, error: { type: "start-missing" } });
    const started = await startInterview(tablet, lineId);
    expect(started.events[0]).toMatchObject({
      type: "interview-started",
      by: "officer-7",
      lineId,
      questionnaire: personQuestionnaire().forms.map(({ id, version }) => ({ id, version })),
    });
    const again = must(await tablet.openInterview(lineId));
    expect(again).toEqual(started);
    expect((await tablet.readList()).rows[0]).toMatchObject({
      interviewId: started.interviewId,
      form: { state: "being-filled", rev: 1, mark: null },
    });
  });

  it("proposes what the list knows, and a proposal is no answer", async () => {
    const { tablet, lineId } = await createTabletWithLine();
    const { interview, context } = await startInterview(tablet, lineId);
    const engine = openInterview(personQuestionnaire(), { context, answers: answersOf(interview) });
    const { answer } = engine.question("L04");
    expect(answer).toEqual({ state: "proposed", origin: "default", value: { kind: "code", code: "3" } });
    expect(engine.remaining()).toContain("L04");
    if (answer.state === "proposed") engine.give("L04", { ...answer, state: "answered" });
    engine.give("L07", { state: "answered", value: { kind: "code", code: "3" } });
    const ofList = { state: "proposed", origin: "list" };
    expect(engine.question("P04").answer).toEqual({ ...ofList, value: { kind: "code", code: "2" } });
    expect(engine.question("P05").answer).toMatchObject(ofList);
    expect(engine.exported()).not.toHaveProperty("P04");
  });

  it("tells its engine the household: the others' answers, and the list's word where there are none", async () => {
    const { tablet, lineId } = await createTabletWithLine();
    const other = must(await tablet.addPerson(personWith({ surname: "Ерболов", given: "Ержан", sex: "1" })));
    const gone = must(await tablet.addPerson(personWith({ surname: "Кеткенов" })));
    must(await tablet.removePerson(gone.lineId, "left"));
    const { interviewId } = await startInterview(tablet, other.lineId);
    const name = { kind: "name", surname: "Ерболұлы", given: "Ержан", patronymic: null } as const;
    must(await tablet.recordEvents(interviewId, answersToEvents({ P02: { state: "answered", value: name } }, startMs)));
    const { context } = await startInterview(tablet, lineId);
    expect(context).toMatchObject({ institutionKind: "I-08", proxy: false, religionSaidBy: null, line: 1 });
    expect(context["persons"]).toEqual([
      {
        line: 2,
        iin: null,
        surname: "Ерболұлы",
        given: "Ержан",
        patronymic: null,
        born: { year: 1950, month: 5, day: 17 },
        sex: "1",
        relationship: null,
        familyGroup: null,
        spouse: null,
        namesNoSpouse: null,
      },
    ]);
  });

  it("keeps each saved event over a restart, with the officer who holds the tablet", async () => {
    const { tablet, lineId, start, unlockCode } = await createTabletWithLine();
    const { interviewId } = await startInterview(tablet, lineId);
    const events = answersToEvents(shortAnswers, startMs + 5);
    expect(await tablet.recordEvents(interviewId, events)).toMatchObject({ ok: true });
    const again = start();
    must(await again.unlock(unlockCode));
    const opened = must(await again.openInterview(lineId));
    expect(opened.events.slice(-events.length)).toEqual(events.map((event) => ({ ...event, by: "officer-7" })));
    expect(opened.interview.answers["P04"]).toMatchObject({ answer: { state: "answered" }, by: "officer-7" });
  });

  it("takes no malformed event and none that only the tablet writes, and keeps none of such a call", async () => {
    const { tablet, lineId } = await createTabletWithLine();
    const { interviewId, events } = await startInterview(tablet, lineId);
    const [good] = answersToEvents({ P04: { state: "refused" } }, startMs);
    if (good === undefined) throw new Error("no event");
    const refused = { ok: false, error: { type: "event-refused" } };
    expect(await tablet.recordEvents(interviewId, [good, { type: "interview-finished", atMs: 1, by: "x" }])).toEqual(
      refused,
    );
    expect(await tablet.recordEvents(interviewId, [good, { ...good, path: "not a path" } as typeof good])).toEqual(
      refused,
    );
    expect(await tablet.recordEvents(interviewId, [])).toEqual(refused);
    expect(await tablet.recordEvents("AAAAAAAAAAAAAAAAAAAAAA", [good])).toMatchObject({
      error: { type: "interview-unknown" },
    });
    expect(must(await tablet.openInterview(lineId)).events).toEqual(events);
  });

  it("of a removed line is not begun", async () => {
    const { tablet, lineId } = await createTabletWithLine();
    must(await tablet.removePerson(lineId, "died"));
    const start = { source: { kind: "respondent" }, language: "kk" } as const;
    expect(await tablet.openInterview(lineId, start)).toEqual({
      ok: false,
      error: { type: "line-is-removed", number: 1 },
    });
  });
});

describe("finishing", () => {
  it("[SY73] refuses an unfinished form, names the places, and writes nothing", async () => {
    const { tablet, lineId } = await createTabletWithLine();
    const { interviewId } = await startInterview(tablet, lineId);
    expect(await tablet.finishInterview(interviewId)).toEqual({
      ok: false,
      error: { type: "form-incomplete", findings: [], remaining: ["L04", "L07"] },
    });
    must(
      await tablet.recordEvents(
        interviewId,
        answersToEvents(
          { ...shortAnswers, P01: { state: "answered", value: { kind: "text", text: "150620190004" } } },
          startMs,
        ),
      ),
    );
    const refused = await tablet.finishInterview(interviewId);
    expect(refused).toMatchObject({
      error: { type: "form-incomplete", findings: [{ edit: "E001", paths: ["P01"] }], remaining: [] },
    });
    expect((await tablet.readDelivery()).batches).toHaveLength(1);
    expect((await tablet.readList()).rows[0]?.form.state).toBe("being-filled");
  });

  it("[SY73] seals what was saved: the Department opens the same answers, and the engine agrees", async () => {
    const { tablet, lineId, collector } = await createTabletWithLine();
    const interviewId = await fillShortForm(tablet, lineId, startMs);
    const finished = must(await tablet.finishInterview(interviewId));
    expect(finished).toEqual({ interviewId, rev: 1, seq: 2, bid: expect.any(String), certificateNumber: null });
    expect((await tablet.readList()).rows[0]?.form).toMatchObject({ state: "ready", rev: 1 });
    await tablet.push();
    const opened = await collector.openAll();
    const line = opened.at(-1)?.lines[0]?.parsed;
    const form = FormLine.parse(line?.ok === true ? line.value : null);
    expect(form).toMatchObject({
      id: interviewId,
      rev: 1,
      line: 1,
      lineId,
      source: { kind: "respondent" },
      context: { institutionKind: "I-08", proxy: false, religionSaidBy: null, line: 1 },
    });
    expect(form.answers).toEqual({ ...shortAnswers, ...withoutIin });
    expect(form.context).not.toHaveProperty("persons");
    const engine = openInterview(personQuestionnaire(), { context: form.context, answers: form.answers });
    expect(engine.remaining()).toEqual([]);
    expect(engine.findings().filter(({ level }) => level === "hard")).toEqual([]);
  });

  it("seals the source that answers were corrected to, also when the tablet was off in between (O12)", async () => {
    const { tablet: first, lineId, collector, start, unlockCode } = await createTabletWithLine();
    const interviewId = await fillShortForm(first, lineId, startMs);
    const source = { kind: "administration", basis: "document", reason: "health" } as const;
    const correction: InterviewEvent = {
      type: "answers-source-corrected",
      atMs: startMs,
      by: "x",
      paths: ["P02", "P04"],
      source,
    };
    must(await first.recordEvents(interviewId, [correction]));
    const tablet = start();
    must(await tablet.unlock(unlockCode));
    expect(must(await tablet.openInterview(lineId)).events.at(-1)).toEqual({ ...correction, by: "officer-7" });
    must(await tablet.finishInterview(interviewId));
    await tablet.push();
    const line = (await collector.openAll()).at(-1)?.lines[0]?.parsed;
    const form = FormLine.parse(line?.ok === true ? line.value : null);
    expect(form).toMatchObject({ source: { kind: "respondent" }, otherSources: { P02: source, P04: source } });
    expect(Object.keys(form.otherSources)).toHaveLength(2);
  });

  it("seals the list's date of birth with the form, so that the Department asks about the same difference", async () => {
    const { tablet, lineId, collector } = await createTabletWithLine();
    const interviewId = await fillShortForm(tablet, lineId, startMs);
    const another: AnswersByPath = {
      P05: { state: "answered", value: { kind: "date", date: { year: 1945, month: 5, day: 17 } } },
    };
    must(await tablet.recordEvents(interviewId, answersToEvents(another, startMs)));
    expect(await tablet.finishInterview(interviewId)).toMatchObject({
      error: { type: "form-incomplete", findings: [{ edit: "E005.L", paths: ["P05"] }], remaining: [] },
    });
    const confirmed = { type: "edit-confirmed", atMs: startMs, by: "whoever", edit: "E005.L", path: "P05" } as const;
    must(await tablet.recordEvents(interviewId, [{ ...confirmed, reason: null }]));
    must(await tablet.finishInterview(interviewId));
    await tablet.push();
    const line = (await collector.openAll()).at(-1)?.lines[0]?.parsed;
    const form = FormLine.parse(line?.ok === true ? line.value : null);
    expect(form.context).toMatchObject({ bornOnList: "1950-05-17" });
    expect(judgeForm(form, personQuestionnaire())).toBeNull();
    expect(judgeForm({ ...form, confirmations: [] }, personQuestionnaire())).toBe("E005.L");
  });

  it("shows each place of the form on its way, with the mark", async () => {
    const { tablet, lineId, collector, clock } = await createTabletWithLine();
    const interviewId = await fillShortForm(tablet, lineId, startMs);
    must(await tablet.finishInterview(interviewId));
    const place = async () => (await tablet.readList()).rows[0]?.form;
    const bundle = must(await tablet.exportBundle());
    expect((await place())?.state).toBe("ready");
    must(await tablet.markExported(bundle.seqs));
    expect((await place())?.state).toBe("on-usb");
    clock.advance(60_000);
    await tablet.push();
    expect(await place()).toMatchObject({
      state: "stored",
      mark: { seq: 2, atMs: clock.nowMs(), tabletAtMs: startMs },
    });
    await collector.openAll();
    await tablet.push();
    expect((await place())?.state).toBe("accepted");
    expect(await tablet.readDelivery()).toMatchObject({
      places: { accepted: 1, onList: 1, received: 0 },
      oldestUnsentAtMs: null,
      batches: [
        { seq: 2, kind: "forms", forms: [{ lineNumber: 1 }], state: "accepted" },
        { seq: 1, kind: "test" },
      ],
    });
  });

  it("is done once: a second time is refused, and no second batch is made", async () => {
    const { tablet, lineId } = await createTabletWithLine();
    const interviewId = await fillShortForm(tablet, lineId, startMs);
    const twice = await Promise.all([tablet.finishInterview(interviewId), tablet.finishInterview(interviewId)]);
    expect(twice.map(({ ok }) => ok)).toEqual([true, false]);
    expect(twice[1]).toMatchObject({ error: { type: "interview-is-finished" } });
    expect((await tablet.readDelivery()).batches).toHaveLength(2);
  });

  it("[SY68] leaves nothing behind when the storage is full: the form stays open, the chain where it was", async () => {
    const { start, tablet: first, lineId, unlockCode, openDatabase } = await createTabletWithLine();
    const interviewId = await fillShortForm(first, lineId, startMs);
    let isFull = true;
    const database = openDatabase();
    const failing: TabletDatabase = {
      ...database,
      write: async (tables, work) =>
        isFull && tables.includes("outbox")
          ? { ok: false, error: { type: "storage-full" } }
          : database.write(tables, work),
    };
    const tablet = start({ database: failing });
    must(await tablet.unlock(unlockCode));
    expect(await tablet.finishInterview(interviewId)).toEqual({ ok: false, error: { type: "storage-full" } });
    expect((await tablet.readList()).rows[0]?.form.state).toBe("being-filled");
    expect((await tablet.readDelivery()).batches).toHaveLength(1);
    isFull = false;
    expect(must(await tablet.finishInterview(interviewId)).seq).toBe(2);
  });
});

describe("a correction", () => {
  it("[SY74] is the next revision in a new batch; the sealed one stays, and the new one decides", async () => {
    const { tablet, lineId, collector } = await createTabletWithLine();
    const interviewId = await fillShortForm(tablet, lineId, startMs);
    must(await tablet.finishInterview(interviewId));
    await tablet.push();
    await collector.openAll(({ lines }) =>
      lines.length === 0 ? {} : { n: { ok: 0, bad: 1 }, errs: [{ id: interviewId, rev: 1, code: "E005" }] },
    );
    await tablet.push();
    const refused = await tablet.readList();
    expect(refused.rows[0]?.form).toMatchObject({ state: "refused", refusals: ["E005"] });
    expect(refused.next).toMatchObject({ type: "correct", lineId });

    const reopened = must(await tablet.reopenInterview(interviewId));
    expect(reopened.interview).toMatchObject({ state: "being-filled", rev: 2 });
    expect(reopened.form).toMatchObject({ state: "being-filled", rev: 2 });
    const born = { state: "answered", value: { kind: "date", date: { year: 1951, month: 5, day: 17 } } } as const;
    must(await tablet.recordEvents(interviewId, answersToEvents({ P05: born }, startMs)));
    expect(must(await tablet.finishInterview(interviewId))).toMatchObject({ rev: 2, seq: 3 });
    await tablet.push();
    await collector.openAll();
    await tablet.push();
    expect((await tablet.readList()).rows[0]?.form).toMatchObject({ state: "accepted", rev: 2, refusals: [] });
    expect((await tablet.readDelivery()).batches.map(({ seq, state }) => [seq, state])).toEqual([
      [3, "accepted"],
      [2, "accepted"],
      [1, "accepted"],
    ]);
  });

  it("is not begun on a form that is still open", async () => {
    const { tablet, lineId } = await createTabletWithLine();
    const { interviewId } = await startInterview(tablet, lineId);
    expect(await tablet.reopenInterview(interviewId)).toMatchObject({ error: { type: "interview-not-finished" } });
    expect(await tablet.reopenInterview("AAAAAAAAAAAAAAAAAAAAAA")).toMatchObject({
      error: { type: "interview-unknown" },
    });
  });
});
