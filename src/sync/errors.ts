// The closed list of what the exchange can be refused by. Codes and counts only.

/** What the tablet's storage refused; the transaction left no trace, and everything before it is intact. */
export type StorageError =
  | { readonly type: "storage-full" }
  | { readonly type: "storage-aborted" }
  /** The data was written by a newer release; nothing is written until this one is updated. */
  | { readonly type: "storage-newer"; readonly found: number; readonly known: number };

/** Why no answer came that could be read. */
export type TransportError =
  | { readonly type: "unreachable-server" }
  | { readonly type: "server-timeout" }
  /** An answer longer than any of the collector's. */
  | { readonly type: "answer-too-long" };

/** Why the collector could not be asked. */
export type ConnectionError =
  | { readonly type: "unreachable-server" }
  | { readonly type: "server-timeout" }
  /** Something answered that is not the collector: a portal's page, a proxy, another census. */
  | { readonly type: "not-the-collector" }
  | { readonly type: "server-failed"; readonly status: number }
  | { readonly type: "try-later"; readonly retryAfterMs: number };

/** Why a push stopped. Everything not acknowledged is kept and tried again. */
export type PushProblem =
  | ConnectionError
  | StorageError
  | { readonly type: "not-enrolled" }
  /** The hello is not signed by this collection for this question; nothing was sent. */
  | { readonly type: "hello-refused"; readonly code: string }
  /** The answer to a batch was no receipt for it; the batch is not marked. */
  | { readonly type: "receipt-refused"; readonly code: string }
  /** The collector called these bytes wrong; they stay, USB may still work. */
  | { readonly type: "batch-refused"; readonly seq: number; readonly code: string }
  | { readonly type: "deadline" };
