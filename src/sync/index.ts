// The tablet's side of the exchange: what is sent next, what a receipt changes, when to try again. Ports in, values out.
export { applyReceipt, isOnlyHere, isOpen, markEntryExported } from "./outbox.ts";
export type { BatchState, OutboxEntry, TakenReceipt } from "./outbox.ts";
export type { ConnectionError, PushProblem, StorageError, TransportError } from "./errors.ts";
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
export { backOffMs } from "./back-off.ts";
export { isClockJump, judgeClock, skewOf } from "./time-check.ts";
export type { ClockVerdict } from "./time-check.ts";
