// `import` beside another opener over a real PostgreSQL: a batch that the running server has just taken to open is
// locked, and what the employee reads must not be of that moment.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readUnverifiedJws, writeBundle } from "#protocol";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { importInto } from "../../src/server/cli/import.ts";
import { takeBatch } from "../../src/server/collector/take-batch.ts";
import { openBesideOthers } from "../../src/server/opener/open-beside-others.ts";
import { openWaiting, type OpenerFacts } from "../../src/server/opener/opener.ts";
import { windowsFor } from "../../src/server/registry/collection-file.ts";
import { readSettings } from "../../src/server/settings.ts";
import type { Workplace } from "../../src/server/workplace.ts";
import { good } from "../support/fieldwork/officer.ts";
import { createExchange } from "../support/server/exchange.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await createTestServer();
  folder = mkdtempSync(join(tmpdir(), "sanaq-import-"));
});
/** Lets every other opener end, also after a test that failed. */
let letGo: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(letGo.map((end) => end()));
  letGo = [];
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

const { storedOf } = createExchange(() => server);

/** The first batch of a new tablet, in the database and not opened. */
async function broughtBatch() {
  const tablet = await server.tablet();
  const batch = await tablet.seal(1, null, []);
  await takeBatch(server.desk, batch.bytes, "usb");
  const stateOfIt = async (): Promise<string | undefined> => (await storedOf(tablet))[0]?.state;
  return { tablet, batch, dev: tablet.enrolled.dev, stateOfIt };
}

/** Another opener that has taken the waiting batch, its row locked, and goes on when it is told to. */
async function otherOpener() {
  const taken = Promise.withResolvers<void>();
  const onward = Promise.withResolvers<void>();
  const open: OpenerFacts["worker"]["open"] = async (task) => {
    taken.resolve();
    await onward.promise;
    return server.opener.worker.open(task);
  };
  const done = openWaiting({ ...server.opener, worker: { ...server.opener.worker, open } });
  const decide = async (): Promise<void> => {
    onward.resolve();
    await done;
  };
  letGo.push(decide);
  await taken.promise;
  return {
    decide,
    /** It ends without a decision, and the row is free again. */
    breakOff: async () => {
      onward.reject(new Error("ended"));
      await done;
    },
  };
}

describe("opening beside another opener", () => {
  it("waits until the other has decided what it holds", async () => {
    const { dev, stateOfIt } = await broughtBatch();
    const other = await otherOpener();
    const waits: number[] = [];
    await openBesideOthers(server.opener, [dev], async (ms) => {
      expect(await stateOfIt()).toBe("stored");
      waits.push(ms);
      if (waits.length === 3) await other.decide();
    });
    expect(waits).toHaveLength(3);
    expect(await stateOfIt()).toBe("accepted");
  });

  it("opens itself what the other let go undecided", async () => {
    const { dev, stateOfIt } = await broughtBatch();
    const other = await otherOpener();
    await openBesideOthers(server.opener, [dev], () => other.breakOff());
    expect(await stateOfIt()).toBe("accepted");
  });

  it("waits ten seconds at the most", async () => {
    const { dev, stateOfIt } = await broughtBatch();
    await otherOpener();
    let waitedMs = 0;
    await openBesideOthers(server.opener, [dev], async (ms) => void (waitedMs += ms));
    expect(waitedMs).toBe(10_000);
    expect(await stateOfIt()).toBe("stored");
  });

  it("waits for no other tablet, and for nothing that cannot be opened here", async () => {
    const { dev, stateOfIt } = await broughtBatch();
    const noWait = async (): Promise<void> => expect.unreachable("nobody opens it");
    // Without the key its batch stays stored, and nobody holds it.
    await openBesideOthers({ ...server.opener, sealIds: [] }, [dev], noWait);
    expect(await stateOfIt()).toBe("stored");
    await otherOpener();
    await openBesideOthers(server.opener, ["another tablet"], noWait);
  });
});

it("[SY87] the import prints the code of a batch that the running server was just opening, and its decided receipt", async () => {
  const { tablet, batch } = await broughtBatch();
  const other = await otherOpener();
  const { database, collection, desk, clock, dataDir } = server;
  const place: Workplace = {
    settings: readSettings({ SANAQ_DATA_DIR: dataDir }),
    database,
    collection,
    file: { v: 1, isDemonstration: true, windows: windowsFor(true, clock.nowMs()) },
    spool: desk.spool,
    nowMs: clock.nowMs,
    close: async () => undefined,
  };
  const { bytes } = good(await writeBundle([batch.bytes], tablet.enrolled.dev, tablet.keys.device));
  const said: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const code = await importInto(place, {
    files: [{ name: "one.census", bytes }],
    out: folder,
    language: "ru",
    wait: () => other.decide(),
  });
  expect(code).toBe(0);
  expect(said.join("")).toMatch(/Ранее принятых: 1\..*Код приёма: \d{4} \d{4} \(планшет № \d{4}, пакеты: 1–1\)/su);
  expect(said.join("")).not.toContain("ещё не проверен");
  const [receipts = ""] = readdirSync(folder);
  const [receipt = ""] = readFileSync(join(folder, receipts), "utf8").split("\n");
  expect(readUnverifiedJws(receipt)).toMatchObject({ ok: true, value: { payload: { st: "accepted" } } });
});
