import { describe, expect, it } from "vitest";
import json from "../../vectors/csb-1/vectors.json" with { type: "json" };
import { decryptAge } from "../../../src/protocol/age-file.ts";
import { gunzip } from "../../../src/protocol/gzip.ts";
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { codeOf } from "./support/raw-batch.ts";
import {
  bytesNamed,
  bytesOf,
  prepareVectors,
  readByteByByte,
  runArrivals,
  runBatch,
  runBundle,
  runEscrow,
  runLine,
} from "./support/run-vectors.ts";

const run = await prepareVectors(json);

describe("the frozen vectors of CSB/1", () => {
  it.each(run.file.batches)("[SY14] [SY16] [SY21] batch $name: $about", async ({ bytes, envelope, open, lines }) => {
    const expected = lines === undefined ? { envelope, open } : { envelope, open, lines };
    expect(await runBatch(run, bytesOf(bytes))).toEqual(expected);
  });

  it.each(run.file.batches)("[SY23] batch $name: the first line is the same byte by byte", ({ bytes }) => {
    const { pieces, whole } = readByteByByte(bytesOf(bytes));
    expect(pieces).toBe(whole);
  });

  it.each(run.file.batches.filter(({ open }) => open === "ok"))(
    "[SY22] batch $name: what was sealed unzips the same byte by byte",
    async ({ bytes }) => {
      const file = bytesOf(bytes);
      const zipped = await decryptAge(file.subarray(file.indexOf(10) + 1), run.file.TEST_sealIdentity);
      if (!zipped.ok) throw new Error(zipped.error.type);
      const pieces = Array.from(zipped.value, (byte) => Uint8Array.of(byte));
      const whole = await gunzip([zipped.value], 1 << 20);
      expect(codeOf(whole)).toBe("ok");
      expect(await gunzip(pieces, 1 << 20)).toEqual(whole);
    },
  );

  it.each(run.file.arrivals)("[SY39] [SY40] arrivals $name: $about", async ({ batches, verdicts }) => {
    expect((await runArrivals(run, batches)).verdicts).toEqual(verdicts);
  });

  it.each(run.file.bundles)("[SY43] [SY44] bundle $name: $about", async ({ bytes, verdict, batches }) => {
    expect(await runBundle(run, bytesOf(bytes))).toEqual({ verdict, batches });
  });

  it.each(run.file.lines)("[SY10] [SY31] [SY36] [SY47] line $name: $about", async ({ kind, jws, expect: expected }) => {
    expect(await runLine(run, kind, jws)).toBe(expected);
  });

  it("[SY52] the escrowed data key opens", async () => {
    expect(await runEscrow(run)).toBe(run.file.escrow.dk);
  });

  it("[SY24] a bomb of 64 MiB and one byte, in place of the valid content, stops at the limit", async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc((64 << 20) + 1)));
    expect(codeOf(await gunzip([bomb], 64 << 20))).toBe("too-large");
  });

  it("[SY14] the file for the guide is the valid batch, byte for byte", () => {
    const file = readFileSync(new URL("../../vectors/csb-1/valid.census", import.meta.url));
    expect(new Uint8Array(file)).toEqual(bytesNamed(run.file, "valid"));
  });
});
