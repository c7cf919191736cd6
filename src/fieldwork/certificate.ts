// The certificate of having been enumerated (order, par. 8; O9): that the paper was handed over, and under which number.
// The record stays on the tablet until the Department keeps a register of certificates; nothing of it is sealed or sent.
import { isSameSheetNumber, parseSheetNumber } from "#census";
import { err, ok, type Result } from "#questionnaire";
import type { FieldworkError } from "./errors.ts";
import type { InterviewState } from "./interview.ts";
import type { LineEvent, LineFacts } from "./line-event.ts";
import type { LineState } from "./line.ts";

type GivenEvent = Extract<LineEvent, { readonly type: "certificate-given" }>;
type TakenBackEvent = Extract<LineEvent, { readonly type: "certificate-taken-back" }>;

/** A certificate that was handed over. */
export interface CertificateGiven {
  /** As it is kept by `parseSheetNumber`: 43-ССССС-NNNNNN-K, or a plain serial. */
  readonly number: string;
  readonly atMs: number;
}

/** What decides whether a certificate may be recorded, beyond its line. */
export interface CertificateFacts {
  /** The line's own; null before its start. */
  readonly interview: Pick<InterviewState, "state"> | null;
  /** All lines of the tablet, those taken off too. */
  readonly lines: readonly LineState[];
  /** The Department reserved a series for this tablet: its sheets carry numbers of a series, plain serials are slips. */
  readonly hasSeries: boolean;
}

/**
 * The event of handing over. Refuses it while no form of the line is finished (E123), also while a finished one is being
 * corrected; a number that is none of a sheet; and one that another line of the tablet was given. Where a sheet was
 * spoiled, another of the series is no slip, though the Department reads a number of it as that of the line so numbered. A
 * line that was taken off after its form was finished may have its certificate: who leaves takes it along.
 */
export function planCertificate(
  line: LineState,
  number: string,
  { interview, lines, hasSeries }: CertificateFacts,
  facts: LineFacts,
): Result<GivenEvent, FieldworkError> {
  if (interview?.state !== "finished") return err({ type: "certificate-before-form", number: line.number });
  const kept = parseSheetNumber(number, !hasSeries);
  if (!kept.ok) return kept;
  const other = lines.find(
    ({ lineId, certificate }) =>
      lineId !== line.lineId && certificate !== null && isSameSheetNumber(certificate.number, kept.value),
  );
  if (other !== undefined) return err({ type: "certificate-number-taken", number: other.number });
  return ok({ type: "certificate-given", ...facts, number: kept.value });
}

/**
 * The line after the event. What the line itself cannot know, `planCertificate` has asked before, and whether the number is
 * one of a sheet: a rule on numbers that comes later must not make an older log unreadable.
 */
export function applyCertificateEvent(
  line: LineState,
  event: GivenEvent | TakenBackEvent,
): Result<LineState, FieldworkError> {
  if (event.type === "certificate-taken-back") {
    if (line.certificate === null) return err({ type: "certificate-not-given", number: line.number });
    return ok({ ...line, certificate: null });
  }
  // A line that an outcome closes has no form (E123).
  if (line.outcome !== null) return err({ type: "line-has-outcome", number: line.number });
  return ok({ ...line, certificate: { number: event.number, atMs: event.atMs } });
}
