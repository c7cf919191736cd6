// The picker over a code list of 16,000 and of 500,000 rows on a page slowed down six times: frames while the list is being
// prepared, while it is scrolled, and the time from a key to the frame that shows what it found.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";
import { z } from "zod";
import { chromiumArguments } from "../e2e/playwright.config.ts";
import { percentile, type BenchRow } from "./bench-table.ts";
import { inventList } from "./half-a-million.ts";

const rate = 6;
const targetMs = 50;
/** A quick typist. */
const betweenKeysMs = 120;
const Numbers = z.array(z.number()).min(1);

export async function runPickerBench(): Promise<readonly BenchRow[]> {
  const outDir = mkdtempSync(join(tmpdir(), "sanaq-picker-"));
  const root = new URL("picker-page/", import.meta.url).pathname;
  await build({ root, configFile: false, logLevel: "silent", base: "./", plugins: [react()], build: { outDir } });
  const server = await preview({
    root,
    configFile: false,
    logLevel: "silent",
    build: { outDir },
    preview: { port: 0 },
  });
  const browser = await chromium.launch({
    executablePath: process.env["SANAQ_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [...chromiumArguments],
  });
  try {
    const rows: BenchRow[] = [];
    for (const count of [16_000, 500_000]) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(server.resolvedUrls?.local[0] ?? "");
      await page.waitForFunction(() => "pickerBench" in globalThis);
      rows.push(...(await measure(page, count)));
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function measure(page: Page, count: number): Promise<readonly BenchRow[]> {
  await page.evaluate(`pickerBench.invent(${count})`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
  const where = `code list of ${count} rows, ${rate}×`;

  const openedMs = performance.now();
  await page.evaluate("pickerBench.watch(); pickerBench.open()");
  await page.locator("[data-all]").waitFor({ timeout: 600_000 });
  const ready: BenchRow = {
    name: `${where}, ready to be leafed through`,
    value: performance.now() - openedMs,
    unit: "ms",
  };
  const preparing = await watchedFrames(page);

  await page.locator("[data-all]").hover();
  await page.evaluate("pickerBench.watch()");
  for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, turn < 50 ? 400 : 40_000);
  const scrolling = await watchedFrames(page);

  const field = page.getByRole("textbox").first();
  await field.focus();
  const names = inventList(60, 7).entries.filter((_entry, place) => place % 10 === 0);
  const keys = await keysToPaint(
    page,
    names.map(({ kk }) => kk),
  );
  return [
    ready,
    ...frameRows(`${where}, a frame while it is prepared`, preparing),
    ...frameRows(`${where}, a frame while scrolling`, scrolling),
    ...frameRows(`${where}, from a key to its frame`, keys),
  ];
}

async function watchedFrames(page: Page): Promise<readonly number[]> {
  return Numbers.parse(await page.evaluate("pickerBench.watched()"));
}

/** Of each letter typed by a real key: until the frame after it, as the browser's Event Timing has it (steps of 8 ms). */
async function keysToPaint(page: Page, texts: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(globalThis, { keySamples: samples });
    new PerformanceObserver((seen) => {
      for (const entry of seen.getEntries()) {
        if (entry.name === "keydown" || entry.name === "keypress" || entry.name === "input")
          samples.push(entry.duration);
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  for (const text of texts) {
    await page.keyboard.press("Control+A");
    for (const letter of text) {
      await page.keyboard.insertText(letter);
      await page.waitForTimeout(betweenKeysMs);
    }
  }
  await page.waitForFunction(() => "keySamples" in globalThis);
  return Numbers.parse(await page.evaluate("keySamples"));
}

function frameRows(name: string, samples: readonly number[]): readonly BenchRow[] {
  return [50, 99, 100].map((p) => ({
    name: `${name}, ${p === 100 ? "the longest" : `p${p}`}`,
    value: percentile(samples, p),
    unit: "ms",
    target: targetMs,
  }));
}
