// The same household with the product's engine, store and question components.
import { InterviewProvider } from "../../../src/app/tablet/interview/interview-provider.tsx";
import { createInterviewStore } from "../../../src/app/tablet/interview/interview-store.ts";
import { QuestionBlock } from "../../../src/app/tablet/interview/question-block.tsx";
import type { OpenInterviewPage } from "../../../src/app/tablet/interview/use-opened-interview.ts";
import type { Answer, Questionnaire } from "#questionnaire";

const nowMs = Date.UTC(2021, 9, 5, 10);
const id = "benchbenchbenchbenchbe";

/** The record of that household, as the worker hands it to the page. */
export function recordOf(answers: Readonly<Record<string, Answer>>): OpenInterviewPage["opened"] {
  const source = { kind: "respondent" } as const;
  return {
    interviewId: id,
    lineId: id,
    number: 1,
    person: {
      surname: "Bench",
      given: "Bench",
      patronymic: null,
      born: null,
      sex: null,
      iin: null,
      arrived: null,
      presence: "present",
      position: "resident",
      note: null,
    },
    events: [],
    interview: {
      state: "being-filled",
      interview: id,
      unit: "person",
      lineId: id,
      rev: 1,
      questionnaire: [],
      language: "kk",
      source,
      startedAtMs: nowMs,
      finishedAtMs: null,
      savedAtMs: nowMs,
      answers: Object.fromEntries(
        Object.entries(answers).map(([path, answer]) => [
          path,
          { answer, atMs: nowMs, language: "kk" as const, source, by: "bench" },
        ]),
      ),
      confirmations: [],
      notes: {},
      flags: [],
      removedRows: [],
      archived: [],
      archivedNotes: [],
      cancelled: null,
    },
    context: { year: 2021 },
    isBehind: false,
    form: { state: "being-filled", rev: 1, mark: null, savedAtMs: nowMs, finishedAtMs: null, refusals: [] },
    certificateNumber: null,
  };
}

/** The opened interview; every answer is "written" in the same turn. */
export function openHousehold(questionnaire: Questionnaire, opened: OpenInterviewPage["opened"]): OpenInterviewPage {
  const store = createInterviewStore({
    questionnaire,
    opened,
    recordEvents: async () => ({ ok: true, value: { savedAtMs: nowMs } }),
    clock: () => nowMs,
    by: "bench",
  });
  return { opened, store, rows: [], isProtected: false };
}

export function HouseholdByEngine({ page }: { readonly page: OpenInterviewPage }) {
  return (
    <InterviewProvider page={page}>
      <QuestionBlock
        path="H"
        isActive
        isLeaving={false}
        onActivate={() => undefined}
        onAnswer={(_top, at, answer) => void page.store.give(at, answer)}
        onDone={() => undefined}
      />
      <QuestionBlock
        path="WORKERS"
        isActive={false}
        isLeaving={false}
        onActivate={() => undefined}
        onAnswer={(_top, at, answer) => void page.store.give(at, answer)}
        onDone={() => undefined}
      />
    </InterviewProvider>
  );
}
