// One interview in memory: answers in, what follows from them out. Nothing is computed twice and nothing is saved here.
// Implements QL40–QL59; the wave of recomputation is in session.ts.
import { unanswered, type Answer, type AnswerPath, type AnswersByPath } from "./answer.ts";
import { isAnswer } from "./answer-shape.ts";
import { findSpot, requireSpot, spotsInOrder } from "./answer-path.ts";
import { readContextValue } from "./context-value.ts";
import type { ExpressionValue } from "./expression-value.ts";
import { isList, pathIn, type Frame } from "./frame.ts";
import type { Finding, Interview, InterviewChange, InterviewStart, SectionView } from "./interview-view.ts";
import { confirmationKey, listFindings } from "./list-findings.ts";
import { viewOf } from "./make-view.ts";
import { limits } from "./limits.ts";
import { normaliseAnswer } from "./normalise-answer.ts";
import type { Questionnaire } from "./questionnaire.ts";
import {
  change,
  closeRow,
  createSession,
  nextRowNumber,
  noteRowNumber,
  openRow,
  settle,
  wakeFrame,
  wakeIn,
  wakeSlot,
  type Session,
} from "./session.ts";
import { isMissing, walk } from "./walk.ts";

/**
 * Opens an interview with what is known. Answers are taken as they are; paths this questionnaire does not know, and what
 * is no answer, are kept aside (`unknownPaths`), context of a wrong type is unknown. None of them can make it throw.
 */
export function openInterview(questionnaire: Questionnaire, start: InterviewStart): Interview {
  const session = createSession(questionnaire.plan);
  for (const name of questionnaire.contextNames) putContext(session, name, start.context[name]);
  // Outer rows first: a row inside one that was taken out later brings nothing back.
  for (const row of (start.removedRows ?? []).toSorted((a, b) => rowsIn(a) - rowsIn(b))) noteRemovedRow(session, row);
  wakeFrame(session, session.root);
  const spotOf = spotsInOrder(session);
  for (const [path, answer] of isIterable(start.answers) ? start.answers : Object.entries(start.answers)) {
    const spot = spotOf(path);
    if (spot === null || !isAnswer(answer)) session.unknownPaths.set(path, answer);
    else {
      spot.frame.answers[spot.slot.index] = answer;
      spot.frame.given[spot.slot.index] = true;
    }
  }
  for (const confirmation of start.confirmations ?? []) {
    session.confirmations.set(confirmationKey(confirmation.edit, confirmation.path), confirmation);
  }
  settle(session);
  return interviewOf(session, questionnaire);
}

function isIterable(answers: InterviewStart["answers"]): answers is Iterable<readonly [AnswerPath, Answer]> {
  return Symbol.iterator in answers;
}

/** Unknown names throw: which names there are is part of the questionnaire the caller holds. */
function putContext(session: Session, name: string, value: ExpressionValue | undefined): void {
  const slot = session.plan.contextByName.get(name);
  if (slot === undefined) throw new Error(`the questionnaire knows no context value ${name}`);
  const read = readContextValue(slot.entry, value);
  session.root.values[slot.index] = read;
  session.context.set(name, read);
}

function rowsIn(path: AnswerPath): number {
  return path.split("[").length;
}

/** Rows named by an older questionnaire are passed over: they have no number to guard here. */
function noteRemovedRow(session: Session, row: AnswerPath): void {
  const match = /^(.+)\[(\d{1,4})\]$/.exec(row);
  const spot = match?.[1] === undefined ? null : findSpot(session, match[1], true);
  if (spot === null || spot.slot.rows === null) return;
  const number = Number(match?.[2]);
  if (number <= limits.rowNumber) noteRowNumber(spot.frame, spot.slot, number);
  session.removedRows.add(row);
}

/** The methods over a session. Lists are made when asked for and kept until the next change. */
function interviewOf(session: Session, questionnaire: Questionnaire): Interview {
  const findings = remember(session, () => listFindings(session));
  const remaining = remember(session, () => listRemaining(session));
  const findingsByPath = remember(session, () => byPath(findings()));
  const findingsAt = (path: AnswerPath): readonly Finding[] => findingsByPath().get(path) ?? none;
  const sections = remember(session, () => listSections(session, questionnaire, findings(), remaining()));
  return {
    give: (path, answer) => give(session, path, answer),
    setContext: (name, value) =>
      change(session, () => {
        putContext(session, name, value);
        const slot = session.plan.contextByName.get(name);
        if (slot !== undefined) wakeSlot(session, slot, session.root);
      }),
    confirm: (edit, path, reason) => confirm(session, findings(), { edit, path, reason }),
    question: (path) => {
      const { frame, slot } = requireSpot(session, path);
      return viewOf(session, frame, slot, findingsAt);
    },
    sections,
    findings,
    remaining,
    answers: () => collectAnswers(session),
    exported: () => collectExported(session),
    confirmations: () => [...session.confirmations.values()],
    value: (calculation) => calculatedValue(session, questionnaire, calculation),
    addRow: (path) => addRow(session, path),
    removeRow: (path, row) => removeRow(session, path, row),
    removedRows: () => [...session.removedRows],
    unknownPaths: () => [...session.unknownPaths.keys()],
  };
}

const none: readonly Finding[] = [];

/** A value that is made again only after something changed. */
function remember<T>(session: Session, make: () => T): () => T {
  let kept: { readonly revision: number; readonly value: T } | null = null;
  return () => {
    if (kept?.revision !== session.revision) kept = { revision: session.revision, value: make() };
    return kept.value;
  };
}

/** Touches the question even if nothing else changes: the answer itself is part of its view. */
function give(session: Session, path: AnswerPath, answer: Answer): InterviewChange {
  if (!isAnswer(answer)) throw new Error(`what is given at ${path} is no answer`);
  return change(session, () => {
    const { frame, slot } = requireSpot(session, path, true);
    session.touch(frame, slot);
    frame.given[slot.index] = true;
    session.unknownPaths.delete(path);
    frame.answers[slot.index] = normaliseAnswer(slot, frame.answers[slot.index] ?? unanswered, answer);
    wakeSlot(session, slot, frame);
    // The check runs even when the value reads the same: one wrong answer is as unknown as another.
    const check = session.plan.checks.get(slot);
    if (check !== undefined) wakeIn(session, check, frame);
  });
}

/** Whoever adds a row says that there is something to tell: what settled the roster as a whole goes. */
function addRow(session: Session, path: AnswerPath): { row: number; change: InterviewChange } {
  const { frame, slot } = requireSpot(session, path);
  if (slot.rows === null) throw new Error(`${path} is no roster`);
  const row = nextRowNumber(session, frame, slot);
  const step = change(session, () => {
    const { state } = frame.answers[slot.index] ?? unanswered;
    if (state !== "answered" && state !== "unanswered") frame.answers[slot.index] = unanswered;
    openRow(session, frame, slot, row);
  });
  return { row, change: step };
}

/** A confirmation speaks of what was in the row; it goes with it. */
function removeRow(session: Session, path: AnswerPath, row: number): InterviewChange {
  const { frame, slot } = requireSpot(session, path);
  const found = frame.rows[slot.index]?.find((one) => one.row === row);
  if (found === undefined) throw new Error(`${path} has no row ${row}`);
  for (const [key, confirmation] of session.confirmations) {
    if (confirmation.path.startsWith(found.prefix)) session.confirmations.delete(key);
  }
  return change(session, () => closeRow(session, frame, slot, found));
}

/** A confirmation changes the views of all questions its finding is shown at. */
function confirm(
  session: Session,
  findings: readonly Finding[],
  confirmation: { readonly edit: string; readonly path: AnswerPath; readonly reason: string | null },
): void {
  const { edit, path } = confirmation;
  session.confirmations.set(confirmationKey(edit, path), confirmation);
  change(session, () => {
    const paths = findings.filter((finding) => finding.edit === edit).flatMap((finding) => finding.paths);
    for (const one of paths) {
      const spot = findSpot(session, one, false);
      if (spot !== null) session.touch(spot.frame, spot.slot);
    }
  });
}

function byPath(findings: readonly Finding[]): ReadonlyMap<AnswerPath, readonly Finding[]> {
  const lists = new Map<AnswerPath, Finding[]>();
  for (const finding of findings) {
    // A centre edit speaks to the office, not to whoever holds the screen.
    if (finding.level === "centre") continue;
    for (const path of finding.paths) {
      const list = lists.get(path);
      if (list === undefined) lists.set(path, [finding]);
      else list.push(finding);
    }
  }
  return lists;
}

function listRemaining(session: Session): readonly AnswerPath[] {
  const paths: AnswerPath[] = [];
  walk(session.plan, session.root, (frame, question) => {
    if (isMissing(frame, question)) paths.push(pathIn(frame, question.slot.localId));
  });
  return paths;
}

/** A finding belongs to the section of its first path, where a screen shows it. */
function listSections(
  session: Session,
  questionnaire: Questionnaire,
  findings: readonly Finding[],
  remaining: readonly AnswerPath[],
): readonly SectionView[] {
  const { root } = session;
  const sectionOf = (path: AnswerPath): string => findSpot(session, path, false)?.slot.section ?? "";
  const unanswered = Map.groupBy(remaining, sectionOf);
  const open = findings.filter(({ level, confirmed }) => level !== "centre" && !confirmed);
  const found = Map.groupBy(open, ({ paths }) => sectionOf(paths[0] ?? ""));
  const relevantById = new Map(
    root.layout.slots.flatMap((slot) => (slot.kind === "section" ? [[slot.id, root.relevant[slot.index]]] : [])),
  );
  const begun = new Set(
    [...root.layout.questionSlots.values()].flatMap(({ index, section }) =>
      root.states[index] === "unanswered" ? [] : [section],
    ),
  );
  return questionnaire.sections.map(({ id, form, title, questionIds }) => ({
    id,
    form,
    title,
    relevant: relevantById.get(id) === true,
    paths: questionIds.filter((question) => {
      const slot = root.layout.questionSlots.get(question);
      return slot !== undefined && root.relevant[slot.index] === true;
    }),
    isBegun: begun.has(id),
    unansweredCount: unanswered.get(id)?.length ?? 0,
    findingCount: found.get(id)?.length ?? 0,
    hardCount: found.get(id)?.filter(({ level }) => level === "hard").length ?? 0,
  }));
}

/** Set-aside answers, proposals and paths of other questionnaires included: nothing given is ever dropped. */
function collectAnswers(session: Session): AnswersByPath {
  const answers: Record<AnswerPath, Answer> = Object.fromEntries(session.unknownPaths);
  walk(session.plan, session.root, (frame, { slot, proposes }) => {
    const answer = frame.answers[slot.index];
    // "Cleared" is kept where it tells that nothing is proposed any more.
    const isKept = answer?.state !== "unanswered" || (proposes && frame.given[slot.index] === true);
    if (answer !== undefined && isKept) answers[pathIn(frame, slot.localId)] = answer;
    for (const row of frame.rows[slot.index] ?? []) markEmptyRow(session, row, answers);
  });
  return answers;
}

/** A row without answers would be forgotten: its first question, or the first that proposes nothing, is written as unanswered. */
function markEmptyRow(session: Session, row: Frame, answers: Record<AnswerPath, Answer>): void {
  const questions = session.plan.questionsByLayout.get(row.layout) ?? [];
  const first = questions.find(({ proposes }) => !proposes) ?? questions[0];
  const isEmpty =
    row.answers.every(({ state }) => state === "unanswered") && row.rows.every((rows) => rows.length === 0);
  if (first !== undefined && isEmpty) answers[pathIn(row, first.slot.localId)] = unanswered;
}

/** What the route leads past and nobody confirmed is not data. */
function collectExported(session: Session): AnswersByPath {
  const answers: Record<AnswerPath, Answer> = {};
  walk(session.plan, session.root, (frame, { slot }) => {
    const answer = frame.answers[slot.index];
    if (answer === undefined || frame.relevant[slot.index] !== true) return;
    if (answer.state !== "unanswered" && answer.state !== "proposed") answers[pathIn(frame, slot.localId)] = answer;
  });
  return answers;
}

function calculatedValue(session: Session, questionnaire: Questionnaire, calculation: string): ExpressionValue {
  const [, row = "", id = calculation] = /^(.*)\.([^.[\]]+)$/.exec(calculation) ?? [];
  const frame = row === "" ? session.root : rowFrame(session, row);
  const slot = frame?.layout.calculationSlots.get(id);
  if (!questionnaire.calculationIds.has(id) || slot === undefined || frame === null) {
    throw new Error(`the questionnaire knows no calculation ${calculation}`);
  }
  const value = frame.values[slot.index] ?? null;
  return isList(value) ? null : value;
}

/** `R[2]` as the frame of that row. */
function rowFrame(session: Session, path: string): Frame | null {
  const match = /^(.+)\[(\d{1,4})\]$/.exec(path);
  const spot = match?.[1] === undefined ? null : findSpot(session, match[1], false);
  return spot?.frame.rows[spot.slot.index]?.find(({ row }) => row === Number(match?.[2])) ?? null;
}
