import { onlyKey, readBundle, verifyBatchEnvelope, writeBundle, type Bundle, type SealedBatch } from "#protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { concatBytes, textToBytes } from "../../../src/protocol/bytes.ts";
import { signJws } from "../../../src/protocol/jws.ts";
import {
  createDepartment,
  createTablet,
  sealChain,
  seededRandom,
  type Department,
  type Tablet,
} from "./support/census-room.ts";
import { codeOf } from "./support/raw-batch.ts";

let department: Department;
let tablet: Tablet;
let chain: readonly SealedBatch[];
let bundle: Bundle;
let before: Uint8Array<ArrayBuffer>;
const random = seededRandom(42);

beforeAll(async () => {
  department = await createDepartment();
  tablet = await createTablet(random);
  chain = await sealChain(department, tablet, random, 3);
  before = concatBytes(chain.map(({ bytes }) => bytes));
  const written = await writeBundle(
    chain.map(({ bytes }) => bytes),
    tablet.dev,
    tablet.device,
  );
  if (!written.ok) throw new Error(written.error.type);
  bundle = written.value;
});

const read = async (bytes: Uint8Array) => readBundle(bytes, onlyKey(tablet.deviceKey));
const verdictOf = async (bytes: Uint8Array) => {
  const { verdict, batches } = await read(bytes);
  return [verdict, batches.length];
};

describe("writing a bundle", () => {
  it("[SY42] puts the sealed bytes one after another and signs them all", async () => {
    expect(bundle.bytes.subarray(0, before.length)).toEqual(before);
    const rest = new TextDecoder().decode(bundle.bytes.subarray(before.length));
    expect(rest.split("\n")).toHaveLength(2);
    expect(bundle.trailer).toMatchObject({ v: 1, dev: tablet.dev, n: 3, from: 1, to: 3 });
  });

  it("[SY42] refuses nothing and what is no batch", async () => {
    expect(codeOf(await writeBundle([], tablet.dev, tablet.device))).toBe("bundle-empty");
    expect(codeOf(await writeBundle([textToBytes("a text\n")], tablet.dev, tablet.device))).toBe("manifest-malformed");
  });

  it("[SY45] names the file after the device's pseudonym and the numbers", () => {
    expect(bundle.fileName).toBe(`sanaq-${tablet.dev.slice(0, 8)}-1-3.census`);
    const clear = new TextDecoder("latin1").decode(bundle.bytes);
    expect(clear).not.toContain(tablet.inst);
    expect(clear).not.toContain(tablet.officerId);
  });
});

describe("reading a bundle", () => {
  it("[SY43] `whole` gives every batch, byte for byte, and each still verifies", async () => {
    const { batches, verdict, trailer } = await read(bundle.bytes);
    expect([verdict, trailer]).toEqual(["whole", bundle.trailer]);
    expect(batches).toEqual(chain.map(({ bytes }) => bytes));
    for (const bytes of batches) {
      expect(codeOf(await verifyBatchEnvelope(bytes, onlyKey(tablet.deviceKey), department.col))).toBe("ok");
    }
  });

  it("[SY43] says what is true of a damaged one", async () => {
    const [first, second] = chain;
    const size = (first?.bytes.length ?? 0) + (second?.bytes.length ?? 0);
    expect(await verdictOf(before)).toEqual(["no-trailer", 3]);
    expect(await verdictOf(new Uint8Array())).toEqual(["no-trailer", 0]);
    expect(await verdictOf(bundle.bytes.subarray(0, size + 40))).toEqual(["cut-in-manifest", 2]);
    expect(await verdictOf(bundle.bytes.subarray(0, size - 1))).toEqual(["cut-in-batch", 1]);
    expect(await verdictOf(bundle.bytes.subarray(0, -5))).toEqual(["cut-in-manifest", 3]);
    expect(await verdictOf(concatBytes([bundle.bytes, textToBytes("\n")]))).toEqual(["trailing-bytes", 3]);
    expect(await verdictOf(concatBytes([bundle.bytes, bundle.bytes]))).toEqual(["trailing-bytes", 3]);
    expect(await verdictOf(concatBytes([before, Uint8Array.of(0, 1, 2)]))).toEqual(["trailing-bytes", 3]);
    expect(await verdictOf(concatBytes([before, textToBytes("hello\n")]))).toEqual(["trailing-bytes", 3]);
  });

  it("[SY43] a batch taken out is `count-mismatch`; a changed, foreign or unsigned trailer is `trailer-mismatch`", async () => {
    const trailer = bundle.bytes.subarray(before.length);
    const without = concatBytes([chain[0]?.bytes ?? before, chain[2]?.bytes ?? before, trailer]);
    expect(await verdictOf(without)).toEqual(["count-mismatch", 2]);
    const swapped = concatBytes([...chain.toReversed().map(({ bytes }) => bytes), trailer]);
    expect(await verdictOf(swapped)).toEqual(["trailer-mismatch", 3]);
    const other = await createTablet(random);
    const foreign = await writeBundle([before], other.dev, other.device);
    const foreignTrailer = foreign.ok ? foreign.value.bytes.subarray(before.length) : before;
    expect(await verdictOf(concatBytes([before, foreignTrailer]))).toEqual(["trailer-mismatch", 3]);
    const wrongRange = await signJws("census-bundle+jws", { ...bundle.trailer, to: 4 }, tablet.device);
    expect(await verdictOf(concatBytes([before, textToBytes(`${wrongRange}\n`)]))).toEqual(["trailer-mismatch", 3]);
    const otherDevice = await signJws("census-bundle+jws", { ...bundle.trailer, dev: other.dev }, tablet.device);
    expect(await verdictOf(concatBytes([before, textToBytes(`${otherDevice}\n`)]))).toEqual(["trailer-mismatch", 3]);
  });

  it("[SY44] a file cut anywhere gives every whole batch before the cut", async () => {
    const ends = chain.map((_, at) => concatBytes(chain.slice(0, at + 1).map(({ bytes }) => bytes)).length);
    for (let length = 0; length <= bundle.bytes.length; length += 97) {
      const { batches, verdict } = await read(bundle.bytes.subarray(0, length));
      expect(batches).toHaveLength(ends.filter((end) => end <= length).length);
      expect(verdict).not.toBe("whole");
    }
  });

  it("[SY44] a single batch file is a bundle without a trailer", async () => {
    expect(await verdictOf(chain[1]?.bytes ?? before)).toEqual(["no-trailer", 1]);
  });
});
