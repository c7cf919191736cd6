import { defineConfig } from "@playwright/test";

const chromiumPath = process.env["SANAQ_CHROMIUM"] ?? "/usr/bin/chromium";

/** Flags under which Debian's Chromium runs headless, as root, and without calling anybody. */
export const chromiumArguments: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../../test-results",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "../../test-results/e2e.json" }]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "kk-KZ",
    timezoneId: "Asia/Qyzylorda",
    actionTimeout: 15_000,
    launchOptions: { executablePath: chromiumPath, args: [...chromiumArguments] },
    trace: "retain-on-failure",
  },
});
