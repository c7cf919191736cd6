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
}

/** Which options, alternatives and lines can be chosen now. */
export interface Offer {
  readonly options: readonly string[];
  /** Those of the options that stand alone. */
  readonly exclusive: readonly string[];
  readonly alternatives: readonly string[];
  readonly lines: readonly number[];
}

/** A frame with nothing answered and nothing computed. */
export function createFrame(layout: Layout, parent: Frame | null, row: number, prefix: string, edits: number): Frame {
  const { length } = layout.slots;
  const all = <T>(value: T, count = length): T[] => Array.from<T>({ length: count }).fill(value);
  return {
    layout,
    parent,
    row,
    prefix,
    values: all<SlotValue>(null),
    relevant: all(false),
    states: all<QuestionState>("unanswered"),
    answers: all<Answer>(unanswered),
    required: all(false),
    offers: all<Offer | null>(null),
    problems: all<ValueProblem | null>(null),
    firing: all(false, edits),
    rows: layout.slots.map(() => []),
    lastRow: all(0),
    views: all<QuestionView | null>(null),
    rowView: null,
    touched: all(0),
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
