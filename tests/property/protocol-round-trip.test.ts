// Whatever is said comes back as it was said.
import {
  base64UrlToBytes,
  bytesToBase64Url,
  decryptRecord,
  encryptRecord,
  generateDataKey,
  onlyKey,
  openBatch,
  readBundle,
  sealBatch,
  signJws,
  verifyJws,
  writeBundle,
} from "#protocol";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { gunzip, gzip } from "../../src/protocol/gzip.ts";
import {
  batchOf,
  createDepartment,
  createTablet,
  formOf,
  openingFor,
  sealed,
  seededRandom,
  type Department,
  type Tablet,
} from "../unit/protocol/support/census-room.ts";

const isSlow = process.env.SLOW === "1";
const runs = (few: number, many: number) => ({ numRuns: isSlow ? many : few });
const random = seededRandom(99);
let department: Department;
let tablet: Tablet;
let es256: Tablet;
let dataKey: CryptoKey;

beforeAll(async () => {
  department = await createDepartment();
  tablet = await createTablet(random);
  es256 = await createTablet(random, "ES256");
  dataKey = await generateDataKey();
});

/** Anything a keyboard, a paste or a scanner can put into a text answer and a database can keep. */
const text = fc
  .string({ minLength: 1, maxLength: 300, unit: "grapheme" })
  .filter((value) => value.isWellFormed() && !value.includes("\u0000"));

const timeout = isSlow ? 600_000 : 30_000;

describe("round trips", () => {
  it(
    "[SY18] any forms come out of a batch as they went in, from tablets with either algorithm",
    { timeout },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(text, { maxLength: 12 }), fc.boolean(), async (texts, isOld) => {
          const by = isOld ? es256 : tablet;
          const lines = texts.map((value, at) => formOf(random, at + 1, value));
          const batch = await sealBatch(batchOf(department, by, random, { lines }));
          const opened = batch.ok ? await openBatch(batch.value.bytes, openingFor(department, by)) : batch;
          if (!opened.ok || opened.value === null) throw new Error("not opened");
          expect(opened.value.lines.map(({ parsed }) => parsed.ok && parsed.value)).toEqual(lines);
        }),
        runs(25, 1000),
      );
    },
  );

  it("[SY42] [SY44] any batches come out of a bundle as they went in", { timeout }, async () => {
    const batches = [
      (await sealed(batchOf(department, tablet, random))).bytes,
      (await sealed(batchOf(department, tablet, random, { lines: [] }))).bytes,
      (await sealed(batchOf(department, es256, random))).bytes,
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...batches), { minLength: 1, maxLength: 6 }), async (chosen) => {
        const bundle = await writeBundle(chosen, tablet.dev, tablet.device);
        if (!bundle.ok) throw new Error(bundle.error.type);
        const { batches: read, verdict } = await readBundle(bundle.value.bytes, onlyKey(tablet.deviceKey));
        expect([verdict, read]).toEqual(["whole", chosen]);
      }),
      runs(20, 300),
    );
  });

  it("[SY58] any record comes back in its place", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string({ minLength: 1, maxLength: 40 }), async (value, id) => {
        const place = { bucket: "main", store: "rec", id, v: 1 };
        const record = await encryptRecord(dataKey, place, value, random);
        expect((record.ct.length - 16) % 512).toBe(0);
        const read = await decryptRecord(dataKey, place, record);
        expect(read).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) });
      }),
      runs(100, 3000),
    );
  });

  it("[SY9] any object comes back from a signed line", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), async (payload, isOld) => {
        const by = isOld ? es256 : tablet;
        const jws = await signJws("census-poll+jws", payload, by.device);
        expect(jws).toMatch(/^[\x21-\x7e]+$/);
        const verified = await verifyJws(jws, "census-poll+jws", onlyKey(by.deviceKey));
        expect(verified.ok && verified.value.payload).toEqual(JSON.parse(JSON.stringify(payload)));
      }),
      runs(100, 3000),
    );
  });

  it("[SY1] base64url has one spelling for all bytes, and reads no other", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(base64UrlToBytes(bytesToBase64Url(bytes))).toEqual(new Uint8Array(bytes));
      }),
      runs(300, 5000),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{0,12}$/), (spelling) => {
        const bytes = base64UrlToBytes(spelling);
        if (bytes !== null) expect(bytesToBase64Url(bytes)).toBe(spelling);
      }),
      runs(300, 5000),
    );
  });

  it("[SY22] any bytes unzip as they were, from pieces of any size", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 700 }), async (plain, size) => {
        const zipped = await gzip(plain);
        const count = Math.ceil(zipped.length / size);
        const pieces = Array.from({ length: count }, (_, at) => zipped.subarray(at * size, (at + 1) * size));
        expect(await gunzip(pieces, plain.length)).toEqual({ ok: true, value: new Uint8Array(plain) });
      }),
      runs(40, 1000),
    );
  });
});
