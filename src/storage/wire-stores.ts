// What is readable while the tablet is locked: who it is on the wire, the collection's signed keys, how sending fares,
// and its device key. Nothing here is personal.
import {
  sendingNotTried,
  type DeviceKeyStore,
  type IdentityStore,
  type KeyDocumentStore,
  type SendingState,
  type SendingStore,
  type TabletIdentity,
} from "#sync";
import type { ReadingTransaction, TabletDatabase } from "./tables.ts";

interface StoredKeys {
  readonly jws: string;
  readonly n: number;
}

/** The values of `cfg` by key. Rows are written only by this room, so what is read back has the type it was written with. */
export interface Cfg {
  readonly identity: TabletIdentity;
  readonly keys: StoredKeys;
  readonly sending: SendingState;
}

async function readCfg<K extends keyof Cfg>(transaction: ReadingTransaction, key: K): Promise<Cfg[K] | null> {
  const row = await transaction.get("cfg", key);
  return row === undefined ? null : (row.value as Cfg[K]);
}

export function createIdentityStore(database: TabletDatabase): IdentityStore {
  return { readIdentity: async () => database.read(["cfg"], async (inside) => readCfg(inside, "identity")) };
}

export function createKeyDocumentStore(database: TabletDatabase): KeyDocumentStore {
  return {
    readKeys: async () => database.read(["cfg"], async (inside) => readCfg(inside, "keys")),
    writeKeys: async (jws, n) =>
      database.write(["cfg"], async (inside) => {
        const known = await readCfg(inside, "keys");
        if (known === null || n > known.n) await inside.put("cfg", { key: "keys", value: { jws, n } });
        return true as const;
      }),
  };
}

export function createSendingStore(database: TabletDatabase): SendingStore {
  return {
    readSending: async () =>
      database.read(["cfg"], async (inside) => (await readCfg(inside, "sending")) ?? sendingNotTried),
    writeSending: async (change) =>
      database.write(["cfg"], async (inside) => {
        const before = (await readCfg(inside, "sending")) ?? sendingNotTried;
        await inside.put("cfg", { key: "sending", value: { ...before, ...change } });
        return true as const;
      }),
  };
}

export function createDeviceKeyStore(database: TabletDatabase): DeviceKeyStore {
  return {
    readDeviceKey: async () => database.read(["keys"], async ({ get }) => (await get("keys", "dev"))?.key ?? null),
  };
}
