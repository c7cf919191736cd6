// Whether the tablet's storage can be written at all, found out by writing: a full disk, a profile that became read-only
// and data of a newer release all let themselves be read. Asked before the tablet is opened, so that nobody begins an
// interview that could not be saved; a write that fails later is shown at its question (T-09).
import type { TabletDatabase } from "#storage";
import type { StorageError } from "#sync";

export interface StorageCheck {
  /** What refuses writing, or null. Once it was null it stays so; while it was not, it is tried again. */
  readonly whatRefusesWriting: () => Promise<StorageError | null>;
}

export function createStorageCheck(database: TabletDatabase): StorageCheck {
  let isWritable = false;
  return {
    whatRefusesWriting: async () => {
      if (isWritable) return null;
      // The counter is put back as it was: a strict transaction like any other, and nothing has changed.
      const written = await database.write(["meta"], async ({ get, put }) => {
        const value = (await get("meta", "generation"))?.value ?? 0;
        await put("meta", { key: "generation", value });
      });
      isWritable = written.ok;
      return written.ok ? null : written.error;
    },
  };
}
