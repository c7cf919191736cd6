import type { BatchRow } from "../../wiring/index.ts";

/** When the oldest of the forms that were neither sent nor copied was sealed; null = there is none. */
export function oldestReadyAtMs(batches: readonly Pick<BatchRow, "kind" | "state" | "sealedAtMs">[]): number | null {
  const times = batches.flatMap(({ kind, state, sealedAtMs }) =>
    kind === "forms" && state === "sealed" ? [sealedAtMs] : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}

/** When the oldest of the batches that lie on a medium, not confirmed, was copied there; null = none does. */
export function oldestExportedAtMs(batches: readonly Pick<BatchRow, "state" | "exportedAtMs">[]): number | null {
  const times = batches.flatMap(({ state, exportedAtMs }) =>
    state === "exported" && exportedAtMs !== null ? [exportedAtMs] : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}

/** Batches that nobody but this tablet is known to hold. */
export function countUnsent(batches: readonly Pick<BatchRow, "state">[]): number {
  return batches.filter(({ state }) => state === "sealed" || state === "exported").length;
}
