import type { Answer, AnswerValue } from "#questionnaire";

/** The value of an answer, and of a proposal that is being changed; null where there is none. */
export function valueOf(answer: Answer): AnswerValue | null {
  return answer.state === "answered" || answer.state === "proposed" ? answer.value : null;
}
