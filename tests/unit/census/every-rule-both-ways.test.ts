// Made from the definitions: every question and every edit of the census forms has an interview that asks or fires it and
// one, a single answer or fact away, that does not. The interviews are found by the search of `instrument check`.
import { createExampleSearch, type Reached } from "#authoring";
import { personQuestionnaire, premisesQuestionnaire } from "#census";
import { openInterview, type AnswersByPath, type InterviewStart, type Questionnaire } from "#questionnaire";
import { describe, expect, it } from "vitest";
import { censusAuthoringHost } from "../../../src/server/cli/instrument-host.ts";

const targets = [personQuestionnaire(), premisesQuestionnaire()].flatMap((questionnaire) => {
  const search = createExampleSearch(questionnaire, censusAuthoringHost);
  return search.targets.map((target) => ({ questionnaire, search, target, kind: target.kind, id: target.id }));
});

/** True where the target is asked or fires. */
function happens(of: Questionnaire, { target }: Reached, start: InterviewStart): boolean {
  const interview = openInterview(of, start);
  if (target.kind === "edit") return interview.findings().some(({ edit }) => edit === target.id);
  const parent = of.questionsById.get(target.id)?.parent ?? "";
  const isField = of.questionsById.get(parent)?.definition.type === "roster";
  if (!isField) return interview.question(target.id).relevant;
  // Without a row nothing in it is asked.
  const [row] = interview.question(parent).rows;
  return row?.fields.some(({ path, relevant }) => relevant && path.endsWith(target.id.slice(parent.length))) ?? false;
}

/** The same interview without one of its answers or facts, each in turn. */
function neighbours({
  context,
  answers,
  ...rest
}: InterviewStart & { readonly answers: AnswersByPath }): readonly InterviewStart[] {
  const withoutAnswer = Object.keys(answers).map((path) => {
    const { [path]: _gone, ...others } = answers;
    return { ...rest, context, answers: others };
  });
  const withoutFact = Object.keys(context).map((name) => {
    const { [name]: _gone, ...others } = context;
    return { ...rest, context: others, answers };
  });
  return [...withoutAnswer, ...withoutFact];
}

describe.each(targets)("$kind $id", ({ questionnaire, search, target }) => {
  it("is reached by its example and not by the example's neighbour", () => {
    const reached = search.find(target);
    const { example } = reached;
    if (example === null) throw new Error(`no example in ${reached.tries} tries`);
    expect(happens(questionnaire, reached, example)).toBe(true);
    const isUnconditional = Object.keys(example.answers).length === 0 && Object.keys(example.context).length === 0;
    expect(isUnconditional || neighbours(example).some((start) => !happens(questionnaire, reached, start))).toBe(true);
  });
});
