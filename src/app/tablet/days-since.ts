const dayMs = 86_400_000;

/** Days by the tablet's calendar, as the date beside says: 0 is today and a time to come, 1 was yesterday. */
export function daysSince(atMs: number, nowMs: number): number {
  // A day of a changed clock is an hour longer or shorter.
  return Math.max(0, Math.round((startOfDay(nowMs) - startOfDay(atMs)) / dayMs));
}

function startOfDay(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}
