// Where one census form is, as the officer sees it. Derived from the interview's events and from what the outbox and
// the receipts say, and never stored: the outbox row (form, revision) is the truth of sealing.
import type { InterviewState } from "./interview.ts";

/** What the outbox and the receipts say about the newest sealed revision of a form. */
export interface FormDelivery {
  readonly rev: number;
  readonly state: "sealed" | "exported" | "stored" | "accepted" | "refused" | "quarantined";
}

/** `ready` = sealed, on this tablet only; `on-usb` = copied, not confirmed; `stored` = the Department holds it, unopened. */
export type FormState =
  | "not-started"
  | "being-filled"
  | "ready"
  | "on-usb"
  | "stored"
  | "accepted"
  | "refused"
  | "quarantined";

/** `refused` means refused by the Department and waiting for correction; a respondent's refusal is an answer, not a form state. */
export function deriveFormState(
  interview: Pick<InterviewState, "state" | "rev"> | null,
  delivery: FormDelivery | null,
): FormState {
  // A cancelled form was never sealed and is in no place.
  if ((interview === null || interview.state === "cancelled") && delivery === null) return "not-started";
  // An interview that says "being filled" about a revision the outbox holds was cut off between two writes.
  if (interview !== null && (delivery === null || delivery.rev < interview.rev)) {
    return interview.state === "finished" ? "ready" : "being-filled";
  }
  switch (delivery?.state) {
    case "exported":
      return "on-usb";
    case "stored":
    case "accepted":
    case "refused":
    case "quarantined":
      return delivery.state;
    case "sealed":
    case undefined:
      return "ready";
  }
}

/** True where nobody but this tablet is known to hold the form. */
export function isOnlyOnTablet(state: FormState): boolean {
  return state === "being-filled" || state === "ready" || state === "on-usb" || state === "refused";
}
