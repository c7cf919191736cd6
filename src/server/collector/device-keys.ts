// Public keys of enrolled tablets, from the register.
import { importVerifyKey, type KeyLookup } from "#protocol";
import type { Database } from "../store/database.ts";
import { readDeviceByKey } from "../store/device-store.ts";

/** A key speaks for its own tablet only: its owner is the tablet's id. */
export function deviceKeyLookup(database: Database): KeyLookup {
  return async (kid) => {
    const device = await readDeviceByKey(database, "dev_kid", kid);
    if (device === null) return null;
    const key = await importVerifyKey(device.devJwk, "dev", device.sourceId);
    return key.ok ? key.value : null;
  };
}
