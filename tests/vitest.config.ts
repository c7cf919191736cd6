import { defineConfig } from "vitest/config";
import { playwright } from "@vitest/browser-playwright";

process.env.TZ = "Pacific/Chatham"; // a zone nobody is in: a test that reads the local clock shows itself

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Property tests take their time on a busy machine; speed is measured in the bench.
          testTimeout: 60_000,
          environment: "node",
          include: ["tests/unit/**/*.test.ts", "tests/property/**/*.test.ts", "tests/build/**/*.test.ts"],
          exclude: ["**/*.browser.test.*"],
        },
      },
      {
        extends: true,
        test: {
          name: "contract",
          environment: "node",
          include: ["tests/contract/**/*.test.ts"],
          exclude: ["tests/contract/**/*.browser.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // Found late, they would make Vite reload a test that runs already.
        optimizeDeps: {
          include: [
            "@testing-library/react",
            "comlink",
            "dexie",
            "fake-indexeddb",
            "hash-wasm",
            "react",
            "react-aria-components",
            "react-dom/client",
            "virtua",
            "wouter",
            "wouter/memory-location",
          ],
        },
        test: {
          name: "browser",
          testTimeout: 60_000,
          include: ["tests/**/*.browser.test.{ts,tsx}"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env.SANAQ_CHROMIUM ?? "/usr/bin/chromium",
                args: [
                  "--no-sandbox",
                  "--disable-gpu",
                  "--no-first-run",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                ],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
