// Why a change of the list was not kept. Whatever it was, what was typed stays on the page.
import type { ListChangeError, ListFileError, ListSealError } from "../../wiring/index.ts";
import { m } from "../../i18n/index.ts";
import { listRowsLimit } from "#fieldwork";

export type ListFailure = ListChangeError | ListFileError | ListSealError | { readonly type: "unexpected" };

export function listErrorText(error: ListFailure): string {
  switch (error.type) {
    case "storage-full":
      return `${m.list_not_saved()} ${m.q_save_failed_full()}`;
    case "storage-newer":
      return `${m.list_not_saved()} ${m.q_save_failed_newer()}`;
    case "locked":
      return m.q_save_failed_locked();
    case "person-invalid":
      return m.list_error_person();
    case "line-unknown":
    case "line-is-removed":
    case "line-not-removed":
    case "line-not-added":
    case "line-already-added":
      return m.list_error_line();
    case "headcount-not-declared":
      return m.list_sign_headcount_missing();
    case "difference-unexplained":
      return m.list_sign_difference_missing();
    case "statement-disagrees":
    case "list-revision-wrong":
      return m.list_error_statement();
    case "line-too-long":
      return m.list_error_long();
    case "seal-failed":
    case "no-seal-key":
      return m.list_error_seal();
    case "list-file-empty":
      return m.list_file_empty();
    case "header-missing":
      return m.list_file_header();
    case "no-name-column":
      return m.list_import_need_name();
    case "too-many-rows":
      return m.list_file_rows({ count: error.rows, limit: listRowsLimit });
    case "not-a-list-file":
    case "file-damaged":
      return m.list_file_unreadable();
    case "file-too-large":
      return m.list_file_large();
    case "list-file-not-read":
      return m.list_file_again();
    default:
      return m.list_not_saved();
  }
}
