import { describe, expect, it } from "vitest";
import type { JournalEntry } from "#storage";
import { delayAfter, nextTryAtMs } from "../../../src/worker/unlock-delay.ts";

const nowMs = Date.UTC(2021, 9, 1, 5);

function failures(count: number, lastAtMs: number): readonly JournalEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    type: "unlock-failed",
    atMs: lastAtMs - (count - 1 - index) * 1000,
  }));
}

describe("the delay after wrong codes", () => {
  it("[SY71] doubles from one second to a minute", () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 8, 100].map(delayAfter);
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it("[SY71] runs from the last failure", () => {
    const journal = failures(3, nowMs);
    expect(nextTryAtMs(journal, nowMs)).toBe(nowMs + 4000);
    expect(nextTryAtMs(journal, nowMs + 3999)).toBe(nowMs + 4000);
    expect(nextTryAtMs(journal, nowMs + 4000)).toBeNull();
  });

  it("[SY71] starts anew after a success", () => {
    const journal: readonly JournalEntry[] = [...failures(6, nowMs - 5000), { type: "unlocked", atMs: nowMs - 4000 }];
    expect(nextTryAtMs(journal, nowMs)).toBeNull();
    expect(nextTryAtMs([...journal, { type: "unlock-failed", atMs: nowMs }], nowMs)).toBe(nowMs + 1000);
  });

  it("a clock that was set back keeps nobody out", () => {
    expect(nextTryAtMs(failures(9, nowMs), nowMs - 24 * 3_600_000)).toBeNull();
    expect(nextTryAtMs([], nowMs)).toBeNull();
  });
});
