// The tablet's one database: which tables, which rows, and how a transaction looks to the stores above it. Two engines
// stand below (Dexie in the worker, plain IndexedDB in the small service worker); every store is written once, over this.
// Personal data lies in `records` alone, and there only as ciphertext under random ids; no table has a second index.
import type { SigningKey } from "#protocol";
import type { Result } from "#questionnaire";
import type { ChainLink, OutboxEntry, SendingState, StorageError, TabletIdentity } from "#sync";

export const databaseName = "sanaq";

/** The number of this layout. Dexie opens newer data without a word, so it is kept as a row and asked before each write. */
export const schemaNumber = 1;

/** One encrypted record: nothing else may ever stand in the row. */
export interface EncryptedRecord {
  /** Random, 22 characters; bound into the ciphertext. */
  readonly id: string;
  readonly iv: Uint8Array;
  readonly ct: Uint8Array;
  /** The schema number of the plaintext; bound into the ciphertext. */
  readonly v: number;
}

/** The device's signing key. Its CryptoKey cannot be exported, which is an identity on the wire and no protection at rest. */
interface DeviceKeyRow {
  readonly id: "dev";
  readonly key: SigningKey;
}

/** A fact about the work of the tablet itself, never about a person. */
export interface JournalEntry {
  readonly atMs: number;
  readonly type: "unlock-failed" | "unlocked" | "clock-jump";
}

/** What is readable while the tablet is locked; nothing of it is personal. */
type CfgRow =
  | { readonly key: "identity"; readonly value: TabletIdentity }
  | { readonly key: "keys"; readonly value: { readonly jws: string; readonly n: number } }
  | { readonly key: "sending"; readonly value: SendingState };

export interface Rows {
  /** `generation` grows with each write of records: two tabs see by it that the other one wrote. */
  readonly meta: { readonly key: "schema" | "generation"; readonly value: number };
  readonly cfg: CfgRow;
  readonly keys: DeviceKeyRow;
  readonly vault: { readonly id: "vault"; readonly content: unknown };
  readonly records: EncryptedRecord;
  readonly outbox: OutboxEntry;
  readonly files: { readonly seq: number; readonly bytes: Uint8Array };
  readonly chain: ChainLink;
  readonly journal: JournalEntry;
}

export type TableName = keyof Rows;

/** Primary keys as Dexie writes them; `++n` is a number the database gives. */
export const primaryKeys: Readonly<Record<TableName, string>> = {
  meta: "key",
  cfg: "key",
  keys: "id",
  vault: "id",
  records: "id",
  outbox: "seq",
  files: "seq",
  chain: "seq",
  journal: "++n",
};

export interface ReadingTransaction {
  readonly get: <T extends TableName>(table: T, key: string | number) => Promise<Rows[T] | undefined>;
  /** All rows by rising primary key. */
  readonly getAll: <T extends TableName>(table: T) => Promise<readonly Rows[T][]>;
  /** The row with the highest primary key. */
  readonly getLast: <T extends TableName>(table: T) => Promise<Rows[T] | undefined>;
}

export interface WritingTransaction extends ReadingTransaction {
  readonly put: <T extends TableName>(table: T, row: Rows[T]) => Promise<void>;
  /** Fails the whole transaction where the key exists already. */
  readonly add: <T extends TableName>(table: T, row: Rows[T]) => Promise<void>;
}

/** Transactions are whole or nothing, and strictly durable when their promise resolves. Inside `work` await only the transaction's own calls. */
export interface TabletDatabase {
  readonly read: <T>(
    tables: readonly TableName[],
    work: (transaction: ReadingTransaction) => Promise<T>,
  ) => Promise<Result<T, StorageError>>;
  /** Refuses with `storage-newer` where the data was written by a newer layout. */
  readonly write: <T>(
    tables: readonly TableName[],
    work: (transaction: WritingTransaction) => Promise<T>,
  ) => Promise<Result<T, StorageError>>;
  readonly close: () => void;
}
