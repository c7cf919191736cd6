// The one thing Home recommends (T-03). It answers "what now?", it never forbids anything else.
import type { FormState } from "./form-state.ts";
import type { ListState } from "./list.ts";
import { countProgress, type ProgressRow } from "./progress.ts";

export type NextAction =
  /** No line yet: make the list. */
  | { readonly type: "make-list" }
  /** The form last worked on is open. */
  | { readonly type: "continue"; readonly lineId: string; readonly number: number; readonly left: number }
  /** The Department asks for a correction. */
  | { readonly type: "correct"; readonly lineId: string; readonly number: number; readonly left: number }
  /** The list has people and is not signed. */
  | { readonly type: "sign-list"; readonly onList: number }
  /** Nobody else is left to ask: the one put off whose time comes first. */
  | {
      readonly type: "postponed";
      readonly lineId: string;
      readonly number: number;
      readonly untilMs: number | null;
      readonly left: number;
    }
  /** The first by number who was not asked, or the one put off whose time has come. */
  | { readonly type: "interview-next"; readonly lineId: string; readonly number: number; readonly left: number }
  /** Everybody was asked who can be asked now; the premises' own form (F2) is open or not begun. */
  | { readonly type: "premises" }
  /** Everybody was asked, and the list changed after it was signed: the Department does not know yet. */
  | { readonly type: "send-changes"; readonly changes: number }
  /** Everybody was asked, and forms wait on this tablet or unconfirmed on USB. */
  | { readonly type: "send"; readonly waiting: number }
  /** Nothing is left to do or to send; `received` forms are with the Department, not decided. */
  | { readonly type: "all-done"; readonly accepted: number; readonly received: number };

/**
 * Work that was begun comes first, then what the Department returned, the list's signature, whose time has come, the next
 * person, the premises, those put off, the changed list, sending. `premises` is the place of their form, null where it is not asked; `changes` counts the lines that differ from the list as signed. `left` counts those still to be begun or finished.
 */
export function recommendNextAction(
  list: ListState,
  rows: readonly ProgressRow[],
  premises: FormState | null,
  nowMs: number,
  changes: number,
): NextAction {
  const onList = rows.filter(({ isOnList }) => isOnList);
  const isSigned = list.state === "signed";
  if (onList.length === 0 && !isSigned) return { type: "make-list" };
  const todo = countProgress(onList);
  const left = todo.notStarted + todo.beingFilled + todo.returned;
  const open = onList
    .filter((row) => row.form === "being-filled" && row.postponed === null)
    .toSorted((a, b) => (b.savedAtMs ?? 0) - (a.savedAtMs ?? 0) || a.number - b.number)
    .at(0);
  if (open !== undefined) return { type: "continue", lineId: open.lineId, number: open.number, left };
  const returned = firstByNumber(onList, "refused");
  if (returned !== undefined) return { type: "correct", lineId: returned.lineId, number: returned.number, left };
  if (!isSigned) return { type: "sign-list", onList: onList.length };
  const putOff = onList
    .filter(({ form, postponed }) => postponed !== null && (form === "not-started" || form === "being-filled"))
    .toSorted((a, b) => timeOf(a) - timeOf(b) || a.number - b.number);
  const [soonest] = putOff;
  const isDue = soonest !== undefined && timeOf(soonest) <= nowMs;
  const next = isDue
    ? soonest
    : firstByNumber(
        onList.filter(({ postponed }) => postponed === null),
        "not-started",
      );
  if (next !== undefined) return { type: "interview-next", lineId: next.lineId, number: next.number, left };
  if (premises === "not-started" || premises === "being-filled" || premises === "refused") return { type: "premises" };
  if (soonest !== undefined) {
    const { lineId, number, postponed } = soonest;
    return { type: "postponed", lineId, number, untilMs: postponed?.untilMs ?? null, left };
  }
  if (changes > 0) return { type: "send-changes", changes };
  // Here what is not on the list counts too: its finished forms must still reach the Department.
  const counts = countProgress(rows);
  const waiting = counts.ready + counts.onUsb;
  if (waiting > 0) return { type: "send", waiting };
  return { type: "all-done", accepted: counts.accepted, received: counts.received };
}

function firstByNumber(rows: readonly ProgressRow[], form: ProgressRow["form"]): ProgressRow | undefined {
  return rows.filter((row) => row.form === form).toSorted((a, b) => a.number - b.number)[0];
}

/** A time in words comes after every time of the clock. */
function timeOf({ postponed }: ProgressRow): number {
  return postponed?.untilMs ?? Number.MAX_SAFE_INTEGER;
}
