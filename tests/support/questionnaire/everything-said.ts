// All that two interviews must agree on to be one.
import { checkFinished, type Interview } from "#questionnaire";
import { asked } from "./conversation.ts";

/** Everything an interview says of itself. */
export function everythingSaid(interview: Interview) {
  const views = asked(interview).map((path) => {
    const { options, required, findings, answer, lines } = interview.question(path);
    return { path, options: options.map((option) => option.code), required, findings, answer, lines };
  });
  return {
    views,
    findings: interview.findings(),
    remaining: interview.remaining(),
    exported: interview.exported(),
    answers: interview.answers(),
    sections: interview.sections(),
    obstacles: checkFinished(interview),
  };
}
