const dayMs = 86_400_000;

/** Whole days that have passed; 0 within the first 24 hours and for a time to come. */
export function daysSince(atMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - atMs) / dayMs));
}
