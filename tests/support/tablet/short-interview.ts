// The shortest form there is: somebody who stays for a while and lives elsewhere (L04 = 3) is asked the list's questions
// and P01–P05. Enough to see a form through.
import type { InterviewEvent } from "#fieldwork";
import type { AnswersByPath, AnswerValue } from "#questionnaire";
import type { OpenedInterview, TabletApi } from "#worker";
import { must } from "./test-tablet.ts";

const code = (text: string): AnswerValue => ({ kind: "code", code: text });

/** Complete and without a contradiction. */
export const shortAnswers: AnswersByPath = Object.fromEntries(
  Object.entries({
    L04: code("3"),
    "L06.kato": code("431010000"),
    "L06.1.since": { kind: "month", year: 2021, month: 6 },
    "L06.1.reason": code("r1"),
    L07: code("3"),
    P02: { kind: "name", surname: "Бәйтерекова", given: "Таңшолпан", patronymic: null },
    P03: code("12"),
    P04: code("2"),
    P05: { kind: "date", date: { year: 1950, month: 5, day: 17 } },
  } satisfies Record<string, AnswerValue>).map(([path, value]) => [path, { state: "answered" as const, value }]),
);

/** P01 = 0: no IIN, and a passport. */
export const withoutIin: AnswersByPath = {
  P01: { state: "alternative", code: "0" },
  "P01.1.type": { state: "answered", value: code("8") },
};

export function answersToEvents(answers: AnswersByPath, atMs: number): readonly InterviewEvent[] {
  return Object.entries(answers).map(([path, answer]) => ({
    type: "answer-given",
    atMs,
    by: "whoever",
    path,
    answer,
    language: "kk",
  }));
}

/** Starts the line's interview with the respondent in Kazakh. */
export async function startInterview(tablet: TabletApi, lineId: string): Promise<OpenedInterview> {
  return must(await tablet.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" }));
}

/** Started, fully answered, not finished; born on the day that the list says, if it says one. */
export async function fillShortForm(tablet: TabletApi, lineId: string, atMs: number): Promise<string> {
  const { interviewId } = await startInterview(tablet, lineId);
  const listed = (await tablet.readList()).rows.find((row) => row.lineId === lineId)?.person.born ?? null;
  const born: AnswersByPath =
    listed === null ? {} : { P05: { state: "answered", value: { kind: "date", date: listed } } };
  must(await tablet.recordEvents(interviewId, answersToEvents({ ...shortAnswers, ...withoutIin, ...born }, atMs)));
  return interviewId;
}
