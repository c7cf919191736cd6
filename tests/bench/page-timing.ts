// What a person feels on a page: how long frames take while something goes on, and the time from a key to its frame.
import type { Page } from "@playwright/test";
import { z } from "zod";

const Numbers = z.array(z.number()).min(1);

/** A quick typist. */
const betweenKeysMs = 120;

/** Milliseconds between the frames that were painted meanwhile. */
export async function framesWhile(page: Page, doing: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const watch: { frames: number[]; isOver: boolean } = { frames: [], isOver: false };
    Object.assign(globalThis, { frameWatch: watch });
    let before = performance.now();
    const next = (nowMs: number): void => {
      watch.frames.push(nowMs - before);
      before = nowMs;
      if (!watch.isOver) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await doing();
  // The first frame began before the watching did.
  return Numbers.parse(await page.evaluate("frameWatch.isOver = true, frameWatch.frames.slice(1)"));
}

/** Of each letter typed into the focused field: until the frame after it, as Event Timing has it (in steps of 8 ms). */
export async function keysToFrame(page: Page, texts: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(globalThis, { keySamples: samples });
    const options: PerformanceObserverInit & { readonly durationThreshold: number } = {
      type: "event",
      durationThreshold: 16,
      buffered: false,
    };
    new PerformanceObserver((seen) => {
      for (const { name, duration } of seen.getEntries()) if (name === "input") samples.push(duration);
    }).observe(options);
  });
  for (const text of texts) {
    await page.keyboard.press("Control+A");
    for (const letter of text) {
      await page.keyboard.insertText(letter);
      await page.waitForTimeout(betweenKeysMs);
    }
  }
  return Numbers.parse(await page.evaluate("keySamples"));
}
