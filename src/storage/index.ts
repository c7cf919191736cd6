// The tablet's database: encrypted records, outbox, chain, journal. Implements the ports of #sync; every write is
// strictly durable, and every failure of the platform is a value.
export { createDexieDatabase } from "./dexie-database.ts";
export type { DexieHost } from "./dexie-database.ts";
export { createPlainDatabase } from "./plain-database.ts";
export { databaseName, primaryKeys, schemaNumber } from "./tables.ts";
export type { EncryptedRecord, JournalEntry, TabletDatabase } from "./tables.ts";
export { createChain, createOutbox } from "./outbox-store.ts";
export {
  createDeviceKeyStore,
  createIdentityStore,
  createKeyDocumentStore,
  createSendingStore,
} from "./wire-stores.ts";
export { createJournal, createRecordStore, createVaultStore } from "./record-store.ts";
export type { Journal, RecordsMoved, RecordStore, StoredRecords, VaultStore } from "./record-store.ts";
export { createSealedWork } from "./sealed-work.ts";
export type { ChainMoved, EnrolmentRows, SealedBatchRow, SealedWork } from "./sealed-work.ts";
