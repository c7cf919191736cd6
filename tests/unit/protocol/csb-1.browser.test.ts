// CSB/1 in a real browser: the frozen vectors, and a round trip made there. What a tablet seals and what a server opens
// must not depend on whose WebCrypto and whose gzip it was.
import { openBatch, sealBatch } from "#protocol";
import { describe, expect, it } from "vitest";
import json from "../../vectors/csb-1/vectors.json" with { type: "json" };
import { batchOf, createDepartment, createTablet, formOf, openingFor, seededRandom } from "./support/census-room.ts";
import { sealRaw } from "./support/raw-batch.ts";
import { concatBytes } from "../../../src/protocol/bytes.ts";
import { gzip } from "../../../src/protocol/gzip.ts";
import {
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

describe("CSB/1 in the browser", () => {
  it.each(run.file.batches)("[SY14] [SY16] [SY21] batch $name: $about", async ({ bytes, envelope, open, lines }) => {
    const expected = lines === undefined ? { envelope, open } : { envelope, open, lines };
    expect(await runBatch(run, bytesOf(bytes))).toEqual(expected);
    const { pieces, whole } = readByteByByte(bytesOf(bytes));
    expect(pieces).toBe(whole);
  });

  it.each(run.file.arrivals)("[SY40] arrivals $name: $about", async ({ batches, verdicts }) => {
    expect((await runArrivals(run, batches)).verdicts).toEqual(verdicts);
  });

  it.each(run.file.bundles)("[SY43] [SY44] bundle $name: $about", async ({ bytes, verdict, batches }) => {
    expect(await runBundle(run, bytesOf(bytes))).toEqual({ verdict, batches });
  });

  it.each(run.file.lines)("[SY9] line $name: $about", async ({ kind, jws, expect: expected }) => {
    expect(await runLine(run, kind, jws)).toBe(expected);
  });

  it("[SY52] the escrowed data key opens", async () => {
    expect(await runEscrow(run)).toBe(run.file.escrow.dk);
  });

  it.each(["Ed25519", "ES256"] as const)("[SY3] [SY18] a batch sealed here with %s opens here", async (alg) => {
    const random = seededRandom(3);
    const department = await createDepartment();
    const tablet = await createTablet(random, alg);
    const lines = [formOf(random, 1, "Ұлытау 🕊"), formOf(random, 2)];
    const batch = await sealBatch(batchOf(department, tablet, random, { lines }));
    const opened = batch.ok ? await openBatch(batch.value.bytes, openingFor(department, tablet)) : batch;
    if (!opened.ok || opened.value === null) throw new Error("not opened");
    expect(opened.value.lines.map(({ parsed }) => parsed.ok && parsed.value)).toEqual(lines);
  });

  it("[SY22] a second gzip member made here is refused here", async () => {
    const random = seededRandom(4);
    const department = await createDepartment();
    const tablet = await createTablet(random);
    const zip = async (plain: Uint8Array) => concatBytes([await gzip(plain), await gzip(plain)]);
    const opened = await openBatch(await sealRaw(department, tablet, random, { zip }), openingFor(department, tablet));
    expect(opened).toEqual({ ok: false, error: { type: "gzip-bad" } });
  });
});
