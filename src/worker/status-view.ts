// What the screens are shown of the tablet itself and of its enrolment.
import type { BatchState, StorageError } from "#sync";
import type { DeliveryMark } from "./delivery-view.ts";

/** The institution this tablet was enrolled for. Known only while unlocked: a locked tablet names no place. */
export interface InstitutionView {
  readonly id: string;
  /** `I-01` … `I-16`. */
  readonly kind: string;
  readonly kato: string;
  readonly name: { readonly kk: string; readonly ru: string };
  readonly protectedMode: boolean;
}

/** What is true on every tablet, locked or not. */
export interface StatusFacts {
  /** The application's release, as batches carry it. */
  readonly release: string;
  /** False = the browser may throw the data away: shown in red. Null where it cannot be asked. */
  readonly persisted: boolean | null;
}

interface EnrolledFacts extends StatusFacts {
  /** The device id (22 characters). */
  readonly dev: string;
  /** What people call this tablet: four digits (SY96). */
  readonly number: string;
  /** Twelve digits that the Department's screen shows too, until a person approved there. */
  readonly comparisonDigits: string;
  /** How the sealed test batch fares: until `accepted`, it is not proven that the Department can open what is sent. */
  readonly testBatch: BatchState;
  readonly lastMark: DeliveryMark | null;
  /** Set when the storage refused a write before the tablet was opened: nothing new could be saved. Reading and sending go on. */
  readonly refusesWriting: StorageError | null;
  /** Batches not yet accepted, and of them those that nobody else holds. */
  readonly counts: { readonly notAccepted: number; readonly onlyHere: number };
}

export type TabletStatus =
  | (StatusFacts & { readonly state: "not-enrolled" })
  /** The storage cannot even be read: nothing is known of this tablet. */
  | (StatusFacts & { readonly state: "unreadable"; readonly problem: StorageError })
  | (EnrolledFacts & {
      readonly state: "locked";
      /** Before this time a code is refused unseen; null = now. */
      readonly retryAtMs: number | null;
    })
  | (EnrolledFacts & {
      /** Locked with the worker alive: the quick PIN opens, and the code does. */
      readonly state: "quick-locked";
      readonly attemptsLeft: number;
      /** From then on the code alone opens (UTC ms). */
      readonly untilMs: number;
    })
  | (EnrolledFacts & {
      readonly state: "unlocked";
      /** A quick PIN was set since the worker started. */
      readonly hasQuickPin: boolean;
      readonly institution: InstitutionView;
      readonly officerId: string;
      readonly officerName: string | null;
      /** Null where the Department named none at enrolment. */
      readonly departmentPhone: string | null;
      readonly clock: ClockView;
    })
  | (EnrolledFacts & { readonly state: "revoked" });

/** The tablet's clock against the server's last signed time. */
export interface ClockView {
  /** Tablet minus server in ms; null before the first hello. */
  readonly skewMs: number | null;
  /** `warn` above 5 minutes, `block` above 24 hours or before the census year: confirm before new interviews. */
  readonly verdict: "ok" | "warn" | "block" | "unknown";
}

/** What is shown once at enrolment. The keys it belongs to live in memory until the code is typed back. */
export interface EnrolmentOffer {
  /** Fifteen digits without spaces; show 5-5-5. */
  readonly unlockCode: string;
  readonly host: string;
  /** Twelve digits; the Department's screen shows the same. */
  readonly comparisonDigits: string;
}

export interface EnrolledSummary {
  readonly institution: InstitutionView;
  readonly officerId: string;
  readonly officerName: string | null;
  readonly comparisonDigits: string;
  /** The sealed test batch; push it now. */
  readonly testBatchSeq: number;
}
