// Counts for Home and for "Data and sending": how many forms are in each place. Counted anew from the rows each time.
import type { FormState } from "./form-state.ts";

/** What the counts and the next action need to know of a line. */
export interface ProgressRow {
  readonly lineId: string;
  readonly number: number;
  /** False where the line was taken off, and for the premises, which are no line. */
  readonly isOnList: boolean;
  readonly form: FormState;
  /** When the form was last written to; null before it was started. */
  readonly savedAtMs: number | null;
  /** Null = not put off. `untilMs` is null where the time stands in words only. */
  readonly postponed: { readonly untilMs: number | null } | null;
}

/** The five places of a form (ux D4), what the Department holds but has not opened yet, and what was not begun. */
export interface Progress {
  /** Lines on the list, those taken off not counted. */
  readonly onList: number;
  readonly notStarted: number;
  readonly beingFilled: number;
  /** Ready, on this tablet only. */
  readonly ready: number;
  /** Copied to USB, not confirmed. */
  readonly onUsb: number;
  /** Accepted by the Department. */
  readonly accepted: number;
  /** Refused by the Department, to be corrected. */
  readonly returned: number;
  /** Stored or quarantined: received by the Department, not decided. */
  readonly received: number;
}

/**
 * The counts of a list. What is not on it counts in no place unless its form is finished already: a finished form never
 * drops out of sight.
 */
export function countProgress(rows: readonly ProgressRow[]): Progress {
  const counts = {
    onList: 0,
    notStarted: 0,
    beingFilled: 0,
    ready: 0,
    onUsb: 0,
    accepted: 0,
    returned: 0,
    received: 0,
  };
  for (const row of rows) {
    if (row.isOnList) counts.onList += 1;
    else if (row.form === "not-started" || row.form === "being-filled") continue;
    counts[placeOf(row.form)] += 1;
  }
  return counts;
}

/** The place a form state is counted in. */
export function placeOf(form: FormState): Exclude<keyof Progress, "onList"> {
  switch (form) {
    case "not-started":
      return "notStarted";
    case "being-filled":
      return "beingFilled";
    case "ready":
      return "ready";
    case "on-usb":
      return "onUsb";
    case "stored":
    case "quarantined":
      return "received";
    case "accepted":
      return "accepted";
    case "refused":
      return "returned";
  }
}
