// The closed list of what can be wrong (SPEC.md, "Errors"). A code is never reused or renamed; errors hold codes,
// counts and opaque ids, never answers or names. Implements SY53, SY54.

/** The codes of CSB/1, section 4.14 of the design. */
export const batchErrorCodes = [
  "manifest-too-long",
  "manifest-malformed",
  "jws-malformed",
  "jws-too-long",
  "alg-refused",
  "typ-refused",
  "kid-unknown",
  "signature-bad",
  "version-unknown",
  "collector-other",
  "manifest-invalid",
  "truncated",
  "trailing-bytes",
  "hash-mismatch",
  "device-mismatch",
  "bid-conflict",
  "seq-fork",
  "chain-broken",
  "revoked",
  "age-header-too-long",
  "unseal-failed",
  "gzip-bad",
  "too-large",
  "too-many-lines",
  "line-too-long",
  "payload-not-for-this-batch",
  "payload-hash",
  "header-mismatch",
  "schema-unknown",
  "form-invalid",
  "rev-conflict",
  "busy",
  "rate-limited",
  "server-error",
] as const;

/** Added to the list of the design by enrolment, the key document, receipts and the tablet's own side. */
export const exchangeErrorCodes = [
  "recipient-refused",
  "bundle-empty",
  "message-invalid",
  "nonce-mismatch",
  "batch-unknown",
  "fingerprint-mismatch",
  "keys-invalid",
  "keys-older",
  "enrol-link-malformed",
  "enrol-code-unknown",
  "enrol-code-used",
  "enrol-code-expired",
  "enrol-mac-wrong",
  "enrol-proof-bad",
  "enrol-pending",
  "unlock-failed",
  "record-damaged",
  "instrument-invalid",
  "instrument-older",
  "instrument-conflict",
] as const;

export type BatchErrorCode = (typeof batchErrorCodes)[number];
export type ExchangeErrorCode = (typeof exchangeErrorCodes)[number];
export type ProtocolErrorCode = BatchErrorCode | ExchangeErrorCode;

/** A refusal without further facts; every code but `form-invalid`. */
export interface ProtocolRefusal {
  readonly type: Exclude<ProtocolErrorCode, "form-invalid">;
}

/** One line of a batch that cannot be taken; the others can. `code` says what of it: `utf-8`, `json`, `depth`, `text`, `shape`. */
export interface FormInvalid {
  readonly type: "form-invalid";
  /** The line's own number in the payload, the header being 1. */
  readonly line: number;
  /** The form's id and revision where the line could be read that far. */
  readonly id: string | null;
  readonly rev: number | null;
  readonly code: "utf-8" | "json" | "depth" | "text" | "shape";
}

export type ProtocolError = FormInvalid | ProtocolRefusal;

/** Every code, in the order of SPEC.md. */
export const protocolErrorCodes: readonly ProtocolErrorCode[] = [...batchErrorCodes, ...exchangeErrorCodes];

const knownCodes: ReadonlySet<string> = new Set(protocolErrorCodes);

/** For `{error: {type}}` that came over the wire. */
export function isProtocolErrorCode(code: string): code is ProtocolErrorCode {
  return knownCodes.has(code);
}

/** Where it is not 400: the bytes are wrong; the tablet keeps them and shows it. 409: stored, but against others. 429 and 503 go with Retry-After. */
const statusByCode: Partial<Record<ProtocolErrorCode, number>> = {
  "bid-conflict": 409,
  "seq-fork": 409,
  "chain-broken": 409,
  revoked: 409,
  "rev-conflict": 409,
  "enrol-code-used": 409,
  "enrol-pending": 409,
  "too-large": 413,
  "rate-limited": 429,
  "server-error": 500,
  busy: 503,
};

/** The HTTP status a collector answers this error with. A tablet takes nothing but a verified receipt as delivery, whatever the status. */
export function httpStatusOf(error: ProtocolError): number {
  return statusByCode[error.type] ?? 400;
}
