// What comes in at the collector, over a real PostgreSQL and real files: each refusal is
// typed, nothing that was signed by a tablet is lost, and the same bytes get the same receipt.
import {
  batchLimits,
  bytesToBase64Url,
  comparisonDigits,
  enrolmentCodeId,
  EnrolRequest,
  generateSigningKey,
  msToInstant,
  newId,
  readBundle,
  signJws,
  signPoll,
  writeBundle,
} from "#protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { takeBatch } from "../../src/server/collector/take-batch.ts";
import { readDevice } from "../../src/server/store/device-store.ts";
import { random } from "../../src/server/workplace.ts";
import { createTabletKeys, enrolRequest, listOf, payloadOf, type TabletKeys } from "../support/server/server-tablet.ts";
import { createExchange } from "../support/server/exchange.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";
import { good } from "../support/fieldwork/officer.ts";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const { post, receiptOf, storedOf, countOf } = createExchange(() => server);

const Code = z.object({ usedAt: z.number().nullable(), usedAgainAt: z.number().nullable(), wrongProofs: z.number() });

async function codeRow(code: string): Promise<z.infer<typeof Code>> {
  const [row] = await server.database.rows(
    Code,
    `SELECT used_at AS "usedAt", used_again_at AS "usedAgainAt", wrong_proofs AS "wrongProofs" FROM enrolment_code
     WHERE code_id = $1`,
    [await enrolmentCodeId(code)],
  );
  if (row === undefined) throw new Error("no such code");
  return row;
}

/** The request with a proof that no code makes, signed again: whoever guesses can sign. */
function withWrongProof(jws: string, { device }: TabletKeys): Promise<string> {
  const request = EnrolRequest.parse(payloadOf(jws));
  return signJws("census-enrol+jws", { ...request, mac: bytesToBase64Url(random(32)) }, device);
}

describe("enrolment", () => {
  it("[SY47] binds the tablet to the officer and the institution of the code", async () => {
    const keys = await createTabletKeys();
    const code = await server.newCode();
    const nonce = await server.nonce();
    const answer = await server.http.inject({
      method: "POST",
      url: "/v1/enrol",
      payload: { enrol: await enrolRequest(keys, code, nonce) },
    });
    expect(answer.statusCode).toBe(200);
    const { enrolled: jws } = z.object({ enrolled: z.string() }).parse(answer.json());
    const enrolled = await server.readEnrolled(jws, keys, nonce);
    expect(enrolled.inst.id).toBe("inst-0431");
    expect(enrolled.officer.id).toBe("off-0431-1");
    expect(enrolled.policy["departmentPhone"]).toBe("+7 7242 00 00 00");
    expect((await codeRow(code)).usedAt).toBe(server.clock.nowMs());
    const device = await readDevice(server.database, enrolled.dev);
    expect(device?.comparison).toBe(
      await comparisonDigits(keys.device.kid, keys.officer.kid, server.collection.rootThumbprint),
    );
  });

  it("[SY49] refuses other keys with a used code and notes it for a person", async () => {
    const code = await server.newCode();
    good(await server.enrol(await createTabletKeys(), code));
    expect((await codeRow(code)).usedAgainAt).toBeNull();
    server.clock.advance(1000);
    expect(await server.enrol(await createTabletKeys(), code)).toEqual({
      ok: false,
      error: { type: "enrol-code-used" },
    });
    expect((await codeRow(code)).usedAgainAt).toBe(server.clock.nowMs());
  });

  it("answers the same keys again with the same tablet: their first answer was lost", async () => {
    const code = await server.newCode();
    const keys = await createTabletKeys();
    const ids: string[] = [];
    for (let turn = 0; turn < 2; turn++) {
      const nonce = await server.nonce();
      const jws = await server.http.inject({
        method: "POST",
        url: "/v1/enrol",
        payload: { enrol: await enrolRequest(keys, code, nonce) },
      });
      const { enrolled } = z.object({ enrolled: z.string() }).parse(jws.json());
      ids.push((await server.readEnrolled(enrolled, keys, nonce)).dev);
    }
    expect(ids[1]).toBe(ids[0]);
    expect((await codeRow(code)).usedAgainAt).toBeNull();
  });

  it("enrols one of two tablets that come with one code at the same moment", async () => {
    const code = await server.newCode();
    const [one, two] = [await createTabletKeys(), await createTabletKeys()];
    const answers = await Promise.all([server.enrol(one, code), server.enrol(two, code)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("refuses a code whose day is over", async () => {
    const code = await server.newCode();
    server.clock.advance(24 * 3600 * 1000);
    expect(await server.enrol(await createTabletKeys(), code)).toEqual({
      ok: false,
      error: { type: "enrol-code-expired" },
    });
    expect((await codeRow(code)).usedAt).toBeNull();
  });

  it("spends a code after ten wrong proofs, for the right one too", async () => {
    const code = await server.newCode();
    const keys = await createTabletKeys();
    for (let turn = 1; turn <= 10; turn++) {
      const nonce = await server.nonce();
      const request = await withWrongProof(await enrolRequest(keys, code, nonce), keys);
      const answer = await server.http.inject({ method: "POST", url: "/v1/enrol", payload: { enrol: request } });
      expect(answer.json()).toEqual({ error: { type: "enrol-mac-wrong" } });
      expect((await codeRow(code)).wrongProofs).toBe(turn);
    }
    expect(await server.enrol(keys, code)).toEqual({ ok: false, error: { type: "enrol-code-unknown" } });
  });

  it("refuses a request that names a hello nobody gave, or one that is too old", async () => {
    const code = await server.newCode();
    const keys = await createTabletKeys();
    const old = await server.nonce();
    server.clock.advance(30 * 60 * 1000);
    for (const nonce of [newId(random), old]) {
      const answer = await server.http.inject({
        method: "POST",
        url: "/v1/enrol",
        payload: { enrol: await enrolRequest(keys, code, nonce) },
      });
      expect([answer.statusCode, answer.json()]).toEqual([400, { error: { type: "nonce-mismatch" } }]);
    }
  });
});

describe("taking a batch", () => {
  it("[SY30] stores it, signs after that, and answers a copy with the very same receipt", async () => {
    const tablet = await server.tablet();
    const batch = await tablet.seal(1, null, []);
    const first = await post(batch.bytes);
    expect(first.status).toBe(201);
    expect(await receiptOf(first.receipt, batch)).toMatchObject({
      st: "stored",
      via: "vpn",
      have: 1,
      head: batch.link,
      gaps: [],
    });
    server.clock.advance(60_000);
    expect(await post(batch.bytes)).toEqual({ ...first, status: 200 });
    const stored = await storedOf(tablet);
    expect(stored).toHaveLength(1);
    expect(await countOf("batch_resend", tablet.enrolled.dev)).toBe(1);
    expect(Buffer.from(await server.desk.spool.read(stored[0]?.file ?? "")).equals(batch.bytes)).toBe(true);
  });

  it("gives ten copies at once one row and one receipt", async () => {
    const tablet = await server.tablet();
    const batch = await tablet.seal(1, null, []);
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(batch.bytes)));
    expect(new Set(answers.map(({ receipt }) => receipt)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await storedOf(tablet)).toHaveLength(1);
  });

  it("says which numbers are missing when batches come in any order", async () => {
    const tablet = await server.tablet();
    const one = await tablet.seal(1, null, []);
    const two = await tablet.seal(2, one, []);
    const three = await tablet.seal(3, two, []);
    expect(await receiptOf((await post(three.bytes)).receipt, one, two, three)).toMatchObject({
      have: 0,
      head: null,
      gaps: [1, 2],
    });
    expect(await receiptOf((await post(one.bytes)).receipt, one, two, three)).toMatchObject({ have: 1, gaps: [2] });
    expect(await receiptOf((await post(two.bytes)).receipt, one, two, three)).toMatchObject({
      have: 3,
      head: three.link,
      gaps: [],
    });
  });

  it.each([
    ["torn in the age bytes", (bytes: Uint8Array) => bytes.subarray(0, -1)],
    ["torn in the manifest", (bytes: Uint8Array) => bytes.subarray(0, 40)],
    ["empty", () => new Uint8Array()],
    [
      "with one bit changed",
      (bytes: Uint8Array) => bytes.map((byte, index) => (index === bytes.length - 5 ? byte ^ 1 : byte)),
    ],
    [
      "with one bit of the manifest changed",
      (bytes: Uint8Array) => bytes.map((byte, index) => (index === 150 ? byte ^ 1 : byte)),
    ],
    ["with a byte appended", (bytes: Uint8Array) => Uint8Array.from([...bytes, 0])],
  ])("[SY23] refuses a batch %s with a typed error and stores nothing", async (_what, spoil) => {
    const tablet = await server.tablet();
    const batch = await tablet.seal(1, null, []);
    const answer = await post(spoil(batch.bytes));
    expect(answer.status).toBe(400);
    expect(answer.error).toMatch(/^[a-z-]+$/);
    expect(answer.error).not.toBe("server-error");
    expect(answer.receipt).toBeUndefined();
    expect(await storedOf(tablet)).toEqual([]);
    expect((await post(batch.bytes)).status).toBe(201);
  });

  it("refuses a batch of a tablet nobody enrolled", async () => {
    const tablet = await server.tablet();
    const stranger = await generateSigningKey("dev", { extractable: false });
    const batch = await tablet.seal(1, null, [], { device: stranger });
    const answer = await post(batch.bytes);
    expect(answer.status).toBe(400);
    expect(await storedOf(tablet)).toEqual([]);
  });

  it("[SY40] keeps a second batch of one number in quarantine, beside the first", async () => {
    const tablet = await server.tablet();
    const first = await tablet.seal(1, null, []);
    const second = await tablet.seal(1, null, []);
    expect((await post(first.bytes)).status).toBe(201);
    const answer = await post(second.bytes);
    expect([answer.status, answer.error]).toEqual([409, "seq-fork"]);
    expect(await receiptOf(answer.receipt, second)).toMatchObject({
      st: "quarantined",
      why: "seq-fork",
      bid: second.bid,
    });
    const stored = await storedOf(tablet);
    expect(stored.map(({ bid, state }) => `${bid} ${state}`).toSorted((a, b) => a.localeCompare(b))).toEqual(
      [`${first.bid} stored`, `${second.bid} quarantined`].toSorted((a, b) => a.localeCompare(b)),
    );
    for (const { file } of stored) expect((await server.desk.spool.read(file)).length).toBeGreaterThan(0);
    expect((await post(second.bytes)).receipt).toBe(answer.receipt);
  });

  it("keeps what a revoked tablet sends in quarantine", async () => {
    const tablet = await server.tablet();
    await server.database.run("UPDATE device SET revoked = 'lost' WHERE source_id = $1", [tablet.enrolled.dev]);
    const batch = await tablet.seal(1, null, []);
    const answer = await post(batch.bytes);
    expect([answer.status, answer.error]).toEqual([409, "revoked"]);
    expect(await receiptOf(answer.receipt, batch)).toMatchObject({ st: "quarantined", why: "revoked" });
  });

  it("takes a batch that is far larger than any other message", async () => {
    const tablet = await server.tablet();
    const lines = listOf(random, 400, server.clock.nowMs(), () => bytesToBase64Url(random(370)));
    const batch = await tablet.seal(1, null, lines);
    expect(batch.bytes.length).toBeGreaterThan(100 * 1024);
    expect((await post(batch.bytes)).status).toBe(201);
  });

  it("refuses more than 4 MiB before the end of it", async () => {
    const tablet = await server.tablet();
    const batch = await tablet.seal(1, null, []);
    const padded = new Uint8Array(batchLimits.batchBytes + 1);
    padded.set(batch.bytes);
    expect(await post(padded)).toEqual({ status: 413, receipt: undefined, error: "too-large" });
    expect(await storedOf(tablet)).toEqual([]);
  });

  it("signs one receipt for a batch whose answer was lost between commit and signature", async () => {
    const tablet = await server.tablet();
    const batch = await tablet.seal(1, null, []);
    // A key that may not say "stored" throws where the crash would be: after the commit, before the signature.
    const crashing = { ...server.desk, receiptKey: server.opener.keys.open };
    await expect(takeBatch(crashing, batch.bytes, "vpn")).rejects.toThrow("does not say stored");
    expect((await storedOf(tablet)).map(({ storedReceipt }) => storedReceipt)).toEqual([null]);
    const first = await post(batch.bytes);
    expect(first.status).toBe(200);
    expect(await receiptOf(first.receipt, batch)).toMatchObject({ st: "stored", have: 1 });
    expect(await post(batch.bytes)).toEqual(first);
    expect((await storedOf(tablet)).map(({ storedReceipt }) => storedReceipt)).toEqual([first.receipt]);
  });

  it("hands out the newest receipts to a tablet that polls", async () => {
    const tablet = await server.tablet();
    const one = await tablet.seal(1, null, []);
    const two = await tablet.seal(2, one, []);
    const answers = [await post(one.bytes), await post(two.bytes)];
    const poll = await signPoll(
      { dev: tablet.enrolled.dev, have: 1, n: await server.nonce(), iat: msToInstant(server.clock.nowMs()) },
      tablet.keys.device,
    );
    const answer = await server.http.inject({ method: "POST", url: "/v1/receipts", payload: { poll } });
    expect(answer.json()).toEqual({ receipts: [answers[1]?.receipt], downlinks: [] });
  });

  it("takes every whole batch of a torn file from a stick, whatever came by VPN before", async () => {
    const tablet = await server.tablet();
    const one = await tablet.seal(1, null, []);
    const two = await tablet.seal(2, one, []);
    const three = await tablet.seal(3, two, []);
    const first = await post(one.bytes);
    const bundle = good(
      await writeBundle([one.bytes, two.bytes, three.bytes], tablet.enrolled.dev, tablet.keys.device),
    );
    const torn = bundle.bytes.subarray(0, one.bytes.length + two.bytes.length + 700);
    const read = await readBundle(torn, server.desk.deviceKeys);
    expect(read.verdict).toMatch(/^cut-in-/);
    const taken = [];
    for (const bytes of read.batches) taken.push(good(await takeBatch(server.desk, bytes, "usb")));
    expect(taken.map(({ seq, isNew }) => [seq, isNew])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(taken[0]?.receipt).toBe(first.receipt);
    expect(await receiptOf(taken[1]?.receipt, one, two)).toMatchObject({ st: "stored", via: "usb", have: 2 });
  });
});
