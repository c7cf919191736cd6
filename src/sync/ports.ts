// What the exchange needs from the place it runs in. Implemented by #storage (IndexedDB), by the browser (fetch, Web
// Locks) and by memory in tests. Every write is durable when its promise resolves.
import type { SigningKey } from "#protocol";
import type { Result } from "#questionnaire";
import type { OutboxEntry } from "./outbox.ts";
import type { PushProblem, StorageError, TransportError } from "./errors.ts";

/** The sealed batches. Nothing can be taken out. */
export interface Outbox {
  /** All entries by rising seq. */
  readonly readEntries: () => Promise<Result<readonly OutboxEntry[], StorageError>>;
  /** The bytes as they were sealed; null where there is no such batch. */
  readonly readFile: (seq: number) => Promise<Result<Uint8Array | null, StorageError>>;
  /** Reads the named entries, lets `change` decide, writes, all in one transaction; `change` must be quick and gives null to leave an entry as it is. Returns how many changed. */
  readonly updateEntries: (
    seqs: readonly number[],
    change: (entry: OutboxEntry) => OutboxEntry | null,
  ) => Promise<Result<number, StorageError>>;
}

/** The links of every batch ever sealed; they outlive the outbox. */
export interface Chain {
  /** The newest batch's number and link; null before the first. */
  readonly readHead: () => Promise<Result<ChainLink | null, StorageError>>;
  /** All links by rising seq. */
  readonly readLinks: () => Promise<Result<readonly ChainLink[], StorageError>>;
}

export interface ChainLink {
  readonly seq: number;
  readonly link: string;
}

/** Who this tablet is on the wire. Written once, at enrolment. */
export interface TabletIdentity {
  readonly col: string;
  readonly dev: string;
  readonly rootThumbprint: string;
}

export interface IdentityStore {
  /** Null = not enrolled. */
  readonly readIdentity: () => Promise<Result<TabletIdentity | null, StorageError>>;
}

/** The key that signs what the tablet says on the wire; usable while locked. */
export interface DeviceKeyStore {
  /** Null = not enrolled. */
  readonly readDeviceKey: () => Promise<Result<SigningKey | null, StorageError>>;
}

/** The collection's signed keys as last verified. */
export interface KeyDocumentStore {
  /** The signed text; null = none. */
  readonly readKeys: () => Promise<Result<{ readonly jws: string; readonly n: number } | null, StorageError>>;
  /** Keeps the document with the higher `n`. */
  readonly writeKeys: (jws: string, n: number) => Promise<Result<true, StorageError>>;
}

/** The last signed server time, and when the tablet's clock heard it. */
export interface TimeToken {
  /** The server's clock, UTC ms. */
  readonly atMs: number;
  readonly jti: string;
  /** The tablet's clock when the answer came, UTC ms. */
  readonly tabletAtMs: number;
  readonly rttMs: number;
}

/** The officer put sending off, by the tablet's clock (UTC ms). Whether it is still on is `pausedUntilMs`'s to say. */
export interface SendingPause {
  readonly sinceMs: number;
  readonly untilMs: number;
}

/** How sending fares, for the screen and for the back-off. */
export interface SendingState {
  readonly lastAttemptAtMs: number | null;
  /** Last answer proven to be the collector's. */
  readonly lastContactAtMs: number | null;
  /** Attempts in a row that ended with a problem, or left something open. */
  readonly attemptsInARow: number;
  readonly nextAttemptAtMs: number | null;
  readonly problem: PushProblem | null;
  readonly time: TimeToken | null;
  /** The server said this tablet's rights were taken away. */
  readonly isRevoked: boolean;
  /** A receipt spoke of another chain than this tablet's: a copy of it was at work. A person has to look. */
  readonly isChainOther: boolean;
  /** Null = not paused. */
  readonly pause: SendingPause | null;
}

export interface SendingStore {
  readonly readSending: () => Promise<Result<SendingState, StorageError>>;
  readonly writeSending: (change: Partial<SendingState>) => Promise<Result<true, StorageError>>;
  /** Takes away the pause that began then; one that was begun since stays. */
  readonly dropPause: (sinceMs: number) => Promise<Result<true, StorageError>>;
}

export const sendingNotTried: SendingState = {
  lastAttemptAtMs: null,
  lastContactAtMs: null,
  attemptsInARow: 0,
  nextAttemptAtMs: null,
  problem: null,
  time: null,
  isRevoked: false,
  isChainOther: false,
  pause: null,
};

/** UTC ms of the tablet's own clock, its zone offset, and a counter that only grows while the program lives. */
export interface Clock {
  readonly nowMs: () => number;
  /** East of UTC is positive: +300 in Kyzylorda. */
  readonly offsetMinutes: () => number;
  readonly monotonicMs: () => number;
}

/** Web Locks, narrowed: runs `work` alone under the name, or says that somebody else holds it. */
export interface Locks {
  readonly runIfFree: <T>(name: string, work: () => Promise<T>) => Promise<{ readonly ran: T } | "busy">;
  /** Waits for its turn. */
  readonly run: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

export interface TransportRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body: { readonly contentType: string; readonly content: string | Uint8Array } | null;
  readonly timeoutMs: number;
}

/** An answer of at most 64 kB, whatever its status and whoever gave it. */
export interface TransportAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs: number | null;
}

export interface Transport {
  readonly send: (request: TransportRequest) => Promise<Result<TransportAnswer, TransportError>>;
}
