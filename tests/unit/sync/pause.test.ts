// The officer's pause: every push sees it, nothing on its way is cut off, and no clock keeps it for ever.
import { describe, expect, it } from "vitest";
import { err, ok } from "#questionnaire";
import { createPlainDatabase, createSendingStore } from "#storage";
import { pausedUntilMs, pauseSending, pushOutbox, resumeSending, type PushReport } from "#sync";
import { network, type Fault } from "../../support/tablet/collector.ts";
import { createSyncBench, type SyncBench } from "../../support/tablet/sync-bench.ts";

const minuteMs = 60_000;
const spanMs = 30 * minuteMs;

async function push(bench: SyncBench): Promise<PushReport> {
  return pushOutbox(bench.ports, { deadlineMs: 150_000 });
}

async function sendingOf(bench: SyncBench) {
  const sending = await bench.ports.sending.readSending();
  if (!sending.ok) throw new Error(sending.error.type);
  return sending.value;
}

describe("a push in a pause", () => {
  it("[SY90] asks nothing and changes nothing, and says until when", async () => {
    const bench = await createSyncBench();
    await bench.seal(1);
    expect(await pauseSending(bench.ports)).toEqual({ ok: true, value: bench.clock.nowMs() + spanMs });
    const before = await sendingOf(bench);
    const changes = bench.changes();
    bench.clock.advance(minuteMs);
    expect(await push(bench)).toEqual({
      outcome: "paused",
      sent: 0,
      accepted: 0,
      left: 2,
      problem: null,
      nextAttemptAtMs: bench.clock.nowMs() - minuteMs + spanMs,
    });
    expect(bench.collector.asked).toEqual([]);
    expect(await bench.states()).toEqual(["sealed", "sealed"]);
    expect(await sendingOf(bench)).toEqual(before);
    expect(bench.changes()).toBe(changes);
  });

  it("[SY90] is the same for another program of this tablet: the pause lies in storage", async () => {
    const bench = await createSyncBench();
    await pauseSending(bench.ports);
    const other = { ...bench.ports, sending: createSendingStore(createPlainDatabase(bench.factory)) };
    expect(await pushOutbox(other, { deadlineMs: 150_000 })).toMatchObject({ outcome: "paused" });
    expect(bench.collector.asked).toEqual([]);
  });

  it("[SY90] asks for no receipts either", async () => {
    const bench = await createSyncBench();
    await push(bench);
    await bench.collector.openAll();
    bench.collector.asked.length = 0;
    await pauseSending(bench.ports);
    expect(await push(bench)).toMatchObject({ outcome: "paused", accepted: 0, left: 0 });
    expect(bench.collector.asked).toEqual([]);
  });
});

describe("a pause that comes while sending", () => {
  /** The officer pauses while this request is under way. */
  const paused =
    (bench: SyncBench): Fault =>
    async (_request, real) => {
      await pauseSending(bench.ports);
      return real();
    };

  it("[SY91] lets the batch on its way arrive, keeps its receipt, and begins no other", async () => {
    const bench = await createSyncBench();
    await bench.seal(3);
    bench.collector.faults.push(network.pass, network.pass, paused(bench));
    expect(await push(bench)).toMatchObject({
      outcome: "paused",
      sent: 2,
      left: 2,
      problem: null,
      nextAttemptAtMs: bench.clock.nowMs() + spanMs,
    });
    expect(bench.collector.asked).toEqual(["/v1/hello", "/v1/batches", "/v1/batches"]);
    expect(await bench.states()).toEqual(["stored", "stored", "sealed", "sealed"]);
    expect((await bench.entries())[1]?.receipts[0]?.jws).toBe(bench.collector.stored[1]?.receipts[0]);
  });

  it("[SY91] after the last batch, asks for no receipts", async () => {
    const bench = await createSyncBench();
    bench.collector.faults.push(network.pass, paused(bench));
    expect(await push(bench)).toMatchObject({ outcome: "paused", sent: 1, left: 0 });
    expect(bench.collector.asked).toEqual(["/v1/hello", "/v1/batches"]);
  });

  it("[SY91] counts as no failed attempt, and the next one waits for nothing but its end", async () => {
    const bench = await createSyncBench();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      bench.collector.faults.push(network.down);
      await push(bench);
    }
    bench.collector.faults.push(paused(bench));
    expect(await push(bench)).toMatchObject({ outcome: "paused", sent: 0 });
    expect(await sendingOf(bench)).toMatchObject({
      attemptsInARow: 4,
      nextAttemptAtMs: bench.clock.nowMs(),
      problem: null,
    });
  });

  it("[SY64] [SY91] does not hide that a batch was called wrong before it", async () => {
    const bench = await createSyncBench();
    await bench.seal(2);
    const wrong: Fault = async () =>
      ok({ status: 400, body: '{"error":{"type":"hash-mismatch"}}', retryAfterMs: null });
    const problem = { type: "batch-refused", seq: 1, code: "hash-mismatch" };
    bench.collector.faults.push(network.pass, wrong, paused(bench));
    expect(await push(bench)).toMatchObject({ outcome: "paused", sent: 1, left: 2, problem });
    expect(await sendingOf(bench)).toMatchObject({ attemptsInARow: 0, problem });
  });

  it("[SY64] [SY91] nor where it comes before the receipts are asked for", async () => {
    const bench = await createSyncBench();
    await bench.seal(1);
    const wrong: Fault = async () =>
      ok({ status: 400, body: '{"error":{"type":"hash-mismatch"}}', retryAfterMs: null });
    bench.collector.faults.push(network.pass, wrong, paused(bench));
    expect(await push(bench)).toMatchObject({
      outcome: "paused",
      sent: 1,
      left: 1,
      problem: { type: "batch-refused", seq: 1 },
    });
    expect(bench.collector.asked).toEqual(["/v1/hello", "/v1/batches", "/v1/batches"]);
  });

  it("[SY91] does not hide that the batch on its way did not arrive", async () => {
    const bench = await createSyncBench();
    bench.collector.faults.push(network.pass, async () => {
      await pauseSending(bench.ports);
      return err({ type: "unreachable-server" });
    });
    expect(await push(bench)).toMatchObject({ outcome: "stopped", problem: { type: "unreachable-server" }, left: 1 });
  });
});

describe("the end of a pause", () => {
  it("[SY92] comes by itself after half an hour, not before", async () => {
    const bench = await createSyncBench();
    await pauseSending(bench.ports);
    bench.clock.advance(spanMs - 1);
    expect(await push(bench)).toMatchObject({ outcome: "paused" });
    bench.clock.advance(1);
    expect(await push(bench)).toMatchObject({ outcome: "done", sent: 1 });
    expect(await sendingOf(bench)).toMatchObject({ pause: null });
  });

  it("[SY92] comes at once where the officer goes on, and tells the screens", async () => {
    const bench = await createSyncBench();
    await pauseSending(bench.ports);
    const changes = bench.changes();
    expect(await resumeSending(bench.ports)).toEqual({ ok: true, value: true });
    expect(bench.changes()).toBe(changes + 1);
    expect(await resumeSending(bench.ports)).toEqual({ ok: true, value: true });
    expect(bench.changes()).toBe(changes + 1);
    expect(await push(bench)).toMatchObject({ outcome: "done", sent: 1 });
  });

  it("[SY92] goes on in the very push that was to be stopped, where the officer thinks again in time", async () => {
    const bench = await createSyncBench();
    await bench.seal(1);
    bench.collector.faults.push(network.pass, async (_request, real) => {
      await pauseSending(bench.ports);
      await resumeSending(bench.ports);
      return real();
    });
    expect(await push(bench)).toMatchObject({ outcome: "done", sent: 2 });
  });

  it("[SY92] is no later than 30 minutes after the last word, however often it is paused", async () => {
    const bench = await createSyncBench();
    await pauseSending(bench.ports);
    bench.clock.advance(20 * minuteMs);
    await pauseSending(bench.ports);
    bench.clock.advance(20 * minuteMs);
    expect(await push(bench)).toMatchObject({ outcome: "paused" });
    bench.clock.advance(10 * minuteMs);
    expect(await push(bench)).toMatchObject({ outcome: "done" });
  });

  it.each([
    ["set back behind the pause", -minuteMs],
    ["set back by years", -3 * 365 * 24 * 60 * minuteMs],
    ["set ahead by a day", 24 * 60 * minuteMs],
  ])("[SY92] a clock %s ends it, and setting the clock right brings it back no more", async (_how, jumpMs) => {
    const bench = await createSyncBench();
    await bench.seal(1);
    const pausedAtMs = bench.clock.nowMs();
    await pauseSending(bench.ports);
    bench.clock.setWall(pausedAtMs + jumpMs);
    // Whatever the server makes of such a clock, the pause holds nothing back.
    expect((await push(bench)).outcome).not.toBe("paused");
    expect(bench.collector.asked[0]).toBe("/v1/hello");
    await bench.seal(1);
    bench.clock.setWall(pausedAtMs + minuteMs);
    expect(await push(bench)).toMatchObject({ outcome: "done", left: 0 });
  });

  it.each([
    ["none", null, null],
    ["one that runs", { sinceMs: 1000, untilMs: 5000 }, 5000],
    ["one that just began", { sinceMs: 2000, untilMs: 5000 }, 5000],
    ["one that just ended", { sinceMs: 1000, untilMs: 2000 }, null],
    ["one of the future", { sinceMs: 2001, untilMs: 5000 }, null],
    ["one with an end beyond its span", { sinceMs: 2000, untilMs: 9e15 }, 2000 + spanMs],
    ["an old one with an end beyond its span", { sinceMs: 2000 - spanMs, untilMs: 9e15 }, null],
    ["one that ends before it begins", { sinceMs: 1000, untilMs: 500 }, null],
    ["one of no number", { sinceMs: Number.NaN, untilMs: 9e15 }, null],
  ])("[SY92] judges by the clock alone: %s", (_what, pause, untilMs) => {
    expect(pausedUntilMs(pause, 2000)).toBe(untilMs);
  });

  it("[SY92] is not kept from sending by a storage that cannot write it down", async () => {
    const bench = await createSyncBench();
    await pauseSending(bench.ports);
    bench.clock.advance(spanMs);
    const sending = { ...bench.ports.sending, dropPause: async () => err({ type: "storage-full" } as const) };
    expect(await pushOutbox({ ...bench.ports, sending }, { deadlineMs: 150_000 })).toMatchObject({ sent: 1 });
  });
});

describe("what cannot be written", () => {
  it("[SY90] is no pause: the officer is told", async () => {
    const bench = await createSyncBench();
    const sending = { ...bench.ports.sending, writeSending: async () => err({ type: "storage-full" } as const) };
    const changes = bench.changes();
    expect(await pauseSending({ ...bench.ports, sending })).toEqual({ ok: false, error: { type: "storage-full" } });
    expect(bench.changes()).toBe(changes);
    expect(await push(bench)).toMatchObject({ outcome: "done" });
  });
});
