// What the screens are shown: counted, derived and read-only. Nothing here is stored anywhere.
import type {
  AcceptedRow,
  AlreadyThereRow,
  FormState,
  InterviewEvent,
  InterviewState,
  LineState,
  ListColumns,
  ListPerson,
  ListState,
  NextAction,
  Progress,
  QuestionLanguage,
  RefusedRow,
  SourceOfAnswers,
} from "#fieldwork";
import type { ConnectionError } from "./errors.ts";
import type { TextEncoding } from "./list-file/text-encoding.ts";

/** The institution this tablet was enrolled for. Known only while unlocked: a locked tablet names no place. */
export interface InstitutionView {
  readonly id: string;
  /** `I-01` … `I-16`. */
  readonly kind: string;
  readonly kato: string;
  readonly name: { readonly kk: string; readonly ru: string };
  readonly protectedMode: boolean;
}

/** The proof of a delivery. `atMs` is the server's time, the legal one. */
export interface DeliveryMark {
  readonly atMs: number;
  /** The tablet's own time and zone offset in minutes at sealing, as the mark inside the batch says. */
  readonly tabletAtMs: number;
  readonly tabletOffsetMinutes: number;
  readonly seq: number;
  readonly bid: string;
  /** What people read out: first four characters of the device id and the batch number, `Qk3f-7`. */
  readonly number: string;
  readonly via: "vpn" | "usb";
}

/** What is true on every tablet, locked or not. */
interface StatusFacts {
  /** The application's release, as batches carry it. */
  readonly release: string;
  /** False = the browser may throw the data away: shown in red. Null where it cannot be asked. */
  readonly persisted: boolean | null;
}

interface EnrolledFacts extends StatusFacts {
  /** The device id (22 characters). */
  readonly dev: string;
  /** Twelve digits that the Department's screen shows too, until a person approved there. */
  readonly comparisonDigits: string;
  /** How the sealed test batch fares: until `accepted`, it is not proven that the Department can open what is sent. */
  readonly testBatch: BatchState;
  readonly lastMark: DeliveryMark | null;
  /** Batches not yet accepted, and of them those that nobody else holds. */
  readonly counts: { readonly notAccepted: number; readonly onlyHere: number };
}

export type TabletStatus =
  | (StatusFacts & { readonly state: "not-enrolled" })
  | (EnrolledFacts & {
      readonly state: "locked";
      /** Before this time a code is refused unseen; null = now. */
      readonly retryAtMs: number | null;
    })
  | (EnrolledFacts & {
      readonly state: "unlocked";
      readonly institution: InstitutionView;
      readonly officerId: string;
      readonly officerName: string | null;
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

/** One form's place and, where it was sent, the proof. */
export interface FormStateView {
  readonly state: FormState;
  /** The revision being filled or last sealed; null before the start. */
  readonly rev: number | null;
  readonly savedAtMs: number | null;
  readonly finishedAtMs: number | null;
  readonly mark: DeliveryMark | null;
  /** Why the Department refused this form: codes of rules, never answers. */
  readonly refusals: readonly string[];
}

export interface ListRow {
  readonly lineId: string;
  readonly number: number;
  readonly person: ListPerson;
  readonly removed: LineState["removed"];
  readonly stage: LineState["stage"];
  readonly origin: LineState["origin"];
  readonly addedAtMs: number;
  /** True where the line differs from the last signed list. */
  readonly isChangedAfterSigning: boolean;
  /** Completed years at the census moment; null where the birth is not known well enough. */
  readonly ageYears: number | null;
  readonly interviewId: string | null;
  readonly form: FormStateView;
}

export interface ListView {
  readonly list: ListState;
  /** All lines by number, those taken off too. */
  readonly rows: readonly ListRow[];
  readonly progress: Progress;
  readonly next: NextAction;
  /** Headcount minus lines on the list; null until the headcount was declared. */
  readonly headcountDifference: number | null;
  /** Lines added, corrected, removed or restored since the last signing. */
  readonly changedAfterSigning: number;
  /** The last signed list's way; null while it was never sealed. */
  readonly delivery: { readonly rev: number; readonly state: BatchState; readonly mark: DeliveryMark | null } | null;
  /** Records that could not be decrypted or read; they stay untouched. */
  readonly damagedRecords: number;
}

/** The questionnaire's context: values by the names its definition declares. */
export type InterviewContext = Readonly<Record<string, unknown>>;

export interface OpenedInterview {
  readonly interviewId: string;
  readonly lineId: string;
  readonly number: number;
  readonly person: ListPerson;
  /** The events so far, in order; the first is `interview-started`. */
  readonly events: readonly InterviewEvent[];
  /** Their replay, so that the page need not repeat it. */
  readonly interview: InterviewState;
  /** What the page gives its engine as `context`, the list `persons` included. */
  readonly context: InterviewContext;
  readonly form: FormStateView;
}

/** How an interview is started. */
export interface InterviewStart {
  readonly source: SourceOfAnswers;
  readonly language: QuestionLanguage;
}

export interface FinishedForm {
  readonly interviewId: string;
  readonly rev: number;
  readonly seq: number;
  readonly bid: string;
  readonly certificateNumber: string;
}

export interface SealedList {
  readonly rev: number;
  readonly seqs: readonly number[];
}

export type BatchState = "sealed" | "exported" | "stored" | "accepted" | "refused" | "quarantined";

export interface BatchRow {
  readonly seq: number;
  readonly bid: string;
  readonly kind: "test" | "list" | "forms";
  /** The lines' numbers on the list; empty while locked, and for batches without forms. */
  readonly lineNumbers: readonly number[];
  readonly state: BatchState;
  readonly bytes: number;
  readonly sealedAtMs: number;
  readonly exportedAtMs: number | null;
  /** The server's times: bytes durable, and decided (accepted, refused, quarantined). */
  readonly storedAtMs: number | null;
  readonly decidedAtMs: number | null;
  readonly mark: DeliveryMark | null;
  readonly counted: { readonly ok: number; readonly bad: number } | null;
  /** What the opener found, by line number (null = not a form of this tablet). */
  readonly errors: readonly { readonly lineNumber: number | null; readonly code: string }[];
}

/** The five places, and where sending stands. */
export interface DeliveryView {
  /** Null while locked: then only batches can be counted. */
  readonly places: Progress | null;
  /** Sealing time of the oldest batch that nobody has confirmed to hold; null = none. */
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
}

/** Why a push stopped. Everything not named as sent is kept and tried again. */
export type PushProblem =
  | ConnectionError
  | { readonly type: "not-enrolled" }
  | { readonly type: "hello-refused"; readonly code: string }
  | { readonly type: "receipt-refused"; readonly code: string }
  /** The server says these bytes are wrong; they stay on the tablet, USB may still work. */
  | { readonly type: "batch-refused"; readonly seq: number; readonly code: string }
  | { readonly type: "deadline" }
  | { readonly type: "storage-full" }
  | { readonly type: "storage-aborted" }
  | { readonly type: "storage-newer"; readonly found: number; readonly known: number };

export interface PushReport {
  /** `busy` = another tab or the service worker is sending now. */
  readonly outcome: "done" | "stopped" | "busy";
  /** Batches whose `stored` receipt came in this push. */
  readonly sent: number;
  /** Batches that became `accepted` in this push. */
  readonly accepted: number;
  /** Batches that nobody but this tablet holds. */
  readonly left: number;
  readonly problem: PushProblem | null;
  readonly nextAttemptAtMs: number | null;
}

export interface ExportedBundle {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Batches inside; give them to `markExported` once the file was written. */
  readonly seqs: readonly number[];
  readonly forms: number;
  readonly lists: number;
  /** Eight hexadecimal digits of the file's SHA-256, `7F3A-91C0`: the same on the Department's screen. */
  readonly checkCode: string;
}

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

export interface ListFilePreview {
  readonly fileName: string;
  /** `xlsx`, or how the text was decoded. */
  readonly encoding: "xlsx" | TextEncoding;
  readonly header: readonly string[];
  readonly columns: ListColumns;
  readonly headerRow: number;
  /** Rows below the heading that hold anything. */
  readonly rows: number;
  /** The first rows below the heading, as read. */
  readonly sample: readonly (readonly string[])[];
}

export interface ListImportReport {
  readonly accepted: readonly AcceptedRow[];
  readonly alreadyThere: readonly AlreadyThereRow[];
  readonly refused: readonly RefusedRow[];
}
