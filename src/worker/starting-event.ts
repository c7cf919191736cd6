// How an interview begins: who answers, in which language, and with which version of the questionnaire.
import type { InterviewEvent, QuestionLanguage, SourceOfAnswers } from "#fieldwork";
import type { Questionnaire } from "#questionnaire";
import type { Subject } from "./subject.ts";

export interface StartingFacts {
  readonly interview: string;
  /** The newest version. */
  readonly questionnaire: Questionnaire;
  readonly source: SourceOfAnswers;
  readonly language: QuestionLanguage;
  readonly atMs: number;
  readonly by: string;
}

/** `interview-started`; what is proposed follows from the questionnaire and is no event. */
export function startingEvent(subject: Subject, { questionnaire, ...facts }: StartingFacts): InterviewEvent {
  return {
    type: "interview-started",
    ...facts,
    lineId: subject.lineId,
    ...(subject.unit === "premises" ? { unit: subject.unit } : {}),
    questionnaire: questionnaire.forms.map(({ id, version }) => ({ id, version })),
  };
}
