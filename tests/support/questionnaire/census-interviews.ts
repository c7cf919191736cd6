// Interviews over the census forms as they are, in a household: answered along the way from a book of answers, brought to
// an end, or disturbed at random.
import { institutionKinds, personQuestionnaire, premisesQuestionnaire } from "#census";
import {
  checkFinished,
  openInterview,
  type Answer,
  type AnswerPath,
  type Context,
  type ContextRecord,
  type Interview,
  type Questionnaire,
} from "#questionnaire";
import fc from "fast-check";
import { anyAnswer, fittingAnswer } from "./any-answer.ts";

/** Named in a case, not held: a case is printed when something is wrong with it. */
const questionnaires = { person: personQuestionnaire(), premises: premisesQuestionnaire() } as const;

/** What one interview is made of. `answers` holds one for every path there may be; which of them are used the way decides. */
export interface CensusCase {
  readonly unit: keyof typeof questionnaires;
  readonly context: Context;
  readonly answers: ReadonlyMap<AnswerPath, Answer>;
}

/** Rows that are tried in each roster. */
const rows = [1, 2];

/** Every path of a questionnaire with its arbitrary, fields of rosters in the first rows. */
function paths(questionnaire: Questionnaire) {
  return [...questionnaire.questionsById.values()].flatMap(({ id, parent, definition }) => {
    const isInRow = questionnaire.questionsById.get(parent ?? "")?.definition.type === "roster";
    if (!isInRow) return [{ path: id, definition }];
    const field = id.slice((parent ?? "").length);
    return rows.map((row) => ({ path: `${parent}[${row}]${field}`, definition }));
  });
}

/** Answers that open or close much: most people are residents who were not counted before. */
const usual: Readonly<Record<string, fc.Arbitrary<string>>> = {
  L04: fc.constantFrom("1", "1", "1", "1", "1", "2", "3", "4"),
  L07: fc.constantFrom("3", "3", "3", "3", "3", "3", "1"),
};

const code = (value: string): Answer => ({ state: "answered", value: { kind: "code", code: value } });

function book(questionnaire: Questionnaire): fc.Arbitrary<ReadonlyMap<AnswerPath, Answer>> {
  const parts = paths(questionnaire).flatMap(({ path, definition }) => {
    const arbitrary = usual[path]?.map(code) ?? fittingAnswer(questionnaire, definition);
    return arbitrary === null ? [] : [arbitrary.map((answer) => [path, answer] as const)];
  });
  return fc.tuple(...parts).map((entries) => new Map(entries));
}

const person = fc.record<ContextRecord>({
  line: fc.integer({ min: 1, max: 5 }),
  iin: fc.constantFrom("520714190002", "150620190003", null),
  surname: fc.constantFrom("Сынақов", "Тестова"),
  given: fc.constantFrom("Тест", "Әлия"),
  patronymic: fc.constantFrom(null, "Тестұлы"),
  born: fc
    .tuple(fc.integer({ min: 1930, max: 2020 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => ({ year, month, day: 15 })),
  sex: fc.constantFrom("1", "2"),
  relationship: fc.constantFrom(null, "1", "2", "3", "4", "8", "9", "12"),
  familyGroup: fc.constantFrom(null, 1, 2),
  spouse: fc.constantFrom(null, 1, 2),
});

/** One of the sixteen kinds, any source of answers, up to six people on the list. */
const personContext: fc.Arbitrary<Context> = fc
  .record({
    institutionKind: fc.constantFrom(...institutionKinds.map(({ code: kind }) => kind)),
    source: fc.constantFrom("respondent", "respondent", "family", "legal-representative", "administration"),
    bornOnList: fc.constantFrom(null, "1980-06-15", "2009-03", "2010"),
    persons: fc.array(person, { maxLength: 6 }),
  })
  .map((context) => ({ ...context, proxy: context.source !== "respondent", line: 1 }));

const premisesContext: fc.Arbitrary<Context> = fc.record({
  isListHere: fc.boolean(),
  personsPresent: fc.integer({ min: 1, max: 60 }),
});

function caseOf(unit: CensusCase["unit"], context: fc.Arbitrary<Context>): fc.Arbitrary<CensusCase> {
  return fc.tuple(context, book(questionnaires[unit])).map(([given, answers]) => ({ unit, context: given, answers }));
}

export const personCase = caseOf("person", personContext);
export const premisesCase = caseOf("premises", premisesContext);

export type Step = readonly [path: AnswerPath, answer: Answer];

/** Questions that decide whether others are asked: named in a condition, or in a calculation that conditions read. */
function gatesOf({ files, questionsById }: Questionnaire): ReadonlySet<string> {
  const conditions = [
    ...files.flatMap(({ sections, calculations = [] }) => [
      ...sections.map(({ relevant = "" }) => relevant),
      ...calculations.map(({ expression }) => expression),
    ]),
    ...[...questionsById.values()].map(({ definition }) => definition.relevant ?? ""),
  ];
  return new Set(conditions.flatMap((condition) => condition.match(/[A-Z][A-Za-z0-9.]*/g) ?? []));
}

const stepArbitraries = {
  person: stepsOf(personQuestionnaire()),
  premises: stepsOf(premisesQuestionnaire()),
} as const;

function stepsOf(questionnaire: Questionnaire) {
  const decisive = gatesOf(questionnaire);
  const steps = paths(questionnaire).map(({ path, definition }) => ({
    isGate: decisive.has(path),
    step: anyAnswer(questionnaire, definition).map((answer): Step => [path, answer]),
  }));
  return {
    everywhere: fc.oneof(...steps.map(({ step }) => step)),
    gates: fc.oneof(...steps.filter(({ isGate }) => isGate).map(({ step }) => step)),
  };
}

/** Whatever at whichever path of the questionnaire, asked or not; or only where it decides what is asked. */
export function anySteps(
  { unit }: CensusCase,
  maxLength: number,
  at: "everywhere" | "gates" = "everywhere",
): fc.Arbitrary<readonly Step[]> {
  return fc.array(stepArbitraries[unit][at], { maxLength });
}

/** The questionnaire of a case. */
export function questionnaireOf({ unit }: CensusCase): Questionnaire {
  return questionnaires[unit];
}

/** Opens an interview that nobody answered yet. */
export function opened({ unit, context }: CensusCase): Interview {
  return openInterview(questionnaires[unit], { context, answers: {} });
}

/** The book's answer, or the first that is offered where the book names what is not; a roster gets its rows. */
function answerAt(interview: Interview, path: AnswerPath, { answers }: CensusCase): readonly Step[] {
  const { definition, options, lines, specials, alternatives } = interview.question(path);
  const found = answers.get(path);
  const isOffered = found?.state !== "alternative" || alternatives.some((one) => one.code === found.code);
  const written = isOffered ? found : undefined;
  if (written !== undefined && written.state !== "answered") return [[path, written]];
  if (definition.type === "roster") return [...answers].filter(([one]) => one.startsWith(`${path}[`));
  const value = written?.value;
  const [firstOption] = options;
  if (value?.kind === "code" && firstOption !== undefined && !options.some((option) => option.code === value.code)) {
    return [[path, code(firstOption.code)]];
  }
  if (value?.kind === "line" && !lines.includes(value.line)) return [[path, { state: "alternative", code: "0" }]];
  const [special] = specials;
  const fallback = special === undefined ? code(firstOption?.code ?? "1") : { state: special.state };
  return [[path, written ?? fallback]];
}

/** Answers what remains, in order, until nothing does. Gives how many answers that took. */
export function answerAlong(interview: Interview, made: CensusCase, limit = 400): number {
  let given = 0;
  for (let [path] = interview.remaining(); path !== undefined; [path] = interview.remaining()) {
    for (const [one, answer] of answerAt(interview, path, made)) {
      interview.give(one, answer);
      given += 1;
    }
    if (given > limit) throw new Error(`the interview does not end: ${path} remains after ${limit} answers`);
  }
  return given;
}

/**
 * Ends an interview as a careful interviewer would: soft findings are confirmed, what a hard one stands at is refused or
 * unknown, and what that brings in is answered. Throws if it cannot be ended.
 */
export function finish(interview: Interview, made: CensusCase): void {
  answerAlong(interview, made);
  for (let turn = 0; turn < 60; turn += 1) {
    const [block] = checkFinished(interview);
    if (block === undefined) return;
    if (block.type === "unanswered") answerAlong(interview, made);
    else if (block.type === "hard-finding") withdraw(interview, block.finding.paths);
    else interview.confirm(block.finding.edit, block.finding.paths[0] ?? "", "so it is");
  }
  throw new Error(`the interview cannot be finished: ${JSON.stringify(checkFinished(interview)[0])}`);
}

/** Takes back the answer that a hard finding stands at, or that of what it is a field of. */
function withdraw(interview: Interview, at: readonly AnswerPath[]): void {
  const candidates = at.flatMap((path) => [path, path.replace(/(\[\d+\])?\.[^.]+$/, "")]);
  for (const path of candidates) {
    const { specials, alternatives } = interview.question(path);
    const [special] = specials;
    const [other] = alternatives;
    if (special !== undefined) return void interview.give(path, { state: special.state });
    if (other !== undefined) return void interview.give(path, { state: "alternative", code: other.code });
  }
  throw new Error(`nothing can be said instead at ${at.join(", ")}`);
}
