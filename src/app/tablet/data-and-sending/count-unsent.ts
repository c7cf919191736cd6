import type { BatchRow } from "../../wiring/index.ts";

/** Batches that nobody but this tablet is known to hold. */
export function countUnsent(batches: readonly Pick<BatchRow, "state">[]): number {
  return batches.filter(({ state }) => state === "sealed" || state === "exported").length;
}
