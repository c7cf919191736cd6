// A form that was begun and cancelled: nothing in it is lost, and it stays what it was until it is restored.
import { describe, expect, it } from "vitest";
import {
  answersOf,
  applyInterviewEvent,
  buildFormLine,
  deriveFormState,
  InterviewEvent,
  replayInterview,
} from "#fieldwork";
import { code, createOfficer, good, morning } from "../../support/fieldwork/officer.ts";

function begun() {
  const officer = createOfficer();
  const events = [officer.startsInterview(), officer.records("P04", code("2")), officer.notes("P04", "төлқұжат жоқ")];
  return { officer, events, before: good(replayInterview(events)) };
}

describe("a cancelled form", () => {
  it("keeps its answers and its notes, with the reason and the time", () => {
    const { officer, events, before } = begun();
    const after = good(replayInterview([...events, officer.cancelsForm("other", "Бөлмедегі көршісі")]));
    const cancelled = { reason: "other", note: "Бөлмедегі көршісі", atMs: morning + 180_000 };
    expect(after).toEqual({ ...before, state: "cancelled", cancelled, savedAtMs: morning + 180_000 });
    expect(deriveFormState(after, null)).toBe("not-started");
    const line = buildFormLine(after, { list: after.lineId, line: 1, answers: answersOf(after), context: {} });
    expect(line).toMatchObject({ error: { type: "interview-not-finished" } });
  });

  it("takes nothing until it is restored, and is then as it was", () => {
    const { officer, events, before } = begun();
    const cancelled = good(replayInterview([...events, officer.cancelsForm("wrong-person")]));
    for (const event of [
      officer.records("P04", code("1")),
      officer.notes("P04", "басқа"),
      officer.finishes(),
      officer.reopens(2),
      officer.cancelsForm("begun-twice"),
    ]) {
      expect(applyInterviewEvent(cancelled, event)).toEqual({ ok: false, error: { type: "interview-is-cancelled" } });
    }
    const restored = good(applyInterviewEvent(cancelled, officer.restoresForm()));
    expect(restored).toEqual({ ...before, savedAtMs: restored.savedAtMs });
    expect(applyInterviewEvent(restored, officer.restoresForm())).toEqual({
      ok: false,
      error: { type: "interview-not-cancelled" },
    });
  });

  it("is never one that was finished: what was sealed is corrected", () => {
    const { officer, events } = begun();
    const finished = [...events, officer.finishes()];
    expect(applyInterviewEvent(good(replayInterview(finished)), officer.cancelsForm("begun-twice"))).toEqual({
      ok: false,
      error: { type: "interview-is-finished" },
    });
    const reopened = good(replayInterview([...finished, officer.reopens(2)]));
    expect(applyInterviewEvent(reopened, officer.cancelsForm("begun-twice"))).toEqual({
      ok: false,
      error: { type: "interview-was-sealed" },
    });
  });

  it("is written down with a reason of the list and a note that is not endless", () => {
    const facts = { type: "interview-cancelled", atMs: morning, by: "officer-1" };
    expect(InterviewEvent.safeParse({ ...facts, reason: "begun-twice", note: null }).success).toBe(true);
    expect(InterviewEvent.safeParse({ ...facts, reason: "bored", note: null }).success).toBe(false);
    expect(InterviewEvent.safeParse({ ...facts, note: null }).success).toBe(false);
    expect(InterviewEvent.safeParse({ ...facts, reason: "other", note: "х".repeat(501) }).success).toBe(false);
  });
});
