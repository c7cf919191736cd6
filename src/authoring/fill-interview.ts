// Answers what remains of an interview with made-up values, so that a form can be looked at as it is when it is full.
import { type Answer, type Interview, type Questionnaire, type QuestionView } from "#questionnaire";
import type { AuthoringHost } from "./authoring-host.ts";
import { conditionModel, type ConditionModel } from "./condition-model.ts";
import { statesOf, valuesOf } from "./knobs.ts";
import { mentionedBy, type Mentioned } from "./mentioned.ts";
import { isDate } from "./plain-functions.ts";
import { shuffled, type Random } from "./seeded-random.ts";
import { answerOfValue, valueOfAnswer } from "./trial.ts";

/** Values tried for one question before an answer without a value is taken. */
const triesPerQuestion = 25;

interface Filling {
  readonly model: ConditionModel;
  readonly mentioned: Mentioned;
  readonly host: AuthoringHost;
  readonly random: Random;
}

/**
 * Answers in place whatever is asked, required and open, with values that bring no new finding where such are found.
 * True if nothing remains in the end.
 */
export function fillInterview(
  interview: Interview,
  questionnaire: Questionnaire,
  host: AuthoringHost,
  random: Random,
): boolean {
  const model = conditionModel(questionnaire);
  const conditions = model.edits.map(({ when }) => when);
  const filling: Filling = { model, mentioned: mentionedBy(model, conditions, []), host, random };
  const tried = new Set<string>();
  for (;;) {
    const path = interview.remaining().find((one) => !tried.has(one));
    if (path === undefined) return interview.remaining().length === 0;
    tried.add(path);
    fillQuestion(interview, path, filling);
  }
}

function fillQuestion(interview: Interview, path: string, filling: Filling): void {
  const view = interview.question(path);
  const before = interview.findings().length;
  const candidates = candidatesFor(interview, view, filling).slice(0, triesPerQuestion);
  for (const answer of [...candidates, ...statesOf(view.definition)]) {
    interview.give(path, answer);
    if (interview.findings().length <= before) return;
  }
  // Every answer was objected to: one that is offered is better than none.
  const [first] = candidates;
  if (first !== undefined) interview.give(path, first);
}

function candidatesFor(interview: Interview, view: QuestionView, filling: Filling): readonly Answer[] {
  const { definition, path } = view;
  if (definition.type === "roster") {
    interview.addRow(path);
    return [];
  }
  const id = path.replaceAll(/\[\d+\]/g, "");
  const known = filling.model.questions.get(id);
  if (known === undefined) return [];
  const optionCodes = view.options.map(({ code }) => code);
  const given = Object.values(interview.exported()).map(valueOfAnswer).filter(isDate);
  const values =
    definition.type === "person-ref"
      ? view.lines
      : valuesOf({ definition, optionCodes }, filling.mentioned, given, filling.host, filling.random);
  return shuffled(values, filling.random)
    .map((value) => answerOfValue(definition.type, value))
    .filter((answer) => answer !== null);
}
