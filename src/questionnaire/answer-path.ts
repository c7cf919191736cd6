// Paths such as `P05`, `P39.a`, `P21[2].language`, `R[1].kids[3].name`, taken apart against the layouts. Implements QL9.
import type { AnswerPath } from "./answer.ts";
import type { Frame } from "./frame.ts";
import type { QuestionSlot } from "./layout.ts";
import { openRow, type Session } from "./session.ts";

/** A question in the frame where its answer is kept. */
export interface Spot {
  readonly frame: Frame;
  readonly slot: QuestionSlot;
}

/** Highest row number a path can carry. */
const maxRow = 9_999;

/** Finds a question; with `openRows`, rows on the way that do not exist yet come into being. Null if there is no such. */
export function findSpot(session: Session, path: AnswerPath, openRows: boolean): Spot | null {
  let frame = session.root;
  let rest = path;
  for (;;) {
    const bracket = rest.indexOf("[");
    if (bracket < 0) {
      const slot = frame.layout.questionSlots.get(rest);
      return slot === undefined ? null : { frame, slot };
    }
    const step = /^\[(\d{1,4})\]\./.exec(rest.slice(bracket));
    const roster = frame.layout.questionSlots.get(rest.slice(0, bracket));
    if (step === null || roster === undefined) return null;
    const inner = findRow(session, frame, roster, Number(step[1]), openRows);
    if (inner === null) return null;
    frame = inner;
    rest = rest.slice(bracket + step[0].length);
  }
}

/** `findSpot` for many paths, opening rows: answers of one row follow each other and share its frame. */
export function spotsInOrder(session: Session): (path: AnswerPath) => Spot | null {
  let last: { readonly prefix: string; readonly frame: Frame } | null = null;
  return (path) => {
    const prefix = path.slice(0, path.lastIndexOf("].") + 2);
    if (last === null || prefix === "" || last.prefix !== prefix) {
      const spot = findSpot(session, path, true);
      if (spot !== null && prefix.length > 1) last = { prefix, frame: spot.frame };
      return spot;
    }
    const slot = last.frame.layout.questionSlots.get(path.slice(prefix.length));
    return slot === undefined ? null : { frame: last.frame, slot };
  };
}

function findRow(session: Session, holder: Frame, roster: QuestionSlot, row: number, openRows: boolean): Frame | null {
  if (row < 1 || row > maxRow) return null;
  if (openRows) return openRow(session, holder, roster, row);
  return holder.rows[roster.index]?.find((frame) => frame.row === row) ?? null;
}

/** The question, or a bug: screens and events only name paths the questionnaire gave them. */
export function requireSpot(session: Session, path: AnswerPath, openRows = false): Spot {
  const spot = findSpot(session, path, openRows);
  if (spot === null) throw new Error(`the questionnaire knows no question at ${path}`);
  return spot;
}
