// The engines of the storage contract over any IndexedDB: a fresh one in Node, the browser's own in Chromium.
import { Dexie } from "dexie";
import { createDexieDatabase, createPlainDatabase, databaseName, primaryKeys, schemaNumber } from "#storage";
import type { StorageEngine } from "./storage-contract.ts";

export interface IndexedDbHost {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

async function deleteDatabase(host: IndexedDbHost): Promise<void> {
  await new Dexie(databaseName, { ...host }).delete();
}

async function writeSchemaNumber(host: IndexedDbHost, value: number): Promise<void> {
  const dexie = new Dexie(databaseName, { ...host });
  dexie.version(schemaNumber).stores({ ...primaryKeys });
  await dexie.table("meta").put({ key: "schema", value });
  dexie.close();
}

export async function startDexieEngine(host: IndexedDbHost): Promise<StorageEngine> {
  await deleteDatabase(host);
  const database = createDexieDatabase(host);
  return {
    database,
    writeSchemaNumber: async (value) => writeSchemaNumber(host, value),
    destroy: async () => {
      database.close();
      await deleteDatabase(host);
    },
  };
}

/** The service worker's engine never creates the database: the worker's has done so before. */
export async function startPlainEngine(host: IndexedDbHost): Promise<StorageEngine> {
  const { database: creating, destroy } = await startDexieEngine(host);
  await creating.read(["meta"], async ({ get }) => get("meta", "schema"));
  const database = createPlainDatabase(host.indexedDB);
  return {
    database,
    writeSchemaNumber: async (value) => writeSchemaNumber(host, value),
    destroy: async () => {
      database.close();
      await destroy();
    },
  };
}
