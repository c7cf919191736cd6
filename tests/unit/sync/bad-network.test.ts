// Weeks of work over a network that loses, cuts, repeats and falsifies. Whatever happened on the way, in the end every
// batch is accepted, the Department has each one once, and no batch ever counted as delivered that was not.
import { describe, expect, it } from "vitest";
import { err, ok } from "#questionnaire";
import {
  isOnlyHere,
  loadReceipts,
  markExported,
  pausedUntilMs,
  pauseSending,
  pushOutbox,
  resumeSending,
  type PushReport,
} from "#sync";
import { network, type Fault } from "../../support/tablet/collector.ts";
import { createSeededRandom } from "../../support/tablet/fakes.ts";
import { createSyncBench, type SyncBench } from "../../support/tablet/sync-bench.ts";

const faults: readonly Fault[] = [
  network.pass,
  network.pass,
  network.pass,
  network.down,
  network.silent,
  network.loseAnswer,
  network.portal,
  network.badGateway,
  network.tooMany,
  async () => err({ type: "answer-too-long" }),
  async () => ok({ status: 200, body: "{}", retryAfterMs: null }),
  async () => ok({ status: 400, body: '{"error":{"type":"truncated"}}', retryAfterMs: null }),
];

describe("over a bad network", () => {
  it.each([1, 2, 3, 4, 5, 6])("nothing is lost, doubled or believed without proof (seed %i)", async (seed) => {
    const bench = await createSyncBench(seed);
    const random = createSeededRandom(seed * 77);
    const pick = (below: number): number => (random(1)[0] ?? 0) % below;
    for (let step = 0; step < 60; step += 1) {
      bench.clock.advance(60_000);
      const what = pick(10);
      if (what < 2) await bench.seal(1);
      else if (what < 8) {
        bench.collector.faults.splice(
          0,
          99,
          ...Array.from({ length: 12 }, () => faults[pick(faults.length)] ?? network.pass),
        );
        await pushOutbox(bench.ports, { deadlineMs: 150_000 });
        bench.collector.faults.length = 0;
      } else if (what === 8) await bench.collector.openAll();
      else {
        await markExported(
          bench.ports,
          (await bench.entries()).map(({ seq }) => seq),
        );
        await loadReceipts(bench.ports, bench.collector.stored.map(({ receipts }) => receipts.at(-1)).join("\n"));
      }
      const held = new Set(bench.collector.stored.map(({ bid }) => bid));
      for (const entry of await bench.entries()) {
        if (!isOnlyHere(entry)) expect(held.has(entry.bid)).toBe(true);
      }
    }
    await pushOutbox(bench.ports, { deadlineMs: 150_000 });
    await bench.collector.openAll();
    const last = await pushOutbox(bench.ports, { deadlineMs: 150_000 });
    expect(last).toMatchObject({ outcome: "done", left: 0, nextAttemptAtMs: null });
    const entries = await bench.entries();
    expect(entries.every(({ state }) => state === "accepted")).toBe(true);
    const seqs = bench.collector.stored.map(({ seq }) => seq).toSorted((a, b) => a - b);
    expect(seqs).toEqual(entries.map(({ seq }) => seq));
  });

  it.each([11, 12, 13, 14, 15, 16, 17, 18])(
    "[SY90, SY91, SY92] pauses at any moment, under a clock that jumps, lose nothing and never fork (seed %i)",
    async (seed) => {
      const bench = await createSyncBench(seed);
      const random = createSeededRandom(seed * 131);
      const pick = (below: number): number => (random(1)[0] ?? 0) % below;
      const seen = { pushesInPause: 0, cutShort: 0, ended: 0 };
      for (let step = 0; step < 80; step += 1) {
        bench.clock.advance(pick(12) * 60_000);
        const what = pick(12);
        if (what < 2) await bench.seal(1 + pick(3));
        else if (what === 2) await pauseSending(bench.ports);
        else if (what === 3) await resumeSending(bench.ports);
        else if (what === 4) await bench.collector.openAll();
        else if (what === 5) bench.clock.setWall(bench.clock.nowMs() + (pick(121) - 60) * 60_000);
        else await pushAndJudge(bench, pick, seen);
      }
      // The kinds of things this is about did happen.
      expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
      await resumeSending(bench.ports);
      await pushOutbox(bench.ports, { deadlineMs: 150_000 });
      await bench.collector.openAll();
      expect(await pushOutbox(bench.ports, { deadlineMs: 150_000 })).toMatchObject({ outcome: "done", left: 0 });
      const entries = await bench.entries();
      expect(entries.every(({ state }) => state === "accepted")).toBe(true);
      // Each one once, each on the one before it.
      const stored = bench.collector.stored.toSorted((a, b) => a.seq - b.seq);
      expect(stored.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq));
      expect(stored.map(({ prev }) => prev)).toEqual([null, ...stored.slice(0, -1).map(({ link }) => link)]);
    },
  );

  it("[SY65] waits longer after each failure, and looks for the word on it soon after the first progress", async () => {
    const bench = await createSyncBench();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      bench.collector.faults.push(network.down);
      const { nextAttemptAtMs } = await pushOutbox(bench.ports, { deadlineMs: 1000 });
      waits.push(Math.round(((nextAttemptAtMs ?? 0) - bench.clock.nowMs()) / 1000));
    }
    for (const [k, wait] of waits.entries()) {
      const plain = Math.min(1800, 30 * 2 ** k);
      expect(wait).toBeGreaterThanOrEqual(plain * 0.8 - 1);
      expect(wait).toBeLessThanOrEqual(plain * 1.2 + 1);
    }
    const { nextAttemptAtMs } = await pushOutbox(bench.ports, { deadlineMs: 1000 });
    expect((nextAttemptAtMs ?? 0) - bench.clock.nowMs()).toBeLessThanOrEqual(6000);
    expect(await bench.ports.sending.readSending()).toMatchObject({ value: { attemptsInARow: 0, problem: null } });
  });
});

/** A push with faults, and an officer who pauses or goes on at any of its requests: what it may do then, and what not. */
async function pushAndJudge(
  bench: SyncBench,
  pick: (below: number) => number,
  seen: { pushesInPause: number; cutShort: number; ended: number },
): Promise<void> {
  const { ports, collector, clock } = bench;
  const isPaused = async (): Promise<boolean> => {
    const sending = await ports.sending.readSending();
    return sending.ok && pausedUntilMs(sending.value.pause, clock.nowMs()) !== null;
  };
  const hadWord = await ports.sending.readSending();
  const wasPaused = await isPaused();
  const asked = collector.asked.length;
  let isPausedAtLastRequest = false;
  const officer = (fault: Fault): Fault => {
    const act = pick(6);
    return async (request, real) => {
      // Nothing is asked once the pause is on.
      expect(await isPaused()).toBe(false);
      if (act === 0) await pauseSending(ports);
      if (act === 1) {
        await pauseSending(ports);
        await resumeSending(ports);
      }
      isPausedAtLastRequest = act === 0;
      return fault(request, real);
    };
  };
  collector.faults.splice(
    0,
    99,
    ...Array.from({ length: 12 }, () =>
      officer(pick(3) === 0 ? (faults[pick(faults.length)] ?? network.pass) : network.pass),
    ),
  );
  const report: PushReport = await pushOutbox(ports, { deadlineMs: 150_000 });
  collector.faults.length = 0;
  if (wasPaused) {
    seen.pushesInPause += 1;
    expect(report).toMatchObject({ outcome: "paused", sent: 0, accepted: 0, problem: null });
    expect(collector.asked).toHaveLength(asked);
  } else {
    if (hadWord.ok && hadWord.value.pause !== null) seen.ended += 1;
    if (report.outcome === "paused") seen.cutShort += 1;
    if (report.outcome === "paused") expect(isPausedAtLastRequest).toBe(true);
  }
  const held = new Set(collector.stored.map(({ bid }) => bid));
  for (const entry of await bench.entries()) if (!isOnlyHere(entry)) expect(held.has(entry.bid)).toBe(true);
}
