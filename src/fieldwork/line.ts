// One line of the list. Its number is given once and never goes to another line (L03); a removed line stays, greyed,
// with its reason and can be restored. Changes made after the list was signed are kept as changes (O10).
import { err, ok, type PartialDate, type Result } from "#questionnaire";
import { applyCertificateEvent, type CertificateGiven } from "./certificate.ts";
import type { FieldworkError } from "./errors.ts";
import { isAlikeAsBefore } from "./likely-duplicates.ts";
import type { LineEvent, LineFacts, RemovalReason } from "./line-event.ts";
import type { OutcomeState, Postponement } from "./line-outcome.ts";
import type { ListPerson } from "./list-person.ts";

/** What happened to a line after the list was signed. */
export interface LineChange {
  readonly kind: "added" | "corrected" | "removed" | "restored";
  readonly atMs: number;
  /** The signed revision of the list that the change came after. */
  readonly listRev: number;
}

export interface LineState {
  readonly lineId: string;
  readonly number: number;
  readonly person: ListPerson;
  readonly origin: "file" | "entry";
  /** 1 = added while the list was being compiled, 2 = added after it was signed. */
  readonly stage: 1 | 2;
  readonly addedAtMs: number;
  readonly removed: {
    readonly reason: RemovalReason;
    readonly atMs: number;
    /** The day somebody left, where it is known. */
    readonly leftOn: PartialDate | null;
  } | null;
  readonly changes: readonly LineChange[];
  /** Lines that the officer told this one apart from, since its name, birth and IIN are what they are. */
  readonly toldApartFrom: readonly string[];
  readonly postponed: (Postponement & { readonly atMs: number }) | null;
  /** How the line is closed without a form; null while it is open or a form closes it. */
  readonly outcome: OutcomeState | null;
  /** How often an outcome was recorded or withdrawn: the revision the Department last heard of. */
  readonly outcomeRev: number;
  /** The certificate that was handed over; it stays given when the form is corrected or the line taken off. */
  readonly certificate: CertificateGiven | null;
}

/** The line after the event; `null` is a line that was not added yet. */
export function applyLineEvent(line: LineState | null, event: LineEvent): Result<LineState, FieldworkError> {
  if (event.type === "line-added") {
    if (line !== null) return err({ type: "line-already-added", number: line.number });
    return ok({
      lineId: event.lineId,
      number: event.number,
      person: event.person,
      origin: event.origin,
      stage: event.listRev === 0 ? 1 : 2,
      addedAtMs: event.atMs,
      removed: null,
      changes: changed([], "added", event),
      toldApartFrom: [],
      postponed: null,
      outcome: null,
      outcomeRev: 0,
      certificate: null,
    });
  }
  if (line === null) return err({ type: "line-not-added" });
  switch (event.type) {
    case "line-corrected":
      if (line.removed !== null) return err({ type: "line-is-removed", number: line.number });
      return ok({
        ...line,
        person: event.person,
        changes: changed(line.changes, "corrected", event),
        toldApartFrom: isAlikeAsBefore(line.person, event.person) ? line.toldApartFrom : [],
      });
    case "line-removed":
      if (line.removed !== null) return err({ type: "line-is-removed", number: line.number });
      return ok({
        ...line,
        removed: { reason: event.reason, atMs: event.atMs, leftOn: event.leftOn ?? null },
        postponed: null,
        changes: changed(line.changes, "removed", event),
      });
    case "line-restored":
      if (line.removed === null) return err({ type: "line-not-removed", number: line.number });
      return ok({ ...line, removed: null, changes: changed(line.changes, "restored", event) });
    case "line-told-apart":
      return ok({ ...line, toldApartFrom: [...new Set([...line.toldApartFrom, event.from])] });
    case "certificate-given":
    case "certificate-taken-back":
      return applyCertificateEvent(line, event);
    default:
      return applyOutcomeEvent(line, event);
  }
}

/**
 * The event of closing the line without a form. Refuses it while a certificate is given: the paper says that the person was
 * enumerated (E123). The log is not judged by this, so that one which holds both stays readable.
 */
export function planOutcome(
  line: LineState,
  said: Pick<OutcomeState, "outcome" | "note">,
  facts: LineFacts,
): Result<LineEvent, FieldworkError> {
  if (line.certificate !== null) return err({ type: "line-has-certificate", number: line.number });
  return ok({ type: "outcome-recorded", ...facts, ...said, rev: line.outcomeRev + 1 });
}

type OutcomeEvent = Extract<
  LineEvent,
  { readonly type: "line-postponed" | "line-taken-up" | "outcome-recorded" | "outcome-withdrawn" }
>;

function applyOutcomeEvent(line: LineState, event: OutcomeEvent): Result<LineState, FieldworkError> {
  if (line.removed !== null) return err({ type: "line-is-removed", number: line.number });
  switch (event.type) {
    case "line-postponed":
      return ok({ ...line, postponed: { ...event.postponement, atMs: event.atMs } });
    case "line-taken-up":
      return ok({ ...line, postponed: null });
    case "outcome-recorded": {
      if (event.rev !== line.outcomeRev + 1) return err({ type: "outcome-revision-other", number: line.number });
      const { outcome, note, rev, atMs } = event;
      return ok({ ...line, postponed: null, outcome: { outcome, note, rev, atMs }, outcomeRev: rev });
    }
    case "outcome-withdrawn":
      if (line.outcome === null) return err({ type: "outcome-not-recorded", number: line.number });
      if (event.rev !== line.outcomeRev + 1) return err({ type: "outcome-revision-other", number: line.number });
      return ok({ ...line, outcome: null, outcomeRev: event.rev });
  }
}

/** The state after all events of one line; an empty log is an error. */
export function replayLine(events: readonly LineEvent[]): Result<LineState, FieldworkError> {
  let line: LineState | null = null;
  for (const event of events) {
    const next: Result<LineState, FieldworkError> = applyLineEvent(line, event);
    if (!next.ok) return next;
    line = next.value;
  }
  return line === null ? err({ type: "line-not-added" }) : ok(line);
}

/** The number for the next line: one above the highest ever given, removed lines included, so give it every line there is. */
export function nextLineNumber(lines: readonly { readonly number: number }[]): number {
  return lines.reduce((highest, line) => Math.max(highest, line.number), 0) + 1;
}

/** True where the line changed after revision `listRev` of the list was signed; of 0, none was. */
export function changedSince(line: LineState, listRev: number): boolean {
  return listRev > 0 && line.changes.some((change) => change.listRev >= listRev);
}

function changed(before: readonly LineChange[], kind: LineChange["kind"], event: LineEvent): readonly LineChange[] {
  return event.listRev === 0 ? before : [...before, { kind, atMs: event.atMs, listRev: event.listRev }];
}
