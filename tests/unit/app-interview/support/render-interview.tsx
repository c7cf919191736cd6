// One open interview of the small questionnaire on a page, with the product's own store, engine and styles.
import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach } from "vitest";
import { page as browserPage } from "vitest/browser";
import "../../../../src/app/theme/index.css";
import type { Answer, AnswerPath } from "#questionnaire";
import type { Intent } from "../../../../src/app/questions/question-props.ts";
import { InterviewProvider } from "../../../../src/app/tablet/interview/interview-provider.tsx";
import { createInterviewStore, type InterviewStore } from "../../../../src/app/tablet/interview/interview-store.ts";
import { QuestionBlock } from "../../../../src/app/tablet/interview/question-block.tsx";
import type { OpenInterviewPage } from "../../../../src/app/tablet/interview/use-opened-interview.ts";
import { createFakeTablet, resident, type FakeTablet } from "./fake-tablet.ts";
import { everyKind } from "./every-kind.ts";

beforeEach(() => browserPage.viewport(1280, 800));
afterEach(cleanup);

const startMs = Date.UTC(2021, 9, 5, 9, 5);

export interface OpenedPage {
  readonly tablet: FakeTablet;
  readonly store: InterviewStore;
  readonly page: OpenInterviewPage;
}

export async function openEveryKind(
  proposed: Readonly<Record<string, Answer>> = {},
  isProtected = false,
): Promise<OpenedPage> {
  let now = startMs;
  const clock = (): number => (now += 1000);
  const people = [
    resident("Ахметова", "Айгүл", { patronymic: "Серікқызы" }),
    resident("Алпысов", "Нұрлан", { sex: "1" }),
  ];
  const tablet = createFakeTablet({
    people,
    clock,
    startingEvents: () =>
      Object.entries(proposed).map(([path, answer]) => ({
        type: "answer-given",
        atMs: clock(),
        by: "officer-1",
        path,
        answer,
        language: "kk",
      })),
  });
  const lineId = tablet.people()[0]?.lineId ?? "";
  const opened = await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  if (!opened.ok) throw new Error(opened.error.type);
  const store = createInterviewStore({
    questionnaire: everyKind(),
    opened: opened.value,
    recordEvents: tablet.api.recordEvents,
    clock,
    by: "officer-1",
  });
  const { rows } = await tablet.api.readList();
  return { tablet, store, page: { opened: opened.value, store, rows, isProtected } };
}

export interface QuestionOnPage extends OpenedPage {
  /** What the question asked of the interview, in order. */
  readonly steps: readonly (readonly [AnswerPath, Intent | "done"])[];
}

/** The question alone, as the one being asked. */
export async function showQuestion(
  path: AnswerPath,
  proposed: Readonly<Record<string, Answer>> = {},
  isProtected = false,
): Promise<QuestionOnPage> {
  const opened = await openEveryKind(proposed, isProtected);
  const steps: (readonly [AnswerPath, Intent | "done"])[] = [];
  render(
    <InterviewProvider page={opened.page}>
      <QuestionBlock
        path={path}
        isActive
        isLeaving={false}
        onActivate={() => undefined}
        onAnswer={(_top, at, answer, intent) => {
          steps.push([at, intent]);
          void opened.store.give(at, answer);
        }}
        onDone={(top) => steps.push([top, "done"])}
      />
    </InterviewProvider>,
  );
  return { ...opened, steps };
}
