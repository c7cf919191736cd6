// The storage contract in Node, over an IndexedDB in memory.
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, it } from "vitest";
import { createIdentityStore, createOutbox, createPlainDatabase } from "#storage";
import { describeStorageContract } from "../support/tablet/storage-contract.ts";
import { startDexieEngine, startPlainEngine } from "../support/tablet/storage-engines.ts";

describeStorageContract("Dexie on fake-indexeddb", async () =>
  startDexieEngine({ indexedDB: new IDBFactory(), IDBKeyRange }),
);
describeStorageContract("plain IndexedDB on fake-indexeddb", async () =>
  startPlainEngine({ indexedDB: new IDBFactory(), IDBKeyRange }),
);

it("the service worker's engine on a tablet without a database reads nothing, writes nothing and creates nothing", async () => {
  const factory = new IDBFactory();
  const database = createPlainDatabase(factory);
  expect(await createIdentityStore(database).readIdentity()).toEqual({ ok: true, value: null });
  expect(await createOutbox(database).updateEntries([1], (entry) => entry)).toEqual({
    ok: false,
    error: { type: "storage-aborted" },
  });
  expect(await factory.databases()).toEqual([]);
  const engine = await startDexieEngine({ indexedDB: factory, IDBKeyRange });
  const identity = { col: "col", dev: "dev", rootThumbprint: "root" };
  await engine.database.write(["cfg"], async ({ put }) => put("cfg", { key: "identity", value: identity }));
  expect(await createIdentityStore(database).readIdentity()).toEqual({ ok: true, value: identity });
});
