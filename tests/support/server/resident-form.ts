// A whole form of somebody who lives in the institution, as a tablet seals it. What a test does not say nobody knows.
import { personQuestionnaire, personsNamedIn, premisesQuestionnaire } from "#census";
import type { FormLine } from "#fieldwork";
import { newId } from "#protocol";
import { checkFinished, openInterview, type Answer, type Interview, type Questionnaire } from "#questionnaire";
import { random } from "../../../src/server/workplace.ts";
import { premisesAnswers } from "../tablet/premises-form.ts";
import { withoutIin } from "../tablet/short-interview.ts";

export const said = (code: string): Answer => ({ state: "answered", value: { kind: "code", code } });
const atMs = Date.UTC(2021, 8, 3, 10);

/** Where nobody knows: "don't know", else the first thing on offer. */
function answerWhatRemains(interview: Interview): void {
  for (let step = 0; step < 200; step++) {
    const [path] = interview.remaining();
    if (path === undefined) return;
    const { specials, options, definition } = interview.question(path);
    const [first] = options;
    if (specials.some(({ state }) => state === "unknown")) interview.give(path, { state: "unknown" });
    else if (first === undefined) throw new Error(`${path} (${definition.type}) cannot be answered here`);
    else interview.give(path, said(first.code));
  }
}

interface ResidentFacts {
  readonly line?: number;
  readonly list?: string;
  readonly answers?: Readonly<Record<string, Answer>>;
  /** Another version, and what the questions of version 1 are called in it. */
  readonly version?: { readonly questionnaire: Questionnaire; readonly idOf: (id: string) => string };
}

/** A woman of 71 who answered herself; complete, every soft finding confirmed. */
export function formOfAResident({
  line = 1,
  list = newId(random),
  answers: told = {},
  version = { questionnaire: personQuestionnaire(), idOf: (id) => id },
}: ResidentFacts = {}): FormLine {
  const { questionnaire, idOf } = version;
  const context = { institutionKind: "I-16", proxy: false, source: "respondent", line };
  const named = Object.fromEntries(Object.entries(told).map(([path, answer]) => [idOf(path), answer]));
  const interview = openInterview(questionnaire, {
    context: { ...context, persons: personsNamedIn(questionnaire, named) },
    answers: {},
  });
  const name = { kind: "name", surname: "Бәйтерекова", given: "Таңшолпан", patronymic: null } as const;
  const answers: Readonly<Record<string, Answer>> = {
    L04: said("1"),
    ...withoutIin,
    P02: { state: "answered", value: name },
    P03: said("12"),
    P04: said("2"),
    P05: { state: "answered", value: { kind: "date", date: { year: 1950, month: 5, day: 17 } } },
    ...told,
  };
  for (const [path, answer] of Object.entries(answers)) interview.give(idOf(path), answer);
  answerWhatRemains(interview);
  for (const block of checkFinished(interview)) {
    if (block.type !== "unconfirmed-finding") throw new Error(`the form is not complete: ${block.type}`);
    for (const path of block.finding.paths) interview.confirm(block.finding.edit, path, null);
  }
  const exported = interview.exported();
  return {
    typ: "form",
    v: 1,
    id: newId(random),
    rev: 1,
    list,
    line,
    lineId: newId(random),
    unit: "person",
    questionnaire: questionnaire.forms.map(({ id, version }) => ({ id, version })),
    source: { kind: "respondent" },
    otherSources: {},
    language: "kk",
    startedAtMs: atMs - 15 * 60_000,
    finishedAtMs: atMs,
    answers: exported,
    confirmations: interview.confirmations().map((confirmation) => ({ ...confirmation, atMs })),
    notes: [],
    flags: [],
    context,
  };
}

/** The form of the premises, whole. */
export function formOfThePremises(): FormLine {
  const list = newId(random);
  const context = { isListHere: false, personsPresent: 1 };
  return {
    ...formOfAResident({ list }),
    line: 0,
    lineId: list,
    unit: "premises",
    questionnaire: premisesQuestionnaire().forms.map(({ id, version }) => ({ id, version })),
    source: { kind: "administration", basis: "document", reason: "other" },
    answers: premisesAnswers(context),
    confirmations: [],
    context,
  };
}
