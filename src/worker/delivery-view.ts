// What the screens are shown of sealed batches: where they are, with the proof. Derived from the outbox, stored nowhere.
import type { Progress } from "#fieldwork";
import type { BatchState, BundleFile, BundlePart, BundleProgress, PushProblem } from "#sync";

/** The proof of a delivery. `atMs` is the server's time, the legal one. */
export interface DeliveryMark {
  readonly atMs: number;
  /** The tablet's own time and zone offset in minutes at sealing, as the mark inside the batch says. */
  readonly tabletAtMs: number;
  readonly tabletOffsetMinutes: number;
  readonly seq: number;
  readonly bid: string;
  /** What people read out: the tablet's four digits and the batch number, `0412-7` (SY96). */
  readonly number: string;
  readonly via: "vpn" | "usb";
}

export interface BatchRow {
  readonly seq: number;
  readonly bid: string;
  readonly kind: "test" | "list" | "forms";
  readonly state: BatchState;
  readonly bytes: number;
  readonly sealedAtMs: number;
  readonly exportedAtMs: number | null;
  /** When an acceptance code was typed that is the only word on the batch, by the tablet's clock; null = there is none, or a receipt has come since. */
  readonly acceptedByCodeAtMs: number | null;
  /** The server's times: bytes durable, and decided (accepted, refused, quarantined). */
  readonly storedAtMs: number | null;
  readonly decidedAtMs: number | null;
  readonly mark: DeliveryMark | null;
  readonly counted: { readonly ok: number; readonly bad: number } | null;
  /** Why the batch as a whole was refused or set aside, or the collector's code for bytes it would not take. */
  readonly why: string | null;
  /** What was in it, as sealed; empty for the test and for a list. */
  readonly forms: readonly BatchForm[];
  /** Codes for lines in it that are none of these forms. */
  readonly strayCodes: readonly string[];
}

export interface BatchForm {
  /** The line's number on the list; null while locked, and for the premises. */
  readonly lineNumber: number | null;
  /** False while locked. */
  readonly isPremises: boolean;
  readonly rev: number;
  /** `open` = the Department has not decided; `not-told` = its receipt could not name everything it did not accept. */
  readonly outcome: "open" | "accepted" | "not-accepted" | "not-told";
  /** Why it was not accepted. */
  readonly codes: readonly string[];
  /** The batch with its next revision; null = it was not sealed again. */
  readonly carriedAgain: CarriedAgain | null;
}

export interface CarriedAgain {
  readonly number: string;
  readonly state: BatchState;
  /** The server's time when it reached the Department; null = it has not yet. */
  readonly atMs: number | null;
}

/** The five places, and where sending stands. */
export interface DeliveryView {
  /** Null while locked: then only batches can be counted. */
  readonly places: Progress | null;
  /** Where the list as last signed is; null = it was never sealed. */
  readonly list: BatchState | null;
  /** Lines of the list that changed after it was signed; 0 while locked. */
  readonly listChanges: number;
  /** Sealing time of the oldest form that nobody has confirmed to hold; null = none. */
  readonly oldestUnsentAtMs: number | null;
  readonly lastMark: DeliveryMark | null;
  /** Newest first. */
  readonly batches: readonly BatchRow[];
  readonly sending: SendingView;
}

export interface SendingView {
  readonly lastAttemptAtMs: number | null;
  /** Time of the last answer that was proven to come from the collector. */
  readonly lastContactAtMs: number | null;
  /** Null = nothing waits. */
  readonly nextAttemptAtMs: number | null;
  readonly problem: PushProblem | null;
  /** The Department holds batches that a copy of this tablet sent: call the Department. */
  readonly isChainOther: boolean;
  /** When the officer's pause ends by itself; null = sending is not paused. */
  readonly pausedUntilMs: number | null;
}

/** The file and what is in it; give `seqs` to `markExported` once it was written. */
export type ExportedBundle = BundleFile;
export type ExportPart = BundlePart;
export type ExportProgress = BundleProgress;

export interface ReceiptsReport {
  /** Receipts taken, by what they changed. */
  readonly stored: number;
  readonly accepted: number;
  readonly refused: number;
  readonly quarantined: number;
  /** Good receipts that said nothing new. */
  readonly known: number;
  /** Lines that were not taken, from 1, with the protocol's code. */
  readonly bad: readonly { readonly line: number; readonly code: string }[];
}

/** What an acceptance code did: how much became accepted by it. */
export interface CodeReport {
  /** Each once, however many of its revisions were among them. */
  readonly forms: number;
  readonly lists: number;
  /** All sealed batches it moved, the test batch too; 0 = everything it speaks for was decided before. */
  readonly batches: number;
  /** Batches that are still not accepted. */
  readonly left: number;
}
