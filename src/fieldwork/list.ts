// The list of respondents as of 1 June 2021 (order, par. 9, 1; O10): started, counted against the headcount, signed.
// Signing freezes it: whatever happens to its lines later carries a `listRev` of 1 or more and stays visible as a
// change, and a further signing sends the list again as the next revision.
import { err, ok, type Result } from "#questionnaire";
import type { FieldworkError } from "./errors.ts";
import type { ListEvent, ListStatement } from "./list-event.ts";

/** One signing of the list. */
export interface ListSigning {
  readonly rev: number;
  readonly atMs: number;
  readonly by: string;
  readonly statement: ListStatement;
}

/** The list's own state; its lines live apart (line.ts). */
export type ListState =
  | { readonly state: "not-started" }
  | {
      readonly state: "compiling" | "signed";
      readonly list: string;
      readonly asOf: string;
      readonly startedAtMs: number;
      readonly headcount: number | null;
      /** In order; empty while compiling. */
      readonly signings: readonly ListSigning[];
    };

export const listNotStarted: ListState = { state: "not-started" };

/** The list after the event, or why the event does not fit it. */
export function applyListEvent(list: ListState, event: ListEvent): Result<ListState, FieldworkError> {
  if (event.type === "list-started") {
    if (list.state !== "not-started") return err({ type: "list-already-started" });
    return ok({
      state: "compiling",
      list: event.list,
      asOf: event.asOf,
      startedAtMs: event.atMs,
      headcount: null,
      signings: [],
    });
  }
  if (list.state === "not-started") return err({ type: "list-not-started" });
  if (event.type === "headcount-declared") return ok({ ...list, headcount: event.count });
  const { statement, rev, atMs, by } = event;
  if (list.headcount === null) return err({ type: "headcount-not-declared" });
  if (statement.headcount !== list.headcount) return err({ type: "statement-disagrees", headcount: list.headcount });
  if (statement.onList !== statement.headcount && statement.differenceReason === null) {
    return err({ type: "difference-unexplained", onList: statement.onList, headcount: statement.headcount });
  }
  const expected = listRevision(list) + 1;
  if (rev !== expected) return err({ type: "list-revision-wrong", expected });
  return ok({ ...list, state: "signed", signings: [...list.signings, { rev, atMs, by, statement }] });
}

/** The state after all events in their order; the first that does not fit stops it. */
export function replayList(events: readonly ListEvent[]): Result<ListState, FieldworkError> {
  let list: ListState = listNotStarted;
  for (const event of events) {
    const next = applyListEvent(list, event);
    if (!next.ok) return next;
    list = next.value;
  }
  return ok(list);
}

/** How often the list was signed: 0 while it is being compiled. Line events carry this number as `listRev`. */
export function listRevision(list: ListState): number {
  return list.state === "not-started" ? 0 : list.signings.length;
}

/** Headcount minus lines on the list: positive = people are missing from the list. Null until the administration has declared the headcount. */
export function headcountDifference(list: ListState, onList: number): number | null {
  return list.state === "not-started" || list.headcount === null ? null : list.headcount - onList;
}
