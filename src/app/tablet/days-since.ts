const dayMs = 86_400_000;

/** Days of the tablet's calendar that have begun since; 0 on the same day and for a time to come. */
export function daysSince(atMs: number, nowMs: number): number {
  return Math.max(0, Math.round((midnightOf(nowMs) - midnightOf(atMs)) / dayMs));
}

function midnightOf(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}
