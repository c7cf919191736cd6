// The table `npm run bench` prints and the JSON it writes. Nothing here fails a build: a
// bench is read by people, with the machine beside the numbers.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";

export interface BenchRow {
  /** What was measured, in a short phrase. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure the issue asks for, where there is one. */
  readonly target?: number;
}

export interface BenchReport {
  readonly at: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGb: number;
    readonly node: string;
    readonly kernel: string;
  };
  readonly rows: readonly BenchRow[];
}

export function benchReport(rows: readonly BenchRow[], at: Date): BenchReport {
  return {
    at: at.toISOString(),
    machine: {
      cpu: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      kernel: release(),
    },
    rows,
  };
}

export function benchTable(report: BenchReport): string {
  const lines = report.rows.map(({ name, value, unit, target }) => {
    const shown = value >= 100 ? value.toFixed(0) : value.toFixed(2);
    return `${name.padEnd(66)} ${shown.padStart(10)} ${unit.padEnd(9)}${target === undefined ? "" : ` target ${target}`}`;
  });
  const { cpu, cores, memoryGb, node } = report.machine;
  return [`${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}, ${report.at}`, ...lines].join("\n");
}

export function writeBenchReport(report: BenchReport, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/bench-${report.at.slice(0, 10)}.json`;
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}

/** The p-th percentile (0–100) of some samples, by the nearest rank. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1));
  return sorted[rank] ?? Number.NaN;
}

/** No frame may take longer while somebody scrolls or types. */
const frameTargetMs = 50;

/** The middle, the hundredth and the longest of what was felt. */
export function frameRows(name: string, samples: readonly number[]): readonly BenchRow[] {
  return [50, 99, 100].map((p) => ({
    name: `${name}, ${p === 100 ? "the longest" : `p${p}`}`,
    value: percentile(samples, p),
    unit: "ms",
    target: frameTargetMs,
  }));
}
