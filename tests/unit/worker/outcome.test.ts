// Lines that are put off or closed without a form, on the tablet and as they reach the Department.
import { describe, expect, it } from "vitest";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";
import { answersToEvents, fillShortForm, startInterview, withoutIin } from "../../support/tablet/short-interview.ts";

async function createTabletWithSignedList() {
  const enrolled = await createEnrolledTablet(1, { institutionKind: "I-08" });
  const { tablet } = enrolled;
  const first = must(await tablet.addPerson(personWith()));
  const second = must(await tablet.addPerson(personWith({ surname: "Тасқынбаев", sex: "1" })));
  must(await tablet.declareHeadcount(2));
  must(await tablet.signAndSealList({ onList: 2, headcount: 2, differenceReason: null }));
  return { ...enrolled, first: first.lineId, second: second.lineId };
}

describe("a postponement", () => {
  const postponement = { untilMs: startMs + 86_400_000, reason: "unwell", note: "Түстен кейін" } as const;

  it("is remembered, passes the person over, and ends when the interview is begun", async () => {
    const { tablet, first, start, unlockCode } = await createTabletWithSignedList();
    must(await tablet.postpone(first, postponement));
    const again = start();
    must(await again.unlock(unlockCode));
    const { rows, next } = await again.readList();
    expect(rows[0]?.postponed).toMatchObject(postponement);
    expect(next).toMatchObject({ type: "interview-next", number: 2 });
    await startInterview(again, first);
    expect((await again.readList()).rows[0]?.postponed).toBeNull();
  });

  it("stands while somebody only looks, writes a note or changes the language of the questions", async () => {
    const { tablet, first, clock } = await createTabletWithSignedList();
    const { interviewId } = await startInterview(tablet, first);
    must(await tablet.postpone(first, postponement));
    clock.advance(60_000);
    must(await tablet.openInterview(first));
    const facts = { atMs: clock.nowMs(), by: "whoever" };
    must(
      await tablet.recordEvents(interviewId, [
        { type: "language-changed", ...facts, language: "ru" },
        { type: "note-written", ...facts, path: "L04", text: "Аудармашы керек" },
        { type: "question-flagged", ...facts, path: "L04", on: true },
      ]),
    );
    const { rows, next } = await tablet.readList();
    expect(rows[0]?.postponed).toMatchObject(postponement);
    expect(next).toMatchObject({ type: "interview-next", number: 2 });
  });

  it("stands while a finished form is opened again, a finding is confirmed or a row taken away", async () => {
    const { tablet, first, clock } = await createTabletWithSignedList();
    const interviewId = await fillShortForm(tablet, first, clock.nowMs());
    must(await tablet.finishInterview(interviewId));
    must(await tablet.postpone(first, postponement));
    const isPutOff = async () => (await tablet.readList()).rows[0]?.postponed !== null;
    clock.advance(1000);
    must(await tablet.reopenInterview(interviewId));
    expect(await isPutOff()).toBe(true);
    const facts = { atMs: clock.nowMs(), by: "whoever" };
    must(
      await tablet.recordEvents(interviewId, [
        { type: "edit-confirmed", ...facts, edit: "E005", path: "P04", reason: null },
      ]),
    );
    must(await tablet.recordEvents(interviewId, [{ type: "row-removed", ...facts, path: "L06[1]" }]));
    expect(await isPutOff()).toBe(true);
    must(
      await tablet.recordEvents(interviewId, [
        { type: "answers-source-corrected", ...facts, paths: ["L04"], source: { kind: "family" } },
      ]),
    );
    expect(await isPutOff()).toBe(false);
  });

  it("ends with the first answer after it, and not with one given before it that is written later", async () => {
    const { tablet, first, clock } = await createTabletWithSignedList();
    const { interviewId } = await startInterview(tablet, first);
    const givenBefore = answersToEvents(
      { L04: { state: "answered", value: { kind: "code", code: "3" } } },
      clock.nowMs(),
    );
    clock.advance(1000);
    must(await tablet.postpone(first, postponement));
    must(await tablet.recordEvents(interviewId, givenBefore));
    expect((await tablet.readList()).rows[0]?.postponed).not.toBeNull();
    clock.advance(1000);
    must(await tablet.recordEvents(interviewId, answersToEvents(withoutIin, clock.nowMs())));
    expect((await tablet.readList()).rows[0]).toMatchObject({ postponed: null, form: { state: "being-filled" } });
  });

  it("ends when it is said who answers, and when the form is finished", async () => {
    const { tablet, first, second, clock } = await createTabletWithSignedList();
    const { interviewId } = await startInterview(tablet, second);
    must(await tablet.postpone(second, postponement));
    const source = { kind: "administration", basis: "document", reason: "absent" } as const;
    expect(must(await tablet.openInterview(second, { source, language: "kk" })).interviewId).toBe(interviewId);
    expect((await tablet.readList()).rows[1]?.postponed).toBeNull();
    const filled = await fillShortForm(tablet, first, clock.nowMs());
    clock.advance(1000);
    must(await tablet.postpone(first, postponement));
    must(await tablet.finishInterview(filled));
    expect((await tablet.readList()).rows[0]).toMatchObject({ postponed: null, form: { state: "ready" } });
  });

  it("can be put away without an interview", async () => {
    const { tablet, first } = await createTabletWithSignedList();
    must(await tablet.postpone(first, { untilMs: null, reason: null, note: "Кешке" }));
    must(await tablet.takeUp(first));
    expect((await tablet.readList()).next).toMatchObject({ type: "interview-next", number: 1 });
  });
});

describe("an outcome without a form", () => {
  it("is sealed at once, reaches the Department and is accepted like a form", async () => {
    const { tablet, first, second, collector } = await createTabletWithSignedList();
    must(await tablet.recordOutcome(first, "refused", "  "));
    expect((await tablet.readList()).rows[0]).toMatchObject({
      outcome: { outcome: "refused" },
      form: { state: "ready" },
    });
    expect((await tablet.readDelivery()).batches[0]).toMatchObject({
      kind: "forms",
      forms: [{ lineNumber: 1 }],
      state: "sealed",
    });
    await tablet.push();
    const opened = await collector.openAll();
    expect(opened.at(-1)?.lines.map(({ parsed }) => (parsed.ok ? parsed.value : parsed.error))).toMatchObject([
      { typ: "outcome", lineId: first, line: 1, rev: 1, outcome: "refused", note: null },
    ]);
    await tablet.push();
    const { rows, next, progress } = await tablet.readList();
    expect(rows[0]?.form).toMatchObject({ state: "accepted", mark: { via: "vpn" } });
    expect(progress).toMatchObject({ onList: 2, accepted: 1, notStarted: 1 });
    expect(next).toMatchObject({ type: "interview-next", lineId: second });
  });

  it("is withdrawn by another sealed word, and then the interview can be started", async () => {
    const { tablet, first, collector } = await createTabletWithSignedList();
    must(await tablet.recordOutcome(first, "absent", "Ауруханада"));
    const how = { source: { kind: "respondent" }, language: "kk" } as const;
    expect(await tablet.openInterview(first, how)).toEqual({
      ok: false,
      error: { type: "line-has-outcome", number: 1 },
    });
    expect(must(await tablet.withdrawOutcome(first)).rev).toBe(2);
    must(await tablet.openInterview(first, how));
    await tablet.push();
    const opened = await collector.openAll();
    const said = opened.flatMap(({ lines }) => lines.map(({ parsed }) => (parsed.ok ? parsed.value : null)));
    expect(said.filter((line) => line?.typ === "outcome")).toMatchObject([
      { rev: 1, outcome: "absent", note: "Ауруханада" },
      { rev: 2, outcome: null, note: null },
    ]);
    expect((await tablet.readList()).rows[0]?.form.state).toBe("being-filled");
  });

  it("keeps the answers that were given before", async () => {
    const { tablet, first } = await createTabletWithSignedList();
    const { interviewId } = await startInterview(tablet, first);
    must(await tablet.recordOutcome(first, "refused", null));
    must(await tablet.withdrawOutcome(first));
    expect(must(await tablet.openInterview(first)).interviewId).toBe(interviewId);
  });

  it("is refused for a line that is not there or was taken off, and nothing is sealed", async () => {
    const { tablet, first } = await createTabletWithSignedList();
    const before = (await tablet.readDelivery()).batches.length;
    expect(await tablet.recordOutcome("AAAAAAAAAAAAAAAAAAAAAA", "absent", null)).toMatchObject({
      error: { type: "line-unknown" },
    });
    must(await tablet.removePerson(first, "left"));
    expect(await tablet.recordOutcome(first, "absent", null)).toMatchObject({ error: { type: "line-is-removed" } });
    expect(await tablet.withdrawOutcome(first)).toMatchObject({ ok: false });
    expect((await tablet.readDelivery()).batches).toHaveLength(before);
  });
});
