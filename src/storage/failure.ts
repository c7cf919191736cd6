// The one place where the platform's failures become values (conventions: nothing inside ever sees a DOMException).
import type { StorageError } from "#sync";
import { schemaNumber } from "./tables.ts";

/** Thrown inside a transaction to end it; never leaves this room. */
export class NewerSchema extends Error {
  readonly found: number;
  constructor(found: number) {
    super("the data was written by a newer release");
    this.found = found;
  }
}

/** Names under which browsers and Dexie say "this transaction, or this connection, is gone". Others are bugs and go on as exceptions. */
const lostTransaction: ReadonlySet<string> = new Set([
  "AbortError",
  "ConstraintError",
  "DatabaseClosedError",
  "InvalidStateError",
  "MissingAPIError",
  "NotFoundError",
  "OpenFailedError",
  "PrematureCommitError",
  "TimeoutError",
  "TransactionInactiveError",
  "UnknownError",
  "VersionError",
]);

/** At quota Dexie throws an AbortError whose `inner` is the QuotaExceededError. */
export function causeToStorageError(cause: unknown): StorageError {
  if (cause instanceof NewerSchema) return { type: "storage-newer", found: cause.found, known: schemaNumber };
  const names = namesOf(cause);
  if (names.includes("QuotaExceededError")) return { type: "storage-full" };
  if (names.some((name) => lostTransaction.has(name))) return { type: "storage-aborted" };
  throw cause;
}

function namesOf(cause: unknown): readonly string[] {
  const names: string[] = [];
  for (let error = cause; typeof error === "object" && error !== null && names.length < 5;) {
    if ("name" in error && typeof error.name === "string") names.push(error.name);
    error = "inner" in error ? error.inner : "cause" in error ? error.cause : null;
  }
  return names;
}
