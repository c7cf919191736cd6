// The store on the two PostgreSQLs it runs on: the npm package's, which a machine without an installation gets, and
// Debian's.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newId } from "#protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  ingestBatch,
  keepStoredReceipt,
  readBatch,
  readBatches,
  takeBatchToOpen,
  type NewBatch,
} from "../../src/server/store/batch-store.ts";
import { writeForm, type Origin } from "../../src/server/store/census-store.ts";
import { migrateDatabase } from "../../src/server/store/database.ts";
import { random } from "../../src/server/workplace.ts";
import { formOf, seededRandom } from "../unit/protocol/support/census-room.ts";
import { createTestDatabase, type TestDatabase } from "../support/server/test-server.ts";

const receivedAt = Date.UTC(2021, 8, 3, 10, 0, 0, 123);
const hash = (letter: string): string => letter.repeat(43);

function batchOf(change: Partial<NewBatch> = {}): NewBatch {
  return {
    sourceId: newId(random),
    bid: newId(random),
    sha: hash("s"),
    link: hash("l"),
    seq: 1,
    prev: null,
    len: 4000,
    file: "tablet/batch.census",
    via: "vpn",
    receivedAt,
    state: "stored",
    why: null,
    ...change,
  };
}

const Resend = z.object({ bid: z.string(), via: z.string() });
const Schema = z.object({ column: z.string() });
const Version = z.object({ version: z.number(), runAt: z.number().nullable() });

describe.each(["package", "system"] as const)("the store on the PostgreSQL of the %s", (origin) => {
  let stand: TestDatabase;
  beforeAll(async () => {
    stand = await createTestDatabase(origin);
  });
  afterAll(() => stand.close());

  it("[SY39] takes a batch once and notes each copy with its way", async () => {
    const batch = batchOf();
    expect(await ingestBatch(stand.database(), batch)).toBe(true);
    expect(await ingestBatch(stand.database(), batch)).toBe(false);
    expect(await ingestBatch(stand.database(), { ...batch, via: "usb", receivedAt: receivedAt + 1 })).toBe(false);
    expect(await readBatches(stand.database(), batch.sourceId)).toEqual([
      { ...batch, storedReceipt: null, decidedReceipt: null },
    ]);
    const copies = await stand
      .database()
      .rows(Resend, "SELECT bid, via FROM batch_resend WHERE source_id = $1 ORDER BY number", [batch.sourceId]);
    expect(copies).toEqual([
      { bid: batch.bid, via: "vpn" },
      { bid: batch.bid, via: "usb" },
    ]);
  });

  it("takes a batch once when it comes ten times at once", async () => {
    const batch = batchOf();
    const taken = await Promise.all(Array.from({ length: 10 }, () => ingestBatch(stand.database(), batch)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await readBatches(stand.database(), batch.sourceId)).toHaveLength(1);
  });

  it("keeps both of two batches with one number", async () => {
    const first = batchOf();
    const second = { ...batchOf(), sourceId: first.sourceId, link: hash("m") };
    expect(await ingestBatch(stand.database(), first)).toBe(true);
    expect(await ingestBatch(stand.database(), second)).toBe(true);
    expect(await readBatches(stand.database(), first.sourceId)).toHaveLength(2);
  });

  it("[SY30] keeps the first receipt and answers with it", async () => {
    const batch = batchOf();
    await ingestBatch(stand.database(), batch);
    expect(await keepStoredReceipt(stand.database(), batch, "first")).toBe("first");
    expect(await keepStoredReceipt(stand.database(), batch, "second")).toBe("first");
    expect((await readBatch(stand.database(), batch.sourceId, batch.link))?.storedReceipt).toBe("first");
  });

  it("gives two openers two different batches, and a third none", async () => {
    await stand.database().run("UPDATE batch SET state = 'accepted'");
    const [older, newer] = [batchOf({ receivedAt: receivedAt - 1000 }), batchOf()];
    for (const batch of [newer, older]) await ingestBatch(stand.database(), batch);
    const took = await stand.database().transaction(async (one) => {
      const first = await takeBatchToOpen(one, []);
      return stand.database().transaction(async (two) => {
        const second = await takeBatchToOpen(two, []);
        const third = await stand.database().transaction((three) => takeBatchToOpen(three, []));
        return [first?.bid, second?.bid, third];
      });
    });
    expect(took).toEqual([older.bid, newer.bid, null]);
    expect((await stand.database().transaction((three) => takeBatchToOpen(three, [])))?.bid).toBe(older.bid);
  });

  it("writes a form once, knows it again, and tells other content of the same revision", async () => {
    const form = formOf(seededRandom(7));
    const written: Origin = { sourceId: newId(random), bid: newId(random), institutionId: "inst", officerId: "off" };
    const facts = { contentSha: hash("a"), acceptedAtMs: receivedAt, isLate: false };
    expect(await writeForm(stand.database(), written, form, facts)).toBe("written");
    expect(await writeForm(stand.database(), written, form, facts)).toBe("already-there");
    expect(await writeForm(stand.database(), written, form, { ...facts, contentSha: hash("b") })).toBe("rev-conflict");
    expect(await writeForm(stand.database(), written, { ...form, rev: 2 }, { ...facts, contentSha: hash("b") })).toBe(
      "written",
    );
  });

  it("rolls back what a failing piece of work wrote", async () => {
    const batch = batchOf();
    const work = stand.database().transaction(async (connection) => {
      await ingestBatch(connection, batch);
      throw new Error("power cut");
    });
    await expect(work).rejects.toThrow("power cut");
    expect(await readBatches(stand.database(), batch.sourceId)).toEqual([]);
  });

  it("changes nothing when it is migrated again, by two at once", async () => {
    const describeAll = async () => ({
      columns: await stand.database().rows(
        Schema,
        `SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable) AS column
         FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1`,
      ),
      versions: await stand
        .database()
        .rows(
          Version,
          `SELECT version, (extract(epoch FROM run_at) * 1000)::bigint AS "runAt" FROM schema_version ORDER BY version`,
        ),
    });
    const before = await describeAll();
    await Promise.all([migrateDatabase(stand.postgres()), migrateDatabase(stand.postgres())]);
    expect(await describeAll()).toEqual(before);
  });

  it("runs with fsync, full pages, checksums and no network port", async () => {
    const Setting = z.object({ name: z.string(), setting: z.string() });
    const settings = await stand.database().rows(
      Setting,
      `SELECT name, setting FROM pg_settings WHERE name IN
         ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses') ORDER BY name`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      data_checksums: "on",
      fsync: "on",
      full_page_writes: "on",
      listen_addresses: "",
      synchronous_commit: "on",
    });
  });

  it("has what was committed after the postmaster was killed", async () => {
    const batch = batchOf();
    await ingestBatch(stand.database(), batch);
    await stand.restart(async (postgres) => {
      process.kill(postmasterPid(stand.dataDir), "SIGKILL");
      await postgres.stop();
    });
    expect(stand.postgres().isOwn).toBe(true);
    expect((await readBatch(stand.database(), batch.sourceId, batch.link))?.bid).toBe(batch.bid);
    expect(await ingestBatch(stand.database(), batch)).toBe(false);
  });

  it("starts over a pid file whose number is another program's by now", async () => {
    const batch = batchOf();
    await ingestBatch(stand.database(), batch);
    const file = join(stand.dataDir, "postgres/postmaster.pid");
    const lines = readFileSync(file, "utf8").split("\n");
    await stand.restart(async (postgres) => {
      await postgres.stop();
      writeFileSync(file, [String(process.pid), ...lines.slice(1)].join("\n"));
    });
    expect(postmasterPid(stand.dataDir)).not.toBe(process.pid);
    expect((await readBatch(stand.database(), batch.sourceId, batch.link))?.bid).toBe(batch.bid);
  });
});

function postmasterPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}
