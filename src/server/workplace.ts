// Everything a role or a command works with: settings, keys, database, spool. Opened by the composition roots, closed by
// whoever opened it.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newId, type Random, type KeyDocument } from "#protocol";
import { deviceKeyLookup } from "./collector/device-keys.ts";
import { createSpool, type Spool } from "./collector/spool.ts";
import type { BatchDesk } from "./collector/take-batch.ts";
import { createOpeningWorker } from "./opener/opening-worker.ts";
import type { OpenerFacts } from "./opener/opener.ts";
import { readCollectionFile, type CollectionFile } from "./registry/collection-file.ts";
import type { InstrumentTexts } from "./registry/form-questionnaire.ts";
import { readInstruments, readKeyDocument } from "./registry/instruments.ts";
import { hasKeys, readCollection, readOpenerKeys, readReceiptKey, type CollectionKeys } from "./registry/key-files.ts";
import type { Settings } from "./settings.ts";
import { connectDatabase, migrateDatabase, type Database, type DatabaseAddress } from "./store/database.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./store/embedded-postgres.ts";

export const random: Random = (bytes) => new Uint8Array(randomBytes(bytes));

export interface Workplace {
  readonly settings: Settings;
  readonly database: Database;
  readonly collection: CollectionKeys;
  readonly file: CollectionFile;
  readonly spool: Spool;
  readonly nowMs: () => number;
  readonly close: () => Promise<void>;
}

const serverPidFile = (dataDir: string): string => join(dataDir, "server.pid");

/** True where a server process of this data folder lives. */
export function isServerRunning(dataDir: string): boolean {
  const file = serverPidFile(dataDir);
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, "utf8"));
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export function markServerRunning(dataDir: string): () => void {
  writeFileSync(serverPidFile(dataDir), String(process.pid));
  return () => rmSync(serverPidFile(dataDir), { force: true });
}

/** The embedded PostgreSQL or the one of DATABASE_URL, migrated. */
export async function openDatabase(
  settings: Settings,
  onLine: (line: string) => void,
): Promise<{ readonly database: Database; readonly stop: () => Promise<void> }> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  let embedded: EmbeddedPostgres | null = null;
  let address: DatabaseAddress;
  if (settings.databaseUrl === null) {
    embedded = await startEmbeddedPostgres({
      dataDir: settings.dataDir,
      isRunByOther: () => isServerRunning(settings.dataDir),
      onLine,
    });
    address = { host: embedded.host, port: embedded.port };
  } else {
    address = { connectionString: settings.databaseUrl };
  }
  await migrateDatabase(address);
  const database = connectDatabase(address);
  return {
    database,
    stop: async () => {
      await database.close();
      await embedded?.stop();
    },
  };
}

/** Throws `not-initialised` where `init` was never run. */
export async function openWorkplace(settings: Settings, onLine: (line: string) => void): Promise<Workplace> {
  if (!hasKeys(settings.dataDir)) throw new Error("not-initialised: run `npm run sanaq -- init` first");
  const { database, stop } = await openDatabase(settings, onLine);
  return {
    settings,
    database,
    collection: readCollection(settings.dataDir),
    file: readCollectionFile(settings.dataDir),
    spool: createSpool(settings.dataDir, () => newId(random)),
    nowMs: () => Date.now(),
    close: stop,
  };
}

/** The desk where batches are taken in, by VPN or USB. */
export async function openBatchDesk(place: Workplace): Promise<BatchDesk> {
  return {
    database: place.database,
    spool: place.spool,
    col: place.collection.col,
    receiptKey: await readReceiptKey(place.settings.dataDir),
    deviceKeys: deviceKeyLookup(place.database),
    nowMs: place.nowMs,
  };
}

export async function openOpener(place: Workplace, onFailure: (error: unknown) => void): Promise<OpenerFacts> {
  const document = await readKeyDocument(place.collection);
  return {
    database: place.database,
    spool: place.spool,
    col: place.collection.col,
    keys: await readOpenerKeys(place.settings.dataDir),
    sealIds: ["seal-1"],
    windows: place.file.windows,
    worker: createOpeningWorker(),
    instruments: async () => instrumentTexts(place.settings.dataDir, document),
    waiting: new Map(),
    nowMs: place.nowMs,
    onFailure,
  };
}

/** The installed versions of the questionnaire, each verified anew. */
export async function readInstrumentTexts(place: Workplace): Promise<readonly InstrumentTexts[]> {
  return instrumentTexts(place.settings.dataDir, await readKeyDocument(place.collection));
}

async function instrumentTexts(dataDir: string, document: KeyDocument): Promise<readonly InstrumentTexts[]> {
  const { instruments } = await readInstruments(dataDir, document);
  return instruments.map(({ sha, instrument }) => ({ sha, files: instrument.files }));
}
