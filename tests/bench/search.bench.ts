// Search in half a million rows: in Node, and in a real Chromium whose page is slowed down six times.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { chromium, type CDPSession, type Page } from "@playwright/test";
import { build } from "vite";
import { z } from "zod";
import { searchIndexSteps } from "../../src/census/search-index.ts";
import { searchCodeList } from "../../src/census/search-code-list.ts";
import { chromiumArguments } from "../e2e/playwright.config.ts";
import { percentile, type BenchRow } from "./bench-table.ts";
import { inventKeystrokes, inventList } from "./half-a-million.ts";

const rows = 500_000;
const texts = 140;
const shownRows = 8;
const targetMs = 100;
/** The picker asks from the second letter on. */
const shortestQuery = 2;

export async function runSearchBench(): Promise<readonly BenchRow[]> {
  return [...inNode(), ...(await inChromium(6))];
}

function inNode(): readonly BenchRow[] {
  const memory = memoryMeter();
  const list = inventList(rows, 7);
  const withList = memory();
  let longestMs = 0;
  const startedMs = performance.now();
  const steps = searchIndexSteps(list);
  for (let isDone = false; !isDone;) {
    const stepMs = performance.now();
    isDone = steps.next().done === true;
    longestMs = Math.max(longestMs, performance.now() - stepMs);
  }
  const builtMs = performance.now() - startedMs;
  // Builds the index that stays with the list; the first one is gone by now.
  searchCodeList(list, "ақ", shownRows);
  const withIndex = memory();
  const typed = inventKeystrokes(list, texts, 3).filter((query) => query.length >= shortestQuery);
  const samples = typed.map((query) => {
    const searchMs = performance.now();
    searchCodeList(list, query, shownRows);
    return performance.now() - searchMs;
  });
  return [
    { name: `search index of ${rows} rows, built`, value: builtMs, unit: "ms" },
    { name: "search index, the longest of its steps", value: longestMs, unit: "ms" },
    { name: "search index, memory beside the list", value: (withIndex - withList) / 2 ** 20, unit: "MB" },
    ...keystrokeRows("Node", samples),
  ];
}

function keystrokeRows(where: string, samples: readonly number[], target?: number): readonly BenchRow[] {
  return [50, 95, 99, 100].map((p) => ({
    name: `search in ${rows} rows, one keystroke, ${p === 100 ? "the slowest" : `p${p}`}, ${where}`,
    value: percentile(samples, p),
    unit: "ms",
    ...(target === undefined ? {} : { target }),
  }));
}

/** Bytes that are still held after a collection. */
function memoryMeter(): () => number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return () => {
    if (typeof collect === "function") collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
}

/** The same list, built and searched in a page; throttled once the index stands, and weighed before and after it. */
async function inChromium(rate: number): Promise<readonly BenchRow[]> {
  const browser = await chromium.launch({
    executablePath: process.env["SANAQ_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [...chromiumArguments],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ type: "module", content: await pageScript() });
    await page.waitForFunction(() => "searchBench" in globalThis, undefined, { timeout: 300_000 });
    const devtools = await page.context().newCDPSession(page);
    const withList = await pageMemory(devtools);
    await page.evaluate("globalThis.buildIndex()");
    const withIndex = await pageMemory(devtools);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate });
    const samples = await searchInPage(page);
    return [
      { name: "search index in the page, memory beside the list", value: (withIndex - withList) / 2 ** 20, unit: "MB" },
      { name: "list and search index in the page, memory", value: withIndex / 2 ** 20, unit: "MB" },
      ...keystrokeRows(`Chromium ${rate}×`, samples, targetMs),
    ];
  } finally {
    await browser.close();
  }
}

const HeapUsage = z.object({ usedSize: z.number(), backingStorageSize: z.number() });

/** Bytes that scripts of the page still hold after a collection, typed arrays included. */
async function pageMemory(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = HeapUsage.parse(await devtools.send("Runtime.getHeapUsage"));
  return usedSize + backingStorageSize;
}

async function searchInPage(page: Page): Promise<readonly number[]> {
  const samples: unknown = await page.evaluate("globalThis.searchBench()");
  if (!Array.isArray(samples)) throw new Error("the page answered no samples");
  return samples.map(Number);
}

/** A module that invents the list and leaves `buildIndex` and `searchBench` behind. */
async function pageScript(): Promise<string> {
  const here = new URL(".", import.meta.url).pathname;
  const source = `
    import { inventKeystrokes, inventList } from ${JSON.stringify(`${here}half-a-million.ts`)};
    import { searchCodeList } from ${JSON.stringify(`${here}../../src/census/search-code-list.ts`)};
    const list = inventList(${rows}, 7);
    globalThis.buildIndex = () => void searchCodeList(list, "ақ", ${shownRows});
    const typed = inventKeystrokes(list, ${texts}, 3).filter((query) => query.length >= ${shortestQuery});
    globalThis.searchBench = () => typed.map((query) => {
      const startedMs = performance.now();
      searchCodeList(list, query, ${shownRows});
      return performance.now() - startedMs;
    });
  `;
  const entry = "\0search-bench";
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, target: "es2023", minify: false, rollupOptions: { input: entry } },
    plugins: [
      {
        name: "search-bench",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ("output" in one ? one.output : []));
  const [chunk] = outputs.filter((one) => one.type === "chunk");
  if (chunk === undefined) throw new Error("no script was built");
  return chunk.code;
}
