// How long it takes to make and to open batches. Read by people; nothing here passes or fails.
import { openBatch, sealBatch, type SealedBatch } from "#protocol";
import {
  batchOf,
  createDepartment,
  createTablet,
  formOf,
  openingFor,
  seededRandom,
} from "../unit/protocol/support/census-room.ts";
import { percentile, type BenchRow } from "./bench-table.ts";

async function timed<T>(rounds: number, work: () => Promise<T>): Promise<{ readonly ms: number; readonly last: T }> {
  const samples: number[] = [];
  let last = await work();
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    last = await work();
    samples.push(performance.now() - from);
  }
  return { ms: percentile(samples, 50), last };
}

/** Sealing and opening one form, the 200 forms of a full batch, and 1,000 forms as five of them. */
export async function runProtocolBench(): Promise<readonly BenchRow[]> {
  const random = seededRandom(1);
  const department = await createDepartment();
  const tablet = await createTablet(random);
  const forms = Array.from({ length: 200 }, (_, at) => formOf(random, at + 1, `answer ${at} ${"text ".repeat(60)}`));
  const seal = async (count: number): Promise<SealedBatch> => {
    const batch = await sealBatch(batchOf(department, tablet, random, { lines: forms.slice(0, count) }));
    if (!batch.ok) throw new Error(batch.error.type);
    return batch.value;
  };
  const one = await timed(20, () => seal(1));
  const full = await timed(10, () => seal(200));
  const thousand = await timed(5, async () => {
    for (let part = 0; part < 5; part++) await seal(200);
  });
  const opened = await timed(10, () => openBatch(full.last.bytes, openingFor(department, tablet)));
  return [
    { name: "seal one form", value: one.ms, unit: "ms" },
    { name: "seal 200 forms, one batch", value: full.ms, unit: "ms" },
    { name: "seal 1,000 forms, five batches", value: thousand.ms, unit: "ms" },
    { name: "open and check a batch of 200 forms", value: opened.ms, unit: "ms" },
    { name: "size of a batch of one form", value: one.last.bytes.length, unit: "bytes" },
    { name: "size of a batch of 200 forms", value: full.last.bytes.length, unit: "bytes" },
  ];
}
