// Lines that are put off or closed without a form, on the tablet and as they reach the Department.
import { describe, expect, it } from "vitest";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";
import { startInterview } from "../../support/tablet/short-interview.ts";

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
  it("is remembered, passes the person over, and ends when the interview is opened", async () => {
    const { tablet, first, start, unlockCode } = await createTabletWithSignedList();
    const postponement = { untilMs: startMs + 86_400_000, reason: "unwell", note: "Түстен кейін" } as const;
    must(await tablet.postpone(first, postponement));
    const again = start();
    must(await again.unlock(unlockCode));
    const { rows, next } = await again.readList();
    expect(rows[0]?.postponed).toMatchObject(postponement);
    expect(next).toMatchObject({ type: "interview-next", number: 2 });
    await startInterview(again, first);
    expect((await again.readList()).rows[0]?.postponed).toBeNull();
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
      lineNumbers: [1],
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
