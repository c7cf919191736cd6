// The tablet's side of the exchange: what is sent next, what a receipt changes, when to try again. Ports in, values out.
export { applyReceipt, isAcceptedByCode, isOnlyHere, isOpen, markEntryExported } from "./outbox.ts";
export type { BatchState, OutboxEntry, TakenReceipt } from "./outbox.ts";
export type { ConnectionError, PushProblem, StorageError, TransportError } from "./errors.ts";
export type { PushReport } from "./push-report.ts";
export { pausedUntilMs, pauseSending, resumeSending } from "./pause.ts";
export { sendingNotTried } from "./ports.ts";
export type {
  Chain,
  ChainLink,
  Clock,
  DeviceKeyStore,
  IdentityStore,
  KeyDocumentStore,
  Locks,
  Outbox,
  SendingState,
  SendingStore,
  TabletIdentity,
  TimeToken,
  Transport,
  TransportAnswer,
  TransportRequest,
} from "./ports.ts";
export { answerBytesLimit, createFetchTransport } from "./fetch-transport.ts";
export type { FetchedAnswer, FetchHost, FetchOptions } from "./fetch-transport.ts";
export { createWebLocks } from "./web-locks.ts";
export type { LockManagerLike } from "./web-locks.ts";
export { pushLockName, pushOutbox } from "./push.ts";
export type { PushLimits } from "./push.ts";
export type { ExchangePorts } from "./exchange.ts";
export { askForJson, askForText, helloTimeoutMs, postJson } from "./ask-collector.ts";
export type { CollectorRefusal } from "./ask-collector.ts";
export { loadReceipts } from "./load-receipts.ts";
export type { LoadedReceipts } from "./load-receipts.ts";
export { takeAcceptanceCode } from "./take-acceptance-code.ts";
export type { AcceptanceCodeRefusal } from "./take-acceptance-code.ts";
export { checkCodeOf, exportBundle, markExported } from "./export-bundle.ts";
export type { BundleError, BundleFile, BundlePart, BundleProgress } from "./export-bundle.ts";
export { backOffMs } from "./back-off.ts";
export { isClockJump, judgeClock, skewOf } from "./time-check.ts";
export type { ClockVerdict } from "./time-check.ts";
