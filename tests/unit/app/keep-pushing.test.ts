// When the open page sends: at the start, on a change, by the plan. Time is a list of timers the test lets go.
import { expect, it } from "vitest";
import { keepPushing, type PushingPage } from "../../../src/app/wiring/keep-pushing.ts";
import type { BatchRow, TabletApi, TabletChange } from "#worker";

const startMs = Date.UTC(2021, 8, 10, 6);

function createBench() {
  const listeners = new Set<(change: TabletChange) => void>();
  const timers = new Map<number, { readonly run: () => void; readonly delayMs: number }>();
  let lastTimer = 0;
  const pushes: number[] = [];
  const delivery: {
    batches: Pick<BatchRow, "state" | "sealedAtMs">[];
    sending: { lastAttemptAtMs: number | null; nextAttemptAtMs: number | null; pausedUntilMs: number | null };
  } = {
    batches: [],
    sending: { lastAttemptAtMs: null, nextAttemptAtMs: null, pausedUntilMs: null },
  };
  const nowMs = startMs;
  const api = {
    readStatus: async () => ({ state: "locked" }),
    push: async () => {
      pushes.push(nowMs);
      delivery.sending.lastAttemptAtMs = nowMs;
      return { outcome: "done" };
    },
    readDelivery: async () => delivery,
    watch: (listener: (change: TabletChange) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  // The four members it uses; the whole tablet is tested elsewhere.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const tablet = api as unknown as TabletApi;
  const page: PushingPage = {
    addEventListener: () => undefined,
    document: { addEventListener: () => undefined, visibilityState: "visible" },
    setTimeout: (run, delayMs) => {
      lastTimer += 1;
      timers.set(lastTimer, { run, delayMs });
      return lastTimer;
    },
    clearTimeout: (timer) => timers.delete(timer),
    now: () => nowMs,
  };
  return {
    tablet,
    page,
    pushes,
    delivery,
    listeners,
    change: (change: TabletChange) => listeners.forEach((listener) => listener(change)),
    planned: () => [...timers.values()].map(({ delayMs }) => delayMs),
  };
}

it("sends at the start and then by the tablet's own plan", async () => {
  const bench = createBench();
  bench.delivery.sending.nextAttemptAtMs = startMs + 5000;
  keepPushing(bench.tablet, bench.page);
  await expect.poll(bench.planned).toEqual([5000]);
  expect(bench.pushes).toHaveLength(1);
});

it("sends what was just sealed without waiting for the plan", async () => {
  const bench = createBench();
  keepPushing(bench.tablet, bench.page);
  await expect.poll(bench.planned).toEqual([30 * 60_000]);
  bench.delivery.batches.push({ state: "sealed", sealedAtMs: startMs + 1 });
  bench.change("delivery");
  await expect.poll(() => bench.pushes.length).toBe(2);
});

it("takes over the plan that a push of the service worker made", async () => {
  const bench = createBench();
  keepPushing(bench.tablet, bench.page);
  await expect.poll(bench.planned).toEqual([30 * 60_000]);
  bench.delivery.sending.nextAttemptAtMs = startMs + 4000;
  bench.change("list");
  bench.change("delivery");
  await expect.poll(bench.planned).toEqual([4000]);
  expect(bench.pushes).toHaveLength(1);
});

it("waits for the end of a pause, with what was sealed meanwhile too, and goes on as soon as the officer ends it", async () => {
  const bench = createBench();
  bench.delivery.sending = { lastAttemptAtMs: startMs, nextAttemptAtMs: startMs, pausedUntilMs: startMs + 600_000 };
  keepPushing(bench.tablet, bench.page);
  await expect.poll(bench.planned).toEqual([600_000]);
  bench.delivery.batches.push({ state: "sealed", sealedAtMs: startMs + 1 });
  // Paused anew meanwhile: the plan that stood before could not show that it was made again.
  bench.delivery.sending.pausedUntilMs = startMs + 900_000;
  bench.change("list");
  bench.change("delivery");
  await expect.poll(bench.planned).toEqual([900_000]);
  expect(bench.pushes).toHaveLength(1);
  bench.delivery.sending.pausedUntilMs = null;
  bench.change("delivery");
  await expect.poll(() => bench.pushes.length).toBe(2);
});

it("rests three seconds even where a clock says that it is late", async () => {
  const bench = createBench();
  bench.delivery.sending.nextAttemptAtMs = startMs - 60_000;
  keepPushing(bench.tablet, bench.page);
  await expect.poll(bench.planned).toEqual([3000]);
});

it("stops with the page", async () => {
  const bench = createBench();
  const stop = keepPushing(bench.tablet, bench.page);
  await expect.poll(bench.planned).toHaveLength(1);
  stop();
  expect(bench.planned()).toEqual([]);
  expect(bench.listeners.size).toBe(0);
});
