// The engine of the service worker: the same database over IndexedDB itself, because Dexie alone would fill the service
// worker's budget of bytes. It never creates nor upgrades anything: where the database is missing, it is empty.
import { err, ok } from "#questionnaire";
import { causeToStorageError, NewerSchema } from "./failure.ts";
import {
  databaseName,
  schemaNumber,
  type ReadingTransaction,
  type TableName,
  type TabletDatabase,
  type WritingTransaction,
} from "./tables.ts";

const nothing: ReadingTransaction = {
  get: async () => undefined,
  getAll: async () => [],
  getLast: async () => undefined,
};

/** Opens on first use, lets go when another tab upgrades, and opens again. */
export function createPlainDatabase(factory: IDBFactory): TabletDatabase {
  let connection: Promise<IDBDatabase | null> | null = null;
  const connect = async (): Promise<IDBDatabase | null> => {
    connection ??= open(factory, () => {
      connection = null;
    });
    const database = await connection.catch((cause: unknown) => {
      connection = null;
      throw cause;
    });
    // A database that is not there yet may be there at the next question.
    if (database === null) connection = null;
    return database;
  };

  return {
    read: async (tables, work) => {
      try {
        const database = await connect();
        if (database === null) return ok(await work(nothing));
        return ok(await run(database, tables, "readonly", work));
      } catch (cause) {
        return err(causeToStorageError(cause));
      }
    },
    write: async (tables, work) => {
      try {
        const database = await connect();
        if (database === null) return err({ type: "storage-aborted" });
        const value = await run(database, [...new Set([...tables, "meta" as const])], "readwrite", async (inside) => {
          const found = (await inside.get("meta", "schema"))?.value ?? schemaNumber;
          if (found > schemaNumber) throw new NewerSchema(found);
          return work(inside);
        });
        return ok(value);
      } catch (cause) {
        return err(causeToStorageError(cause));
      }
    },
    close: () => {
      void connection?.then((database) => database?.close());
      connection = null;
    },
  };
}

async function open(factory: IDBFactory, onLost: () => void): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = factory.open(databaseName);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = true;
      request.transaction?.abort();
    };
    request.onerror = () => (isMissing ? resolve(null) : reject(request.error ?? new Error("open failed")));
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => {
        database.close();
        onLost();
      };
      database.onclose = onLost;
      resolve(database);
    };
  });
}

async function run<T>(
  database: IDBDatabase,
  tables: readonly TableName[],
  mode: "readonly" | "readwrite",
  work: (transaction: WritingTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([...tables], mode, { durability: "strict" });
  const completed = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
  // The transaction may abort while `work` still waits for an answer that will never come.
  const aborted = completed.then(() => new Promise<never>(() => {}));
  try {
    const value = await Promise.race([work(over(transaction)), aborted]);
    await completed;
    return value;
  } catch (cause) {
    completed.catch(() => {});
    try {
      transaction.abort();
    } catch {
      // It had ended by itself.
    }
    throw cause;
  }
}

function over(transaction: IDBTransaction): WritingTransaction {
  return {
    get: async (name, key) => answerOf(transaction.objectStore(name).get(key)),
    getAll: async (name) => answerOf(transaction.objectStore(name).getAll()),
    getLast: async (name) =>
      (await answerOf<IDBCursorWithValue | null>(transaction.objectStore(name).openCursor(null, "prev")))?.value,
    put: async (name, row) => {
      await answerOf(transaction.objectStore(name).put(row));
    },
    add: async (name, row) => {
      await answerOf(transaction.objectStore(name).add(row));
    },
  };
}

async function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("request failed"));
  });
}
