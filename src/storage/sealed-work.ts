// The two writes that must be one: the sealed batches with their place in the chain, and the record of the work they
// seal. A power cut leaves either all of it or none.
import type { SigningKey } from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import type { OutboxEntry, StorageError, TabletIdentity } from "#sync";
import { putRecords, type RecordsMoved } from "./record-store.ts";
import type { EncryptedRecord, TabletDatabase, WritingTransaction } from "./tables.ts";

export interface SealedBatchRow {
  readonly entry: OutboxEntry;
  readonly file: Uint8Array;
  /** The link the manifest names as its `prev`. */
  readonly prev: string | null;
}

/** Somebody else sealed in between: seal again on the new head. Nothing was written. */
export type ChainMoved = { readonly type: "chain-moved" };

export interface SealedWork {
  /** Records and batches in one strict transaction; refuses where a batch does not continue the chain or another tab wrote records. Returns the new generation of the records. */
  readonly commitSealed: (
    records: readonly EncryptedRecord[],
    generation: number,
    batches: readonly SealedBatchRow[],
  ) => Promise<Result<number, StorageError | ChainMoved | RecordsMoved>>;
  /** Everything an enrolment leaves behind, in one strict transaction; refuses with `chain-moved` where the tablet is enrolled already. */
  readonly commitEnrolment: (enrolment: EnrolmentRows) => Promise<Result<true, StorageError | ChainMoved>>;
}

export interface EnrolmentRows {
  readonly identity: TabletIdentity;
  readonly keys: { readonly jws: string; readonly n: number };
  readonly deviceKey: SigningKey;
  readonly vault: unknown;
  readonly records: readonly EncryptedRecord[];
  readonly testBatch: SealedBatchRow;
}

export function createSealedWork(database: TabletDatabase): SealedWork {
  return {
    commitSealed: async (records, generation, batches) => {
      const written = await database.write(["records", "outbox", "files", "chain"], async (inside) => {
        if (!(await continuesChain(inside, batches))) return "chain-moved" as const;
        const next = await putRecords(inside, records, generation);
        if (next === null) return "records-moved" as const;
        await addBatches(inside, batches);
        return next;
      });
      if (!written.ok) return written;
      return typeof written.value === "number" ? ok(written.value) : err({ type: written.value });
    },
    commitEnrolment: async ({ identity, keys, deviceKey, vault, records, testBatch }) => {
      const written = await database.write(
        ["cfg", "keys", "vault", "records", "outbox", "files", "chain"],
        async (inside) => {
          const isEnrolled = (await inside.get("cfg", "identity")) !== undefined;
          if (isEnrolled || !(await continuesChain(inside, [testBatch]))) return false;
          if ((await putRecords(inside, records, 0)) === null) return false;
          await inside.add("cfg", { key: "identity", value: identity });
          await inside.put("cfg", { key: "keys", value: keys });
          await inside.add("keys", { id: "dev", key: deviceKey });
          await inside.add("vault", { id: "vault", content: vault });
          await addBatches(inside, [testBatch]);
          return true;
        },
      );
      if (!written.ok) return written;
      return written.value ? ok(true) : err({ type: "chain-moved" });
    },
  };
}

async function continuesChain(inside: WritingTransaction, batches: readonly SealedBatchRow[]): Promise<boolean> {
  let head = (await inside.getLast("chain")) ?? { seq: 0, link: null };
  for (const { entry, prev } of batches) {
    if (entry.seq !== head.seq + 1 || prev !== head.link) return false;
    head = { seq: entry.seq, link: entry.link };
  }
  return true;
}

async function addBatches(inside: WritingTransaction, batches: readonly SealedBatchRow[]): Promise<void> {
  for (const { entry, file } of batches) {
    await inside.add("outbox", entry);
    await inside.add("files", { seq: entry.seq, bytes: file });
    await inside.add("chain", { seq: entry.seq, link: entry.link });
  }
}
