export { Answer, AnswerPath, AnswersByPath, AnswerValue, PartialDate, unanswered } from "./answer.ts";
export { err, ok, unreachable } from "./result.ts";
export type { Result } from "./result.ts";
