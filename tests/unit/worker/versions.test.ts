// Two versions of the questionnaire on one tablet: a started interview stays on its own until it is taken over, and one
// of a version that is not here is kept as it is.
import { censusHost, createQuestionnaireShelf, personQuestionnaire, type QuestionnaireShelf } from "#census";
import { answersOf } from "#fieldwork";
import { compileQuestionnaire, type Answer } from "#questionnaire";
import type { TabletApi } from "#worker";
import { expect, it } from "vitest";
import { laterFiles } from "../../support/server/later-forms.ts";
import { answersToEvents, fillShortForm, startInterview } from "../../support/tablet/short-interview.ts";
import {
  createEnrolledTablet,
  must,
  personWith,
  startMs,
  type EnrolledTablet,
} from "../../support/tablet/test-tablet.ts";

const compiled = compileQuestionnaire(laterFiles(), censusHost);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const later = compiled.value;
const bothVersions = createQuestionnaireShelf([personQuestionnaire, () => later]);
const onlyFirst = createQuestionnaireShelf([personQuestionnaire]);
const personFile = later.files.find(({ form }) => form === "F3")?.id ?? "";
const oneMore: Readonly<Record<string, Answer>> = { P99: { state: "answered", value: { kind: "code", code: "1" } } };

const versionOf = (refs: readonly { readonly id: string; readonly version: number }[]): number | undefined =>
  refs.find(({ id }) => id === personFile)?.version;

/** The next start of the program, with these versions. */
async function restarted({ start, unlockCode }: EnrolledTablet, shelf: QuestionnaireShelf): Promise<TabletApi> {
  const tablet = start({ shelf });
  must(await tablet.unlock(unlockCode));
  return tablet;
}

async function withLine(): Promise<{ readonly enrolled: EnrolledTablet; readonly lineId: string }> {
  const enrolled = await createEnrolledTablet(1, { institutionKind: "I-08" });
  const { lineId } = must(await enrolled.tablet.addPerson(personWith()));
  return { enrolled, lineId };
}

it("[QL70] a started interview stays on its version and is finished on it; a new one starts on the newest", async () => {
  const { enrolled, lineId } = await withLine();
  const interviewId = await fillShortForm(enrolled.tablet, lineId, startMs);
  const tablet = await restarted(enrolled, bothVersions);
  const opened = must(await tablet.openInterview(lineId));
  expect(opened.isBehind).toBe(true);
  expect(versionOf(opened.interview.questionnaire)).toBe(1);
  must(await tablet.finishInterview(interviewId));
  expect(must(await tablet.openInterview(lineId))).toMatchObject({ isBehind: false, interview: { state: "finished" } });

  const { lineId: next } = must(await tablet.addPerson(personWith({ surname: "Ерболов" })));
  const fresh = await startInterview(tablet, next);
  expect([versionOf(fresh.interview.questionnaire), fresh.isBehind]).toEqual([2, false]);
});

it("[QL75] is taken over with every answer, asks what is new, and is sealed on the newest", async () => {
  const { enrolled, lineId } = await withLine();
  const interviewId = await fillShortForm(enrolled.tablet, lineId, startMs);
  const before = answersOf(must(await enrolled.tablet.openInterview(lineId)).interview);
  const tablet = await restarted(enrolled, bothVersions);
  const { opened, askedAgain } = must(await tablet.moveInterviewForward(interviewId));
  expect(askedAgain).toBe(0);
  expect(opened.isBehind).toBe(false);
  expect(versionOf(opened.interview.questionnaire)).toBe(2);
  expect(answersOf(opened.interview)).toEqual(before);
  expect(await tablet.finishInterview(interviewId)).toMatchObject({
    ok: false,
    error: { type: "form-incomplete", remaining: ["P99"] },
  });
  must(await tablet.recordEvents(interviewId, answersToEvents(oneMore, startMs)));
  must(await tablet.finishInterview(interviewId));
  // Sealed is sealed: neither a finished form nor one that is on the newest version already goes anywhere.
  expect(await tablet.moveInterviewForward(interviewId)).toMatchObject({ ok: false });
});

it("an interview of a version that is not here is neither shown nor touched, and comes back with the version", async () => {
  const { enrolled, lineId } = await withLine();
  const ahead = await restarted(enrolled, bothVersions);
  const interviewId = await fillShortForm(ahead, lineId, startMs);
  const before = must(await ahead.openInterview(lineId)).events;

  const behind = await restarted(enrolled, onlyFirst);
  const missing = { ok: false, error: { type: "version-missing" } };
  expect(await behind.openInterview(lineId)).toEqual(missing);
  expect(await behind.recordEvents(interviewId, answersToEvents(oneMore, startMs))).toEqual(missing);
  expect(await behind.finishInterview(interviewId)).toEqual(missing);
  expect(await behind.moveInterviewForward(interviewId)).toEqual(missing);
  expect((await behind.readList()).rows).toHaveLength(1);

  const again = await restarted(enrolled, bothVersions);
  expect(must(await again.openInterview(lineId)).events).toEqual(before);
});

it("only the tablet's inside moves an interview: the page cannot write the event itself", async () => {
  const { enrolled, lineId } = await withLine();
  const interviewId = await fillShortForm(enrolled.tablet, lineId, startMs);
  const refs = [{ id: personFile, version: 1 }];
  const forged = {
    type: "interview-moved",
    atMs: startMs,
    by: "officer-7",
    from: refs,
    to: refs,
    places: [],
    answers: {},
    archived: [],
    askAgain: [],
    dropped: [],
    removedRows: [],
  } as const;
  expect(
    await enrolled.tablet.recordEvents(interviewId, [
      {
        ...forged,
        from: [...refs],
        to: [...refs],
        places: [],
        archived: [],
        askAgain: [],
        dropped: [],
        removedRows: [],
      },
    ]),
  ).toEqual({ ok: false, error: { type: "event-refused" } });
});
