// The picker over a code list of 16,000 and of 500,000 rows on a page slowed down six times: frames while the list is being
// prepared, while it is scrolled, and the time from a key to the frame that shows what it found.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";
import { chromiumArguments } from "../e2e/playwright.config.ts";
import { frameRows, type BenchRow } from "./bench-table.ts";
import { inventList } from "./half-a-million.ts";
import { framesWhile, keysToFrame } from "./page-timing.ts";

const rate = 6;

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
  // What the invention leaves behind is not the picker's.
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
  const where = `code list of ${count} rows, ${rate}×`;

  const openedMs = performance.now();
  let readyMs = 0;
  await page.evaluate("pickerBench.open()");
  await page.getByRole("textbox").first().waitFor();
  // From here on somebody can type.
  const preparing = await framesWhile(page, async () => {
    await page.locator("[data-all]").waitFor({ timeout: 600_000 });
    readyMs = performance.now() - openedMs;
  });
  const ready: BenchRow = { name: `${where}, ready to be leafed through`, value: readyMs, unit: "ms" };

  await page.locator("[data-all]").hover();
  const scrolling = await framesWhile(page, async () => {
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, turn < 50 ? 400 : 40_000);
  });

  await page.getByRole("textbox").first().focus();
  const names = [...inventList(60, 7)].filter((_entry, place) => place % 10 === 0);
  const keys = await keysToFrame(
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
