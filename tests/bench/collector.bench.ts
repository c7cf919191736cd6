// The collector with durable commit: batches of fifty list lines each, checked, written, synced, committed and answered
// one after another, as one tablet sends them. PostgreSQL's own CPU is not in the figure for Node.
import { random } from "../../src/server/workplace.ts";
import { takeBatch } from "../../src/server/collector/take-batch.ts";
import type { SealedBatch } from "#protocol";
import { createTestServer } from "../support/server/test-server.ts";
import { listOf } from "../support/server/server-tablet.ts";
import type { BenchRow } from "./bench-table.ts";

const batchCount = 100;
const linesPerBatch = 50;

export async function runCollectorBench(): Promise<readonly BenchRow[]> {
  const server = await createTestServer();
  try {
    const tablet = await server.tablet();
    const batches: SealedBatch[] = [];
    for (let seq = 1; seq <= batchCount; seq++) {
      batches.push(await tablet.seal(seq, batches.at(-1) ?? null, listOf(random, linesPerBatch, server.clock.nowMs())));
    }
    const cpuBefore = process.cpuUsage();
    const startedMs = performance.now();
    for (const { bytes } of batches) {
      const taken = await takeBatch(server.desk, bytes, "vpn");
      if (!taken.ok) throw new Error(taken.error.type);
    }
    const seconds = (performance.now() - startedMs) / 1000;
    const cpu = process.cpuUsage(cpuBefore);
    return [
      { name: "collector: batches with durable commit, one tablet", value: batchCount / seconds, unit: "1/s" },
      {
        name: "collector: lines with durable commit, one tablet",
        value: (batchCount * linesPerBatch) / seconds,
        unit: "1/s",
      },
      { name: "collector: Node CPU a batch", value: (cpu.user + cpu.system) / 1000 / batchCount, unit: "ms" },
    ];
  } finally {
    await server.close();
  }
}
