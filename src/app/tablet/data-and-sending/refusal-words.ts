// The Department's codes in words, where there are words for them; people read the others out as they are.
import { m } from "../../i18n/index.ts";

/** Why a form was not accepted. */
export function formRefusal(code: string): string {
  const unanswered = /^unanswered-(.+)$/u.exec(code)?.[1];
  // Signs that no code may hold came as hyphens: `P21-1-.level` is P21[1].level.
  if (unanswered !== undefined) return m.why_unanswered({ question: unanswered.replaceAll(/-(\d+)-/gu, "[$1]") });
  if (/^[EL]\d/u.test(code)) return m.why_edit({ code });
  switch (code) {
    case "form-invalid":
      return m.why_form_unreadable();
    case "rev-conflict":
      return m.why_rev_conflict();
    case "unknown-question":
      return m.why_unknown_question();
    default:
      return m.data_why({ code });
  }
}

/** Why a batch as a whole was refused or set aside. */
export function batchRefusal(code: string): string {
  switch (code) {
    case "form-invalid":
      return m.why_no_good_form();
    case "truncated":
    case "trailing-bytes":
    case "hash-mismatch":
    case "gzip-bad":
      return m.why_bytes();
    case "bid-conflict":
    case "seq-fork":
    case "chain-broken":
      return m.why_chain();
    case "revoked":
      return m.why_revoked();
    case "unseal-failed":
    case "schema-unknown":
    case "version-unknown":
      return m.why_not_opened();
    default:
      return m.data_why({ code });
  }
}
