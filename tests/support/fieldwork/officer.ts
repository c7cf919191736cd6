// The officer of the tests: each act makes the event with the next minute of her clock.
import {
  listAsOf,
  type CancelReason,
  type InterviewEvent,
  type LineEvent,
  type LineOutcome,
  type ListEvent,
  type ListPerson,
  type RemovalReason,
  type SourceOfAnswers,
} from "#fieldwork";
import type { PartialDate, Answer } from "#questionnaire";

export const theList = "listAAAAAAAAAAAAAAAAAA";
export const theLine = "lineAAAAAAAAAAAAAAAAAA";
export const theInterview = "formAAAAAAAAAAAAAAAAAA";

/** 2 June 2021, 04:00 UTC. */
export const morning = Date.UTC(2021, 5, 2, 4);

export const code = (value: string): Answer => ({ state: "answered", value: { kind: "code", code: value } });
export const byRespondent: SourceOfAnswers = { kind: "respondent" };
export const byAdministration = {
  kind: "administration",
  basis: "document",
  reason: "health",
} as const satisfies SourceOfAnswers;

export function createOfficer(startMs = morning) {
  let atMs = startMs - 60_000;
  const facts = () => ({ atMs: (atMs += 60_000), by: "officer-1" });
  return {
    startsList: (): ListEvent => ({ type: "list-started", ...facts(), list: theList, asOf: listAsOf }),
    declaresHeadcount: (count: number): ListEvent => ({ type: "headcount-declared", ...facts(), count }),
    signsList: (rev: number, onList: number, headcount: number, differenceReason: string | null = null): ListEvent => ({
      type: "list-signed",
      ...facts(),
      rev,
      statement: { onList, headcount, differenceReason },
    }),
    addsLine: (number: number, person: ListPerson, listRev = 0, lineId = theLine): LineEvent => ({
      type: "line-added",
      ...facts(),
      listRev,
      lineId,
      number,
      person,
      origin: "entry",
    }),
    tellsApart: (from: string, listRev = 0): LineEvent => ({ type: "line-told-apart", ...facts(), listRev, from }),
    corrects: (person: ListPerson, listRev = 0): LineEvent => ({ type: "line-corrected", ...facts(), listRev, person }),
    takesOff: (reason: RemovalReason, listRev = 0, leftOn: PartialDate | null = null): LineEvent => ({
      type: "line-removed",
      ...facts(),
      listRev,
      reason,
      ...(leftOn === null ? {} : { leftOn }),
    }),
    postpones: (untilMs: number | null, listRev = 1): LineEvent => ({
      type: "line-postponed",
      ...facts(),
      listRev,
      postponement: { untilMs, reason: "busy", note: null },
    }),
    takesUp: (listRev = 1): LineEvent => ({ type: "line-taken-up", ...facts(), listRev }),
    closes: (outcome: LineOutcome, rev: number, note: string | null = null): LineEvent => ({
      type: "outcome-recorded",
      ...facts(),
      listRev: 1,
      outcome,
      note,
      rev,
    }),
    opensAgain: (rev: number): LineEvent => ({ type: "outcome-withdrawn", ...facts(), listRev: 1, rev }),
    givesCertificate: (number: string, listRev = 1): LineEvent => ({
      type: "certificate-given",
      ...facts(),
      listRev,
      number,
    }),
    takesCertificateBack: (listRev = 1): LineEvent => ({ type: "certificate-taken-back", ...facts(), listRev }),
    restores: (listRev = 0): LineEvent => ({ type: "line-restored", ...facts(), listRev }),
    startsInterview: (source: SourceOfAnswers = byRespondent): InterviewEvent => ({
      type: "interview-started",
      ...facts(),
      interview: theInterview,
      lineId: theLine,
      questionnaire: [
        { id: "kz2021-f1", version: 1 },
        { id: "kz2021-f3", version: 1 },
      ],
      source,
      language: "kk",
    }),
    records: (path: string, answer: Answer, language: "kk" | "ru" | "en" = "kk"): InterviewEvent => ({
      type: "answer-given",
      ...facts(),
      path,
      answer,
      language,
    }),
    changesSource: (source: SourceOfAnswers): InterviewEvent => ({ type: "source-changed", ...facts(), source }),
    correctsSource: (paths: readonly string[], source: SourceOfAnswers): InterviewEvent => ({
      type: "answers-source-corrected",
      ...facts(),
      paths: [...paths],
      source,
    }),
    changesLanguage: (language: "kk" | "ru" | "en"): InterviewEvent => ({
      type: "language-changed",
      ...facts(),
      language,
    }),
    confirms: (edit: string, path: string, reason: string | null = null): InterviewEvent => ({
      type: "edit-confirmed",
      ...facts(),
      edit,
      path,
      reason,
    }),
    notes: (path: string, text: string): InterviewEvent => ({ type: "note-written", ...facts(), path, text }),
    flags: (path: string, on = true): InterviewEvent => ({ type: "question-flagged", ...facts(), path, on }),
    removesRow: (path: string): InterviewEvent => ({ type: "row-removed", ...facts(), path }),
    finishes: (): InterviewEvent => ({ type: "interview-finished", ...facts() }),
    cancelsForm: (reason: CancelReason, note: string | null = null): InterviewEvent => ({
      type: "interview-cancelled",
      ...facts(),
      reason,
      note,
    }),
    restoresForm: (): InterviewEvent => ({ type: "interview-restored", ...facts() }),
    reopens: (rev: number): InterviewEvent => ({ type: "interview-reopened", ...facts(), rev }),
  };
}

/** The value of a result that the test expects to be good. */
export function good<T, E>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E },
): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
