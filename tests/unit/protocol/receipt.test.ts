import {
  newId,
  sha256,
  signCumulativeReceipt,
  signJws,
  signReceipt,
  verifyReceipt,
  type OwnBatches,
  type Receipt,
  type SealedBatch,
} from "#protocol";
import { beforeAll, describe, expect, it } from "vitest";
import {
  createDepartment,
  createTablet,
  sealChain,
  seededRandom,
  yearTo,
  type Department,
  type Tablet,
} from "./support/census-room.ts";
import { codeOf } from "./support/raw-batch.ts";

let department: Department;
let tablet: Tablet;
let chain: readonly SealedBatch[];
let own: OwnBatches;
const random = seededRandom(30);

beforeAll(async () => {
  department = await createDepartment();
  tablet = await createTablet(random);
  chain = await sealChain(department, tablet, random, 3);
  own = {
    dev: tablet.dev,
    batchOf: (bid) => {
      const batch = chain.find((candidate) => candidate.bid === bid);
      return batch === undefined ? null : { seq: batch.manifest.seq, sha: batch.sha, len: batch.len };
    },
    linkOf: (seq) => chain[seq - 1]?.link ?? null,
  };
});

function receiptFor(seq: number, change: Partial<Receipt> = {}): Receipt {
  const batch = chain[seq - 1];
  if (batch === undefined) throw new Error("no such batch");
  return {
    v: 1,
    col: department.col,
    dev: tablet.dev,
    bid: batch.bid,
    seq,
    sha: batch.sha,
    len: batch.len,
    st: "stored",
    via: "vpn",
    at: "2021-09-03T10:00:00.000Z",
    have: seq,
    head: batch.link,
    gaps: [],
    ...change,
  };
}

const verify = async (jws: string) => verifyReceipt(jws, department.document, own);
const verifyStored = async (change: Partial<Receipt>) =>
  verify(await signJws("census-receipt+jws", receiptFor(2, change), department.collector));

describe("who may say what", () => {
  it("[SY30] `stored` is the collector's word, `accepted` and `refused` the opener's, `quarantined` either's", async () => {
    const { collector, opener } = department;
    const allowed = [
      ["stored", collector],
      ["accepted", opener],
      ["refused", opener],
      ["quarantined", collector],
      ["quarantined", opener],
    ] as const;
    for (const [st, key] of allowed) {
      const verified = await verify(await signReceipt(receiptFor(1, { st }), key));
      expect(verified.ok && verified.value.receipt?.st).toBe(st);
    }
    const forbidden = [
      ["stored", opener],
      ["accepted", collector],
      ["refused", collector],
    ] as const;
    for (const [st, key] of forbidden) {
      await expect(signReceipt(receiptFor(1, { st }), key)).rejects.toThrow(/does not say/);
      const forged = await signJws("census-receipt+jws", receiptFor(1, { st }), key);
      expect(codeOf(await verify(forged))).toBe("kid-unknown");
    }
  });

  it("[SY30] a breached collector cannot make a tablet delete: `accepted` needs the opener's key", async () => {
    const forged = await signJws("census-receipt+jws", receiptFor(1, { st: "accepted" }), department.collector);
    expect(codeOf(await verify(forged))).toBe("kid-unknown");
  });
});

describe("what a tablet takes", () => {
  it("[SY31] its own batch with its own bytes", async () => {
    const verified = await verify(await signReceipt(receiptFor(2), department.collector));
    expect(verified.ok && verified.value).toEqual({
      kind: "batch",
      receipt: receiptFor(2),
      atMs: Date.UTC(2021, 8, 3, 10),
      chain: "matches",
      coveredTo: 2,
    });
  });

  it("[SY31] refuses other bytes, another length, another number, another batch, another tablet, another collection", async () => {
    const sha = await sha256(new Uint8Array());
    const len = receiptFor(2).len + 1;
    expect(codeOf(await verifyStored({ sha }))).toBe("hash-mismatch");
    expect(codeOf(await verifyStored({ len }))).toBe("hash-mismatch");
    expect(codeOf(await verifyStored({ seq: 3 }))).toBe("hash-mismatch");
    expect(codeOf(await verifyStored({ bid: newId(random) }))).toBe("batch-unknown");
    expect(codeOf(await verifyStored({ dev: newId(random) }))).toBe("device-mismatch");
    expect(codeOf(await verifyStored({ col: "kz2031" }))).toBe("collector-other");
  });

  it("[SY31] refuses a key that was not valid at the receipt's own time, and a stranger's", async () => {
    expect(codeOf(await verifyStored({ at: yearTo }))).toBe("kid-unknown");
    const stranger = await createDepartment();
    expect(codeOf(await verify(await signReceipt(receiptFor(1), stranger.collector)))).toBe("kid-unknown");
    const revoked = { ...department.document, revoked: [department.collector.kid] };
    const jws = await signReceipt(receiptFor(1), department.collector);
    expect(codeOf(await verifyReceipt(jws, revoked, own))).toBe("kid-unknown");
  });

  it("[SY31] refuses a manifest, a hello or anything unsigned in a receipt's place", async () => {
    const hello = await signJws("census-hello+jws", receiptFor(1), department.collector);
    expect(codeOf(await verify(hello))).toBe("typ-refused");
    expect(codeOf(await verify(JSON.stringify(receiptFor(1))))).toBe("jws-malformed");
    expect(codeOf(await verify("<html>200 OK</html>"))).toBe("jws-malformed");
    const shapeless = await signJws("census-receipt+jws", { at: receiptFor(1).at }, department.collector);
    expect(codeOf(await verify(shapeless))).toBe("message-invalid");
  });
});

describe("what a receipt proves of the others", () => {
  it("[SY32] with the own chain's link, every batch up to `have` is at least stored", async () => {
    const verified = await verifyStored({ have: 3, head: chain[2]?.link ?? null });
    expect(verified.ok && [verified.value.chain, verified.value.coveredTo]).toEqual(["matches", 3]);
  });

  it("[SY32] with nothing contiguous yet it proves its own batch only", async () => {
    const verified = await verifyStored({ have: 0, head: null, gaps: [1] });
    expect(verified.ok && [verified.value.chain, verified.value.coveredTo]).toEqual(["empty", 0]);
    expect(codeOf(await verifyStored({ have: 0, head: chain[0]?.link ?? null }))).toBe("message-invalid");
  });

  it("[SY34] with another chain's link it proves its own batch only, and says that the chains differ", async () => {
    for (const claim of [
      { have: 2, head: chain[0]?.link ?? null },
      { have: 9, head: await sha256(new Uint8Array()) },
    ]) {
      const verified = await verifyStored(claim);
      expect(verified.ok && [verified.value.chain, verified.value.coveredTo]).toEqual(["differs", 0]);
    }
  });

  it("[SY33] the cumulative line says it of all of them at once", async () => {
    const { v, col, dev, at } = receiptFor(1);
    const line = { v, col, dev, at, have: 3, head: chain[2]?.link ?? "" };
    const jws = await signCumulativeReceipt(line, department.collector);
    expect(jws.length).toBeLessThan(500);
    const verified = await verify(jws);
    expect(verified.ok && verified.value).toMatchObject({ kind: "cumulative", receipt: null, coveredTo: 3 });
    const other = await verify(
      await signCumulativeReceipt({ ...line, head: chain[1]?.link ?? "" }, department.collector),
    );
    expect(other.ok && other.value).toMatchObject({ chain: "differs", coveredTo: 0 });
    const foreign = await signCumulativeReceipt({ ...line, dev: newId(random) }, department.collector);
    expect(codeOf(await verify(foreign))).toBe("device-mismatch");
  });

  it("[SY33] the cumulative line is the collector's alone", async () => {
    const { v, col, dev, at } = receiptFor(1);
    const line = { v, col, dev, at, have: 3, head: chain[2]?.link ?? "" };
    await expect(signCumulativeReceipt(line, department.opener)).rejects.toThrow(/collector/);
    const forged = await signJws("census-receipt+jws", line, department.opener);
    expect(codeOf(await verify(forged))).toBe("kid-unknown");
  });
});

describe("what a receipt may carry", () => {
  it("[SY35] codes and opaque ids, never a sentence or a name", async () => {
    const { opener } = department;
    const errs = [{ id: newId(random), rev: 1, code: "form-invalid" }];
    const fine = receiptFor(1, { st: "accepted", n: { ok: 3, bad: 1 }, errs });
    expect(codeOf(await verify(await signReceipt(fine, opener)))).toBe("ok");
    const wordy = [{ why: "Ауыл 12" }, { errs: [{ id: null, rev: null, code: "name: Күміс" }] }, { note: "x" }];
    for (const change of wordy) {
      const jws = await signJws("census-receipt+jws", { ...fine, ...change }, opener);
      expect(codeOf(await verify(jws))).toBe("message-invalid");
    }
  });
});
