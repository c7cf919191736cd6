import { describe, expect, it } from "vitest";
import {
  countProgress,
  listNotStarted,
  recommendNextAction as recommend,
  replayList,
  type FormState,
  type ListState,
  type ProgressRow,
} from "#fieldwork";
import { createOfficer, good } from "../../support/fieldwork/officer.ts";

const officer = createOfficer();
const compiling = good(replayList([officer.startsList()]));
const signed = good(replayList([officer.startsList(), officer.declaresHeadcount(3), officer.signsList(1, 3, 3)]));

const nowMs = Date.UTC(2021, 8, 10, 9);
const recommendNextAction = (
  list: ListState,
  rows: readonly ProgressRow[],
  premises: FormState | null = null,
  changes = 0,
) => recommend(list, rows, premises, nowMs, changes);

function row(number: number, form: FormState, facts: Partial<ProgressRow> = {}): ProgressRow {
  return { lineId: `line-${number}`, number, isOnList: true, form, savedAtMs: null, postponed: null, ...facts };
}

describe("the one thing Home recommends", () => {
  it("is the list while there is nobody on it (O10)", () => {
    expect(recommendNextAction(listNotStarted, [])).toEqual({ type: "make-list" });
    expect(recommendNextAction(compiling, [row(1, "not-started", { isOnList: false })])).toEqual({ type: "make-list" });
  });

  it("is the signature once people are listed", () => {
    expect(recommendNextAction(compiling, [row(1, "not-started"), row(2, "not-started")])).toEqual({
      type: "sign-list",
      onList: 2,
    });
  });

  it("is the form that was open last, before anything else", () => {
    const rows = [
      row(1, "not-started"),
      row(2, "being-filled", { savedAtMs: 100 }),
      row(3, "being-filled", { savedAtMs: 200 }),
      row(4, "refused"),
    ];
    expect(recommendNextAction(signed, rows)).toEqual({ type: "continue", lineId: "line-3", number: 3, left: 4 });
    expect(recommendNextAction(compiling, rows)).toMatchObject({ type: "continue", number: 3 });
  });

  it("passes over who was put off until the time has come", () => {
    const later = row(1, "not-started", { postponed: { untilMs: nowMs + 60_000 } });
    const inWords = row(2, "being-filled", { postponed: { untilMs: null }, savedAtMs: 5 });
    expect(recommendNextAction(signed, [later, inWords, row(3, "not-started")])).toMatchObject({
      type: "interview-next",
      number: 3,
    });
    const due = row(4, "being-filled", { postponed: { untilMs: nowMs } });
    expect(recommendNextAction(signed, [later, inWords, row(3, "not-started"), due])).toMatchObject({
      type: "interview-next",
      number: 4,
    });
  });

  it("is who was put off, the soonest first, when nobody else is left", () => {
    const rows = [
      row(1, "not-started", { postponed: { untilMs: null } }),
      row(2, "not-started", { postponed: { untilMs: nowMs + 60_000 } }),
      row(3, "accepted"),
    ];
    expect(recommendNextAction(signed, rows)).toEqual({
      type: "postponed",
      lineId: "line-2",
      number: 2,
      untilMs: nowMs + 60_000,
      left: 2,
    });
  });

  it("is what the Department returned, then the next person by number", () => {
    const rows = [row(5, "not-started"), row(2, "not-started"), row(1, "accepted"), row(9, "refused")];
    expect(recommendNextAction(signed, rows)).toEqual({ type: "correct", lineId: "line-9", number: 9, left: 3 });
    expect(recommendNextAction(signed, rows.slice(0, 3))).toEqual({
      type: "interview-next",
      lineId: "line-2",
      number: 2,
      left: 2,
    });
  });

  it("never names a person who was taken off", () => {
    const rows = [
      row(1, "not-started", { isOnList: false }),
      row(2, "being-filled", { isOnList: false }),
      row(3, "accepted"),
    ];
    expect(recommendNextAction(signed, rows)).toEqual({ type: "all-done", accepted: 1, received: 0 });
  });

  it("is the premises' form once everybody was asked who can be, before waiting and sending", () => {
    const later = row(2, "not-started", { postponed: { untilMs: nowMs + 60_000 } });
    for (const state of ["not-started", "being-filled", "refused"] as const) {
      expect(recommendNextAction(signed, [row(1, "ready"), later], state)).toEqual({ type: "premises" });
    }
    expect(recommendNextAction(signed, [row(1, "ready"), later], "ready")).toMatchObject({ type: "postponed" });
    expect(recommendNextAction(signed, [row(1, "ready"), row(3, "not-started")], "not-started")).toMatchObject({
      type: "interview-next",
      number: 3,
    });
    expect(recommendNextAction(compiling, [row(1, "not-started")], "not-started")).toMatchObject({ type: "sign-list" });
  });

  it("counts the premises' finished form among those that wait", () => {
    const premises = row(0, "ready", { isOnList: false });
    expect(recommendNextAction(signed, [row(1, "accepted"), premises], "ready")).toEqual({ type: "send", waiting: 1 });
  });

  it("is the list that changed after its signature, once everybody was asked (O10)", () => {
    const asked = [row(1, "ready"), row(2, "accepted")];
    expect(recommendNextAction(signed, asked, null, 2)).toEqual({ type: "send-changes", changes: 2 });
    expect(recommendNextAction(signed, [...asked, row(3, "not-started")], null, 2)).toMatchObject({ number: 3 });
  });

  it("is sending when everybody was asked (O14, O15)", () => {
    expect(recommendNextAction(signed, [row(1, "ready"), row(2, "on-usb"), row(3, "accepted")])).toEqual({
      type: "send",
      waiting: 2,
    });
  });

  it("says that all is done when nothing waits on the tablet", () => {
    expect(recommendNextAction(signed, [row(1, "accepted"), row(2, "stored"), row(3, "quarantined")])).toEqual({
      type: "all-done",
      accepted: 1,
      received: 2,
    });
    expect(recommendNextAction(signed, [])).toEqual({ type: "all-done", accepted: 0, received: 0 });
  });
});

describe("the counts per place", () => {
  it("put each form in exactly one place", () => {
    const states: readonly FormState[] = [
      "not-started",
      "being-filled",
      "ready",
      "on-usb",
      "stored",
      "quarantined",
      "accepted",
      "refused",
    ];
    expect(countProgress(states.map((form, index) => row(index + 1, form)))).toEqual({
      onList: 8,
      notStarted: 1,
      beingFilled: 1,
      ready: 1,
      onUsb: 1,
      accepted: 1,
      returned: 1,
      received: 2,
    });
  });

  it("keep a finished form in sight after its line was taken off, and drop an unfinished one", () => {
    const off = { isOnList: false };
    expect(
      countProgress([row(1, "ready", off), row(2, "being-filled", off), row(3, "not-started", off)]),
    ).toMatchObject({
      onList: 0,
      ready: 1,
      beingFilled: 0,
      notStarted: 0,
    });
  });
});
