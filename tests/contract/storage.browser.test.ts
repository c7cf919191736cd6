// The storage contract in Chromium, on its real IndexedDB.
import { describeStorageContract } from "../support/tablet/storage-contract.ts";
import { startDexieEngine, startPlainEngine } from "../support/tablet/storage-engines.ts";

const host = { indexedDB, IDBKeyRange };

describeStorageContract("Dexie in Chromium", async () => startDexieEngine(host));
describeStorageContract("plain IndexedDB in Chromium", async () => startPlainEngine(host));
