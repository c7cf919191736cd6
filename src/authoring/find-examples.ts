// Looks for an example interview that asks each question and fires each edit: downhill from an empty interview by the
// distance to the condition, and when that ends in a hollow, again from somewhere else. What it does not find may exist
// all the same; what it finds was seen in the engine.
import {
  openInterview,
  type Edit,
  type Interview,
  type InterviewStart,
  type Questionnaire,
  type QuestionnaireHost,
  type ScalarValue,
} from "#questionnaire";
import type { AuthoringHost } from "./authoring-host.ts";
import { conditionModel, type ConditionModel, type ModelQuestion } from "./condition-model.ts";
import { distanceTo, distanceToAsked, valueOf } from "./distance.ts";
import { knobsFor, settingOf, settingsOf, turn, type Knob, type Setting } from "./knobs.ts";
import { mentionedBy, type Mentioned } from "./mentioned.ts";
import { seededRandom, shuffled, type Random } from "./seeded-random.ts";
import { shortened } from "./shorten-example.ts";
import { copyTrial, emptyTrial, trialStart, type Example, type Trial } from "./trial.ts";
import { scopeOf, type Scope } from "./trial-scope.ts";

export type Target =
  | { readonly kind: "question"; readonly id: string }
  | { readonly kind: "edit"; readonly id: string; readonly level: Edit["level"] };

/** `example` is null if none was found in so many tries, which does not mean that there is none. */
export interface Reached {
  readonly target: Target;
  readonly example: Example | null;
  readonly tries: number;
}

export interface SearchLimits {
  /** Settings tried for one target before it is given up. */
  readonly tries: number;
  readonly seed: number;
}

export const usualSearch: SearchLimits = { tries: 30_000, seed: 2021 };

/** One search over one questionnaire, its conditions read once. */
export interface ExampleSearch {
  readonly targets: readonly Target[];
  find(target: Target): Reached;
}

/** Every question and edit of the questionnaire, each with its shortest example found. Deterministic for a seed. */
export function findExamples(
  questionnaire: Questionnaire,
  host: AuthoringHost,
  limits: SearchLimits = usualSearch,
): readonly Reached[] {
  const search = createExampleSearch(questionnaire, host, limits);
  return search.targets.map((target) => search.find(target));
}

export function createExampleSearch(
  questionnaire: Questionnaire,
  host: AuthoringHost,
  limits: SearchLimits = usualSearch,
): ExampleSearch {
  const model = conditionModel(questionnaire);
  const questions = [...questionnaire.questionsById.keys()].map((id): Target => ({ kind: "question", id }));
  const edits = questionnaire.edits.map(({ id, level }): Target => ({ kind: "edit", id, level }));
  return {
    targets: [...questions, ...edits],
    find(target) {
      const goal = goalOf(model, host, target);
      if (goal === null) return { target, example: null, tries: 0 };
      const look = (start: InterviewStart): Outcome => outcomeOf(questionnaire, target, start);
      const { trial, tries } = descend(goal, host, look, limits);
      return { target, example: trial === null ? null : trialStart(inOrder(trial, questionnaire)), tries };
    },
  };
}

interface Goal {
  readonly mentioned: Mentioned;
  /** The values of what the condition computes. */
  readonly computed: (trial: Trial) => readonly ScalarValue[];
  readonly distance: (trial: Trial) => number;
}

function goalOf(model: ConditionModel, host: QuestionnaireHost, target: Target): Goal | null {
  if (target.kind === "question") {
    const question = model.questions.get(target.id);
    if (question === undefined) return null;
    const mentioned = mentionedBy(model, [], [question]);
    return {
      mentioned,
      computed: computing(model, host, mentioned),
      distance: (trial) => distanceToAsked(question, firstRows(scopeOf(model, host, trial), question)),
    };
  }
  const known = model.edits.find(({ edit }) => edit.id === target.id);
  if (known === undefined) return null;
  const shownAt = known.edit.at.map((id) => model.questions.get(id)).filter((one) => one !== undefined);
  const roster = known.edit.forEach === undefined ? undefined : model.questions.get(known.edit.forEach);
  const mentioned = mentionedBy(model, [known.when], roster === undefined ? shownAt : [...shownAt, roster]);
  const distance = (scope: Scope): number =>
    distanceTo(known.when, true, scope) + Math.min(...shownAt.map((question) => distanceToAsked(question, scope)));
  return {
    mentioned,
    computed: computing(model, host, mentioned),
    distance: (trial) => {
      const scope = scopeOf(model, host, trial);
      if (roster === undefined) return distance(firstRows(scope, shownAt[0] ?? null));
      const rows = [1, 2].map((row) => scopeOfRow(firstRows(scope, roster), roster, row));
      return Math.min(...rows.map(distance));
    },
  };
}

function computing(model: ConditionModel, host: QuestionnaireHost, mentioned: Mentioned): Goal["computed"] {
  return (trial) => {
    const scope = scopeOf(model, host, trial);
    return mentioned.computed.map((syntax) => valueOf(syntax, scope));
  };
}

/** A field is looked for in the first row of each roster around it. */
function firstRows(scope: Scope, question: ModelQuestion | null): Scope {
  if (question?.roster === null || question === null) return scope;
  return scopeOfRow(firstRows(scope, question.roster), question.roster, 1);
}

function scopeOfRow(scope: Scope, roster: ModelQuestion, row: number): Scope {
  const around = roster.roster;
  const path = around === null ? roster.id : (scope.rows.get(around.id) ?? "") + roster.id.slice(around.id.length);
  return { ...scope, rows: new Map([...scope.rows, [roster.id, `${path}[${row}]`]]) };
}

/** `clean` is an example that breaks no hard edit besides the one it is for. */
type Outcome = "missed" | "reached" | "clean";

/** The engine's word on an example. */
function outcomeOf(questionnaire: Questionnaire, target: Target, start: InterviewStart): Outcome {
  const interview = openInterview(questionnaire, start);
  const findings = interview.findings();
  const isThere =
    target.kind === "edit"
      ? findings.some(({ edit }) => edit === target.id)
      : isAsked(interview, firstRowPath(questionnaire, target.id));
  if (!isThere) return "missed";
  return findings.some(({ edit, level }) => level === "hard" && edit !== target.id) ? "reached" : "clean";
}

function isAsked(interview: Interview, path: string): boolean {
  try {
    return interview.question(path).relevant;
  } catch {
    // The row was not opened: there is no such path in this interview.
    return false;
  }
}

/** Answers in the order of asking. */
function inOrder(trial: Trial, { questionsById }: Questionnaire): Trial {
  const ids = [...questionsById.keys()];
  const place = ([path]: readonly [string, unknown]): number => ids.indexOf(path.replaceAll(/\[\d+\]/g, ""));
  return { ...trial, answers: new Map([...trial.answers].toSorted((a, b) => place(a) - place(b))) };
}

function firstRowPath(questionnaire: Questionnaire, id: string): string {
  const parent = questionnaire.questionsById.get(id)?.parent ?? null;
  if (parent === null) return id;
  const own = id.slice(parent.length);
  const isRow = questionnaire.questionsById.get(parent)?.definition.type === "roster";
  return `${firstRowPath(questionnaire, parent)}${isRow ? "[1]" : ""}${own}`;
}

/** Rounds in which a cleaner example is looked for once there is one. */
const roundsForClean = 6;

function descend(
  goal: Goal,
  host: AuthoringHost,
  look: (start: InterviewStart) => Outcome,
  limits: SearchLimits,
): { readonly trial: Trial | null; readonly tries: number } {
  const random = seededRandom(limits.seed);
  const knobs = knobsFor(goal.mentioned);
  const walk: Walk = { goal, host, random, knobs, tries: 0, limit: limits.tries };
  let found: Trial | null = null;
  let roundsLeft = Infinity;
  for (let round = 0; roundsLeft > 0 && (round === 0 || walk.tries < limits.tries); round += 1) {
    roundsLeft -= 1;
    const trial = round === 0 ? startTrial(goal) : scatteredTrial(walk);
    const outcome = goDown(walk, trial, round === 0) ? look(trialStart(trial)) : "missed";
    if (outcome !== "missed") {
      const short = shortened(trial, knobs, (start) => look(start) === outcome);
      found = found === null || outcome === "clean" ? short : found;
      if (outcome === "clean") break;
      roundsLeft = Math.min(roundsLeft, roundsForClean);
    }
    if (knobs.length === 0) break;
  }
  return { trial: found, tries: walk.tries };
}

interface Walk {
  readonly goal: Goal;
  readonly host: AuthoringHost;
  readonly random: Random;
  readonly knobs: readonly Knob[];
  readonly limit: number;
  tries: number;
}

/** Nothing answered, and lists known to be empty. */
function startTrial({ mentioned }: Goal): Trial {
  const trial = emptyTrial();
  for (const entry of mentioned.context) if (entry.type === "list") trial.counts.set(entry.id, 0);
  return trial;
}

/** About two in three knobs turned somewhere. */
function scatteredTrial(walk: Walk): Trial {
  const trial = startTrial(walk.goal);
  for (const knob of walk.knobs) {
    if (walk.random() < 0.35) continue;
    const settings = settingsNow(walk, trial, knob);
    turn(trial, knob, settings[Math.floor(walk.random() * settings.length)]);
  }
  return trial;
}

/** Turns one knob after another to where the distance is least, until nothing helps any more. True if it is 0. */
function goDown(walk: Walk, trial: Trial, isInOrder: boolean): boolean {
  let distance = walk.goal.distance(trial);
  for (let before = Infinity; distance > 0 && distance < before && walk.tries < walk.limit;) {
    before = distance;
    for (const knob of isInOrder ? walk.knobs : shuffled(walk.knobs, walk.random)) {
      distance = turnToBest(walk, trial, knob, distance);
      if (distance === 0) break;
    }
    if (distance === before) distance = stepAside(walk, trial, distance);
  }
  return distance === 0;
}

function settingsNow({ goal, host, random }: Walk, trial: Trial, knob: Knob): readonly Setting[] {
  return settingsOf(knob, trial, goal.mentioned, host, random, goal.computed(trial));
}

function turnToBest(walk: Walk, trial: Trial, knob: Knob, distance: number): number {
  let best = settingOf(trial, knob);
  let least = distance;
  for (const setting of settingsNow(walk, trial, knob)) {
    turn(trial, knob, setting);
    walk.tries += 1;
    const now = walk.goal.distance(trial);
    if (now >= least) continue;
    [best, least] = [setting, now];
    if (now === 0) break;
  }
  turn(trial, knob, best);
  return least;
}

/** In a hollow: one knob turned somewhere and another to its best, if that together is lower. */
function stepAside(walk: Walk, trial: Trial, distance: number): number {
  for (const first of shuffled(walk.knobs, walk.random).slice(0, 6)) {
    const before = settingOf(trial, first);
    const settings = settingsNow(walk, trial, first);
    for (const setting of shuffled(settings, walk.random).slice(0, 4)) {
      turn(trial, first, setting);
      const aside = copyTrial(trial);
      let now = walk.goal.distance(aside);
      for (const second of walk.knobs) if (second !== first && now > 0) now = turnToBest(walk, aside, second, now);
      if (now >= distance) continue;
      for (const knob of walk.knobs) turn(trial, knob, settingOf(aside, knob));
      return now;
    }
    turn(trial, first, before);
  }
  return distance;
}
