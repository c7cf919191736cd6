// The form of the premises on the tablet: asked once, beside the respondents, sealed like any other form.
import { describe, expect, it } from "vitest";
import { premisesQuestionnaire } from "#census";
import { FormLine, type InterviewEvent } from "#fieldwork";
import { openInterview } from "#questionnaire";
import type { TabletApi } from "#worker";
import { premisesAnswers } from "../../support/tablet/premises-form.ts";
import { answersToEvents, fillShortForm } from "../../support/tablet/short-interview.ts";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";

const start = {
  source: { kind: "administration", basis: "document", reason: "other" },
  language: "kk",
} as const;

async function premisesIdOf(tablet: TabletApi): Promise<string> {
  const { premises } = await tablet.readList();
  if (premises === null) throw new Error("the list is not begun");
  return premises.lineId;
}

/** A hospital with one person on its list. */
async function createTablet() {
  const enrolled = await createEnrolledTablet(1, { institutionKind: "I-08" });
  expect((await enrolled.tablet.readList()).premises).toBeNull();
  const { lineId } = must(await enrolled.tablet.addPerson(personWith()));
  return { ...enrolled, lineId, premisesId: await premisesIdOf(enrolled.tablet) };
}

describe("the form of the premises", () => {
  it("is begun by the list's id, with what enrolment said proposed, and asks nothing about people", async () => {
    const { tablet, premisesId } = await createTablet();
    expect(await tablet.openInterview(premisesId)).toEqual({ ok: false, error: { type: "start-missing" } });
    const opened = must(await tablet.openInterview(premisesId, start));
    expect(opened).toMatchObject({ number: null, person: null, certificateNumber: null, isBehind: false });
    expect(opened.interview).toMatchObject({
      unit: "premises",
      questionnaire: premisesQuestionnaire().forms.map(({ id, version }) => ({ id, version })),
    });
    expect(opened.context).toMatchObject({ isListHere: false, personsPresent: 1 });
    const engine = openInterview(premisesQuestionnaire(), { context: opened.context, answers: {} });
    expect(engine.question("L01.kato").answer).toMatchObject({ state: "proposed", origin: "register" });
    expect(engine.question("L02").answer).toMatchObject({ state: "proposed", origin: "default" });
    expect((await tablet.readList()).premises).toMatchObject({ form: { state: "being-filled", rev: 1 } });
  });

  it("[SY73] is finished only when whole, and sealed as a form of no line", async () => {
    const { tablet, premisesId, collector, start: restart, unlockCode } = await createTablet();
    const { interviewId } = must(await tablet.openInterview(premisesId, start));
    expect(await tablet.finishInterview(interviewId)).toMatchObject({ error: { type: "form-incomplete" } });
    must(await tablet.recordEvents(interviewId, answersToEvents(premisesAnswers(), startMs)));
    const finished = must(await tablet.finishInterview(interviewId));
    expect(finished).toMatchObject({ rev: 1, certificateNumber: null });
    await tablet.push();
    const opened = await collector.openAll();
    const line = opened.at(-1)?.lines[0]?.parsed;
    const form = FormLine.parse(line?.ok === true ? line.value : null);
    expect(form).toMatchObject({ unit: "premises", line: 0, lineId: premisesId, list: premisesId });
    expect(form.context).toEqual({ institutionKind: "I-08", isListHere: false, personsPresent: 1 });
    expect(form.answers["H01"]).toEqual({ state: "answered", value: { kind: "code", code: "7" } });

    const again = restart();
    must(await again.unlock(unlockCode));
    expect((await again.readList()).premises).toMatchObject({ lineId: premisesId, form: { rev: 1 } });
    const [batch] = (await again.readDelivery()).batches;
    expect(batch).toMatchObject({ forms: [{ isPremises: true, lineNumber: null }] });
  });

  it("counts in the places once it is finished, and never among the respondents", async () => {
    const { tablet, premisesId, lineId } = await createTablet();
    const { interviewId } = must(await tablet.openInterview(premisesId, start));
    expect((await tablet.readList()).progress).toMatchObject({ onList: 1, notStarted: 1, beingFilled: 0 });
    must(await tablet.recordEvents(interviewId, answersToEvents(premisesAnswers(), startMs)));
    must(await tablet.finishInterview(interviewId));
    expect((await tablet.readList()).progress).toMatchObject({ onList: 1, notStarted: 1, ready: 1 });
    expect((await tablet.readDelivery()).places).toMatchObject({ ready: 1 });
    must(await tablet.finishInterview(await fillShortForm(tablet, lineId, startMs)));
    expect((await tablet.readList()).progress).toMatchObject({ notStarted: 0, ready: 2 });
  });

  it("is opened again as its next revision", async () => {
    const { tablet, premisesId } = await createTablet();
    const { interviewId } = must(await tablet.openInterview(premisesId, start));
    must(await tablet.recordEvents(interviewId, answersToEvents(premisesAnswers(), startMs)));
    must(await tablet.finishInterview(interviewId));
    const reopened = must(await tablet.reopenInterview(interviewId));
    expect(reopened.interview).toMatchObject({ state: "being-filled", rev: 2, unit: "premises" });
    expect(must(await tablet.finishInterview(interviewId))).toMatchObject({ rev: 2 });
  });

  it("has its notes before those of the respondents", async () => {
    const { tablet, premisesId, lineId } = await createTablet();
    const note: InterviewEvent = { type: "note-written", atMs: startMs, by: "whoever", path: "H08", text: "Пеш бұзық" };
    const person = await fillShortForm(tablet, lineId, startMs);
    must(await tablet.recordEvents(person, [{ ...note, path: "P05", text: "Құжатын көрсетпеді" }]));
    const { interviewId } = must(await tablet.openInterview(premisesId, start));
    must(await tablet.recordEvents(interviewId, [note]));
    expect(await tablet.readNotes()).toMatchObject([
      { lineId: premisesId, number: null, person: null, path: "H08", note: "Пеш бұзық", form: "being-filled" },
      { lineId, number: 1, path: "P05" },
    ]);
  });
});
