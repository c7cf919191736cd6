// What was noted and flagged, over all interviews of the tablet.
import { describe, expect, it } from "vitest";
import type { InterviewEvent } from "#fieldwork";
import { fillShortForm, startInterview } from "../../support/tablet/short-interview.ts";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";

const note = (path: string, text: string): InterviewEvent => ({
  type: "note-written",
  atMs: startMs,
  by: "whoever",
  path,
  text,
});
const flag = (path: string, on: boolean): InterviewEvent => ({
  type: "question-flagged",
  atMs: startMs,
  by: "whoever",
  path,
  on,
});

describe("the notes of a tablet", () => {
  it("are none before the first note, with forms or without", async () => {
    const { tablet } = await createEnrolledTablet(1, { institutionKind: "I-08" });
    expect(await tablet.readNotes()).toEqual([]);
    const { lineId } = must(await tablet.addPerson(personWith()));
    await startInterview(tablet, lineId);
    expect(await tablet.readNotes()).toEqual([]);
  });

  it("stand by the line's number and in the order of asking, note and flag of one question together", async () => {
    const { tablet, start, unlockCode } = await createEnrolledTablet(1, { institutionKind: "I-08" });
    const first = must(await tablet.addPerson(personWith()));
    const second = must(await tablet.addPerson(personWith({ surname: "Тасқынбаев", sex: "1" })));
    const later = await startInterview(tablet, second.lineId);
    must(await tablet.recordEvents(later.interviewId, [flag("P03", true)]));
    const earlier = await startInterview(tablet, first.lineId);
    must(
      await tablet.recordEvents(earlier.interviewId, [
        flag("P05", true),
        note("P05", "Құжатын көрсетпеді"),
        note("L04", "Қайта сұрау керек"),
      ]),
    );
    const again = start();
    must(await again.unlock(unlockCode));
    const expected = [
      { lineId: first.lineId, number: 1, path: "L04", note: "Қайта сұрау керек", isFlagged: false },
      { lineId: first.lineId, number: 1, path: "P05", note: "Құжатын көрсетпеді", isFlagged: true },
      { lineId: second.lineId, number: 2, path: "P03", note: null, isFlagged: true, form: "being-filled" },
    ];
    expect(await again.readNotes()).toMatchObject(expected);
  });

  it("go when the note is emptied and the flag taken back", async () => {
    const { tablet } = await createEnrolledTablet(1, { institutionKind: "I-08" });
    const { lineId } = must(await tablet.addPerson(personWith()));
    const { interviewId } = await startInterview(tablet, lineId);
    must(await tablet.recordEvents(interviewId, [note("P04", "Тексеру"), flag("P04", true)]));
    must(await tablet.recordEvents(interviewId, [note("P04", " "), flag("P04", false)]));
    expect(await tablet.readNotes()).toEqual([]);
  });

  it("say where the form stands: finished, or closed by an outcome", async () => {
    const { tablet } = await createEnrolledTablet(1, { institutionKind: "I-08" });
    const done = must(await tablet.addPerson(personWith()));
    const refused = must(await tablet.addPerson(personWith({ surname: "Тасқынбаев", sex: "1" })));
    must(await tablet.declareHeadcount(2));
    must(await tablet.signAndSealList({ onList: 2, headcount: 2, differenceReason: null }));
    const doneId = await fillShortForm(tablet, done.lineId, startMs);
    must(await tablet.recordEvents(doneId, [flag("P05", true)]));
    must(await tablet.finishInterview(doneId));
    const { interviewId } = await startInterview(tablet, refused.lineId);
    must(await tablet.recordEvents(interviewId, [note("P04", "Жауап бергісі келмеді")]));
    must(await tablet.recordOutcome(refused.lineId, "refused", null));
    expect((await tablet.readNotes()).map(({ number, form }) => [number, form])).toEqual([
      [1, "finished"],
      [2, "closed"],
    ]);
  });
});
