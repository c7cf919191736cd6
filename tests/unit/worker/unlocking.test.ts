// Opening a tablet again after its program ended.
import { describe, expect, it } from "vitest";
import { createDexieDatabase } from "#storage";
import { IDBKeyRange } from "fake-indexeddb";
import { createEnrolledTablet, createTestProfile, must, personWith } from "../../support/tablet/test-tablet.ts";

const wrong = "000000000000000";

describe("a locked tablet", () => {
  it("[SY72] names no institution and no officer, and tells what it holds", async () => {
    const { start } = await createEnrolledTablet();
    const status = await start().readStatus();
    expect(status).toMatchObject({ state: "locked", retryAtMs: null, counts: { onlyHere: 1 } });
    expect(JSON.stringify(status)).not.toMatch(/inst-7|officer-7|Детский|балалар|Сынақова/);
    expect(status).toMatchObject({ comparisonDigits: expect.stringMatching(/^\d{12}$/) });
  });

  it("shows its batches and pushes them, and reads no list", async () => {
    const { start, collector } = await createEnrolledTablet();
    const tablet = start();
    expect(await tablet.push()).toMatchObject({ outcome: "done", sent: 1 });
    expect(collector.stored).toHaveLength(1);
    expect(await tablet.readDelivery()).toMatchObject({ places: null, batches: [{ seq: 1, kind: "test" }] });
    await expect(tablet.readList()).rejects.toThrow("locked");
    expect(await tablet.addPerson(personWith())).toEqual({ ok: false, error: { type: "locked" } });
    expect(await tablet.openInterview("AAAAAAAAAAAAAAAAAAAAAA")).toEqual({ ok: false, error: { type: "locked" } });
  });

  it("opens with its code, typed in groups, and finds everything as it was", async () => {
    const { start, tablet: before, unlockCode } = await createEnrolledTablet();
    must(await before.addPerson(personWith()));
    const tablet = start();
    const typed = `${unlockCode.slice(0, 5)}-${unlockCode.slice(5, 10)} ${unlockCode.slice(10)}`;
    expect(await tablet.unlock(typed)).toEqual({ ok: true, value: true });
    expect((await tablet.readList()).rows).toMatchObject([{ number: 1, person: personWith() }]);
    expect(await tablet.readStatus()).toMatchObject({ state: "unlocked", officerId: "officer-7" });
  });

  it("[SY71] a wrong code costs 1, 2, 4 … s, over restarts too, and the right one ends it", async () => {
    const { start, clock, unlockCode } = await createEnrolledTablet();
    const tablet = start();
    expect(await tablet.unlock(wrong)).toEqual({
      ok: false,
      error: { type: "wrong-code", retryAtMs: clock.nowMs() + 1000 },
    });
    expect(await start().unlock(unlockCode)).toMatchObject({ error: { type: "too-soon" } });
    expect(await tablet.readStatus()).toMatchObject({ state: "locked", retryAtMs: clock.nowMs() + 1000 });
    clock.advance(1000);
    expect(await tablet.unlock("12")).toEqual({
      ok: false,
      error: { type: "wrong-code", retryAtMs: clock.nowMs() + 2000 },
    });
    clock.advance(2000);
    expect(await tablet.unlock(unlockCode)).toMatchObject({ ok: true });
    expect(await start().unlock(wrong)).toMatchObject({ error: { retryAtMs: clock.nowMs() + 1000 } });
  });

  it("that was never enrolled says so", async () => {
    const profile = await createTestProfile();
    expect(await profile.start().unlock(wrong)).toEqual({ ok: false, error: { type: "not-enrolled" } });
  });

  it("[SY71] with one damaged key says that it is damaged, and nothing is deleted", async () => {
    const { start, unlockCode, factory } = await createEnrolledTablet();
    const database = createDexieDatabase({ indexedDB: factory, IDBKeyRange });
    const flipped = await database.write(["vault"], async ({ get, put }) => {
      const row = await get("vault", "vault");
      const content = row?.content as { dataKey: { wrapped: Uint8Array } };
      content.dataKey.wrapped[0] = (content.dataKey.wrapped[0] ?? 0) ^ 1;
      await put("vault", { id: "vault", content });
    });
    expect(flipped.ok).toBe(true);
    const tablet = start();
    expect(await tablet.unlock(unlockCode)).toEqual({ ok: false, error: { type: "vault-damaged" } });
    expect(await tablet.readStatus()).toMatchObject({ state: "locked", counts: { onlyHere: 1 } });
    expect(await tablet.push()).toMatchObject({ sent: 1 });
  });

  it("whose rights were taken away opens no more and still sends", async () => {
    const { start, collector, unlockCode } = await createEnrolledTablet();
    collector.revoke();
    const tablet = start();
    expect(await tablet.push()).toMatchObject({ sent: 1 });
    expect(await tablet.unlock(unlockCode)).toEqual({ ok: false, error: { type: "tablet-revoked" } });
    expect(await tablet.readStatus()).toMatchObject({ state: "revoked" });
  });
});
