// `npm run bench`: every part after another, one table, one JSON file. A part that fails says so and the rest goes on.
import { existsSync, globSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { benchReport, benchTable, writeBenchReport, type BenchRow } from "./bench-table.ts";
import { runCollectorBench } from "./collector.bench.ts";
import { runPickerBench } from "./picker.bench.ts";
import { runProtocolBench } from "./protocol.bench.ts";
import { runQuestionnaireBench } from "./questionnaire.bench.ts";
import { runRosterBench } from "./roster.bench.ts";
import { runSearchBench } from "./search.bench.ts";
import { runTabletBench } from "./tablet.bench.ts";

async function sizes(): Promise<readonly BenchRow[]> {
  if (!existsSync("dist/sw.js")) throw new Error("nothing is built: run npm run build first");
  const kb = (files: readonly string[]): number =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length / 1024, 0);
  return [
    { name: "service worker, gzip", value: kb(["dist/sw.js"]), unit: "kB", target: 40 },
    {
      name: "entry script of the first route, gzip",
      value: kb(globSync("dist/assets/index-*.js")),
      unit: "kB",
      target: 150,
    },
  ];
}

const parts: readonly (readonly [string, () => Promise<readonly BenchRow[]>])[] = [
  ["sizes", sizes],
  ["questionnaire", runQuestionnaireBench],
  ["roster", runRosterBench],
  ["search", runSearchBench],
  ["picker", runPickerBench],
  ["protocol", runProtocolBench],
  ["collector", runCollectorBench],
  ["tablet", runTabletBench],
];

const rows: BenchRow[] = [];
let failed = 0;
for (const [name, run] of parts) {
  process.stdout.write(`${name}…\n`);
  try {
    rows.push(...(await run()));
  } catch (failure) {
    failed += 1;
    process.stderr.write(`${name} failed: ${failure instanceof Error ? failure.message : "unknown"}\n`);
  }
}
const report = benchReport(rows, new Date());
process.stdout.write(`${benchTable(report)}\n${writeBenchReport(report, "bench-results")}\n`);
process.exit(failed === 0 ? 0 : 1);
