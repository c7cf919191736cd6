// The state of one interview and the wave of recomputation that follows each change: computations that something woke
// run in the order of the plan, each at most once in a frame, and wake others only if they came out otherwise.
import { unanswered, type Answer, type AnswerPath } from "./answer.ts";
import { compute, type ComputeContext, type News } from "./compute.ts";
import type { ExpressionValue } from "./expression-value.ts";
import { createFrame, framesWithin, frameUp, pathIn, type Frame } from "./frame.ts";
import type { Confirmation, InterviewChange } from "./interview-view.ts";
import type { Layout, QuestionSlot, Slot } from "./layout.ts";
import { limits } from "./limits.ts";
import type { Computation, Plan } from "./plan.ts";

/** A slot whose view becomes another, and whether it was asked before. */
interface Touch {
  readonly frame: Frame;
  readonly slot: QuestionSlot;
  readonly wasRelevant: boolean;
}

export interface Session extends ComputeContext {
  readonly plan: Plan;
  readonly root: Frame;
  readonly context: Map<string, ExpressionValue>;
  readonly confirmations: Map<string, Confirmation>;
  /** `P21[2]`: rows taken out. */
  readonly removedRows: Set<AnswerPath>;
  readonly unknownPaths: Map<string, Answer>;
  /** Frames by the rank of the computation that waits in them; each frame knows which ranks wait in it. */
  readonly waiting: (Frame[] | undefined)[];
  lowest: number;
  readonly touches: Touch[];
  /** Counts changes; what was made at an older count may be stale. */
  revision: number;
}

/** Of an interview as it was opened, before any change. */
const firstRevision = 1;

export function createSession(plan: Plan): Session {
  const session: Session = {
    plan,
    root: newFrame(plan, plan.root, null, 0, ""),
    locals: { rows: [], records: [] },
    context: new Map(),
    confirmations: new Map(),
    removedRows: new Set(),
    unknownPaths: new Map(),
    waiting: Array.from({ length: plan.computations.length }),
    lowest: Number.POSITIVE_INFINITY,
    touches: [],
    revision: firstRevision,
    touch: (frame, slot) => touch(session, frame, slot),
  };
  return session;
}

/** A frame with what never changes already in it: whether a question is required when no condition decides it. */
function newFrame(plan: Plan, layout: Layout, parent: Frame | null, row: number, prefix: string): Frame {
  const edits = plan.editsByLayout.get(layout)?.length ?? 0;
  const frame = createFrame(layout, { parent, row, prefix, edits, computations: plan.computations.length });
  for (const { slot, required } of plan.questionsByLayout.get(layout) ?? []) {
    frame.required[slot.index] = required ?? false;
  }
  return frame;
}

/** Notes that a question's view becomes another, with those it stands in. */
function touch(session: Session, frame: Frame, slot: QuestionSlot): void {
  if (frame.touched[slot.index] === session.revision) return;
  frame.touched[slot.index] = session.revision;
  frame.views[slot.index] = null;
  frame.rowView = null;
  // Nobody asks what became of each question when the interview was opened: all of it is new.
  if (session.revision > firstRevision) {
    session.touches.push({ frame, slot, wasRelevant: frame.relevant[slot.index] === true });
  }
  if (slot.composite !== null) touch(session, frame, slot.composite);
  else if (frame.parent !== null && frame.layout.roster !== null) touch(session, frame.parent, frame.layout.roster);
}

/** Lets a computation run in a frame with the next wave. */
export function wakeIn(session: Session, computation: Computation, frame: Frame): void {
  const { rank } = computation;
  const frames = session.waiting[rank];
  if (frame.woken[rank] === 1) return;
  frame.woken[rank] = 1;
  if (frames === undefined) session.waiting[rank] = [frame];
  else frames.push(frame);
  if (rank < session.lowest) session.lowest = rank;
}

/** Lets what works out this slot run in a frame. */
export function wakeSlot(session: Session, slot: Slot, frame: Frame): void {
  const computation = session.plan.bySlot.get(slot);
  if (computation !== undefined) wakeIn(session, computation, frame);
}

/** Lets everything in a frame run. */
export function wakeFrame(session: Session, frame: Frame): void {
  for (const computation of session.plan.computationsByLayout.get(frame.layout) ?? []) {
    wakeIn(session, computation, frame);
  }
}

/** Runs the wave to its end. Ranks only grow along the way, so one sweep is enough. */
export function settle(session: Session): void {
  const { computations } = session.plan;
  for (let rank = session.lowest; rank < computations.length; rank += 1) {
    const frames = session.waiting[rank];
    const computation = computations[rank];
    if (frames === undefined || computation === undefined) continue;
    session.waiting[rank] = undefined;
    for (const frame of frames) {
      frame.woken[rank] = 0;
      const news = compute(session, computation, frame);
      if (news !== false) wakeOthers(session, computation, frame, news);
    }
  }
  session.lowest = Number.POSITIVE_INFINITY;
}

/**
 * From one frame to all that may read from it: up to the frame the edge names, and down to every frame of the reader.
 * A direct read stays in the row (or goes to the rows inside it); a read through a list reaches all rows.
 */
function wakeOthers(session: Session, source: Computation, frame: Frame, news: Exclude<News, false>): void {
  for (const { computation, via, onlyAsked } of source.wakes) {
    if (onlyAsked && news === "rows") continue;
    const holder = frameUp(frame, frame.layout.depth - via.depth);
    if (computation.layout === holder.layout) wakeIn(session, computation, holder);
    else for (const reader of framesWithin(holder, computation.layout)) wakeIn(session, computation, reader);
  }
}

/** Makes one change, lets the wave run, and says what became of the questions. */
export function change(session: Session, step: () => void): InterviewChange {
  session.revision += 1;
  session.touches.length = 0;
  step();
  settle(session);
  const changed: AnswerPath[] = [];
  const appeared: AnswerPath[] = [];
  const vanished: AnswerPath[] = [];
  for (const { frame, slot, wasRelevant } of session.touches) {
    const isRelevant = frame.relevant[slot.index] === true;
    if (!wasRelevant && !isRelevant) continue;
    const list = wasRelevant && isRelevant ? changed : isRelevant ? appeared : vanished;
    list.push(pathIn(frame, slot.localId));
  }
  return { changed, appeared, vanished };
}

/** The row's frame, made if it is not there yet; null if it was taken out. */
export function openRow(session: Session, holder: Frame, roster: QuestionSlot, row: number): Frame | null {
  const rows = holder.rows[roster.index];
  if (roster.rows === null || rows === undefined) return null;
  // Rows stand in the order of their numbers, and most come at the end.
  const isLast = (rows.at(-1)?.row ?? 0) < row;
  const found = isLast ? undefined : rows.find((frame) => frame.row === row);
  if (found !== undefined) return found;
  const path = `${pathIn(holder, roster.localId)}[${row}]`;
  if (session.removedRows.has(path)) return null;
  const frame = newFrame(session.plan, roster.rows, holder, row, `${path}.`);
  const after = isLast ? -1 : rows.findIndex((other) => other.row > row);
  rows.splice(after < 0 ? rows.length : after, 0, frame);
  noteRowNumber(holder, roster, row);
  touch(session, holder, roster);
  wakeSlot(session, roster, holder);
  wakeFrame(session, frame);
  return frame;
}

/** The number of the next row: one more than the highest, or after a damaged record the highest that is still free. */
export function nextRowNumber(session: Session, holder: Frame, roster: QuestionSlot): number {
  const next = (holder.lastRow[roster.index] ?? 0) + 1;
  if (next <= limits.rowNumber) return next;
  const taken = new Set(holder.rows[roster.index]?.map(({ row }) => row));
  const path = pathIn(holder, roster.localId);
  for (let row = limits.rowNumber; row > 0; row -= 1) {
    if (!taken.has(row) && !session.removedRows.has(`${path}[${row}]`)) return row;
  }
  throw new Error(`${path} has given all its rows`);
}

/** Remembers the highest number given, so that it is never given again. */
export function noteRowNumber(holder: Frame, roster: QuestionSlot, row: number): void {
  holder.lastRow[roster.index] = Math.max(holder.lastRow[roster.index] ?? 0, row);
}

/** Takes a row out with everything in it. */
export function closeRow(session: Session, holder: Frame, roster: QuestionSlot, frame: Frame): void {
  const rows = holder.rows[roster.index] ?? [];
  touchRow(session, frame);
  rows.splice(rows.indexOf(frame), 1);
  session.removedRows.add(frame.prefix.slice(0, -1));
  touch(session, holder, roster);
  wakeSlot(session, roster, holder);
}

/** Everything asked in the row vanishes. */
function touchRow(session: Session, frame: Frame): void {
  for (const { slot } of session.plan.questionsByLayout.get(frame.layout) ?? []) {
    touch(session, frame, slot);
    frame.relevant[slot.index] = false;
    frame.answers[slot.index] = unanswered;
    for (const row of frame.rows[slot.index] ?? []) touchRow(session, row);
  }
}
