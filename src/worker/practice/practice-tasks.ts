// Five things worth trying once before the first real person. Each ticks itself off by what is in the practice's book, so
// nothing has to be kept about them.
import { personQuestionnaire } from "#census";
import type { Answer } from "#questionnaire";
import type { InterviewLog } from "../book.ts";
import { contextOf, engineOf } from "../engine.ts";
import { personSubject } from "../subject.ts";
import type { PracticeBook } from "./practice-book.ts";
import { practiceResidents } from "./practice-residents.ts";
import { practiceVersion } from "./practice-version.ts";

/** In the order they are shown: a person added, an interview that passed over questions, a special answer, the administration as the source, a finished form. */
export const practiceTasks = ["add-person", "skips", "special-answer", "administration", "finish"] as const;
export type PracticeTask = (typeof practiceTasks)[number];

/** So many questions answered before passing over others is noticed as the form's own doing. */
const answersBeforeSkips = 5;

/** Which of the five have been done, in their order. */
export function doneTasks(book: PracticeBook): readonly PracticeTask[] {
  const logs = [...book.interviewsById.values()];
  const isDone: Readonly<Record<PracticeTask, boolean>> = {
    "add-person": book.linesById.size > practiceResidents.length,
    skips: logs.some((log) => hasSkips(book, log)),
    "special-answer": logs.some(({ state }) => Object.values(state.answers).some(({ answer }) => isSpecial(answer))),
    administration: logs.some(({ state }) => state.source.kind === "administration"),
    finish: logs.some(({ events }) => events.some(({ type }) => type === "interview-finished")),
  };
  return practiceTasks.filter((task) => isDone[task]);
}

function isSpecial({ state }: Answer): boolean {
  return state === "refused" || state === "unknown";
}

/** True once a question before the furthest answered one is not asked at all. */
function hasSkips(book: PracticeBook, { state }: InterviewLog): boolean {
  const line = book.linesById.get(state.lineId)?.state;
  if (line === undefined) return false;
  const answered = new Set(
    Object.entries(state.answers)
      .filter(([, { answer }]) => answer.state !== "proposed" && answer.state !== "unanswered")
      .map(([path]) => questionOf(path)),
  );
  if (answered.size < answersBeforeSkips) return false;
  const asked = new Set(
    engineOf(personQuestionnaire(), contextOf(book, personSubject(line), state, practiceVersion()), state)
      .sections()
      .flatMap(({ paths }) => paths),
  );
  const order = [...personQuestionnaire().questionsById.keys()];
  const furthest = order.findLastIndex((id) => answered.has(id) && asked.has(id));
  return order.slice(0, Math.max(0, furthest)).some((id) => !id.includes(".") && !asked.has(id));
}

/** The question a path belongs to: `P21[2].language` and `L06.1.since` stand inside `P21` and `L06`. */
function questionOf(path: string): string {
  return path.replace(/[.[].*$/u, "");
}
