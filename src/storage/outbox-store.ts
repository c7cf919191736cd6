// Outbox and chain over the database. An entry and its bytes are written together with the work they seal
// (sealed-work.ts); here they are read, and moved by receipts.
import type { Chain, Outbox } from "#sync";
import type { TabletDatabase } from "./tables.ts";

export function createOutbox(database: TabletDatabase): Outbox {
  return {
    readEntries: async () => database.read(["outbox"], async ({ getAll }) => getAll("outbox")),
    readFile: async (seq) => database.read(["files"], async ({ get }) => (await get("files", seq))?.bytes ?? null),
    updateEntries: async (seqs, change) =>
      database.write(["outbox"], async ({ get, put }) => {
        let changed = 0;
        for (const seq of seqs) {
          const entry = await get("outbox", seq);
          const next = entry === undefined ? null : change(entry);
          if (next === null) continue;
          await put("outbox", next);
          changed += 1;
        }
        return changed;
      }),
  };
}

export function createChain(database: TabletDatabase): Chain {
  return {
    readHead: async () => database.read(["chain"], async ({ getLast }) => (await getLast("chain")) ?? null),
    readLinks: async () => database.read(["chain"], async ({ getAll }) => getAll("chain")),
  };
}
