// How an interview begins: who answers, in which language, and what the list already knows, proposed to be confirmed. A
// proposal counts as unanswered: nobody's sex or birth is taken from a list without being asked.
import { proposedAnswers } from "#census";
import type { InterviewEvent, LineState, QuestionLanguage, SourceOfAnswers } from "#fieldwork";
import type { Questionnaire } from "#questionnaire";
import type { AskingBook } from "./engine.ts";

export interface StartingFacts {
  readonly interview: string;
  /** The newest version. */
  readonly questionnaire: Questionnaire;
  readonly source: SourceOfAnswers;
  readonly language: QuestionLanguage;
  readonly atMs: number;
  readonly by: string;
}

/** `interview-started`, then the proposals. */
export function startingEvents(book: AskingBook, line: LineState, facts: StartingFacts): readonly InterviewEvent[] {
  const { atMs, by, language, questionnaire } = facts;
  const proposed = proposedAnswers({ ...line.person, institutionKind: book.facts.enrolled.inst.kind });
  return [
    {
      type: "interview-started",
      atMs,
      by,
      interview: facts.interview,
      lineId: line.lineId,
      questionnaire: questionnaire.forms.map(({ id, version }) => ({ id, version })),
      source: facts.source,
      language,
    },
    ...Object.entries(proposed)
      .filter(([path]) => questionnaire.questionsById.has(path))
      .map(([path, answer]): InterviewEvent => ({
        type: "answer-given",
        atMs,
        by,
        path,
        answer,
        language,
      })),
  ];
}
