// What is readable while the tablet is locked: who it is on the wire, the collection's signed keys, how sending fares,
// and its device key. Nothing here is personal.
import {
  sendingNotTried,
  type DeviceKeyStore,
  type IdentityStore,
  type KeyDocumentStore,
  type SendingState,
  type SendingStore,
} from "#sync";
import type { ReadingTransaction, TabletDatabase } from "./tables.ts";

export function createIdentityStore(database: TabletDatabase): IdentityStore {
  return {
    readIdentity: async () =>
      database.read(["cfg"], async ({ get }) => {
        const row = await get("cfg", "identity");
        return row?.key === "identity" ? row.value : null;
      }),
  };
}

export function createKeyDocumentStore(database: TabletDatabase): KeyDocumentStore {
  return {
    readKeys: async () => database.read(["cfg"], readKeys),
    writeKeys: async (jws, n) =>
      database.write(["cfg"], async (inside) => {
        const known = await readKeys(inside);
        if (known === null || n > known.n) await inside.put("cfg", { key: "keys", value: { jws, n } });
        return true as const;
      }),
  };
}

async function readKeys({ get }: ReadingTransaction): Promise<{ readonly jws: string; readonly n: number } | null> {
  const row = await get("cfg", "keys");
  return row?.key === "keys" ? row.value : null;
}

export function createSendingStore(database: TabletDatabase): SendingStore {
  return {
    readSending: async () => database.read(["cfg"], readSending),
    writeSending: async (change) =>
      database.write(["cfg"], async (inside) => {
        await inside.put("cfg", { key: "sending", value: { ...(await readSending(inside)), ...change } });
        return true as const;
      }),
    dropPause: async (sinceMs) =>
      database.write(["cfg"], async (inside) => {
        const sending = await readSending(inside);
        if (sending.pause?.sinceMs === sinceMs) {
          await inside.put("cfg", { key: "sending", value: { ...sending, pause: null } });
        }
        return true as const;
      }),
  };
}

async function readSending({ get }: ReadingTransaction): Promise<SendingState> {
  const row = await get("cfg", "sending");
  // A row of an earlier release lacks what came since.
  return row?.key === "sending" ? { ...sendingNotTried, ...row.value } : sendingNotTried;
}

export function createDeviceKeyStore(database: TabletDatabase): DeviceKeyStore {
  return {
    readDeviceKey: async () => database.read(["keys"], async ({ get }) => (await get("keys", "dev"))?.key ?? null),
  };
}
