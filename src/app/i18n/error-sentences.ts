// One sentence for every refusal of the tablet's inside, in the interface's language: what happened, what is safe, what
// to do. Codes stay codes everywhere else.
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
  PushProblem,
  QuickPinError,
  QuickUnlockError,
  ReceiptsError,
  RecordEventsError,
  UnlockError,
} from "../wiring/index.ts";
import { formatBytes, formatDateTime, formatNumber } from "./format.ts";
import { m } from "./paraglide/messages.js";

export type TabletError =
  | AcceptanceCodeError
  | CancelError
  | EnrolmentError
  | ExportError
  | FinishError
  | InterviewOpenError
  | ListChangeError
  | ListFileError
  | ListSealError
  | PushProblem
  | QuickPinError
  | QuickUnlockError
  | ReceiptsError
  | RecordEventsError
  | UnlockError;

export function errorSentence(error: TabletError): string {
  switch (error.type) {
    case "storage-full":
      return m.err_storage_full();
    case "storage-aborted":
      return m.err_storage_aborted();
    case "storage-newer":
      return m.err_storage_newer();

    case "unreachable-server":
      return m.err_unreachable();
    case "server-timeout":
      return m.err_timeout();
    case "not-the-collector":
      return m.err_other_server();
    case "server-failed":
      return m.err_server_failed();
    case "try-later":
      return m.err_try_later({ seconds: Math.ceil(error.retryAfterMs / 1000) });
    case "hello-refused":
    case "receipt-refused":
      return m.err_answer_untrusted();
    case "batch-refused":
      return m.err_batch_refused({ number: error.seq });
    case "deadline":
      return m.err_deadline();

    case "not-enrolled":
      return m.err_not_enrolled();
    case "already-enrolled":
      return m.err_already_enrolled();
    case "enrolment-link-malformed":
      return m.err_link_malformed();
    case "enrolment-link-expired":
      return m.err_link_expired_at({ time: formatDateTime(error.expiredAtMs) });
    case "enrolment-link-other-host":
      return m.err_link_host({ host: error.host });
    case "fingerprint-differs":
      return m.err_fingerprint();
    case "keys-refused":
      return m.err_keys();
    case "enrolment-not-started":
      return m.err_enrol_again();
    case "typed-code-differs":
      return m.err_typed_code();
    case "enrolment-refused":
      return enrolmentRefusal(error.code);
    case "enrolment-answer-refused":
      return m.err_enrol_answer();

    case "locked":
      return m.err_locked();
    case "wrong-code":
      return m.err_wrong_code();
    case "too-soon":
      return m.err_too_soon();
    case "wrong-pin":
      return m.pin_wrong({ n: error.attemptsLeft });
    case "pin-over":
      return m.pin_over();
    case "pin-malformed":
      return m.pin_malformed();
    case "pin-trivial":
      return m.pin_trivial();
    case "vault-damaged":
      return m.err_vault();
    case "tablet-revoked":
      return m.revoked_title();

    case "person-invalid":
      return m.err_person();
    case "line-unknown":
      return m.err_line_unknown();
    case "line-is-removed":
      return m.err_line_removed({ number: error.number });
    case "line-has-outcome":
      return m.err_line_has_outcome({ number: error.number });
    case "certificate-number-shape":
      return m.err_certificate_shape();
    case "certificate-number-region":
      return m.err_certificate_region();
    case "certificate-number-check-digit":
      return m.err_certificate_check();
    case "certificate-before-form":
      return m.err_certificate_before_form();
    case "certificate-number-taken":
      return m.err_certificate_taken({ number: error.number });
    case "line-has-certificate":
      return m.err_line_has_certificate({ number: error.number });
    case "certificate-not-given":
    case "outcome-not-recorded":
    case "outcome-revision-other":
    case "list-not-started":
    case "list-already-started":
    case "line-not-added":
    case "line-already-added":
    case "line-not-removed":
    case "list-revision-wrong":
      return m.err_list_moved();
    case "headcount-invalid":
    case "headcount-not-declared":
      return m.err_headcount();
    case "statement-disagrees":
      return m.err_statement();
    case "difference-unexplained":
      return m.err_difference({ difference: error.headcount - error.onList });
    case "list-not-signed":
      return m.err_list_not_signed();

    case "interview-not-started":
    case "start-missing":
      return m.err_start_missing();
    case "version-missing":
      return m.int_version_missing();
    case "interview-unknown":
    case "interview-already-started":
    case "interview-is-finished":
    case "interview-revision-wrong":
    case "interview-version-other":
    case "interview-is-cancelled":
    case "interview-not-cancelled":
      return m.err_interview_moved();
    case "interview-was-sealed":
      return m.err_interview_sealed();
    case "premises-not-cancelled":
      return m.err_premises_cancel();
    case "cancel-note-missing":
      return m.canc_note_needed();
    case "interview-other-begun":
      return m.err_interview_other();
    case "interview-not-finished":
      return m.err_not_finished();
    case "record-damaged":
      return m.err_record_damaged();
    case "event-refused":
      return m.err_event_refused();
    case "form-incomplete":
      return m.err_incomplete({ n: error.findings.length + error.remaining.length });
    case "line-too-long":
      return m.err_line_too_long();
    case "seal-failed":
    case "no-seal-key":
      return m.err_seal();

    case "not-a-list-file":
      return m.err_file_kind();
    case "file-too-large":
      return m.err_file_large({ size: formatBytes(error.bytes), limit: formatBytes(error.limit) });
    case "file-damaged":
      return m.err_file_damaged();
    case "too-many-rows":
      return m.err_file_rows({ rows: formatNumber(error.rows), limit: formatNumber(error.limit) });
    case "list-file-empty":
      return m.err_file_empty();
    case "header-missing":
      return m.err_file_header();
    case "no-name-column":
      return m.err_file_name_column();
    case "list-file-not-read":
      return m.err_file_again();

    case "batch-damaged":
      return m.err_batch_damaged();
    case "nothing-to-export":
      return m.err_nothing_to_export();
    case "no-receipt-lines":
      return m.err_no_receipts();
    case "acceptance-code-malformed":
      return m.err_acceptance_malformed();
    case "acceptance-code-wrong":
      return error.isAnyWithoutSecret ? m.err_acceptance_wrong_or_older() : m.err_acceptance_wrong();
    case "acceptance-code-impossible":
      return m.err_acceptance_impossible();
  }
}

/** The server's own codes at enrolment (protocol.md 4.14); an unknown one is shown, so that it can be read out. */
function enrolmentRefusal(code: string): string {
  switch (code) {
    case "enrol-code-used":
      return m.err_code_used();
    case "enrol-code-unknown":
      return m.err_code_unknown();
    case "enrol-code-expired":
      return m.err_link_expired();
    case "enrol-pending":
      return m.err_enrol_pending();
    default:
      return m.err_enrol_refused({ code });
  }
}
