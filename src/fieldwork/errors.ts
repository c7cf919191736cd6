// Every expected refusal of this room. They hold numbers and codes, never names, IINs or answers.
import type { CertificateNumberError } from "#census";

/** An event that does not fit the state it meets. A caller that offers only what the state allows never sees one. */
export type FieldworkError =
  // list
  | { readonly type: "list-not-started" }
  | { readonly type: "list-already-started" }
  | { readonly type: "headcount-not-declared" }
  | { readonly type: "list-revision-wrong"; readonly expected: number }
  | { readonly type: "statement-disagrees"; readonly headcount: number }
  | { readonly type: "difference-unexplained"; readonly onList: number; readonly headcount: number }
  // line
  | { readonly type: "line-not-added" }
  | { readonly type: "line-already-added"; readonly number: number }
  | { readonly type: "line-is-removed"; readonly number: number }
  | { readonly type: "line-not-removed"; readonly number: number }
  | { readonly type: "line-has-outcome"; readonly number: number }
  | { readonly type: "outcome-not-recorded"; readonly number: number }
  | { readonly type: "outcome-revision-other"; readonly number: number }
  // certificate
  | CertificateNumberError
  /** E123. */
  | { readonly type: "certificate-before-form"; readonly number: number }
  /** Another line of this tablet has that number: `number` is the line's. */
  | { readonly type: "certificate-number-taken"; readonly number: number }
  | { readonly type: "certificate-not-given"; readonly number: number }
  /** The line's certificate says that its person was enumerated (E123): it is taken back before an outcome says otherwise. */
  | { readonly type: "line-has-certificate"; readonly number: number }
  // interview
  | { readonly type: "interview-not-started" }
  | { readonly type: "interview-already-started" }
  | { readonly type: "interview-is-finished" }
  | { readonly type: "interview-not-finished" }
  | { readonly type: "interview-revision-wrong"; readonly expected: number }
  | { readonly type: "interview-is-cancelled" }
  | { readonly type: "interview-not-cancelled" }
  /** A revision of it was sealed: it is corrected, not cancelled. */
  | { readonly type: "interview-was-sealed" }
  | { readonly type: "interview-version-other" };

/** Why lines cannot be built for sending. */
export type PayloadError =
  | { readonly type: "line-too-long"; readonly bytes: number; readonly limit: number }
  | { readonly type: "list-not-signed" }
  | { readonly type: "interview-not-finished" };

/** Why nothing of a list file could be taken. One bad row is never such a reason. */
export type ListImportError =
  | { readonly type: "list-file-empty" }
  | { readonly type: "header-missing" }
  | { readonly type: "no-name-column" }
  | { readonly type: "too-many-rows"; readonly rows: number; readonly limit: number };
