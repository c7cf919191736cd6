// A household as a roster: the product's engine and screens against the same questions written by hand in React, in one
// run, on a page slowed down six times (field.md). What is compared is the ratio; it must not grow with the household.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";
import { z } from "zod";
import { chromiumArguments } from "../e2e/playwright.config.ts";
import { percentile, type BenchRow } from "./bench-table.ts";

const rate = 6;
const rounds = 7;
const ways = ["engine", "hand"] as const;
type Way = (typeof ways)[number];
interface Medians {
  readonly open: number;
  readonly answer: number;
  readonly turn: number;
}
const targets: Medians = { open: 1.5, answer: 1.2, turn: 1.2 };
const words = { open: "opening", answer: "one answer", turn: "turning to another person" } as const;

export async function runRosterBench(): Promise<readonly BenchRow[]> {
  const outDir = mkdtempSync(join(tmpdir(), "sanaq-roster-"));
  const root = new URL("roster-page/", import.meta.url).pathname;
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
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.waitForFunction(() => "rosterBench" in globalThis);
    const devtools = await page.context().newCDPSession(page);
    // Both ways run once at full speed: what is measured is the work, not the first compilation.
    await measureBoth(page, 10);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate });
    const rows: BenchRow[] = [];
    for (const persons of [10, 100]) {
      rows.push(...rowsOf(persons, await measureBoth(page, persons)));
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

function rowsOf(persons: number, { engine, hand }: Readonly<Record<Way, Medians>>): readonly BenchRow[] {
  return (["open", "answer", "turn"] as const).flatMap((what): readonly BenchRow[] => {
    const name = `${words[what]}, ${persons} persons × 60 questions, ${rate}×`;
    return [
      { name: `${name}, by the engine, median`, value: engine[what], unit: "ms" },
      { name: `${name}, by hand, median`, value: hand[what], unit: "ms" },
      { name: `${name}, ratio`, value: engine[what] / hand[what], unit: "×", target: targets[what] },
    ];
  });
}

/** Milliseconds from the tap to the painted frame, all samples of one kind. */
type Samples = Record<keyof Medians, number[]>;

/** In turns, so that whatever else the machine is at falls on both. */
async function measureBoth(page: Page, persons: number): Promise<Readonly<Record<Way, Medians>>> {
  const samples: Record<Way, Samples> = {
    engine: { open: [], answer: [], turn: [] },
    hand: { open: [], answer: [], turn: [] },
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ways) await measure(page, way, persons, samples[way]);
  }
  return { engine: mediansOf(samples.engine), hand: mediansOf(samples.hand) };
}

async function measure(page: Page, way: Way, persons: number, into: Samples): Promise<void> {
  for (let time = 0; time < 3; time += 1) {
    into.open.push(z.number().parse(await page.evaluate(`rosterBench.open(${JSON.stringify(way)}, ${persons})`)));
  }
  const several = z.array(z.number()).min(5);
  into.answer.push(...several.parse(await page.evaluate("rosterBench.answer(12)")));
  into.turn.push(...several.parse(await page.evaluate("rosterBench.turn(8)")));
}

function mediansOf({ open, answer, turn }: Samples): Medians {
  return { open: percentile(open, 50), answer: percentile(answer, 50), turn: percentile(turn, 50) };
}
