// A begun form cancelled and restored: on the tablet, after a restart, in a practice, and as the Department sees it.
import { describe, expect, it } from "vitest";
import { createPracticeTablet, type TabletApi } from "#worker";
import { fillShortForm, startInterview } from "../../support/tablet/short-interview.ts";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";

async function createTabletWithSignedList() {
  const enrolled = await createEnrolledTablet(1, { institutionKind: "I-08" });
  const { tablet } = enrolled;
  const { lineId } = must(await tablet.addPerson(personWith()));
  must(await tablet.declareHeadcount(1));
  must(await tablet.signAndSealList({ onList: 1, headcount: 1, differenceReason: null }));
  return { ...enrolled, lineId };
}

const rowOf = async (tablet: TabletApi, lineId: string) =>
  (await tablet.readList()).rows.find((row) => row.lineId === lineId);

describe("a cancelled form", () => {
  it("leaves the line to be interviewed, stays with its reason, and is whole again when it is restored", async () => {
    const { tablet, lineId, clock, start, unlockCode } = await createTabletWithSignedList();
    const first = await fillShortForm(tablet, lineId, clock.nowMs());
    const before = must(await tablet.openInterview(lineId)).interview;
    clock.advance(60_000);
    must(await tablet.cancelInterview(first, "wrong-person", "  "));
    const { rows, next, progress } = await tablet.readList();
    expect(rows[0]).toMatchObject({
      interviewId: null,
      form: { state: "not-started" },
      cancelled: [{ interviewId: first, reason: "wrong-person", note: null, atMs: startMs + 60_000 }],
    });
    expect(next).toMatchObject({ type: "interview-next", lineId });
    expect(progress).toMatchObject({ notStarted: 1, beingFilled: 0 });
    expect(await tablet.openInterview(lineId)).toEqual({ ok: false, error: { type: "start-missing" } });

    const again = start();
    must(await again.unlock(unlockCode));
    expect((await rowOf(again, lineId))?.cancelled).toHaveLength(1);
    must(await again.restoreInterview(first));
    const restored = must(await again.openInterview(lineId)).interview;
    expect(restored).toEqual({ ...before, savedAtMs: restored.savedAtMs });
    expect((await rowOf(again, lineId))?.cancelled).toEqual([]);
  });

  it("is kept beside the form that is begun anew, and only that one reaches the Department", async () => {
    const { tablet, lineId, clock, collector, start, unlockCode } = await createTabletWithSignedList();
    const first = (await startInterview(tablet, lineId)).interviewId;
    must(await tablet.cancelInterview(first, "begun-twice", `${" ".repeat(500)}Планшет ауысты`));
    const second = await fillShortForm(tablet, lineId, clock.nowMs());
    expect(second).not.toBe(first);
    expect(await tablet.restoreInterview(first)).toEqual({ ok: false, error: { type: "interview-other-begun" } });
    must(await tablet.finishInterview(second));
    expect(await tablet.cancelInterview(second, "begun-twice", null)).toMatchObject({
      error: { type: "interview-is-finished" },
    });
    expect(await tablet.restoreInterview(first)).toMatchObject({ error: { type: "interview-other-begun" } });
    await tablet.push();
    const opened = await collector.openAll();
    const lines = opened.flatMap((batch) => batch.lines.map(({ parsed }) => (parsed.ok ? parsed.value : null)));
    expect(lines.filter((line) => line?.typ === "form")).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain(first);
    const again = start();
    must(await again.unlock(unlockCode));
    expect(await rowOf(again, lineId)).toMatchObject({
      interviewId: second,
      cancelled: [{ interviewId: first, note: "Планшет ауысты" }],
    });
  });

  it("changes places with the one begun after it, as long as neither was sealed", async () => {
    const { tablet, lineId, clock } = await createTabletWithSignedList();
    const first = (await startInterview(tablet, lineId)).interviewId;
    must(await tablet.cancelInterview(first, "wrong-person", null));
    clock.advance(1000);
    const second = (await startInterview(tablet, lineId)).interviewId;
    must(await tablet.cancelInterview(second, "wrong-person", null));
    expect((await rowOf(tablet, lineId))?.cancelled.map(({ interviewId }) => interviewId)).toEqual([second, first]);
    must(await tablet.restoreInterview(first));
    expect(await rowOf(tablet, lineId)).toMatchObject({ interviewId: first, cancelled: [{ interviewId: second }] });
  });

  it("comes back neither to a closed line nor to one that was taken off", async () => {
    const { tablet, lineId } = await createTabletWithSignedList();
    const { interviewId } = await startInterview(tablet, lineId);
    must(await tablet.cancelInterview(interviewId, "wrong-person", null));
    must(await tablet.recordOutcome(lineId, "refused", null));
    expect(await tablet.restoreInterview(interviewId)).toMatchObject({ error: { type: "line-has-outcome" } });
    must(await tablet.withdrawOutcome(lineId));
    must(await tablet.removePerson(lineId, "left"));
    expect(await tablet.restoreInterview(interviewId)).toMatchObject({ error: { type: "line-is-removed" } });
    must(await tablet.restorePerson(lineId));
    must(await tablet.restoreInterview(interviewId));
    expect((await rowOf(tablet, lineId))?.form.state).toBe("being-filled");
  });

  it("is no business of the page's own events, and of no form that is not there", async () => {
    const { tablet, lineId, clock } = await createTabletWithSignedList();
    const { interviewId } = await startInterview(tablet, lineId);
    const facts = { atMs: clock.nowMs(), by: "whoever" };
    for (const event of [
      { type: "interview-cancelled", ...facts, reason: "other", note: null },
      { type: "interview-restored", ...facts },
    ] as const) {
      expect(await tablet.recordEvents(interviewId, [event])).toEqual({ ok: false, error: { type: "event-refused" } });
    }
    const nobody = "AAAAAAAAAAAAAAAAAAAAAA";
    expect(await tablet.cancelInterview(nobody, "other", "x")).toEqual({
      ok: false,
      error: { type: "interview-unknown" },
    });
    expect(await tablet.restoreInterview(nobody)).toEqual({ ok: false, error: { type: "interview-unknown" } });
  });

  it("asks nobody of the household about answers that do not count", async () => {
    const { tablet, lineId } = await createTabletWithSignedList();
    const neighbour = must(await tablet.addPerson(personWith({ surname: "Тасқынбаев", sex: "1" })));
    const theirs = await startInterview(tablet, neighbour.lineId);
    const first = await fillShortForm(tablet, lineId, startMs);
    must(
      await tablet.recordEvents(first, [
        { type: "note-written", atMs: startMs, by: "whoever", path: "L04", text: "Аудармашы керек" },
      ]),
    );
    expect(await tablet.readNotes()).toHaveLength(1);
    const withAnswers = must(await tablet.openInterview(neighbour.lineId)).context;
    must(await tablet.cancelInterview(first, "wrong-person", null));
    const without = must(await tablet.openInterview(neighbour.lineId)).context;
    expect(without).toEqual(theirs.context);
    expect(without).not.toEqual(withAnswers);
    expect(await tablet.readNotes()).toEqual([]);
  });

  it("is none of the premises, and wants words where the reason is another", async () => {
    const { tablet, lineId } = await createTabletWithSignedList();
    const { interviewId } = await startInterview(tablet, lineId);
    for (const note of [null, "", "  "]) {
      expect(await tablet.cancelInterview(interviewId, "other", note)).toEqual({
        ok: false,
        error: { type: "cancel-note-missing" },
      });
    }
    expect((await rowOf(tablet, lineId))?.form.state).toBe("being-filled");
    const { premises } = await tablet.readList();
    const ofPremises = await startInterview(tablet, premises?.lineId ?? "");
    expect(await tablet.cancelInterview(ofPremises.interviewId, "begun-twice", null)).toEqual({
      ok: false,
      error: { type: "premises-not-cancelled" },
    });
    expect((await tablet.readList()).premises?.form.state).toBe("being-filled");
  });

  it("is not finished, and says why", async () => {
    const { tablet, lineId } = await createTabletWithSignedList();
    const first = await fillShortForm(tablet, lineId, startMs);
    must(await tablet.cancelInterview(first, "wrong-person", null));
    expect(await tablet.finishInterview(first)).toEqual({ ok: false, error: { type: "interview-is-cancelled" } });
    const empty = await startInterview(tablet, lineId);
    must(await tablet.cancelInterview(empty.interviewId, "wrong-person", null));
    expect(await tablet.finishInterview(empty.interviewId)).toMatchObject({
      error: { type: "interview-is-cancelled" },
    });
  });

  it("can be tried in a practice", async () => {
    const { api } = createPracticeTablet({ institutionKind: "I-08", nowMs: () => startMs });
    const lineId = (await api.readList()).rows[2]?.lineId ?? "";
    const { interviewId } = await startInterview(api, lineId);
    must(await api.cancelInterview(interviewId, "other", "Жаттығу"));
    expect(await rowOf(api, lineId)).toMatchObject({
      form: { state: "not-started" },
      cancelled: [{ reason: "other", note: "Жаттығу" }],
    });
    must(await api.restoreInterview(interviewId));
    expect((await rowOf(api, lineId))?.form.state).toBe("being-filled");
  });
});
