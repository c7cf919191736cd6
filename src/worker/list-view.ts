// What the screens are shown of the list, of one interview and of a list file. Names are in here: it never leaves the
// page and the worker.
import type {
  AcceptedRow,
  AlreadyThereRow,
  CancelReason,
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
import type { Context } from "#questionnaire";
import type { BatchState } from "#sync";
import type { DeliveryMark } from "./delivery-view.ts";
import type { TextEncoding } from "./list-file/text-encoding.ts";

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

/** A form that was begun and cancelled. Nothing of it is lost, and nothing of it is sent. */
export interface CancelledForm {
  readonly interviewId: string;
  readonly atMs: number;
  readonly reason: CancelReason;
  readonly note: string | null;
}

export interface ListRow {
  readonly lineId: string;
  readonly number: number;
  readonly person: ListPerson;
  readonly removed: LineState["removed"];
  readonly postponed: LineState["postponed"];
  /** How the line is closed without a form; its place is then `form`. */
  readonly outcome: LineState["outcome"];
  /** The certificate that was handed over. */
  readonly certificate: LineState["certificate"];
  /** Lines that this one was told apart from. */
  readonly toldApartFrom: LineState["toldApartFrom"];
  readonly stage: LineState["stage"];
  readonly origin: LineState["origin"];
  readonly addedAtMs: number;
  /** True where the line differs from the last signed list. */
  readonly isChangedAfterSigning: boolean;
  /** Completed years at the census moment; null where the birth is not known well enough. */
  readonly ageYears: number | null;
  readonly interviewId: string | null;
  readonly form: FormStateView;
  /** The newest first. `form` says nothing of them: the line counts as not begun, or by a form begun after them. */
  readonly cancelled: readonly CancelledForm[];
}

export interface ListView {
  readonly list: ListState;
  /** All lines by number, those taken off too. */
  readonly rows: readonly ListRow[];
  readonly progress: Progress;
  readonly next: NextAction;
  /** Headcount minus lines on the list; null until the headcount was declared. */
  readonly headcountDifference: number | null;
  /** When the list or one of its lines was changed last; null before the first time and in a practice. */
  readonly savedAtMs: number | null;
  /** Lines added, corrected, removed or restored since the last signing. */
  readonly changedAfterSigning: number;
  /** The last signed list's way; null while it was never sealed. */
  readonly delivery: { readonly rev: number; readonly state: BatchState; readonly mark: DeliveryMark | null } | null;
  /** The form of the premises (F1 L01–L02 and F2); null before the list was begun and in a practice. */
  readonly premises: { readonly lineId: string; readonly form: FormStateView } | null;
  /** Records that could not be decrypted or read; they stay untouched. */
  readonly damagedRecords: number;
}

/** What the page hands its engine: `persons` included. */
export type InterviewContext = Context;

export interface OpenedInterview {
  readonly interviewId: string;
  /** Of the premises: the id of the list. */
  readonly lineId: string;
  /** Null for the premises, as is the person. */
  readonly number: number | null;
  readonly person: ListPerson | null;
  /** The events so far, in order; the first is `interview-started`. */
  readonly events: readonly InterviewEvent[];
  /** Their replay, so that the page need not repeat it. */
  readonly interview: InterviewState;
  /** What the page gives its engine as `context`, the list `persons` included. */
  readonly context: InterviewContext;
  /** There is a later version of its questionnaire, which it can be taken over to. */
  readonly isBehind: boolean;
  readonly form: FormStateView;
  /** The number for this line's certificate; null where the Department reserved no series of numbers for this tablet. */
  readonly certificateNumber: string | null;
}

/** An interview that was taken over to the newest version. */
export interface MovedInterview {
  readonly opened: OpenedInterview;
  /** Questions answered before that wait for an answer again. */
  readonly askedAgain: number;
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
  /** Null where the Department reserved no series of numbers for this tablet. */
  readonly certificateNumber: string | null;
}

/** What was said of a line's outcome, sealed. */
export interface SealedOutcome {
  readonly rev: number;
  readonly seq: number;
}

export interface SealedList {
  readonly rev: number;
  readonly seqs: readonly number[];
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
