// One suite for every engine under the tablet's stores: Dexie and plain IndexedDB, in Node and in Chromium.
import { afterEach, describe, expect, it } from "vitest";
import {
  createChain,
  createDeviceKeyStore,
  createIdentityStore,
  createJournal,
  createKeyDocumentStore,
  createOutbox,
  createRecordStore,
  createSealedWork,
  createSendingStore,
  createVaultStore,
  type SealedBatchRow,
  type TabletDatabase,
} from "#storage";
import { applyReceipt, markEntryExported, sendingNotTried, type SendingState } from "#sync";
import { entryWith, receiptWith } from "./outbox-entries.ts";

export interface StorageEngine {
  readonly database: TabletDatabase;
  /** Writes the schema number by hand, as a newer release would have left it. */
  readonly writeSchemaNumber: (value: number) => Promise<void>;
  readonly destroy: () => Promise<void>;
}

function batch(seq: number, prev: string | null = seq === 1 ? null : `link-${seq - 1}`): SealedBatchRow {
  return { entry: entryWith(seq), file: new Uint8Array([seq, 0, 255]), prev };
}

function record(id: string, fill = 7) {
  return { id: id.padEnd(22, "r"), iv: new Uint8Array(12).fill(fill), ct: new Uint8Array(512).fill(fill), v: 1 };
}

async function enrolmentRows() {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
  return {
    identity: { col: "col", dev: "dev", rootThumbprint: "root" },
    keys: { jws: "keys.jws.one", n: 1 },
    deviceKey: {
      kid: "kid",
      alg: "ES256",
      purpose: "dev",
      jwk: { kty: "EC", crv: "P-256", x: "x", y: "y" },
      privateKey: pair.privateKey,
    },
    vault: { format: 1 },
    records: [record("institution")],
    testBatch: batch(1),
  } as const;
}

/** Runs the whole contract on the engine that `create` makes anew for each test. */
export function describeStorageContract(name: string, create: () => Promise<StorageEngine>): void {
  describe(name, () => {
    let engine: StorageEngine | null = null;
    const start = async (): Promise<StorageEngine> => {
      engine = await create();
      return engine;
    };
    afterEach(async () => {
      await engine?.destroy();
      engine = null;
    });

    it("is empty before enrolment", async () => {
      const { database } = await start();
      expect(await createIdentityStore(database).readIdentity()).toEqual({ ok: true, value: null });
      expect(await createKeyDocumentStore(database).readKeys()).toEqual({ ok: true, value: null });
      expect(await createDeviceKeyStore(database).readDeviceKey()).toEqual({ ok: true, value: null });
      expect(await createVaultStore(database).readVault()).toEqual({ ok: true, value: null });
      expect(await createSendingStore(database).readSending()).toEqual({ ok: true, value: sendingNotTried });
      expect(await createOutbox(database).readEntries()).toEqual({ ok: true, value: [] });
      expect(await createChain(database).readHead()).toEqual({ ok: true, value: null });
      expect(await createRecordStore(database).readRecords()).toEqual({
        ok: true,
        value: { records: [], generation: 0 },
      });
    });

    it("keeps an enrolment whole, its key still signs, and a second one is refused", async () => {
      const { database } = await start();
      const work = createSealedWork(database);
      expect(await work.commitEnrolment(await enrolmentRows())).toEqual({ ok: true, value: true });
      const key = await createDeviceKeyStore(database).readDeviceKey();
      if (!key.ok || key.value === null) throw new Error("no device key");
      const signature = await crypto.subtle.sign(
        { name: "ECDSA", hash: "SHA-256" },
        key.value.privateKey,
        new Uint8Array([1]),
      );
      expect(signature.byteLength).toBe(64);
      expect(key.value.privateKey.extractable).toBe(false);
      expect(await work.commitEnrolment(await enrolmentRows())).toEqual({ ok: false, error: { type: "chain-moved" } });
      expect(await createOutbox(database).readEntries()).toMatchObject({ ok: true, value: [{ seq: 1 }] });
    });

    it("writes a record, its batches and the chain together", async () => {
      const { database } = await start();
      const work = createSealedWork(database);
      expect(await work.commitSealed([record("one")], 0, [batch(1), batch(2)])).toEqual({ ok: true, value: 1 });
      expect(await createChain(database).readHead()).toEqual({ ok: true, value: { seq: 2, link: "link-2" } });
      expect(await createChain(database).readLinks()).toEqual({
        ok: true,
        value: [
          { seq: 1, link: "link-1" },
          { seq: 2, link: "link-2" },
        ],
      });
      expect(await createOutbox(database).readFile(2)).toEqual({ ok: true, value: new Uint8Array([2, 0, 255]) });
      expect(await createOutbox(database).readFile(3)).toEqual({ ok: true, value: null });
      expect(await createRecordStore(database).readRecords()).toEqual({
        ok: true,
        value: { records: [record("one")], generation: 1 },
      });
    });

    it.each([
      ["a repeated number", batch(1)],
      ["a gap", batch(3)],
      ["another past", batch(2, "link-of-a-clone")],
    ])("writes nothing at all where the chain does not continue: %s", async (_what, wrong) => {
      const { database } = await start();
      const work = createSealedWork(database);
      await work.commitSealed([], 0, [batch(1)]);
      expect(await work.commitSealed([record("lost")], 1, [wrong])).toEqual({
        ok: false,
        error: { type: "chain-moved" },
      });
      expect(await createRecordStore(database).readRecords()).toMatchObject({ value: { records: [], generation: 1 } });
      expect(await createOutbox(database).readEntries()).toMatchObject({ value: [{ seq: 1 }] });
    });

    it("moves entries by receipts and tells how many changed", async () => {
      const { database } = await start();
      await createSealedWork(database).commitSealed([], 0, [batch(1), batch(2), batch(3)]);
      const outbox = createOutbox(database);
      const stored = receiptWith("stored");
      expect(await outbox.updateEntries([1, 2, 99], (entry) => applyReceipt(entry, stored))).toEqual({
        ok: true,
        value: 2,
      });
      expect(await outbox.updateEntries([1, 2], (entry) => applyReceipt(entry, stored))).toEqual({
        ok: true,
        value: 0,
      });
      await outbox.updateEntries([1, 3], (entry) => markEntryExported(entry, 5));
      const entries = await outbox.readEntries();
      expect(entries.ok && entries.value.map(({ seq, state, exportedAtMs }) => [seq, state, exportedAtMs])).toEqual([
        [1, "stored", 5],
        [2, "stored", null],
        [3, "exported", 5],
      ]);
    });

    it("rolls a change back whole where deciding about a later entry throws", async () => {
      const { database } = await start();
      await createSealedWork(database).commitSealed([], 0, [batch(1), batch(2)]);
      const outbox = createOutbox(database);
      const change = outbox.updateEntries([1, 2], (entry) => {
        if (entry.seq === 2) throw new RangeError("a bug");
        return { ...entry, state: "accepted" };
      });
      await expect(change).rejects.toThrow(RangeError);
      expect(await outbox.readEntries()).toMatchObject({ value: [{ state: "sealed" }, { state: "sealed" }] });
    });

    it("keeps the key document with the higher number", async () => {
      const { database } = await start();
      const keys = createKeyDocumentStore(database);
      await keys.writeKeys("second", 2);
      await keys.writeKeys("first", 1);
      expect(await keys.readKeys()).toEqual({ ok: true, value: { jws: "second", n: 2 } });
    });

    it("merges what is known of sending", async () => {
      const { database } = await start();
      const sending = createSendingStore(database);
      await sending.writeSending({ attemptsInARow: 2, problem: { type: "deadline" } });
      await sending.writeSending({ isRevoked: true });
      expect(await sending.readSending()).toEqual({
        ok: true,
        value: { ...sendingNotTried, attemptsInARow: 2, problem: { type: "deadline" }, isRevoked: true },
      });
    });

    it("[SY92] drops the pause that is named, and none that was begun since", async () => {
      const { database } = await start();
      const sending = createSendingStore(database);
      const pause = { sinceMs: 2000, untilMs: 9000 };
      await sending.writeSending({ attemptsInARow: 2, pause });
      expect(await sending.dropPause(1000)).toEqual({ ok: true, value: true });
      expect(await sending.readSending()).toMatchObject({ value: { pause } });
      expect(await sending.dropPause(2000)).toEqual({ ok: true, value: true });
      expect(await sending.readSending()).toMatchObject({ value: { attemptsInARow: 2, pause: null } });
    });

    it("reads what an earlier release wrote of sending: it knew no pause", async () => {
      const { database } = await start();
      const { pause: _unknown, ...earlier } = { ...sendingNotTried, attemptsInARow: 3 };
      await database.write(["cfg"], async ({ put }) => {
        // What lies in the table is what some release wrote, whatever this one's types say.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        await put("cfg", { key: "sending", value: earlier as SendingState });
      });
      expect(await createSendingStore(database).readSending()).toEqual({
        ok: true,
        value: { ...sendingNotTried, attemptsInARow: 3 },
      });
    });

    it("overwrites a record by its id and keeps the journal in order", async () => {
      const { database } = await start();
      const records = createRecordStore(database);
      await records.writeRecords([record("a", 1), record("b", 2)], 0);
      await records.writeRecords([record("a", 3)], 1);
      const read = await records.readRecords();
      expect(read.ok && read.value.records.map(({ ct }) => ct[0])).toEqual([3, 2]);
      const journal = createJournal(database);
      await journal.writeJournal({ atMs: 5, type: "unlock-failed" });
      await journal.writeJournal({ atMs: 4, type: "unlocked" });
      expect(await journal.readJournal()).toMatchObject({ value: [{ type: "unlock-failed" }, { type: "unlocked" }] });
    });

    it("writes no record over what another tab wrote in between", async () => {
      const { database } = await start();
      const records = createRecordStore(database);
      expect(await records.writeRecords([record("a", 1)], 0)).toEqual({ ok: true, value: 1 });
      const moved = { ok: false, error: { type: "records-moved" } };
      expect(await records.writeRecords([record("a", 2)], 0)).toEqual(moved);
      expect(await createSealedWork(database).commitSealed([record("a", 2)], 0, [batch(1)])).toEqual(moved);
      expect(await records.readGeneration()).toEqual({ ok: true, value: 1 });
      expect(await records.readRecords()).toMatchObject({ value: { records: [{ ct: { 0: 1 } }] } });
      expect(await createOutbox(database).readEntries()).toEqual({ ok: true, value: [] });
    });

    it("reads data of a newer release and writes nothing into it", async () => {
      const { database, writeSchemaNumber } = await start();
      await createSealedWork(database).commitSealed([record("kept")], 0, [batch(1)]);
      await writeSchemaNumber(2);
      const refusal = { ok: false, error: { type: "storage-newer", found: 2, known: 1 } };
      expect(await createRecordStore(database).writeRecords([record("new")], 1)).toEqual(refusal);
      expect(await createSealedWork(database).commitSealed([], 1, [batch(2)])).toEqual(refusal);
      expect(await createOutbox(database).updateEntries([1], (entry) => ({ ...entry, state: "stored" }))).toEqual(
        refusal,
      );
      expect(await createRecordStore(database).readRecords()).toMatchObject({ value: { records: [record("kept")] } });
    });
  });
}
