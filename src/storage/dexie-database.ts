// The engine of the worker: Dexie, which also creates and upgrades the database. Always strict durability: with the
// browser's default four of five acknowledged records were lost in simulated power cuts.
import { Dexie, type Table, type Transaction } from "dexie";
import { err, ok } from "#questionnaire";
import { causeToStorageError, NewerSchema } from "./failure.ts";
import {
  databaseName,
  primaryKeys,
  schemaNumber,
  type Rows,
  type TableName,
  type TabletDatabase,
  type WritingTransaction,
} from "./tables.ts";

/** Where the database lies; without it the browser's own `indexedDB`. */
export interface DexieHost {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Opens on first use and creates what is missing. One per program. */
export function createDexieDatabase(host?: DexieHost): TabletDatabase {
  const dexie = new Dexie(databaseName, { ...host, chromeTransactionDurability: "strict", autoOpen: true });
  dexie.version(schemaNumber).stores({ ...primaryKeys });
  dexie.on("populate", (transaction) => {
    void transaction.table("meta").add({ key: "schema", value: schemaNumber });
  });

  return {
    read: async (tables, work) => {
      try {
        return ok(await dexie.transaction("r!", [...tables], async (transaction) => work(over(transaction))));
      } catch (cause) {
        return err(causeToStorageError(cause));
      }
    },
    write: async (tables, work) => {
      try {
        const value = await dexie.transaction("rw!", [...new Set([...tables, "meta"])], async (transaction) => {
          const inside = over(transaction);
          const found = (await inside.get("meta", "schema"))?.value ?? schemaNumber;
          if (found > schemaNumber) throw new NewerSchema(found);
          return work(inside);
        });
        return ok(value);
      } catch (cause) {
        return err(causeToStorageError(cause));
      }
    },
    close: () => dexie.close(),
  };
}

function over(transaction: Transaction): WritingTransaction {
  const table = <T extends TableName>(name: T): Table<Rows[T], string | number> => transaction.table(name);
  return {
    get: async (name, key) => table(name).get(key),
    getAll: async (name) => table(name).toArray(),
    getLast: async (name) => table(name).toCollection().last(),
    put: async (name, row) => {
      await table(name).put(row);
    },
    add: async (name, row) => {
      await table(name).add(row);
    },
  };
}
