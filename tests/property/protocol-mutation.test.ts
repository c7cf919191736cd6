// Bytes that were changed on their way: a typed error each time, never accepted, never thrown. SLOW=1 makes 20,000
// mutants of the envelope; fast-check prints the seed of a run that fails.
import {
  decryptRecord,
  encryptRecord,
  generateDataKey,
  onlyKey,
  openBatch,
  parseEnrolmentLink,
  protocolErrorCodes,
  readBundle,
  readManifestLine,
  signHello,
  signReceipt,
  verifyBatchEnvelope,
  verifyEnrolRequest,
  verifyHello,
  verifyJws,
  verifyKeyDocument,
  verifyReceipt,
  writeBundle,
  type OwnBatches,
  type SealedBatch,
} from "#protocol";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { concatBytes } from "../../src/protocol/bytes.ts";
import { gzip } from "../../src/protocol/gzip.ts";
import {
  batchOf,
  createDepartment,
  createTablet,
  duringMs,
  formOf,
  openingFor,
  sealed,
  seededRandom,
  type Department,
  type Tablet,
} from "../unit/protocol/support/census-room.ts";
import { sealRaw, type RawBatch } from "../unit/protocol/support/raw-batch.ts";

const isSlow = process.env.SLOW === "1";
const runs = (few: number, many: number) => ({ numRuns: isSlow ? many : few });
const timeout = isSlow ? 1_800_000 : 60_000;
const random = seededRandom(7);
const codes: ReadonlySet<string> = new Set(protocolErrorCodes);

let department: Department;
let tablet: Tablet;
let es256: Tablet;
let batch: SealedBatch;
let es256Batch: SealedBatch;

beforeAll(async () => {
  department = await createDepartment();
  tablet = await createTablet(random);
  es256 = await createTablet(random, "ES256");
  const lines = [formOf(random, 1), formOf(random, 2)];
  batch = await sealed(batchOf(department, tablet, random, { lines }));
  es256Batch = await sealed(batchOf(department, es256, random));
});

type Bytes = Uint8Array<ArrayBuffer>;
type Mutation = (bytes: Bytes) => Bytes;

/** Places are fractions, so that one mutation fits bytes of any length and every region is hit. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (bytes: Bytes, fraction: number) => Math.floor(fraction * bytes.length);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(place, fc.integer({ min: 0, max: 7 })).map(([where, bit]): Mutation => (bytes) => {
      const changed = new Uint8Array(bytes);
      changed[at(bytes, where)] = (changed[at(bytes, where)] ?? 0) ^ (1 << bit);
      return changed;
    }),
  },
  {
    weight: 2,
    arbitrary: place.map(
      (where): Mutation =>
        (bytes) =>
          bytes.slice(0, at(bytes, where)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 40 }).map(
      (count): Mutation =>
        (bytes) =>
          bytes.slice(0, -count),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.uint8Array({ minLength: 1, maxLength: 60 }).map(
      (tail): Mutation =>
        (bytes) =>
          concatBytes([bytes, tail]),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 20 })).map(
      ([where, more]): Mutation =>
        (bytes) =>
          concatBytes([bytes.subarray(0, at(bytes, where)), more, bytes.subarray(at(bytes, where))]),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(place, place).map(([a, b]): Mutation => (bytes) => {
      const [from, to] = [at(bytes, Math.min(a, b)), at(bytes, Math.max(a, b))];
      return concatBytes([bytes.subarray(0, from), bytes.subarray(to)]);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(place, place).map(([a, b]): Mutation => (bytes) => {
      const [from, to] = [at(bytes, Math.min(a, b)), at(bytes, Math.max(a, b))];
      return concatBytes([bytes.subarray(from, to), bytes.subarray(0, from), bytes.subarray(to)]);
    }),
  },
);

const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, index) => byte === b[index]);

/** Fails for anything but a refusal by a code of the closed list. */
function expectRefusal(result: { readonly ok: boolean; readonly error?: { readonly type: string } }) {
  expect(result.ok).toBe(false);
  expect(codes.has(result.error?.type ?? "")).toBe(true);
}

describe("mutants of a batch file", () => {
  it("[SY16] no change of the envelope or the sealed bytes is accepted", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(mutation, fc.boolean(), async (mutate, isOld) => {
        const by = isOld ? es256 : tablet;
        const original = isOld ? es256Batch.bytes : batch.bytes;
        const mutant = mutate(original);
        fc.pre(!isSame(mutant, original));
        expectRefusal(await verifyBatchEnvelope(mutant, onlyKey(by.deviceKey), department.col));
        expectRefusal(await openBatch(mutant, openingFor(department, by)));
      }),
      runs(600, 20_000),
    );
  });

  it("[SY16] [SY8] every single bit of the first line is covered", { timeout }, async () => {
    for (const { bytes, manifestJws } of [batch, es256Batch]) {
      const by = bytes === batch.bytes ? tablet : es256;
      const step = isSlow ? 1 : 11;
      for (let bit = 0; bit < (manifestJws.length + 1) * 8; bit += step) {
        const mutant = new Uint8Array(bytes);
        mutant[bit >> 3] = (mutant[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expectRefusal(await verifyBatchEnvelope(mutant, onlyKey(by.deviceKey), department.col));
      }
    }
  });

  const openRaw = async (raw: RawBatch) =>
    openBatch(await sealRaw(department, tablet, random, raw), openingFor(department, tablet));
  const lines = () => [JSON.stringify(formOf(seededRandom(3)))];

  it("[SY21] no change of the age file is accepted, even in an honestly signed envelope", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (mutate) => {
        let isChanged = false;
        const age = (original: Bytes) => {
          const mutant = mutate(original);
          isChanged = mutant.length > 0 && !isSame(mutant, original);
          return isChanged ? mutant : original;
        };
        const opened = await openRaw({ lines: lines(), age });
        fc.pre(isChanged);
        expectRefusal(opened);
      }),
      runs(120, 3000),
    );
  });

  it(
    "[SY22] [SY27] a change of the zipped bytes is refused, or unzips to the very same content",
    { timeout },
    async () => {
      await fc.assert(
        fc.asyncProperty(mutation, async (mutate) => {
          const opened = await openRaw({ lines: lines(), zip: async (plain) => mutate(await gzip(plain)) });
          if (!opened.ok) expectRefusal(opened);
          else expect(opened.value?.lines.map(({ json }) => JSON.stringify(json))).toEqual(lines());
        }),
        runs(120, 3000),
      );
    },
  );

  it("[SY27] no change of the content is accepted, whoever seals it", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (mutate) => {
        let isChanged = false;
        const plain = (original: Bytes) => {
          const mutant = mutate(original);
          isChanged = !isSame(mutant, original);
          return mutant;
        };
        const opened = await openRaw({ lines: lines(), plain });
        fc.pre(isChanged);
        expectRefusal(opened);
      }),
      runs(120, 3000),
    );
  });
});

describe("mutants of everything else", () => {
  it("[SY8] [SY9] no change of a signed line is accepted", { timeout }, async () => {
    const receipt = {
      v: 1 as const,
      col: department.col,
      dev: tablet.dev,
      bid: batch.bid,
      seq: 1,
      sha: batch.sha,
      len: batch.len,
      st: "stored" as const,
      via: "vpn" as const,
      at: "2021-09-03T10:00:00.000Z",
      have: 1,
      head: batch.link,
      gaps: [],
    };
    const own: OwnBatches = {
      dev: tablet.dev,
      batchOf: (bid) => (bid === batch.bid ? { seq: 1, sha: batch.sha, len: batch.len } : null),
      linkOf: () => batch.link,
    };
    const { document, documentJws, collector, root } = department;
    const hello = { n: batch.bid, col: department.col, at: duringMs, jti: batch.bid, keysN: 3 };
    const helloJws = await signHello(hello, collector);
    const receiptJws = await signReceipt(receipt, collector);
    const checks: readonly (readonly [string, (jws: string) => Promise<{ readonly ok: boolean }>])[] = [
      [documentJws, (jws) => verifyKeyDocument(jws, root.kid, 0)],
      [helloJws, (jws) => verifyHello(jws, { document, nonce: batch.bid })],
      [receiptJws, (jws) => verifyReceipt(jws, document, own)],
      [batch.manifestJws, (jws) => verifyJws(jws, "census-batch+jws", onlyKey(tablet.deviceKey))],
      [es256Batch.manifestJws, (jws) => verifyJws(jws, "census-batch+jws", onlyKey(es256.deviceKey))],
    ];
    for (const [jws, check] of checks) expect((await check(jws)).ok).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...checks), mutation, async ([jws, check], mutate) => {
        const mutant = new TextDecoder("latin1").decode(mutate(new TextEncoder().encode(jws)));
        fc.pre(mutant !== jws);
        expectRefusal(await check(mutant));
      }),
      runs(400, 20_000),
    );
  });

  it("[SY44] a bundle changed anywhere gives only whole batches, and never throws", { timeout }, async () => {
    const bundle = await writeBundle([batch.bytes, es256Batch.bytes], tablet.dev, tablet.device);
    if (!bundle.ok) throw new Error(bundle.error.type);
    const original = bundle.value.bytes;
    await fc.assert(
      fc.asyncProperty(mutation, async (mutate) => {
        const mutant = mutate(original);
        fc.pre(!isSame(mutant, original));
        const { batches, verdict } = await readBundle(mutant, onlyKey(tablet.deviceKey));
        expect(verdict).not.toBe("whole");
        for (const bytes of batches) expect(readManifestLine(bytes).ok).toBe(true);
      }),
      runs(300, 5000),
    );
  });

  it("[SY57] no change of a record is accepted", { timeout }, async () => {
    const dataKey = await generateDataKey();
    const where = { bucket: "main", store: "rec", id: "1", v: 1 };
    const record = await encryptRecord(dataKey, where, { given: "Күміс" }, random);
    await fc.assert(
      fc.asyncProperty(mutation, fc.boolean(), async (mutate, isIv) => {
        const changed = isIv ? { ...record, iv: mutate(record.iv) } : { ...record, ct: mutate(record.ct) };
        fc.pre(!isSame(changed.iv, record.iv) || !isSame(changed.ct, record.ct));
        expectRefusal(await decryptRecord(dataKey, where, changed));
      }),
      runs(200, 5000),
    );
  });
});

describe("bytes and texts from nowhere", () => {
  it("[SY16] [SY43] are refused without throwing", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 9000, size: "max" }), async (bytes) => {
        expectRefusal(await verifyBatchEnvelope(bytes, onlyKey(tablet.deviceKey), department.col));
        const { batches, verdict } = await readBundle(bytes, onlyKey(tablet.deviceKey));
        expect([batches.length, verdict === "whole"]).toEqual([0, false]);
      }),
      runs(100, 5000),
    );
  });

  it("[SY37] [SY46] [SY48] are no signed line and no link", { timeout }, async () => {
    const { document, root } = department;
    const own: OwnBatches = { dev: tablet.dev, batchOf: () => null, linkOf: () => null };
    const check = { codeOf: () => null, isKnownHello: () => true, nowMs: duringMs };
    const dotted = fc
      .array(fc.base64String(), { minLength: 3, maxLength: 3 })
      .map((parts) => parts.join(".").replaceAll("=", ""));
    const encoded = fc
      .tuple(fc.jsonValue(), fc.jsonValue())
      .map((parts) =>
        [...parts, ""].map((part) => btoa(encodeURIComponent(JSON.stringify(part))).replaceAll("=", "")).join("."),
      );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), dotted, encoded, fc.webUrl({ withFragments: true })), async (text) => {
        expectRefusal(await verifyKeyDocument(text, root.kid, 0));
        expectRefusal(await verifyHello(text, { document, nonce: batch.bid }));
        expectRefusal(await verifyReceipt(text, document, own));
        expectRefusal(await verifyEnrolRequest(text, check));
        expectRefusal(parseEnrolmentLink(text));
      }),
      runs(200, 5000),
    );
  });
});
