// The page's only contract with the tablet's inside. Everything personal lives behind it: the worker keeps the keys,
// decrypts, encrypts, seals; the page gets what it shows. Answers are plain data (they cross comlink); expected refusals
// are values, and a call that the page must not make (reading while locked) throws.
import type { PartialDate, Result } from "#questionnaire";
import type {
  CancelReason,
  InterviewEvent,
  LineOutcome,
  ListMapping,
  ListPerson,
  ListStatement,
  PersonTyping,
  Postponement,
  RemovalReason,
} from "#fieldwork";
import type {
  AcceptanceCodeError,
  CancelError,
  EnrolmentError,
  ExportError,
  FinishError,
  InterviewOpenError,
  ListChangeError,
  ListFileError,
  ListSealError,
  LockedError,
  MoveForwardError,
  QuickPinError,
  QuickUnlockError,
  ReceiptsError,
  RecordEventsError,
  UnlockError,
} from "./errors.ts";
import type { PushReport, StorageError } from "#sync";
import type { NotedQuestion } from "./notes-view.ts";
import type {
  CodeReport,
  DeliveryView,
  ExportedBundle,
  ExportPart,
  ExportProgress,
  ReceiptsReport,
} from "./delivery-view.ts";
import type {
  FinishedForm,
  InterviewStart,
  ListFilePreview,
  ListImportReport,
  ListView,
  MovedInterview,
  OpenedInterview,
  SealedList,
  SealedOutcome,
} from "./list-view.ts";
import type { OpeningProgress } from "./session.ts";
import type { EnrolledSummary, EnrolmentOffer, TabletStatus } from "./status-view.ts";

/** What pokes a screen to read again. It says what changed, never to what. */
export type TabletChange = "status" | "list" | "delivery";

export interface TabletApi {
  /** Where the tablet stands. May be called at any time; asks no server. */
  readonly readStatus: () => Promise<TabletStatus>;

  /** Checks the link, the server's keys against its fingerprint and its signed hello, and only then makes keys, in memory. Calling it again starts anew. */
  readonly startEnrolment: (link: string) => Promise<Result<EnrolmentOffer, EnrolmentError>>;
  /** The officer typed the shown code back (spaces allowed): enrols at the server, stores the wrapped keys, seals the test batch and leaves the tablet unlocked. After a lost connection call it again. */
  readonly confirmEnrolment: (typedCode: string) => Promise<Result<EnrolledSummary, EnrolmentError>>;

  /** Opens the tablet's data with the 15-digit code (spaces allowed). Takes about a second or two by design. */
  readonly unlock: (code: string) => Promise<Result<true, UnlockError>>;
  /** Opens a quick-locked tablet with the PIN; five wrong ones or 15 minutes, and the code alone opens it. */
  readonly unlockQuickly: (pin: string) => Promise<Result<true, QuickUnlockError>>;
  /** Sets the quick PIN (six digits) for as long as the worker lives; needs the tablet unlocked. It is written nowhere. */
  readonly setQuickPin: (pin: string) => Promise<Result<true, QuickPinError>>;
  /** The next lock will need the code. */
  readonly forgetQuickPin: () => Promise<void>;
  /** Forgets keys and records after what is being written. `quick` = the PIN will open; `full` = the page must end the worker now, as the memory still holds what was read. */
  readonly lock: () => Promise<"quick" | "full">;
  /** How far the opening is with the records; null while none is being opened. For a screen to ask again and again. */
  readonly readOpening: () => Promise<OpeningProgress | null>;

  /** The whole list with each form's place; throws while locked. */
  readonly readList: () => Promise<ListView>;
  /** Adds a line with the next number, starting the list if need be; give a person made by `createListPerson`, and the lines that the officer told him apart from. */
  readonly addPerson: (
    person: ListPerson,
    toldApartFrom?: readonly string[],
  ) => Promise<Result<{ readonly lineId: string; readonly number: number }, ListChangeError>>;
  /** Replaces what the list says of the line's person. */
  readonly correctPerson: (
    lineId: string,
    person: ListPerson,
    toldApartFrom?: readonly string[],
  ) => Promise<Result<true, ListChangeError>>;
  /** The officer says that two lines are two people: they are not asked about again while both are called what they are. */
  readonly tellApart: (lineId: string, otherLineId: string) => Promise<Result<true, ListChangeError>>;
  /** Takes the line off the list; it stays visible and keeps its number. */
  readonly removePerson: (
    lineId: string,
    reason: RemovalReason,
    /** The day somebody left, where it is known. */
    leftOn?: PartialDate | null,
  ) => Promise<Result<true, ListChangeError>>;
  /** Brings a removed line back. */
  readonly restorePerson: (lineId: string) => Promise<Result<true, ListChangeError>>;
  /** What the administration says the institution's headcount is; may be declared again. */
  readonly declareHeadcount: (count: number) => Promise<Result<true, ListChangeError>>;
  /** Signs the list as it stands and seals all of it as its next revision; refuses a statement whose numbers are not those of the list. */
  readonly signAndSealList: (statement: ListStatement) => Promise<Result<SealedList, ListSealError>>;

  /** What is typed of people and not saved; throws while locked. */
  readonly readTypings: () => Promise<readonly PersonTyping[]>;
  /** Keeps what is typed, encrypted and strictly durable, until the person is saved (`addPerson`, `correctPerson`) or taken off (`removePerson`), or it is dropped. Tells no screen. */
  readonly keepTyping: (typing: PersonTyping) => Promise<Result<true, StorageError | LockedError>>;
  /** The officer discards what is typed of the line; null = of a new person. */
  readonly dropTyping: (lineId: string | null) => Promise<Result<true, StorageError | LockedError>>;

  /** Reads an institution's own file (CSV, XLSX) and guesses its columns; nothing is taken yet. The rows stay in the worker until `importListFile`. */
  readonly readListFile: (bytes: Uint8Array, fileName: string) => Promise<Result<ListFilePreview, ListFileError>>;
  /** Judges the rows of the file last read by the mapping and adds the good ones in one transaction; a second import of the same file adds nothing. */
  readonly importListFile: (mapping: ListMapping) => Promise<Result<ListImportReport, ListFileError | ListChangeError>>;

  /** Puts the line's interview off; said again, the later word counts. Looking at the interview leaves it put off; an answer, who answers or finishing takes it up. */
  readonly postpone: (lineId: string, postponement: Postponement) => Promise<Result<true, ListChangeError>>;
  /** Puts the postponement away. */
  readonly takeUp: (lineId: string) => Promise<Result<true, ListChangeError>>;
  /** Closes the line without a form and seals that; answers given so far stay on the tablet. Refuses it while the line's certificate is given (E123). `note` is cut at 500 characters. */
  readonly recordOutcome: (
    lineId: string,
    outcome: LineOutcome,
    note: string | null,
  ) => Promise<Result<SealedOutcome, ListSealError>>;
  /** Opens the line again and seals that. */
  readonly withdrawOutcome: (lineId: string) => Promise<Result<SealedOutcome, ListSealError>>;

  /** Records that the certificate was handed over, with the number that stands on it: one of a series, or a plain serial where this tablet has no series. Refuses it before the line's form is finished (E123) and for a number of another line. Said again, the later number counts. Stays on this tablet. */
  readonly giveCertificate: (lineId: string, number: string) => Promise<Result<true, ListChangeError>>;
  /** The certificate was not handed over after all. */
  readonly takeBackCertificate: (lineId: string) => Promise<Result<true, ListChangeError>>;

  /** Opens the line's interview; starts it when there is none and `start` is given; with `start` a line that was put off is taken up. A finished one opens read-only (its events end in `interview-finished`). */
  readonly openInterview: (
    lineId: string,
    start?: InterviewStart,
  ) => Promise<Result<OpenedInterview, InterviewOpenError>>;
  /** Saves events in their order, all or none, strictly durable before it resolves; show the next question only then. */
  readonly recordEvents: (
    interviewId: string,
    events: readonly InterviewEvent[],
  ) => Promise<Result<{ readonly savedAtMs: number }, RecordEventsError>>;
  /** Runs the engine once more, refuses with the places to go to, else seals the form: batch, outbox, chain and the finished event in one transaction. */
  readonly finishInterview: (interviewId: string) => Promise<Result<FinishedForm, FinishError>>;
  /** Opens a finished form for correction as its next revision; the sealed one stays what it is. */
  readonly reopenInterview: (interviewId: string) => Promise<Result<OpenedInterview, RecordEventsError>>;
  /** Cancels a form that is being filled and was never sealed: the line is open to be interviewed anew, the form stays with all its answers. Refuses the form of the premises, and the reason "other" without a note. `note` is cut at 500 characters. */
  readonly cancelInterview: (
    interviewId: string,
    reason: CancelReason,
    note: string | null,
  ) => Promise<Result<true, CancelError>>;
  /** Brings a cancelled form back as it was; refused while another form of its line is there, or an outcome, or the line is off the list. */
  readonly restoreInterview: (interviewId: string) => Promise<Result<true, CancelError>>;
  /** Takes a started interview over to the newest version of its questionnaire; no answer is lost (QL75). A finished one stays as it was sealed. */
  readonly moveInterviewForward: (interviewId: string) => Promise<Result<MovedInterview, MoveForwardError>>;
  /** The notes and flags of all interviews, by the line's number; throws while locked. */
  readonly readNotes: () => Promise<readonly NotedQuestion[]>;

  /** The places of all forms and the batches with their receipts; works while locked, with less to tell. */
  readonly readDelivery: () => Promise<DeliveryView>;
  /** Sends what waits, now. Ask for it after sealing, on start, when visible and online; `busy` and `paused` are no failure. */
  readonly push: () => Promise<PushReport>;
  /** Puts sending off after the batch that is on its way; it ends by itself at the time given back. Works while locked. */
  readonly pauseSending: () => Promise<Result<number, StorageError>>;
  /** Ends the pause at once; `push` sends. */
  readonly resumeSending: () => Promise<Result<true, StorageError>>;
  /** Every batch not yet accepted as one `.census` file, or a part of them for a medium with little room. States do not change until `markExported`. */
  readonly exportBundle: (part?: ExportPart) => Promise<Result<ExportedBundle, ExportError>>;
  /** How far the file is; null while none is being made. For a screen to ask again and again. */
  readonly readExporting: () => Promise<ExportProgress | null>;
  /** The file with these batches was written to a medium: "on USB, not confirmed". */
  readonly markExported: (seqs: readonly number[]) => Promise<Result<true, StorageError>>;
  /** Takes receipts as text, one JWS a line; a false line is named and does not stop the good ones. */
  readonly loadReceipts: (text: string) => Promise<Result<ReceiptsReport, ReceiptsError>>;
  /** Tries the Department's eight digits (spaces and hyphens allowed) against the tablet's own batches and marks what they speak for; needs no network, but the tablet unlocked. */
  readonly takeAcceptanceCode: (typed: string) => Promise<Result<CodeReport, AcceptanceCodeError>>;

  /** Calls back whenever something changed in this tablet, in any tab or in the service worker; returns how to stop. */
  readonly watch: (listener: (change: TabletChange) => void) => () => void;
}
