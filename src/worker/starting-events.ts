// How an interview begins: who answers, in which language, and what is known already, proposed to be confirmed. A
// proposal counts as unanswered: nobody's sex or birth is taken from a list without being asked.
import type { InterviewEvent, QuestionLanguage, SourceOfAnswers } from "#fieldwork";
import type { AnswersByPath, Questionnaire } from "#questionnaire";
import type { Subject } from "./subject.ts";

export interface StartingFacts {
  readonly interview: string;
  /** The newest version. */
  readonly questionnaire: Questionnaire;
  readonly source: SourceOfAnswers;
  readonly language: QuestionLanguage;
  readonly atMs: number;
  readonly by: string;
  /** What is known already. */
  readonly proposed: AnswersByPath;
}

/** `interview-started`, then the proposals. */
export function startingEvents(subject: Subject, facts: StartingFacts): readonly InterviewEvent[] {
  const { atMs, by, language, questionnaire, proposed } = facts;
  return [
    {
      type: "interview-started",
      atMs,
      by,
      interview: facts.interview,
      lineId: subject.lineId,
      ...(subject.unit === "premises" ? { unit: subject.unit } : {}),
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
