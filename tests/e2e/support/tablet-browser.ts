// A tablet's browser with a profile on disk, that can be closed, killed and opened again.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { chromiumArguments } from "../playwright.config.ts";

export interface TabletBrowser {
  readonly profile: string;
  readonly context: () => BrowserContext;
  readonly page: () => Page;
  /** Closes it as a person would. */
  readonly close: () => Promise<void>;
  /** kill -9 of every process of this browser. */
  readonly kill: () => Promise<void>;
  readonly open: () => Promise<Page>;
  readonly remove: () => Promise<void>;
}

export interface TabletBrowserOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
}

function processesOf(profile: string): readonly number[] {
  const table = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8", maxBuffer: 2 ** 26 });
  return table
    .split("\n")
    .filter((row) => row.includes(`--user-data-dir=${profile}`))
    .map((row) => Number.parseInt(row, 10));
}

export async function openTabletBrowser(options: TabletBrowserOptions = {}): Promise<TabletBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "sanaq-tablet-"));
  let context: BrowserContext | null = null;
  let page: Page | null = null;

  const open = async (): Promise<Page> => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env["SANAQ_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [...chromiumArguments],
      viewport: options.viewport ?? { width: 1280, height: 800 },
      timezoneId: "Asia/Qyzylorda",
      acceptDownloads: true,
    });
    context.setDefaultTimeout(20_000);
    page = context.pages()[0] ?? (await context.newPage());
    return page;
  };
  const opened = <T>(part: T | null): T => {
    if (part === null) throw new Error("the tablet's browser is closed");
    return part;
  };
  await open();
  return {
    profile,
    context: () => opened(context),
    page: () => opened(page),
    open,
    close: async () => {
      await opened(context).close();
      context = null;
    },
    kill: async () => {
      const gone = new Promise<void>((resolve) => opened(context).once("close", () => resolve()));
      for (const pid of processesOf(profile)) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // It ended with its parent.
        }
      }
      await gone;
      context = null;
    },
    remove: async () => {
      if (context !== null) await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
