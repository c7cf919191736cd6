// The memory of an interview: one frame for the whole and one for each roster row. Every slot of the layout has an
// entry in each array; a value is what expressions see, an answer is what somebody gave.
import { unanswered, type Answer, type AnswerPath } from "./answer.ts";
import type { ContextRecord, ScalarValue } from "./expression-value.ts";
import type { Layout } from "./layout.ts";
import type { QuestionView, RowView } from "./interview-view.ts";
import type { ValueProblem } from "./value-problem.ts";

/** What a slot holds for expressions: a roster's value is its rows. */
export type SlotValue = ScalarValue | readonly ContextRecord[] | readonly Frame[];

/** What became of a question, as state tests see it. A question that is not asked is `unanswered`. */
export type QuestionState = "unanswered" | "answered" | "refused" | "unknown" | "alternative";

export interface Frame {
  readonly layout: Layout;
  readonly parent: Frame | null;
  /** The row's number; 0 for the interview. */
  readonly row: number;
  /** What stands before a question's local id in its path: empty, or `P21[2].`. */
  readonly prefix: string;
  readonly values: SlotValue[];
  readonly relevant: boolean[];
  readonly states: QuestionState[];
  readonly answers: Answer[];
  /** Whether somebody has given the question an answer, cleared it, or both: then nothing is proposed any more. */
  readonly given: boolean[];
  /** What the definition proposes, whether or not it is shown. */
  readonly proposals: (Answer | null)[];
  readonly required: boolean[];
  /** Visible options and lines; null if nothing filters them: then the plan's full offer holds. */
  readonly offers: (Offer | null)[];
  readonly problems: (ValueProblem | null)[];
  /** By the layout's edits: whether each fires. */
  readonly firing: boolean[];
  readonly rows: Frame[][];
  /** The highest row number ever used, by slot of the roster. */
  readonly lastRow: number[];
  readonly views: (QuestionView | null)[];
  /** Of a roster row: what a screen was shown of it, until something in it changes. */
  rowView: RowView | null;
  /** The number of the last change that touched the slot. */
  readonly touched: number[];
  /** By rank: 1 where that computation waits to run here. A mark is far cheaper than a set of frames for each rank. */
  readonly woken: Uint8Array;
}

/** Which options, alternatives and lines can be chosen now. */
export interface Offer {
  readonly options: readonly string[];
  /** Those of the options that stand alone. */
  readonly exclusive: readonly string[];
  readonly alternatives: readonly string[];
  readonly lines: readonly number[];
}

/** The arrays of a frame as they begin, by their length: copying one is far cheaper than filling one. */
interface Blank {
  readonly values: readonly SlotValue[];
  readonly falses: readonly boolean[];
  readonly states: readonly QuestionState[];
  readonly answers: readonly Answer[];
  readonly proposals: readonly (Answer | null)[];
  readonly offers: readonly (Offer | null)[];
  readonly problems: readonly (ValueProblem | null)[];
  readonly views: readonly (QuestionView | null)[];
  readonly zeros: readonly number[];
}

const blanks = new Map<number, Blank>();

function blankOf(length: number): Blank {
  const known = blanks.get(length);
  if (known !== undefined) return known;
  const all = <T>(value: T): readonly T[] => Array.from({ length }, () => value);
  const blank: Blank = {
    values: all(null),
    falses: all(false),
    states: all("unanswered"),
    answers: all(unanswered),
    proposals: all(null),
    offers: all(null),
    problems: all(null),
    views: all(null),
    zeros: all(0),
  };
  blanks.set(length, blank);
  return blank;
}

/** For the slots that are no rosters; nobody ever puts a row into it. */
const noRows: Frame[] = [];

interface FrameParts extends Pick<Frame, "parent" | "row" | "prefix"> {
  /** How many edits the layout has, and how many computations the whole questionnaire. */
  readonly edits: number;
  readonly computations: number;
}

/** A frame with nothing answered and nothing computed. */
export function createFrame(layout: Layout, { parent, row, prefix, edits, computations }: FrameParts): Frame {
  const blank = blankOf(layout.slots.length);
  return {
    layout,
    parent,
    row,
    prefix,
    values: blank.values.slice(),
    relevant: blank.falses.slice(),
    states: blank.states.slice(),
    answers: blank.answers.slice(),
    given: blank.falses.slice(),
    proposals: blank.proposals.slice(),
    required: blank.falses.slice(),
    offers: blank.offers.slice(),
    problems: blank.problems.slice(),
    firing: blankOf(edits).falses.slice(),
    rows: layout.slots.map((slot) => (slot.kind === "question" && slot.rows !== null ? [] : noRows)),
    lastRow: blank.zeros.slice(),
    views: blank.views.slice(),
    rowView: null,
    touched: blank.zeros.slice(),
    woken: new Uint8Array(computations),
  };
}

/** The path of a row's field, or of the row's roster with the row's number when `localId` is empty. */
export function pathIn(frame: Frame, localId: string): AnswerPath {
  return frame.prefix + localId;
}

/** The frame a frame stands in, so many levels up. */
export function frameUp(frame: Frame, levels: number): Frame {
  let found = frame;
  for (let level = 0; level < levels; level += 1) {
    if (found.parent === null) throw new Error("a frame without the parent its layout has");
    found = found.parent;
  }
  return found;
}

/** All frames of a layout that stand within a frame, the frame itself if it is of that layout. */
export function framesWithin(frame: Frame, layout: Layout): readonly Frame[] {
  if (frame.layout === layout) return [frame];
  const { roster, parent } = layout;
  if (roster === null || parent === null) return [];
  if (parent === frame.layout) return frame.rows[roster.index] ?? [];
  return framesWithin(frame, parent).flatMap((holder) => holder.rows[roster.index] ?? []);
}

/** Rows or records, which no calculation and no placeholder can be; the empty list counts as codes. */
export function isList(value: SlotValue): value is readonly ContextRecord[] | readonly Frame[] {
  return Array.isArray(value) && typeof value[0] === "object";
}
