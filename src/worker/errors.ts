// Every refusal the page can get from the tablet's inside. Plain objects: they cross comlink unchanged. They hold
// codes, ids, counts and times, never names, IINs or answers.
import type { FieldworkError, ListImportError, PayloadError } from "#fieldwork";
import type { AcceptanceCodeRefusal, BundleError, ConnectionError, StorageError } from "#sync";
import type { CancelRefusal } from "./cancelling.ts";
import type { ListFileError as UnreadableFileError } from "./list-file/list-file-error.ts";

/** The tablet's data is not open: the code was not given since the worker started. */
export interface LockedError {
  readonly type: "locked";
}

export type EnrolmentError =
  | ConnectionError
  | StorageError
  | { readonly type: "already-enrolled" }
  | { readonly type: "enrolment-link-malformed" }
  | { readonly type: "enrolment-link-expired"; readonly expiredAtMs: number }
  /** The link names another address than the one this page came from. */
  | { readonly type: "enrolment-link-other-host"; readonly host: string }
  /** The server's root key is not the one the link names: no key was made. */
  | { readonly type: "fingerprint-differs" }
  /** The server's key document cannot be trusted; `code` is the protocol's. */
  | { readonly type: "keys-refused"; readonly code: string }
  | { readonly type: "enrolment-not-started" }
  /** The unlock code was not typed back as it was shown; the offer stands. */
  | { readonly type: "typed-code-differs" }
  /** The server refused; `code` is the protocol's (`enrol-code-used`, …). */
  | { readonly type: "enrolment-refused"; readonly code: string }
  /** The server's answer is not signed by this collection; nothing was stored. */
  | { readonly type: "enrolment-answer-refused"; readonly code: string };

export type UnlockError =
  | StorageError
  | { readonly type: "not-enrolled" }
  /** The code opens nothing. The next try is taken from `retryAtMs` on (UTC ms). */
  | { readonly type: "wrong-code"; readonly retryAtMs: number }
  /** A try before its time; the code was not looked at. */
  | { readonly type: "too-soon"; readonly retryAtMs: number }
  /** The code is right or cannot be judged, but the keys on the tablet are damaged. Nothing was deleted. */
  | { readonly type: "vault-damaged" }
  /** The Department has taken this tablet's rights away; sealed batches are still sent. */
  | { readonly type: "tablet-revoked" };

/** Why the quick PIN did not open the tablet. */
export type QuickUnlockError =
  | StorageError
  /** So many more wrong ones until the code is needed. */
  | { readonly type: "wrong-pin"; readonly attemptsLeft: number }
  /** No PIN opens any more (too many wrong ones, too long locked, none set): the code is needed. */
  | { readonly type: "pin-over" }
  | { readonly type: "vault-damaged" }
  | { readonly type: "tablet-revoked" };

/** Why a quick PIN was not set. The one set before holds on. */
export type QuickPinError =
  | LockedError
  /** Not six digits. */
  | { readonly type: "pin-malformed" }
  /** One of those that are tried first: one digit over and over, a sequence. */
  | { readonly type: "pin-trivial" }
  | { readonly type: "vault-damaged" };

/** Why a change of the list was not saved. */
export type ListChangeError =
  | StorageError
  | LockedError
  | FieldworkError
  /** Not made by `createListPerson`. */
  | { readonly type: "person-invalid" }
  /** No whole number from 0 to 100,000. */
  | { readonly type: "headcount-invalid" }
  | { readonly type: "line-unknown" }
  /** The list's own record cannot be read: nothing is added to a list that is not whole. */
  | { readonly type: "record-damaged" };

/** Why the list was not signed and sealed. */
export type ListSealError = ListChangeError | PayloadError | SealError;

/** Why an interview was not opened. */
export type InterviewOpenError =
  | StorageError
  | LockedError
  | FieldworkError
  | { readonly type: "line-unknown" }
  | { readonly type: "line-is-removed"; readonly number: number }
  /** No interview yet, and the call did not say who answers and in which language. */
  | { readonly type: "start-missing" }
  /** The record cannot be decrypted or read; it is kept as it is. */
  | { readonly type: "record-damaged" }
  | VersionMissing;

/** The interview was started with a version of the questionnaire that this release does not have. It is kept as it is. */
export interface VersionMissing {
  readonly type: "version-missing";
}

/** Why an interview was not taken over to the newest version. It stays on its own. */
export type MoveForwardError =
  | RecordEventsError
  /** The newest version does not say what becomes of this one's answers. */
  | { readonly type: "version-map-missing" };

/** Why events were not saved. None of the call's events was kept. */
export type RecordEventsError =
  | StorageError
  | LockedError
  | FieldworkError
  | { readonly type: "interview-unknown" }
  | VersionMissing
  /** An event that is malformed, or one that only the worker writes (started, moved, finished, reopened, cancelled, restored). */
  | { readonly type: "event-refused" };

/** Why a form was not cancelled or not restored. It is as it was. */
export type CancelError = StorageError | LockedError | CancelRefusal;

/** Why a batch could not be made. */
export type SealError = { readonly type: "seal-failed"; readonly code: string } | { readonly type: "no-seal-key" };

/** Why a form was not finished. `form-incomplete` is the ordinary one: the screen leads to the named places. */
export type FinishError =
  | StorageError
  | LockedError
  | FieldworkError
  | PayloadError
  | SealError
  | { readonly type: "interview-unknown" }
  | VersionMissing
  | {
      readonly type: "form-incomplete";
      /** Edits that fire and block: hard ones always, soft ones until confirmed. */
      readonly findings: readonly { readonly edit: string; readonly paths: readonly string[] }[];
      /** Required questions without an answer, in the order of the form. */
      readonly remaining: readonly string[];
    };

/** Why a list file could not be read or taken at all. A bad row is never a reason. */
export type ListFileError =
  | UnreadableFileError
  | ListImportError
  /** `importListFile` without a file read before it since the worker started. */
  | { readonly type: "list-file-not-read" };

export type ExportError = BundleError;

export type ReceiptsError = StorageError | { readonly type: "not-enrolled" } | { readonly type: "no-receipt-lines" };

/** Why an acceptance code changed nothing. */
export type AcceptanceCodeError = StorageError | LockedError | AcceptanceCodeRefusal;
