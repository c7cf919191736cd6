// Paths such as `P05`, `P39.a`, `P21[2].language`, `R[1].kids[3].name`, taken apart against the layouts. Implements QL9.
import type { AnswerPath } from "./answer.ts";
import type { Frame } from "./frame.ts";
import type { Layout, QuestionSlot } from "./layout.ts";
import { limits } from "./limits.ts";
import { openRow, type Session } from "./session.ts";

/** A question in the frame where its answer is kept. */
export interface Spot {
  readonly frame: Frame;
  readonly slot: QuestionSlot;
}

/** A path as the layouts read it, whether its rows are there or not. */
interface Route {
  readonly rows: readonly { readonly roster: QuestionSlot; readonly row: number }[];
  readonly slot: QuestionSlot;
}

/** Null if the questionnaire has no such question, or a row's number is none a roster gives. */
function routeOf(root: Layout, path: AnswerPath): Route | null {
  const rows: Route["rows"][number][] = [];
  let layout = root;
  let rest = path;
  for (;;) {
    const bracket = rest.indexOf("[");
    if (bracket < 0) {
      const slot = layout.questionSlots.get(rest);
      return slot === undefined ? null : { rows, slot };
    }
    const step = /^\[([1-9]\d{0,3})\]\./.exec(rest.slice(bracket));
    const roster = layout.questionSlots.get(rest.slice(0, bracket));
    const row = Number(step?.[1]);
    if (step === null || roster === undefined || roster.rows === null || row > limits.rowNumber) return null;
    rows.push({ roster, row });
    layout = roster.rows;
    rest = rest.slice(bracket + step[0].length);
  }
}

/**
 * Finds a question; with `openRows`, rows on the way that do not exist yet come into being. Null if there is no such: then
 * no row came into being either.
 */
export function findSpot(session: Session, path: AnswerPath, openRows: boolean): Spot | null {
  const route = routeOf(session.root.layout, path);
  if (route === null) return null;
  let frame = session.root;
  for (const { roster, row } of route.rows) {
    const inner = findRow(session, frame, roster, row, openRows);
    if (inner === null) return null;
    frame = inner;
  }
  return { frame, slot: route.slot };
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
  if (openRows) return openRow(session, holder, roster, row);
  return holder.rows[roster.index]?.find((frame) => frame.row === row) ?? null;
}

/** The question, or a bug: screens and events only name paths the questionnaire gave them. */
export function requireSpot(session: Session, path: AnswerPath, openRows = false): Spot {
  const spot = findSpot(session, path, openRows);
  if (spot === null) throw new Error(`the questionnaire knows no question at ${path}`);
  return spot;
}
