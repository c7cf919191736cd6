// The whole tablet in Chromium: its own IndexedDB, WebCrypto, Web Locks and BroadcastChannel, and the worker as a worker.
import { wrap } from "comlink";
import { Dexie } from "dexie";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDexieDatabase, createOutbox, createPlainDatabase, databaseName } from "#storage";
import { createWebLocks } from "#sync";
import type { TabletApi } from "#worker";
import { deriveByArgon2id } from "../../src/worker/argon2id.ts";
import { changeChannelName } from "../../src/worker/change-channel.ts";
import type { TabletHost } from "../../src/worker/host.ts";
// Vite's own import: the linter looks for the file and not for the address.
// oxlint-disable-next-line import/default
import workerUrl from "../../src/worker/main.ts?worker&url";
import { fillShortForm } from "../support/tablet/short-interview.ts";
import { createTestProfile, must, personWith, startMs } from "../support/tablet/test-tablet.ts";

const open: (() => void)[] = [];

beforeEach(async () => {
  await new Dexie(databaseName).delete();
});
afterEach(async () => {
  for (const close of open.splice(0)) close();
  await new Dexie(databaseName).delete();
});

/** What main.ts hands in, but for clock, network and randomness. */
function browserParts(): Partial<TabletHost> {
  const database = createDexieDatabase();
  const channel = new BroadcastChannel(changeChannelName);
  open.push(database.close, () => channel.close());
  return {
    database,
    locks: createWebLocks(navigator.locks),
    derive: deriveByArgon2id,
    channel: { post: (message) => channel.postMessage(message), listen: () => () => {} },
  };
}

/** Argon2id runs for real, on machines that have other work too. */
const slow = { timeout: 60_000 };

describe("the tablet in Chromium", slow, () => {
  it("is enrolled, filled, sealed, sent, restarted and unlocked", async () => {
    const profile = await createTestProfile(1, { institutionKind: "I-08" });
    const tablet = profile.start(browserParts());
    const { unlockCode } = must(await tablet.startEnrolment(profile.collector.link()));
    must(await tablet.confirmEnrolment(unlockCode));
    const { lineId } = must(await tablet.addPerson(personWith()));
    must(await tablet.finishInterview(await fillShortForm(tablet, lineId, startMs)));

    const again = profile.start(browserParts());
    expect(await again.readStatus()).toMatchObject({ state: "locked", counts: { onlyHere: 2 } });
    expect(await again.push()).toMatchObject({ outcome: "done", sent: 2 });
    await profile.collector.openAll();
    expect(await again.push()).toMatchObject({ accepted: 2, left: 0 });
    expect(await again.unlock("000000000000000")).toMatchObject({ error: { type: "wrong-code" } });
    profile.clock.advance(1000);
    must(await again.unlock(unlockCode));
    expect((await again.readList()).rows[0]?.form).toMatchObject({ state: "accepted", rev: 1 });

    // The service worker's engine sees the same outbox.
    const plain = createPlainDatabase(indexedDB);
    open.push(plain.close);
    expect(must(await createOutbox(plain).readEntries()).map(({ state }) => state)).toEqual(["accepted", "accepted"]);
  });
});

describe("the worker", slow, () => {
  it("starts, answers over comlink, and believes no page that answers in the collector's place", async () => {
    const worker = new Worker(workerUrl, { type: "module" });
    open.push(() => worker.terminate());
    const tablet = wrap<Omit<TabletApi, "watch">>(worker);
    expect(await tablet.readStatus()).toMatchObject({ state: "not-enrolled" });
    const link = `http://${location.host}/e#1.${"A".repeat(43)}.${"A".repeat(22)}.4000000000`;
    expect(await tablet.startEnrolment(link)).toEqual({ ok: false, error: { type: "not-the-collector" } });
    expect(await tablet.push()).toMatchObject({ outcome: "stopped", problem: { type: "not-enrolled" } });
  });
});
