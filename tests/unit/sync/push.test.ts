// Pushing the outbox against a collector that signs for real, over a network that does not always help.
import { describe, expect, it } from "vitest";
import { generateSigningKey } from "#protocol";
import { err, ok } from "#questionnaire";
import { pushOutbox, type PushReport, type TransportRequest } from "#sync";
import { network, type Fault } from "../../support/tablet/collector.ts";
import { createSyncBench, type SyncBench } from "../../support/tablet/sync-bench.ts";

const limits = { deadlineMs: 150_000 };

async function push(bench: SyncBench): Promise<PushReport> {
  return pushOutbox(bench.ports, limits);
}

/** Waits for `count` requests to go by before the fault. */
function after(count: number, fault: Fault): readonly Fault[] {
  return [...Array.from({ length: count }, () => network.pass), fault];
}

describe("a push", () => {
  it("[SY60] says hello, [SY61] sends by rising number and polls; all are stored", async () => {
    const bench = await createSyncBench();
    await bench.seal(2);
    const report = await push(bench);
    expect(report).toMatchObject({ outcome: "done", sent: 3, accepted: 0, left: 0, problem: null });
    expect(bench.collector.asked).toEqual(["/v1/hello", "/v1/batches", "/v1/batches", "/v1/batches", "/v1/receipts"]);
    expect(bench.collector.stored.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(await bench.states()).toEqual(["stored", "stored", "stored"]);
    const [first] = await bench.entries();
    const file = await bench.ports.outbox.readFile(1);
    expect(file.ok && file.value).toEqual(bench.collector.stored[0]?.bytes);
    expect(first?.receipts).toHaveLength(1);
    expect(bench.changes()).toBeGreaterThanOrEqual(3);
  });

  it("hears of accepted batches at the next push and then has nothing to do", async () => {
    const bench = await createSyncBench();
    await push(bench);
    await bench.collector.openAll();
    expect(await push(bench)).toMatchObject({ outcome: "done", sent: 0, accepted: 1, nextAttemptAtMs: null });
    expect(await bench.states()).toEqual(["accepted"]);
    bench.collector.asked.length = 0;
    expect(await push(bench)).toMatchObject({ outcome: "done", sent: 0, nextAttemptAtMs: null });
    expect(bench.collector.asked).toEqual([]);
  });

  it("hears of all of them where one answer does not hold every receipt", async () => {
    const bench = await createSyncBench(2, { receiptsPerAnswer: 2 });
    await bench.seal(6);
    await push(bench);
    // The first stays undecided and must not keep the others from being heard of.
    await bench.collector.openAll(({ manifest }) => (manifest.seq === 1 ? { st: "quarantined" } : {}));
    bench.collector.asked.length = 0;
    expect(await push(bench)).toMatchObject({ outcome: "done", accepted: 6 });
    expect(await bench.states()).toEqual(["quarantined", ...Array.from({ length: 6 }, () => "accepted")]);
    expect(bench.collector.asked.filter((path) => path === "/v1/receipts")).toHaveLength(4);
  });

  it("does not go round with a server that repeats itself", async () => {
    const bench = await createSyncBench();
    await bench.seal(2);
    await push(bench);
    bench.collector.asked.length = 0;
    const [first] = bench.collector.stored;
    const again: Fault = async () =>
      ok({ status: 200, body: JSON.stringify({ receipts: [first?.receipts[0]] }), retryAfterMs: null });
    bench.collector.faults.push(network.pass, again, again, again);
    expect(await push(bench)).toMatchObject({ outcome: "done" });
    expect(bench.collector.asked).toEqual(["/v1/hello", "/v1/receipts", "/v1/receipts"]);
  });

  it("[SY59] runs once at a time: the second one is busy and sends nothing", async () => {
    const bench = await createSyncBench();
    await bench.seal(1);
    const reports = await Promise.all([push(bench), push(bench), push(bench)]);
    expect(reports.map(({ outcome }) => outcome).toSorted()).toEqual(["busy", "busy", "done"]);
    expect(bench.collector.stored.map(({ copies }) => copies)).toEqual([1, 1]);
  });

  it("does nothing on a tablet that is not enrolled", async () => {
    const bench = await createSyncBench();
    const ports = { ...bench.ports, identity: { readIdentity: async () => ok(null) } };
    expect(await pushOutbox(ports, limits)).toMatchObject({ outcome: "stopped", problem: { type: "not-enrolled" } });
    expect(bench.collector.asked).toEqual([]);
  });
});

describe("whoever answers the hello", () => {
  const portals: readonly (readonly [string, Fault, object])[] = [
    ["a portal's page", network.portal, { type: "not-the-collector" }],
    [
      "JSON that is no hello",
      async () => ok({ status: 200, body: '{"hello":1}', retryAfterMs: null }),
      { type: "not-the-collector" },
    ],
    [
      "an unsigned hello",
      async () => ok({ status: 200, body: '{"hello":"a.b.c"}', retryAfterMs: null }),
      { type: "hello-refused", code: "jws-malformed" },
    ],
    [
      "a login page with 511",
      async () => ok({ status: 511, body: "<html>", retryAfterMs: null }),
      { type: "server-failed", status: 511 },
    ],
    [
      "a page that is not there",
      async () => ok({ status: 404, body: "<html>", retryAfterMs: null }),
      { type: "not-the-collector" },
    ],
    ["an answer without an end", async () => err({ type: "answer-too-long" }), { type: "not-the-collector" }],
    ["a proxy's 502", network.badGateway, { type: "server-failed", status: 502 }],
    ["nobody", network.down, { type: "unreachable-server" }],
    ["nobody in time", network.silent, { type: "server-timeout" }],
    ["a server that asks for patience", network.tooMany, { type: "try-later", retryAfterMs: 90_000 }],
  ];
  it.each(portals)("[SY60] %s: nothing is sent, nothing is marked", async (_who, fault, problem) => {
    const bench = await createSyncBench();
    bench.collector.faults.push(fault);
    const report = await push(bench);
    expect(report).toMatchObject({ outcome: "stopped", sent: 0, left: 1, problem });
    expect(bench.collector.asked).toEqual(["/v1/hello"]);
    expect(await bench.states()).toEqual(["sealed"]);
  });

  it("[SY60] an old hello played back: nothing is sent", async () => {
    const bench = await createSyncBench();
    let recorded = "";
    bench.collector.faults.push(async (_request, real) => {
      const answer = await real();
      recorded = answer.ok ? answer.value.body : "";
      return err({ type: "unreachable-server" });
    });
    await push(bench);
    bench.collector.faults.push(async () => ok({ status: 200, body: recorded, retryAfterMs: null }));
    expect(await push(bench)).toMatchObject({ problem: { type: "hello-refused", code: "nonce-mismatch" } });
    expect(bench.collector.stored).toEqual([]);
  });

  it("a hello under a new receipt key is judged by the newer key document", async () => {
    const bench = await createSyncBench();
    await bench.collector.rotateReceiptKey();
    expect(await push(bench)).toMatchObject({ outcome: "done", sent: 1 });
    expect(bench.collector.asked).toEqual(["/v1/hello", "/v1/keys", "/v1/batches", "/v1/receipts"]);
    const keys = await bench.ports.keys.readKeys();
    expect(keys.ok && keys.value?.n).toBe(2);
  });

  it("keeps the server's time and what it says of this tablet's rights, and still sends", async () => {
    const bench = await createSyncBench();
    bench.collector.revoke();
    expect(await push(bench)).toMatchObject({ outcome: "done", sent: 1 });
    const sending = await bench.ports.sending.readSending();
    expect(sending).toMatchObject({
      value: { isRevoked: true, time: { atMs: bench.clock.nowMs(), tabletAtMs: bench.clock.nowMs(), rttMs: 0 } },
    });
    expect(await bench.states()).toEqual(["quarantined"]);
  });
});

describe("receipts that come back", () => {
  it("[SY61] the answer is lost: the batch stays, the retry gets the same receipt, the server has one batch", async () => {
    const bench = await createSyncBench();
    bench.collector.faults.push(...after(1, network.loseAnswer));
    expect(await push(bench)).toMatchObject({ outcome: "stopped", sent: 0, problem: { type: "unreachable-server" } });
    expect(await bench.states()).toEqual(["sealed"]);
    expect(await push(bench)).toMatchObject({ outcome: "done", sent: 1 });
    const [stored] = bench.collector.stored;
    expect(bench.collector.stored).toHaveLength(1);
    expect(stored?.copies).toBe(2);
    expect((await bench.entries())[0]?.receipts[0]?.jws).toBe(stored?.receipts[0]);
  });

  const answerWith =
    (receiptOf: (bench: SyncBench) => Promise<string>, bench: SyncBench): Fault =>
    async (_request: TransportRequest, real) => {
      await real();
      return ok({ status: 201, body: JSON.stringify({ receipt: await receiptOf(bench) }), retryAfterMs: null });
    };

  it.each([
    [
      "forged with another key",
      "kid-unknown",
      async (bench: SyncBench) =>
        bench.collector.receiptOf(1, {}, await generateSigningKey("rcpt", { extractable: false })),
    ],
    [
      "for another tablet",
      "device-mismatch",
      async (bench: SyncBench) => bench.collector.receiptOf(1, { dev: "AAAAAAAAAAAAAAAAAAAAAA" }),
    ],
    [
      "for other bytes",
      "hash-mismatch",
      async (bench: SyncBench) => bench.collector.receiptOf(1, { sha: "A".repeat(43) }),
    ],
    ["for another length", "hash-mismatch", async (bench: SyncBench) => bench.collector.receiptOf(1, { len: 1 })],
    [
      "for a batch of nobody",
      "batch-unknown",
      async (bench: SyncBench) => bench.collector.receiptOf(1, { bid: "AAAAAAAAAAAAAAAAAAAAAA" }),
    ],
    [
      "of another collection",
      "collector-other",
      async (bench: SyncBench) => bench.collector.receiptOf(1, { col: "elsewhere" }),
    ],
    [
      "with a key that was not valid then",
      "kid-unknown",
      async (bench: SyncBench) => bench.collector.receiptOf(1, { at: "2019-01-01T00:00:00.000Z" }),
    ],
  ])("[SY62] one %s marks nothing", async (_what, code, receiptOf) => {
    const bench = await createSyncBench();
    bench.collector.faults.push(...after(1, answerWith(receiptOf, bench)));
    expect(await push(bench)).toMatchObject({
      outcome: "stopped",
      sent: 0,
      problem: { type: "receipt-refused", code },
    });
    expect(await bench.states()).toEqual(["sealed"]);
  });

  it("[SY62] a true receipt of another batch is none for this one", async () => {
    const bench = await createSyncBench();
    await push(bench);
    await bench.seal(1);
    bench.collector.faults.push(
      ...after(
        1,
        answerWith(async ({ collector }) => collector.stored[0]?.receipts[0] ?? "", bench),
      ),
    );
    expect(await push(bench)).toMatchObject({ outcome: "stopped", problem: { type: "receipt-refused" } });
    expect(await bench.states()).toEqual(["stored", "sealed"]);
  });

  it("[SY62] no status is a delivery: 201 without a receipt marks nothing", async () => {
    const bench = await createSyncBench();
    bench.collector.faults.push(
      ...after(1, async (_request, real) => {
        await real();
        return ok({ status: 201, body: "{}", retryAfterMs: null });
      }),
    );
    expect(await push(bench)).toMatchObject({ problem: { type: "not-the-collector" } });
    expect(await bench.states()).toEqual(["sealed"]);
  });

  it("[SY62] a conflict comes with its receipt and counts by it", async () => {
    const bench = await createSyncBench();
    bench.collector.faults.push(
      ...after(1, async (_request, real) => {
        await real();
        const receipt = await bench.collector.receiptOf(
          1,
          { st: "quarantined", why: "seq-fork" },
          bench.collector.receiptKey,
        );
        return ok({ status: 409, body: JSON.stringify({ error: { type: "seq-fork" }, receipt }), retryAfterMs: null });
      }),
    );
    expect(await push(bench)).toMatchObject({ outcome: "done", sent: 1 });
    expect(await bench.states()).toEqual(["quarantined"]);
  });

  it("[SY64] bytes called wrong stay and are named; the next batch goes", async () => {
    const bench = await createSyncBench();
    await bench.seal(1);
    bench.collector.faults.push(
      ...after(1, async () => ok({ status: 400, body: '{"error":{"type":"hash-mismatch"}}', retryAfterMs: null })),
    );
    const report = await push(bench);
    expect(report).toMatchObject({
      outcome: "stopped",
      sent: 1,
      left: 1,
      problem: { type: "batch-refused", seq: 1, code: "hash-mismatch" },
    });
    const entries = await bench.entries();
    expect(entries.map(({ state, refusedByCollector }) => [state, refusedByCollector?.code ?? null])).toEqual([
      ["sealed", "hash-mismatch"],
      ["stored", null],
    ]);
    // The next try takes it: the mark of refusal goes.
    expect(await push(bench)).toMatchObject({ outcome: "done", sent: 1 });
    expect((await bench.entries())[0]?.refusedByCollector).toBeNull();
  });

  it("[SY64] stops at the first doubt and keeps what was proven before it", async () => {
    const bench = await createSyncBench();
    await bench.seal(2);
    bench.collector.faults.push(...after(2, network.badGateway));
    expect(await push(bench)).toMatchObject({
      outcome: "stopped",
      sent: 1,
      left: 2,
      problem: { type: "server-failed", status: 502 },
    });
    expect(await bench.states()).toEqual(["stored", "sealed", "sealed"]);
    expect(bench.collector.asked).toEqual(["/v1/hello", "/v1/batches", "/v1/batches"]);
  });

  it("[SY32] one receipt that covers the chain stores everything before it", async () => {
    const bench = await createSyncBench();
    await bench.seal(2);
    // The first two answers are lost, the third batch arrives: its receipt says `have` 3.
    const gone: Fault = async (_request, real) => {
      await real();
      return ok({ status: 400, body: '{"error":{"type":"truncated"}}', retryAfterMs: null });
    };
    bench.collector.faults.push(network.pass, gone, gone);
    await push(bench);
    expect(await bench.states()).toEqual(["stored", "stored", "stored"]);
  });

  it("a push that reaches its deadline begins nothing new", async () => {
    const bench = await createSyncBench();
    await bench.seal(2);
    bench.collector.faults.push(network.pass, async (_request, real) => {
      bench.clock.advance(200_000);
      return real();
    });
    expect(await push(bench)).toMatchObject({ outcome: "stopped", sent: 1, problem: { type: "deadline" } });
    expect(await bench.states()).toEqual(["stored", "sealed", "sealed"]);
  });

  it("writes nothing of a receipt when the storage is full, and says so", async () => {
    const bench = await createSyncBench();
    const outbox = { ...bench.ports.outbox, updateEntries: async () => err({ type: "storage-full" } as const) };
    expect(await pushOutbox({ ...bench.ports, outbox }, limits)).toMatchObject({
      outcome: "stopped",
      sent: 0,
      problem: { type: "storage-full" },
    });
    expect(await bench.states()).toEqual(["sealed"]);
  });

  it("[SY34] a receipt that speaks of another chain proves its own batch, and the difference is kept", async () => {
    const bench = await createSyncBench();
    await push(bench);
    const receipt = await bench.collector.receiptOf(1, { have: 1, head: "A".repeat(43), st: "accepted" });
    bench.collector.stored[0]?.receipts.push(receipt);
    expect(await push(bench)).toMatchObject({ accepted: 1 });
    expect(await bench.states()).toEqual(["accepted"]);
    expect(await bench.ports.sending.readSending()).toMatchObject({ value: { isChainOther: true } });
  });
});
