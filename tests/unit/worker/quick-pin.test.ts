// The quick PIN: it opens while the program lives, five tries and fifteen minutes long, and is written nowhere.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateDataKey, generateSigningKey } from "#protocol";
import { err } from "#questionnaire";
import type { TabletDatabase } from "#storage";
import { createPendingCalls } from "../../../src/worker/pending-calls.ts";
import { createQuickLock, quickLockMs } from "../../../src/worker/quick-lock.ts";
import { isQuickPin, isTrivialPin } from "../../../src/worker/quick-pin.ts";
import { closeRecords, openRecords } from "../../../src/worker/record-cipher.ts";
import { createVault, openVault } from "../../../src/worker/vault.ts";
import { createFakeClock, createSeededRandom, deriveQuickly } from "../../support/tablet/fakes.ts";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";

const pin = "280319";
const other = "913082";
const minuteMs = 60_000;

/** An unlocked tablet with one person on its list and a PIN, locked. */
async function createQuickLocked(seed = 1) {
  const enrolled = await createEnrolledTablet(seed);
  const { tablet } = enrolled;
  must(await tablet.addPerson(personWith()));
  must(await tablet.setQuickPin(pin));
  expect(await tablet.lock()).toBe("quick");
  return enrolled;
}

describe("which PINs may be set", () => {
  it("refuses repetitions and sequences", () => {
    const refused = ["000000", "777777", "121212", "909090", "123123", "123456", "654321", "890123", "210987"];
    expect(refused.filter((one) => !isTrivialPin(one))).toEqual([]);
    expect([pin, other, "112233", "123457", "100000"].filter(isTrivialPin)).toEqual([]);
  });

  it("few of a million are refused, so that five tries stay few", () => {
    const all = Array.from({ length: 1_000_000 }, (_, number) => String(number).padStart(6, "0"));
    expect(all.filter(isTrivialPin)).toHaveLength(1110);
  });

  it("takes six digits and nothing else", async () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isQuickPin(text)).toBe(text.length === 6 && Array.from(text).every((one) => "0123456789".includes(one)));
      }),
    );
    const { tablet } = await createEnrolledTablet();
    expect(await tablet.setQuickPin("28031")).toEqual(err({ type: "pin-malformed" }));
    expect(await tablet.setQuickPin("123456")).toEqual(err({ type: "pin-trivial" }));
    expect(await tablet.readStatus()).toMatchObject({ state: "unlocked", hasQuickPin: false });
  });
});

describe("a tablet with a quick PIN", () => {
  it("locks with the program alive, names nobody and opens nothing that needs keys", async () => {
    const { tablet, start } = await createQuickLocked();
    const status = await tablet.readStatus();
    expect(status).toMatchObject({ state: "quick-locked", attemptsLeft: 5, untilMs: startMs + 15 * minuteMs });
    expect(JSON.stringify(status)).not.toMatch(/inst-7|officer-7|Детский|балалар|Сынақова/);
    await expect(tablet.readList()).rejects.toThrow("locked");
    await expect(tablet.readNotes()).rejects.toThrow("locked");
    const locked = err({ type: "locked" });
    expect(await tablet.addPerson(personWith())).toEqual(locked);
    expect(await tablet.openInterview("A".repeat(22))).toEqual(locked);
    expect(await tablet.declareHeadcount(3)).toEqual(locked);
    expect(await tablet.setQuickPin(other)).toEqual(locked);
    // The PIN belongs to this program: another one knows of none.
    expect(await start().readStatus()).toMatchObject({ state: "locked" });
  });

  it("sends on while locked", async () => {
    const { tablet, collector } = await createQuickLocked();
    expect(await tablet.push()).toMatchObject({ outcome: "done", sent: 1 });
    expect(collector.stored).toHaveLength(1);
    expect(await tablet.readDelivery()).toMatchObject({ places: null });
  });

  it("opens with the PIN, everything as it was, and can seal again", async () => {
    const { tablet, collector } = await createQuickLocked();
    expect(await tablet.unlockQuickly(pin)).toEqual({ ok: true, value: true });
    expect((await tablet.readList()).rows).toMatchObject([{ number: 1, person: personWith() }]);
    expect(await tablet.readStatus()).toMatchObject({ state: "unlocked", hasQuickPin: true, officerId: "officer-7" });
    must(await tablet.declareHeadcount(1));
    must(await tablet.signAndSealList({ onList: 1, headcount: 1, differenceReason: null }));
    expect(await tablet.push()).toMatchObject({ outcome: "done", sent: 2 });
    await collector.openAll();
    expect(await tablet.push()).toMatchObject({ left: 0, accepted: 2 });
  });

  it("is locked and opened again and again by the same PIN, and by a new one once it was changed", async () => {
    const { tablet } = await createQuickLocked();
    must(await tablet.unlockQuickly(pin));
    expect(await tablet.lock()).toBe("quick");
    must(await tablet.unlockQuickly(pin));
    must(await tablet.setQuickPin(other));
    expect(await tablet.lock()).toBe("quick");
    expect(await tablet.unlockQuickly(pin)).toEqual(err({ type: "wrong-pin", attemptsLeft: 4 }));
    must(await tablet.unlockQuickly(other));
  });

  it("saves what was being written before it forgets", async () => {
    const { tablet } = await createEnrolledTablet();
    must(await tablet.setQuickPin(pin));
    const [added] = await Promise.all([tablet.addPerson(personWith()), tablet.lock()]);
    expect(added).toMatchObject({ ok: true });
    must(await tablet.unlockQuickly(pin));
    expect((await tablet.readList()).rows).toHaveLength(1);
  });

  it("tells how many tries are left; a right PIN begins them anew", async () => {
    const { tablet } = await createQuickLocked();
    for (const attemptsLeft of [4, 3, 2, 1]) {
      expect(await tablet.unlockQuickly(other)).toEqual(err({ type: "wrong-pin", attemptsLeft }));
      expect(await tablet.readStatus()).toMatchObject({ state: "quick-locked", attemptsLeft });
    }
    must(await tablet.unlockQuickly(pin));
    expect(await tablet.lock()).toBe("quick");
    expect(await tablet.readStatus()).toMatchObject({ attemptsLeft: 5 });
  });

  it("needs the code after the fifth wrong PIN", async () => {
    const { tablet, unlockCode } = await createQuickLocked();
    for (let tried = 1; tried < 5; tried += 1) await tablet.unlockQuickly(other);
    expect(await tablet.unlockQuickly(other)).toEqual(err({ type: "pin-over" }));
    expect(await tablet.unlockQuickly(pin)).toEqual(err({ type: "pin-over" }));
    expect(await tablet.readStatus()).toMatchObject({ state: "locked", retryAtMs: null });
    must(await tablet.unlock(unlockCode));
    expect(await tablet.readStatus()).toMatchObject({ state: "unlocked", hasQuickPin: false });
    expect(await tablet.lock()).toBe("full");
  });

  it("many tries at once are as many tries", async () => {
    const { tablet } = await createQuickLocked();
    const tried = await Promise.all(Array.from({ length: 20 }, async () => tablet.unlockQuickly(other)));
    expect(tried.filter((one) => !one.ok && one.error.type === "wrong-pin")).toHaveLength(4);
    expect(await tablet.unlockQuickly(pin)).toEqual(err({ type: "pin-over" }));
  });

  it("needs the code after fifteen minutes", async () => {
    const { tablet, clock } = await createQuickLocked();
    clock.advance(15 * minuteMs - 1);
    expect(await tablet.readStatus()).toMatchObject({ state: "quick-locked", untilMs: clock.nowMs() + 1 });
    clock.advance(1);
    expect(await tablet.unlockQuickly(pin)).toEqual(err({ type: "pin-over" }));
    expect(await tablet.readStatus()).toMatchObject({ state: "locked" });
  });

  it("a clock that was set back lengthens nothing, and a tablet that slept is judged by the wall clock", async () => {
    const back = await createQuickLocked();
    back.clock.setWall(startMs - 3_600_000);
    back.clock.advance(15 * minuteMs);
    expect(await back.tablet.unlockQuickly(pin)).toEqual(err({ type: "pin-over" }));
    const slept = await createQuickLocked();
    slept.clock.setWall(startMs + 15 * minuteMs);
    expect(await slept.tablet.unlockQuickly(pin)).toEqual(err({ type: "pin-over" }));
  });

  it("opens by the code too, and then has no PIN", async () => {
    const { tablet, unlockCode } = await createQuickLocked();
    must(await tablet.unlock(unlockCode));
    expect(await tablet.readStatus()).toMatchObject({ state: "unlocked", hasQuickPin: false });
  });

  it("without its PIN locks fully", async () => {
    const { tablet } = await createEnrolledTablet();
    must(await tablet.setQuickPin(pin));
    await tablet.forgetQuickPin();
    expect(await tablet.lock()).toBe("full");
    expect(await tablet.readStatus()).toMatchObject({ state: "locked" });
    expect(await tablet.unlockQuickly(pin)).toEqual(err({ type: "pin-over" }));
  });

  it("whose rights were taken away while it was locked opens no more", async () => {
    const { tablet, collector } = await createQuickLocked();
    collector.revoke();
    await tablet.push();
    expect(await tablet.unlockQuickly(pin)).toEqual(err({ type: "tablet-revoked" }));
    expect(await tablet.readStatus()).toMatchObject({ state: "revoked" });
  });

  it("[SY72] leaves nothing of the PIN in the storage: setting it writes nothing", async () => {
    const enrolled = await createEnrolledTablet();
    const before = await dump(enrolled.openDatabase());
    must(await enrolled.tablet.setQuickPin(pin));
    await enrolled.tablet.lock();
    await enrolled.tablet.unlockQuickly(other);
    await enrolled.tablet.unlockQuickly(pin);
    expect(await dump(enrolled.openDatabase())).toEqual(before);
  });
});

describe("the keys under the PIN", () => {
  it("[SY56] come out unable to leave the program, and only while it is locked", async () => {
    const { vault } = await createOpenVault();
    const clock = createFakeClock(startMs);
    const lock = createQuickLock({ clock, random: createSeededRandom(11) });
    expect(lock.begin()).toBe(false);
    must(await lock.set(pin, vault));
    expect(await lock.open(pin)).toEqual(err({ type: "pin-over" }));
    expect(lock.begin()).toBe(true);
    const opened = must(await lock.open(pin));
    expect([opened.dataKey.extractable, opened.officer.privateKey.extractable]).toEqual([false, false]);
    expect(opened.opener.key.extractable).toBe(false);
    clock.advance(quickLockMs);
    expect(lock.view()).toBeNull();
    expect(lock.isSet()).toBe(false);
  });
});

describe("how far the opening is", () => {
  it("counts the records while they are opened, and says nothing before and after", async () => {
    const { tablet, start, unlockCode } = await createEnrolledTablet();
    for (let index = 0; index < 30; index += 1)
      must(await tablet.addPerson(personWith({ given: "Ж".repeat(index + 1) })));
    const next = start();
    expect(await next.readOpening()).toBeNull();
    const seen = new Set<number>();
    let isDone = false;
    const opening = next.unlock(unlockCode).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      const progress = await next.readOpening();
      if (progress !== null) {
        // What enrolment said, the test batch's secret, the list, and thirty lines.
        expect(progress.all).toBe(33);
        expect(progress.opened).toBeLessThanOrEqual(33);
        seen.add(progress.opened);
      }
      // Its turn comes among those of the records: they wait for the same threads.
      await crypto.subtle.digest("SHA-256", new Uint8Array(1));
    }
    must(await opening);
    expect(seen.size).toBeGreaterThan(0);
    expect(await next.readOpening()).toBeNull();
  });
});

it("counts a record that does not open as well as one that does", async () => {
  const { vault } = await createOpenVault();
  const random = createSeededRandom(7);
  const content = { typ: "list", events: [] } as const;
  const [good, bad] = await closeRecords(
    vault.dataKey,
    ["a", "b"].map((id) => ({ id, content: { ...content, events: [] } })),
    random,
  );
  if (good === undefined || bad === undefined) throw new Error("two were closed");
  let count = 0;
  await openRecords(vault.dataKey, [good, { ...bad, id: "elsewhere" }, { ...bad, v: 9 }], () => {
    count += 1;
  });
  expect(count).toBe(3);
});

describe("a storage that refuses", () => {
  it("writing is told before the tablet is opened, and no longer once it takes a write", async () => {
    const { start, openDatabase } = await createEnrolledTablet();
    let isFull = true;
    const database = openDatabase();
    const write: TabletDatabase["write"] = async (tables, work) =>
      isFull ? err({ type: "storage-full" }) : database.write(tables, work);
    const tablet = start({ database: { ...database, write } });
    expect(await tablet.readStatus()).toMatchObject({ state: "locked", refusesWriting: { type: "storage-full" } });
    expect(await tablet.exportBundle()).toMatchObject({ ok: true });
    isFull = false;
    expect(await tablet.readStatus()).toMatchObject({ state: "locked", refusesWriting: null });
    isFull = true;
    // An interview is not taken from the screen: a later refusal is told where it happened.
    expect(await tablet.readStatus()).toMatchObject({ refusesWriting: null });
  });

  it("[SY75] data of a newer release is told too, and stays as it is", async () => {
    const { start, openDatabase } = await createEnrolledTablet();
    const database = openDatabase();
    must(
      await database.write(["meta"], async ({ put }) => {
        await put("meta", { key: "schema", value: 99 });
      }),
    );
    const before = await dump(database);
    const status = await start().readStatus();
    expect(status).toMatchObject({ state: "locked", refusesWriting: { type: "storage-newer", found: 99 } });
    expect(await dump(database)).toEqual(before);
  });

  it("reading is a state of its own and no crash", async () => {
    const { start, openDatabase } = await createEnrolledTablet();
    const broken = err({ type: "storage-aborted" } as const);
    const tablet = start({ database: { ...openDatabase(), read: async () => broken, write: async () => broken } });
    expect(await tablet.readStatus()).toMatchObject({ state: "unreadable", problem: { type: "storage-aborted" } });
  });

  it("asking changes nothing in it", async () => {
    const { start, openDatabase, tablet } = await createEnrolledTablet();
    must(await tablet.addPerson(personWith()));
    const before = await dump(openDatabase());
    await start().readStatus();
    expect(await dump(openDatabase())).toEqual(before);
  });
});

describe("calls that are still out", () => {
  it("are waited for, and those that their answers bring as well, however they end", async () => {
    const calls = createPendingCalls();
    const log: string[] = [];
    const first = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    const queue = async (): Promise<void> => {
      await calls.track(first.promise);
      log.push("first");
      await calls.track(second.promise).catch(() => log.push("second"));
    };
    void queue();
    const settled = calls.settled().then(() => log.push("settled"));
    first.resolve();
    setTimeout(() => second.reject(new Error("refused")), 20);
    await settled;
    expect(log).toEqual(["first", "second", "settled"]);
  });
});

/** The keys of a fresh vault, open. */
async function createOpenVault() {
  const [dataKey, officer] = [await generateDataKey(), await generateSigningKey("off", { extractable: true })];
  const code = "123456789012345";
  const random = createSeededRandom(5);
  const content = await createVault(
    { code, dataKey, officer, comparisonDigits: "123456789012" },
    deriveQuickly,
    random,
  );
  return { vault: must(await openVault(content, code, deriveQuickly)) };
}

const tables = ["meta", "cfg", "vault", "records", "outbox", "files", "chain", "journal"] as const;

async function dump(database: TabletDatabase): Promise<unknown> {
  return must(
    await database.read([...tables], async ({ getAll }) => {
      const rows: unknown[] = [];
      for (const table of tables) rows.push(await getAll(table));
      return rows;
    }),
  );
}
