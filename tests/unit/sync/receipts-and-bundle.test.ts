// What goes out on a medium and what comes back by hand.
import { describe, expect, it } from "vitest";
import { importVerifyKey, readBundle, signCumulativeReceipt, msToInstant } from "#protocol";
import { exportBundle, loadReceipts, markExported, pushOutbox, type BundleFile } from "#sync";
import { createSyncBench, type SyncBench } from "../../support/tablet/sync-bench.ts";

async function exported(bench: SyncBench): Promise<BundleFile> {
  const bundle = await exportBundle(bench.ports);
  if (!bundle.ok) throw new Error(bundle.error.type);
  return bundle.value;
}

/** What the Department's import does: every whole batch goes to the collector. */
async function importBundle(bench: SyncBench, bytes: Uint8Array): Promise<void> {
  const { batches } = await readBundle(bytes, () => null);
  for (const content of batches) {
    await bench.collector.transport.send({
      method: "POST",
      path: "/v1/batches",
      body: { contentType: "application/vnd.census.batch", content },
      timeoutMs: 1,
    });
  }
}

function receiptLines(bench: SyncBench): readonly string[] {
  return bench.collector.stored.map(({ receipts }) => receipts.at(-1) ?? "");
}

describe("the file for the medium", () => {
  it("[SY67] holds every batch as it was sealed, reads whole, and moves nothing by itself", async () => {
    const bench = await createSyncBench();
    await bench.seal(3);
    const file = await exported(bench);
    const device = await bench.ports.deviceKey.readDeviceKey();
    const identity = await bench.ports.identity.readIdentity();
    if (!device.ok || device.value === null || !identity.ok || identity.value === null) throw new Error("no device");
    const key = await importVerifyKey(device.value.jwk, "dev", identity.value.dev);
    const read = await readBundle(file.bytes, () => (key.ok ? key.value : null));
    expect(read.verdict).toBe("whole");
    const files = await Promise.all([1, 2, 3, 4].map(async (seq) => bench.ports.outbox.readFile(seq)));
    expect(read.batches).toEqual(files.map((one) => (one.ok ? one.value : null)));
    expect(file).toMatchObject({ seqs: [1, 2, 3, 4], forms: 3, lists: 0 });
    expect(file.fileName).toBe(`sanaq-${identity.value.dev.slice(0, 8)}-1-4.census`);
    expect(file.checkCode).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(await bench.states()).toEqual(["sealed", "sealed", "sealed", "sealed"]);
  });

  it("[SY67] once written, its batches are on USB and not delivered; they are still pushed and exported again", async () => {
    const bench = await createSyncBench();
    await bench.seal(1);
    const { seqs } = await exported(bench);
    expect(await markExported(bench.ports, seqs)).toEqual({ ok: true, value: true });
    expect(await bench.states()).toEqual(["exported", "exported"]);
    expect((await exported(bench)).seqs).toEqual([1, 2]);
    expect(await pushOutbox(bench.ports, { deadlineMs: 1000 })).toMatchObject({ sent: 2 });
    expect(await bench.states()).toEqual(["stored", "stored"]);
  });

  it("[SY67] leaves out what is accepted, and an outbox of accepted batches has nothing to export", async () => {
    const bench = await createSyncBench();
    await pushOutbox(bench.ports, { deadlineMs: 1000 });
    await bench.collector.openAll();
    await pushOutbox(bench.ports, { deadlineMs: 1000 });
    expect(await exportBundle(bench.ports)).toEqual({ ok: false, error: { type: "nothing-to-export" } });
    await bench.seal(1);
    expect((await exported(bench)).seqs).toEqual([2]);
  });

  it("comes in parts that together hold every batch once, and says how far it is", async () => {
    const bench = await createSyncBench();
    await bench.seal(4);
    const whole = await exported(bench);
    const seqs: number[] = [];
    const told: string[] = [];
    for (let afterSeq = 0, left = 1; left > 0; afterSeq = seqs.at(-1) ?? 0) {
      const part = await exportBundle(
        bench.ports,
        { afterSeq, maxBytes: whole.bytes.byteLength / 2 },
        ({ done, all }) => told.push(`${done} / ${all}`),
      );
      if (!part.ok) throw new Error(part.error.type);
      expect((await readBundle(part.value.bytes, () => null)).batches).toHaveLength(part.value.seqs.length);
      seqs.push(...part.value.seqs);
      left = part.value.left;
    }
    expect(seqs).toEqual(whole.seqs);
    expect(told[0]).toMatch(/^1 \/ \d$/u);
    expect(told).toHaveLength(whole.seqs.length);
    // A batch larger than the room still goes, alone.
    const [first] = whole.seqs;
    const least = await exportBundle(bench.ports, { afterSeq: 0, maxBytes: 1 });
    expect(least).toMatchObject({ ok: true, value: { seqs: [first], left: whole.seqs.length - 1 } });
  });

  it("goes through the Department's import, and its receipts come back by file", async () => {
    const bench = await createSyncBench();
    await bench.seal(2);
    const file = await exported(bench);
    await markExported(bench.ports, file.seqs);
    await importBundle(bench, file.bytes);
    await importBundle(bench, file.bytes);
    expect(bench.collector.stored.map(({ copies }) => copies)).toEqual([2, 2, 2]);
    await bench.collector.openAll();
    expect(await loadReceipts(bench.ports, receiptLines(bench).join("\n"))).toEqual({
      ok: true,
      value: { moved: { accepted: 3 }, known: 0, bad: [], lines: 3 },
    });
    expect(await bench.states()).toEqual(["accepted", "accepted", "accepted"]);
  });
});

describe("receipts loaded by hand", () => {
  it("[SY66] takes the good lines and names the bad ones, whatever surrounds them", async () => {
    const bench = await createSyncBench();
    await bench.seal(1);
    await importBundle(bench, (await exported(bench)).bytes);
    const [first = "", second = ""] = receiptLines(bench);
    const forged = `${first.slice(0, -10)}AAAAAAAAAA`;
    const text = `\uFEFF${first}\r\n\r\nnot a receipt\r\n${forged}\r\n  ${second}  \r\n${first}\r\n`;
    const loaded = await loadReceipts(bench.ports, text);
    expect(loaded).toMatchObject({ ok: true, value: { moved: { stored: 2 }, known: 1, lines: 5 } });
    expect(loaded.ok && loaded.value.bad).toEqual([
      { line: 3, code: "jws-malformed" },
      { line: 4, code: expect.stringMatching(/^(signature-bad|jws-malformed)$/) },
    ]);
    expect(await bench.states()).toEqual(["stored", "stored"]);
  });

  it("[SY33] one cumulative line stores everything up to its number, and not what came later", async () => {
    const bench = await createSyncBench();
    await bench.seal(1);
    const entries = await bench.entries();
    const identity = await bench.ports.identity.readIdentity();
    const dev = identity.ok ? (identity.value?.dev ?? "") : "";
    const line = await signCumulativeReceipt(
      { v: 1, col: "kz2021-test", dev, have: 2, head: entries[1]?.link ?? "", at: msToInstant(bench.clock.nowMs()) },
      bench.collector.receiptKey,
    );
    await bench.seal(1);
    expect(await loadReceipts(bench.ports, line)).toMatchObject({ value: { moved: { stored: 2 } } });
    expect(await bench.states()).toEqual(["stored", "stored", "sealed"]);
  });

  it("[SY66] an empty text moves nothing", async () => {
    const bench = await createSyncBench();
    expect(await loadReceipts(bench.ports, "\n\n")).toEqual({
      ok: true,
      value: { moved: {}, known: 0, bad: [], lines: 0 },
    });
    expect(bench.changes()).toBe(0);
  });
});
