// Encrypted records and the wrapped keys. This room sees ciphertext only and knows no cipher.
import { err, ok, type Result } from "#questionnaire";
import type { StorageError } from "#sync";
import type {
  EncryptedRecord,
  JournalEntry,
  ReadingTransaction,
  TabletDatabase,
  WritingTransaction,
} from "./tables.ts";

/** Another tab wrote records since they were read: read again, decide again. Nothing was written. */
export type RecordsMoved = { readonly type: "records-moved" };

export interface StoredRecords {
  readonly records: readonly EncryptedRecord[];
  /** Give it back with the next write. */
  readonly generation: number;
}

export interface RecordStore {
  readonly readRecords: () => Promise<Result<StoredRecords, StorageError>>;
  /** Cheap: tells whether what was read is still all there is. */
  readonly readGeneration: () => Promise<Result<number, StorageError>>;
  /** All or none, and none where `generation` is not the stored one. Returns the new generation. */
  readonly writeRecords: (
    records: readonly EncryptedRecord[],
    generation: number,
  ) => Promise<Result<number, StorageError | RecordsMoved>>;
}

export function createRecordStore(database: TabletDatabase): RecordStore {
  return {
    readRecords: async () =>
      database.read(["records", "meta"], async (inside) => ({
        records: await inside.getAll("records"),
        generation: await generationOf(inside),
      })),
    readGeneration: async () => database.read(["meta"], generationOf),
    writeRecords: async (records, generation) => {
      const written = await database.write(["records"], async (inside) => putRecords(inside, records, generation));
      if (!written.ok) return written;
      return written.value === null ? err({ type: "records-moved" }) : ok(written.value);
    },
  };
}

/** Inside a transaction over `records` and `meta`: the new generation, or null where the given one is stale. */
export async function putRecords(
  inside: WritingTransaction,
  records: readonly EncryptedRecord[],
  generation: number,
): Promise<number | null> {
  if ((await generationOf(inside)) !== generation) return null;
  for (const record of records) await inside.put("records", record);
  await inside.put("meta", { key: "generation", value: generation + 1 });
  return generation + 1;
}

async function generationOf(inside: ReadingTransaction): Promise<number> {
  return (await inside.get("meta", "generation"))?.value ?? 0;
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
