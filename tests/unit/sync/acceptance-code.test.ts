// Eight digits instead of a network: what they move on the tablet, and what they never do.
import { acceptanceCode, formatAcceptanceCode } from "#protocol";
import { exportBundle, isAcceptedByCode, markExported, pushOutbox, takeAcceptanceCode } from "#sync";
import { describe, expect, it } from "vitest";
import { network } from "../../support/tablet/collector.ts";
import { createSyncBench, type SyncBench } from "../../support/tablet/sync-bench.ts";

/** What the Department works out of the batch that it opened. */
async function codeOf(bench: SyncBench, seq: number): Promise<string> {
  const identity = await bench.ports.identity.readIdentity();
  const entry = (await bench.entries()).find((one) => one.seq === seq);
  const secret = bench.secretBySeq.get(seq);
  if (!identity.ok || identity.value === null || entry === undefined || secret === undefined)
    throw new Error("no batch");
  return acceptanceCode(secret, { ...identity.value, seq, link: entry.link });
}

const take = async (bench: SyncBench, typed: string, secretBySeq = bench.secretBySeq) =>
  takeAcceptanceCode(bench.ports, typed, secretBySeq);

/** A code that is none of this tablet's. */
async function wrongCode(bench: SyncBench): Promise<string> {
  const codes = await Promise.all((await bench.entries()).map(async ({ seq }) => codeOf(bench, seq)));
  const wrong = ["00000000", "00000001", "00000002", "00000003", "00000004"].find((code) => !codes.includes(code));
  if (wrong === undefined) throw new Error("every code is right");
  return wrong;
}

const sealedUntil = async (count: number): Promise<SyncBench> => {
  const bench = await createSyncBench(89);
  await bench.seal(count - 1);
  return bench;
};

describe("a typed acceptance code", () => {
  it("[SY89] makes every batch up to the one it names accepted, without a network and without a send mark", async () => {
    const bench = await sealedUntil(4);
    await markExported(bench.ports, [1, 2, 3]);
    bench.clock.advance(60_000);
    const changes = bench.changes();
    const taken = await take(bench, formatAcceptanceCode(await codeOf(bench, 3)));
    expect(taken).toMatchObject({ ok: true, value: { seq: 3, moved: [{ seq: 1 }, { seq: 2 }, { seq: 3 }], left: 1 } });
    expect(await bench.states()).toEqual(["accepted", "accepted", "accepted", "sealed"]);
    const atMs = bench.clock.nowMs();
    expect(await bench.entries()).toMatchObject([
      { codeTakenAtMs: atMs, receipts: [] },
      { codeTakenAtMs: atMs, receipts: [] },
      { codeTakenAtMs: atMs, receipts: [] },
      { receipts: [] },
    ]);
    expect(bench.changes()).toBe(changes + 1);
    expect(bench.collector.asked).toEqual([]);
  });

  it("[SY89] typed again says that nothing is left for it to do", async () => {
    const bench = await sealedUntil(3);
    const code = await codeOf(bench, 3);
    await take(bench, code);
    const before = await bench.entries();
    bench.clock.advance(1000);
    expect(await take(bench, code)).toEqual({ ok: true, value: { seq: 3, moved: [], left: 0 } });
    expect(await take(bench, await codeOf(bench, 1))).toEqual({ ok: true, value: { seq: 1, moved: [], left: 0 } });
    expect(await bench.entries()).toEqual(before);
  });

  it("[SY62] [SY89] that fits none changes nothing, and so does one that is no code", async () => {
    const bench = await sealedUntil(3);
    const changes = bench.changes();
    expect(await take(bench, await wrongCode(bench))).toEqual({
      ok: false,
      error: { type: "acceptance-code-wrong", isAnyWithoutSecret: false },
    });
    for (const typed of ["", "1234567", "123456789", "1234567x"]) {
      expect(await take(bench, typed)).toEqual({ ok: false, error: { type: "acceptance-code-malformed" } });
    }
    expect(await bench.states()).toEqual(["sealed", "sealed", "sealed"]);
    expect(bench.changes()).toBe(changes);
  });

  it("[SY89] is no other tablet's: neither its secrets nor its numbers open this one", async () => {
    const bench = await sealedUntil(2);
    const other = await createSyncBench(90);
    expect(await take(bench, await codeOf(other, 1))).toMatchObject({ error: { type: "acceptance-code-wrong" } });
    expect(await bench.states()).toEqual(["sealed", "sealed"]);
  });

  it("[SY88] cannot be checked for a batch that was sealed without a secret, and says so", async () => {
    const bench = await sealedUntil(3);
    const newest = new Map([...bench.secretBySeq].filter(([seq]) => seq === 3));
    expect(await take(bench, await codeOf(bench, 2), newest)).toEqual({
      ok: false,
      error: { type: "acceptance-code-wrong", isAnyWithoutSecret: true },
    });
    expect(await take(bench, await codeOf(bench, 2), new Map())).toEqual({
      ok: false,
      error: { type: "acceptance-code-impossible" },
    });
    // One with a secret speaks for those before it all the same.
    expect(await take(bench, await codeOf(bench, 3), newest)).toMatchObject({ value: { seq: 3, left: 0 } });
    expect(await bench.states()).toEqual(["accepted", "accepted", "accepted"]);
  });
});

describe("the Department's signed word after a code", () => {
  it("[SY93] is still asked for, and a refusal takes the code's place", async () => {
    const bench = await sealedUntil(3);
    const { collector, ports } = bench;
    await pushOutbox(ports, { deadlineMs: 1000 });
    await take(bench, await codeOf(bench, 3));
    await collector.openAll(({ manifest }) => (manifest.seq === 2 ? { st: "refused", why: "form-invalid" } : {}));
    expect(await pushOutbox(ports, { deadlineMs: 1000 })).toMatchObject({ outcome: "done", sent: 0, left: 0 });
    expect(await bench.states()).toEqual(["accepted", "refused", "accepted"]);
    expect((await bench.entries()).map(({ receipts }) => receipts.at(-1)?.state)).toEqual([
      "accepted",
      "refused",
      "accepted",
    ]);
    // Refused by signature, it stays refused whatever is typed.
    expect(await take(bench, await codeOf(bench, 3))).toMatchObject({ value: { moved: [] } });
    expect(await bench.states()).toEqual(["accepted", "refused", "accepted"]);
    // Everything is decided: nobody is asked any more.
    collector.asked.length = 0;
    await pushOutbox(ports, { deadlineMs: 1000 });
    expect(collector.asked).toEqual([]);
  });

  it("[SY93] nothing leaves the tablet: the bytes of what a code confirmed are all there, and a lost network loses no word", async () => {
    const bench = await sealedUntil(3);
    const files = async () => Promise.all([1, 2, 3].map(async (seq) => bench.ports.outbox.readFile(seq)));
    const before = await files();
    await take(bench, await codeOf(bench, 3));
    const kept = await bench.entries();
    bench.collector.faults.push(network.down);
    await pushOutbox(bench.ports, { deadlineMs: 1000 });
    expect(await files()).toEqual(before);
    expect(await bench.entries()).toEqual(kept);
    expect(await bench.states()).toEqual(["accepted", "accepted", "accepted"]);
  });

  it("[SY93] is asked for until it comes: a lost answer leaves the code's word, the next one takes its place", async () => {
    const bench = await sealedUntil(2);
    const { collector, ports } = bench;
    await pushOutbox(ports, { deadlineMs: 1000 });
    await take(bench, await codeOf(bench, 2));
    await collector.openAll();
    const before = await bench.entries();
    collector.asked.length = 0;
    collector.faults.push(network.pass, network.loseAnswer);
    await pushOutbox(ports, { deadlineMs: 1000 });
    expect(collector.asked).toEqual(["/v1/hello", "/v1/receipts"]);
    expect(await bench.entries()).toEqual(before);
    await pushOutbox(ports, { deadlineMs: 1000 });
    const decided = await bench.entries();
    expect(decided.map((entry) => [isAcceptedByCode(entry), entry.receipts.at(-1)?.state])).toEqual([
      [false, "accepted"],
      [false, "accepted"],
    ]);
    expect(before.map((entry) => isAcceptedByCode(entry))).toEqual([true, true]);
  });

  it("[SY67] [SY89] what a code confirmed goes into no further file", async () => {
    const bench = await sealedUntil(3);
    await take(bench, await codeOf(bench, 2));
    expect(await exportBundle(bench.ports)).toMatchObject({ ok: true, value: { seqs: [3] } });
  });
});
