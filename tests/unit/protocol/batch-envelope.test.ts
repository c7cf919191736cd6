import {
  batchLimits,
  createManifestLineReader,
  generateSigningKey,
  manifestLink,
  newId,
  onlyKey,
  readManifestLine,
  sha256,
  signJws,
  verifyBatchEnvelope,
  verifyKeyOf,
  verifyManifest,
  type SealedBatch,
} from "#protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { concatBytes, textToBytes } from "../../../src/protocol/bytes.ts";
import {
  batchOf,
  createDepartment,
  createTablet,
  sealChain,
  sealed,
  seededRandom,
  type Department,
  type Tablet,
} from "./support/census-room.ts";
import { codeOf, sealRaw } from "./support/raw-batch.ts";

let department: Department;
let tablet: Tablet;
let batch: SealedBatch;
const random = seededRandom(14);

beforeAll(async () => {
  department = await createDepartment();
  tablet = await createTablet(random);
  batch = await sealed(batchOf(department, tablet, random));
});

const verify = async (bytes: Uint8Array) =>
  codeOf(await verifyBatchEnvelope(bytes, onlyKey(tablet.deviceKey), department.col));

describe("the batch file", () => {
  it("[SY14] is one signed line and exactly `len` sealed bytes", async () => {
    const text = new TextDecoder("latin1").decode(batch.bytes);
    const [line = ""] = text.split("\n", 1);
    expect(line).toBe(batch.manifestJws);
    const age = batch.bytes.subarray(line.length + 1);
    expect(new TextDecoder().decode(age.subarray(0, 21))).toBe("age-encryption.org/v1");
    expect(age).toHaveLength(batch.manifest.len);
    expect(await sha256(age)).toBe(batch.manifest.sha);
    expect(await verify(batch.bytes)).toBe("ok");
  });

  it("[SY15] names in clear no institution, no officer, no count and nothing of the content", () => {
    const members = ["v", "col", "dev", "seq", "prev", "bid", "sha", "len", "rk", "mark", "rel"];
    expect(Object.keys(batch.manifest).toSorted()).toEqual(members.toSorted());
    const clear = new TextDecoder("latin1").decode(batch.bytes) + JSON.stringify(batch.manifest);
    // As it stands in the content: three letters alone come up in random bytes once in a hundred batches.
    for (const secret of [tablet.inst, tablet.officerId, '"P01"', "elderly-home"]) expect(clear).not.toContain(secret);
  });

  it("[SY17] each batch names the signed line of the one before it", async () => {
    const [first, second, third] = await sealChain(department, tablet, random, 3);
    expect(first?.manifest.prev).toBeNull();
    expect(second?.manifest.prev).toBe(await manifestLink(first?.manifestJws ?? ""));
    expect(third?.manifest.prev).toBe(second?.link);
    expect(new Set([first?.bid, second?.bid, third?.bid]).size).toBe(3);
  });

  it("[SY17] only the first batch has no batch before it", async () => {
    expect(await verify(await sealRaw(department, tablet, random, { manifest: { seq: 2 } }))).toBe("manifest-invalid");
    const prev = await sha256(new Uint8Array());
    expect(await verify(await sealRaw(department, tablet, random, { manifest: { prev } }))).toBe("manifest-invalid");
    await expect(sealed(batchOf(department, tablet, random, { seq: 2 }))).rejects.toThrow();
  });
});

describe("checking the envelope", () => {
  it.each([0, 1, 5, 700])("[SY16] %i bytes too few are `truncated`", async (missing) => {
    const cut = batch.bytes.subarray(0, batch.bytes.length - missing);
    expect(await verify(cut)).toBe(missing === 0 ? "ok" : "truncated");
  });

  it("[SY16] a byte too many is `trailing-bytes`, a changed one is `hash-mismatch`", async () => {
    expect(await verify(concatBytes([batch.bytes, Uint8Array.of(10)]))).toBe("trailing-bytes");
    const changed = new Uint8Array(batch.bytes);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(await verify(changed)).toBe("hash-mismatch");
  });

  it("[SY16] a manifest that names other bytes is `hash-mismatch`", async () => {
    const sha = await sha256(textToBytes("other"));
    expect(await verify(await sealRaw(department, tablet, random, { manifest: { sha } }))).toBe("hash-mismatch");
  });

  it("[SY16] another collection, another version, an unknown member are named as such", async () => {
    const refused = async (manifest: Record<string, unknown>) =>
      verify(await sealRaw(department, tablet, random, { manifest }));
    expect(await refused({ col: "kz2031" })).toBe("collector-other");
    expect(await refused({ v: 2 })).toBe("version-unknown");
    expect(await refused({ inst: "named in clear" })).toBe("manifest-invalid");
    expect(await refused({ seq: 0 })).toBe("manifest-invalid");
    expect(await refused({ len: batchLimits.batchBytes + 1 })).toBe("too-large");
  });

  it("[SY16] a key speaks for its own device only", async () => {
    const other = newId(random);
    expect(await verify(await sealRaw(department, tablet, random, { manifest: { dev: other } }))).toBe(
      "device-mismatch",
    );
    const ownerless = onlyKey(await verifyKeyOf(tablet.device));
    expect(codeOf(await verifyBatchEnvelope(batch.bytes, ownerless, department.col))).toBe("device-mismatch");
  });

  it("[SY16] a key nobody enrolled, and a receipt or an officer's line as manifest, are refused", async () => {
    const device = await generateSigningKey("dev", { extractable: true });
    expect(await verify(await sealRaw(department, tablet, random, { device }))).toBe("kid-unknown");
    const receipt = await signJws("census-receipt+jws", batch.manifest, department.collector);
    const content = await signJws("census-payload+jws", batch.manifest, tablet.officer);
    for (const line of [receipt, content]) {
      expect(codeOf(await verifyManifest(line, onlyKey(tablet.deviceKey), department.col))).toBe("typ-refused");
    }
  });
});

describe("reading the first line", () => {
  const states = (bytes: Uint8Array, size: number) => {
    const reader = createManifestLineReader();
    let state = reader.push(new Uint8Array());
    for (let at = 0; at < bytes.length && state.state === "incomplete"; at += size) {
      state = reader.push(bytes.subarray(at, at + size));
    }
    return state;
  };

  it.each([1, 7, 4096, 1 << 20])("[SY23] reads it from pieces of %i bytes and gives back what came after", (size) => {
    const state = states(batch.bytes, size);
    if (state.state !== "complete") throw new Error(state.state);
    expect(state.manifestJws).toBe(batch.manifestJws);
    const ageAt = batch.manifestJws.length + 1;
    expect(state.rest).toEqual(batch.bytes.subarray(ageAt, ageAt + state.rest.length));
  });

  it("[SY23] stops at 8 kB, before anything was verified", () => {
    const longest = new Uint8Array(batchLimits.manifestBytes).fill(0x61);
    expect(codeOf(readManifestLine(concatBytes([longest, Uint8Array.of(10)])))).toBe("ok");
    for (const size of [1, 8192, 20_000]) {
      const state = states(new Uint8Array(20_000).fill(0x61), size);
      expect(state).toEqual({ state: "refused", error: { type: "manifest-too-long" } });
    }
    expect(codeOf(readManifestLine(new Uint8Array(20_000).fill(0x61)))).toBe("manifest-too-long");
  });

  it.each([[""], ["\n"], ["abc"], ["a b\n"], ["a\tb\n"], ["a\r\n"], ["ab\u0000\n"], ["санақ\n"], ["a\u007f\n"]])(
    "[SY23] %j is `manifest-malformed`",
    (text) => {
      expect(codeOf(readManifestLine(textToBytes(text)))).toBe("manifest-malformed");
    },
  );

  it("[SY23] stays refused, and stays complete, whatever comes later", () => {
    const reader = createManifestLineReader();
    expect(reader.push(textToBytes("a b")).state).toBe("refused");
    expect(reader.push(textToBytes("abc\n")).state).toBe("refused");
    const whole = createManifestLineReader();
    const complete = whole.push(textToBytes("abc\nx"));
    expect(whole.push(textToBytes("y"))).toBe(complete);
  });

  it("[SY23] a file above 4 MiB is refused unread", async () => {
    expect(await verify(new Uint8Array(batchLimits.batchBytes + 1))).toBe("too-large");
  });
});
