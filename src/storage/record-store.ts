// Encrypted records and the wrapped keys. This room sees ciphertext only and knows no cipher.
import type { Result } from "#questionnaire";
import type { StorageError } from "#sync";
import type { EncryptedRecord, JournalEntry, TabletDatabase } from "./tables.ts";

export interface RecordStore {
  readonly readRecords: () => Promise<Result<readonly EncryptedRecord[], StorageError>>;
  /** All or none. */
  readonly writeRecords: (records: readonly EncryptedRecord[]) => Promise<Result<true, StorageError>>;
}

export function createRecordStore(database: TabletDatabase): RecordStore {
  return {
    readRecords: async () => database.read(["records"], async ({ getAll }) => getAll("records")),
    writeRecords: async (records) =>
      database.write(["records"], async ({ put }) => {
        for (const record of records) await put("records", record);
        return true as const;
      }),
  };
}

export interface VaultStore {
  /** As it lies there; whoever reads it parses it. Null before enrolment. */
  readonly readVault: () => Promise<Result<unknown, StorageError>>;
}

export function createVaultStore(database: TabletDatabase): VaultStore {
  return {
    readVault: async () =>
      database.read(["vault"], async ({ get }): Promise<unknown> => (await get("vault", "vault"))?.content ?? null),
  };
}

export interface Journal {
  /** Oldest first. */
  readonly readJournal: () => Promise<Result<readonly JournalEntry[], StorageError>>;
  readonly writeJournal: (entry: JournalEntry) => Promise<Result<true, StorageError>>;
}

export function createJournal(database: TabletDatabase): Journal {
  return {
    readJournal: async () => database.read(["journal"], async ({ getAll }) => getAll("journal")),
    writeJournal: async (entry) =>
      database.write(["journal"], async ({ add }) => {
        await add("journal", entry);
        return true as const;
      }),
  };
}
