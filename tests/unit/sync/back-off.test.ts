import fc from "fast-check";
import { expect, it } from "vitest";
import { backOffMs } from "#sync";
import { createSeededRandom } from "../../support/tablet/fakes.ts";

it("[SY65] waits 30 s · 2ᵏ, at most 30 minutes, give or take a fifth", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer(), (attempt, seed) => {
      const plain = Math.min(1_800_000, 30_000 * 2 ** (attempt - 1));
      const wait = backOffMs(attempt, createSeededRandom(seed));
      expect(wait).toBeGreaterThanOrEqual(plain * 0.8);
      expect(wait).toBeLessThanOrEqual(plain * 1.2);
    }),
  );
});

it("[SY65] reaches both ends of the fifth", () => {
  expect(backOffMs(1, () => new Uint8Array([0, 0]))).toBe(24_000);
  expect(backOffMs(1, () => new Uint8Array([255, 255]))).toBe(36_000);
});

it("[SY65] looks for the word on what was just delivered after 5 s, give or take a fifth", () => {
  expect(backOffMs(0, () => new Uint8Array([0, 0]))).toBe(4000);
  expect(backOffMs(0, () => new Uint8Array([255, 255]))).toBe(6000);
});

it("[SY65] the server's own word counts where it is longer", () => {
  const random = createSeededRandom(1);
  expect(backOffMs(1, random, 600_000)).toBe(600_000);
  expect(backOffMs(7, random, 1000)).toBeGreaterThan(1_400_000);
});
