// What a questionnaire wants to be told of single answers: who gave them, and what the administration's word rests on. The
// source of an interview can change from section to section; an edit judges an answer by the source it came from.
import type { AnswerFact } from "#questionnaire";
import type { RecordedAnswer } from "./interview.ts";
import { sourceFacts, type SourceOfAnswers } from "./source-of-answers.ts";

/** The fact of an answer from this source; null for a basis that only the administration has. */
export function answerFact({ fact }: AnswerFact, source: SourceOfAnswers): string | null {
  return sourceFacts(source)[fact];
}

/** Context values by name, for the answers recorded so far; null where there is none, or it was taken back. */
export function answerFacts(
  wanted: readonly AnswerFact[],
  answers: Readonly<Record<string, RecordedAnswer>>,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    wanted.map((one) => {
      const recorded = answers[one.question];
      const isGiven = recorded !== undefined && recorded.answer.state !== "unanswered";
      return [one.name, isGiven ? answerFact(one, recorded.source) : null];
    }),
  );
}
