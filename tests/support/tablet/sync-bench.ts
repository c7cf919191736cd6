// A tablet reduced to what the exchange needs: enrolled at a test collector, with empty sealed batches in a real store.
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import {
  buildEnrolRequest,
  generateDataKey,
  generateSealKey,
  generateSigningKey,
  newId,
  sealBatch,
  sealEscrow,
  verifyEnrolled,
  type SigningKey,
} from "#protocol";
import {
  createChain,
  createDeviceKeyStore,
  createDexieDatabase,
  createIdentityStore,
  createKeyDocumentStore,
  createOutbox,
  createRecordStore,
  createSealedWork,
  createSendingStore,
  type SealedBatchRow,
  type TabletDatabase,
} from "#storage";
import type { ExchangePorts, OutboxEntry } from "#sync";
import { createTestCollector, type CollectorOptions, type TestCollector } from "./collector.ts";
import { createFakeClock, createMemoryLocks, createSeededRandom, type FakeClock } from "./fakes.ts";

/** 1 October 2021, 10:00 in Kyzylorda. */
export const benchStartMs = Date.UTC(2021, 9, 1, 5);

export interface SyncBench {
  readonly ports: ExchangePorts;
  readonly database: TabletDatabase;
  /** Where the database lies: another program of this tablet opens it again. */
  readonly factory: IDBFactory;
  readonly collector: TestCollector;
  readonly clock: FakeClock;
  /** Calls of `onChange` so far. */
  readonly changes: () => number;
  /** Seals so many more batches, each naming one form. */
  readonly seal: (count: number) => Promise<void>;
  /** The secrets of the batches so far, by number. */
  readonly secretBySeq: ReadonlyMap<number, string>;
  readonly entries: () => Promise<readonly OutboxEntry[]>;
  readonly states: () => Promise<readonly string[]>;
}

/** The first batch is the test batch of enrolment. */
export async function createSyncBench(seed = 1, collectorOptions: Partial<CollectorOptions> = {}): Promise<SyncBench> {
  const clock = createFakeClock(benchStartMs);
  const random = createSeededRandom(seed);
  const collector = await createTestCollector({
    clock,
    random: createSeededRandom(seed + 1000),
    ...collectorOptions,
  });
  const factory = new IDBFactory();
  const database = createDexieDatabase({ indexedDB: factory, IDBKeyRange });
  const device = await generateSigningKey("dev", { extractable: false });
  const officer = await generateSigningKey("off", { extractable: true });
  const dev = await enrolByHand(collector, device, officer, newId(random));
  const document = collector.document();
  let changes = 0;
  const ports: ExchangePorts = {
    identity: createIdentityStore(database),
    deviceKey: createDeviceKeyStore(database),
    keys: createKeyDocumentStore(database),
    outbox: createOutbox(database),
    chain: createChain(database),
    sending: createSendingStore(database),
    transport: collector.transport,
    locks: createMemoryLocks(),
    clock,
    random,
    onChange: () => {
      changes += 1;
    },
  };

  const secretBySeq = new Map<number, string>();
  const sealNext = async (kind: OutboxEntry["kind"]): Promise<SealedBatchRow> => {
    const head = await ports.chain.readHead();
    const last = head.ok ? head.value : null;
    const sealed = await sealBatch({
      header: { col: document.col, dev, inst: "inst-7", off: "officer-7", schema: "sanaq-payload/1" },
      seq: (last?.seq ?? 0) + 1,
      prev: last?.link ?? null,
      lines: [],
      recipient: document.seal[0]?.recipient ?? "",
      sealId: "seal-1",
      device,
      officer,
      mark: { w: clock.nowMs(), off: 300, mono: clock.monotonicMs(), run: newId(random), srv: null, skew: "ok" },
      release: "0.0.0-test",
      random,
    });
    if (!sealed.ok) throw new Error(sealed.error.type);
    const { bid, sha, len, link, bytes, manifest, secret } = sealed.value;
    secretBySeq.set(manifest.seq, secret);
    return {
      file: bytes,
      prev: manifest.prev,
      entry: {
        seq: manifest.seq,
        bid,
        sha,
        len,
        link,
        kind,
        forms: kind === "forms" ? [{ id: newId(random), rev: 1 }] : [],
        listRev: null,
        fileBytes: bytes.length,
        sealedAtMs: clock.nowMs(),
        sealedOffsetMinutes: 300,
        state: "sealed",
        exportedAtMs: null,
        receipts: [],
        refusedByCollector: null,
      },
    };
  };

  const work = createSealedWork(database);
  const enrolled = await work.commitEnrolment({
    identity: { col: document.col, dev, rootThumbprint: collector.rootThumbprint },
    keys: { jws: await askForKeys(collector), n: document.n },
    deviceKey: device,
    vault: {},
    records: [],
    testBatch: await sealNext("test"),
  });
  if (!enrolled.ok) throw new Error(enrolled.error.type);
  collector.asked.length = 0;

  const entries = async (): Promise<readonly OutboxEntry[]> => {
    const read = await ports.outbox.readEntries();
    if (!read.ok) throw new Error(read.error.type);
    return read.value;
  };
  return {
    ports,
    database,
    factory,
    collector,
    clock,
    changes: () => changes,
    seal: async (count) => {
      for (let made = 0; made < count; made += 1) {
        const row = await sealNext("forms");
        const generation = await createRecordStore(database).readGeneration();
        const written = await work.commitSealed([], generation.ok ? generation.value : -1, [row]);
        if (!written.ok) throw new Error(written.error.type);
      }
    },
    secretBySeq,
    entries,
    states: async () => (await entries()).map(({ state }) => state),
  };
}

async function askForKeys(collector: TestCollector): Promise<string> {
  const answer = await collector.transport.send({ method: "GET", path: "/v1/keys", body: null, timeoutMs: 1 });
  return answer.ok ? answer.value.body.trim() : "";
}

/** The enrolment's wire part without the worker's ceremony; returns the device id. */
async function enrolByHand(
  collector: TestCollector,
  device: SigningKey,
  officer: SigningKey,
  nonce: string,
): Promise<string> {
  const document = collector.document();
  const post = async (path: string, body: object): Promise<Record<string, string>> => {
    const answer = await collector.transport.send({
      method: "POST",
      path,
      body: { contentType: "application/json", content: JSON.stringify(body) },
      timeoutMs: 1,
    });
    if (!answer.ok) throw new Error(answer.error.type);
    return JSON.parse(answer.value.body) as Record<string, string>;
  };
  const { hello } = await post("/v1/hello", { n: nonce });
  const jti = JSON.parse(Buffer.from(hello?.split(".")[1] ?? "", "base64url").toString()) as { jti: string };
  const escrow = await sealEscrow({ deviceKid: device.kid, epoch: 0, dataKey: await generateDataKey() }, document.esc);
  if (!escrow.ok) throw new Error(escrow.error.type);
  const enrol = await buildEnrolRequest({
    code: collector.link().split(".").at(-2) ?? "",
    device,
    officer,
    tab: (await generateSealKey()).recipient,
    esc: escrow.value,
    nonce: jti.jti,
  });
  const { enrolled } = await post("/v1/enrol", { enrol });
  const verified = await verifyEnrolled(enrolled ?? "", {
    document,
    devKid: device.kid,
    offKid: officer.kid,
    nonce: jti.jti,
  });
  if (!verified.ok) throw new Error(verified.error.type);
  return verified.value.dev;
}
