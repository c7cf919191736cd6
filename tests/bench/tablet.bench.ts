// The tablet in real Chromium, the server stopped: cold start to the lock screen, unlocking to the list of 1,000
// respondents, a tap to its painted answer. The 6× rows throttle the page; the protocol does not reach workers.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import { inventResidents, residentsToCsv } from "../../src/server/registry/residents.ts";
import { enrolmentLink } from "../e2e/support/enrolment-link.ts";
import { createOfficer } from "../e2e/support/officer.ts";
import { createRunningServer } from "../e2e/support/running-server.ts";
import { openTabletBrowser } from "../e2e/support/tablet-browser.ts";
import { frameRows, percentile, type BenchRow } from "./bench-table.ts";
import { framesWhile, keysToFrame } from "./page-timing.ts";

const respondents = 1000;
/** So few that the interview has questions left for the second round. */
const taps = 14;

async function throttle(devtools: CDPSession, rate: number): Promise<void> {
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Milliseconds from the tap to the second frame after it: the answer is in the first one at the latest. */
async function tapToPaint(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const samples: number[] = [];
    const nextFrame = (): Promise<number> =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 400));
    const find = (isMeant: (button: HTMLButtonElement) => boolean): HTMLButtonElement | undefined =>
      [...document.querySelectorAll<HTMLButtonElement>("main button")].find((one) => !one.disabled && isMeant(one));
    for (let tap = 0; tap < count; tap++) {
      // A proposal to confirm, else an option; the flag and the note are one sign long.
      const button =
        find(({ innerText }) => innerText === "Дұрыс") ??
        find(({ ariaPressed, innerText }) => ariaPressed === "false" && innerText.length > 1);
      if (button === undefined) {
        const next = [...document.querySelectorAll("button")].find(({ innerText }) =>
          innerText.startsWith("Келесі бөлім"),
        );
        if (next === undefined) break;
        next.click();
        await settled();
        continue;
      }
      const startedMs = performance.now();
      button.click();
      await nextFrame();
      samples.push(performance.now() - startedMs);
      // The answered question folds up by itself; that is not the tap's own work.
      await settled();
    }
    return samples;
  }, taps);
}

/** From the tap on Home's tile to the frame that has the first respondent, as the page itself sees it. */
async function homeToList(page: Page): Promise<number> {
  await page.getByRole("link", { name: /^Респонденттер \d+/ }).evaluate((tile) => {
    tile.dataset["list"] = "";
  });
  // As after a look at Home: what is fetched while idle is there.
  await page.waitForLoadState("networkidle");
  return page.evaluate(async () => {
    const startedMs = performance.now();
    document.querySelector<HTMLElement>("[data-list]")?.click();
    const nextFrame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    while (document.querySelector("main [role=listitem]") === null) await nextFrame();
    return (await nextFrame()) - startedMs;
  });
}

export async function runTabletBench(): Promise<readonly BenchRow[]> {
  const server = await createRunningServer();
  const tablet = await openTabletBrowser();
  try {
    const list = join(server.dataDir, "thousand.csv");
    writeFileSync(list, residentsToCsv(inventResidents(respondents, { first: 1930, last: 2019 }, 5)));
    const officer = createOfficer(tablet.page());
    const code = await officer.enrol(enrolmentLink(server.output(), 0));
    await officer.importList(list);
    await officer.sendList(String(respondents));
    await server.stop();

    const rows: BenchRow[] = [];
    for (const rate of [1, 6]) {
      const page = tablet.page();
      const devtools = await tablet.context().newCDPSession(page);
      await throttle(devtools, rate);
      await page.goto("about:blank");
      const startedMs = performance.now();
      await page.goto(server.origin);
      await page.getByText("Планшет құлыпталған").waitFor();
      rows.push({
        name: `offline cold start to the lock screen, ${rate}×`,
        value: performance.now() - startedMs,
        unit: "ms",
      });

      for (const digit of code.slice(0, -1)) await page.getByRole("button", { name: digit, exact: true }).click();
      const unlockedMs = performance.now();
      await page.getByRole("button", { name: code.slice(-1), exact: true }).click();
      await page.getByText("Деректер қайда?").waitFor();
      rows.push({
        name: `unlock to Home with ${respondents} respondents, ${rate}×`,
        value: performance.now() - unlockedMs,
        unit: "ms",
      });
      const painted = await homeToList(page);
      rows.push({
        name: `Home to the list of ${respondents} painted, ${rate}×`,
        value: painted,
        unit: "ms",
        ...(rate === 1 ? { target: 300 } : {}),
      });
      await page.locator("main [role=list]").hover();
      const scrolling = await framesWhile(page, async () => {
        for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, 400);
      });
      await page.getByRole("textbox").first().focus();
      const keys = await keysToFrame(page, ["сапар", "әбді", "жұма", "ерлан"]);
      rows.push(
        ...frameRows(`list of ${respondents}, a frame while scrolling, ${rate}×`, scrolling),
        ...frameRows(`list of ${respondents}, from a key of the search to its frame, ${rate}×`, keys),
      );

      await officer.goHome();
      if (rate === 1) await officer.startNext();
      else await page.getByText("Сауалды жалғастыру").first().click();
      await page.getByRole("navigation", { name: "Бөлімдер" }).waitFor();
      const samples = await tapToPaint(page);
      rows.push(
        { name: `tap to painted answer, median, ${rate}×`, value: percentile(samples, 50), unit: "ms" },
        { name: `tap to painted answer, 95th percentile, ${rate}×`, value: percentile(samples, 95), unit: "ms" },
      );
      await throttle(devtools, 1);
      await devtools.detach();
    }
    return rows;
  } finally {
    await tablet.remove();
    await server.remove();
  }
}
