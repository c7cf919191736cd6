// The times an officer is offered to come back at (T-14). Everything by the tablet's own clock; nothing in the past.

export interface PostponeTime {
  readonly day: "today" | "tomorrow" | "later";
  readonly atMs: number;
}

/** Hours of the working day that can be chosen. */
const hours = { first: 8, last: 20 } as const;
const daysAhead = 7;
/** Sooner than this is no postponing. */
const soonestMs = 30 * 60_000;

function at(nowMs: number, daysLater: number, hour: number): number {
  const date = new Date(nowMs);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysLater, hour).getTime();
}

function dayName(daysLater: number): PostponeTime["day"] {
  return daysLater === 0 ? "today" : daysLater === 1 ? "tomorrow" : "later";
}

/** One tap each: this afternoon, or this evening where the afternoon is near, and tomorrow morning. */
export function presetTimes(nowMs: number): readonly PostponeTime[] {
  const today = [15, 18].map((hour) => at(nowMs, 0, hour)).find((atMs) => atMs - nowMs >= soonestMs);
  return [
    ...(today === undefined ? [] : [{ day: "today" as const, atMs: today }]),
    { day: "tomorrow", atMs: at(nowMs, 1, 10) },
  ];
}

/** The next days that have an hour left, today included. */
export function daysToChoose(nowMs: number): readonly PostponeTime[] {
  return Array.from({ length: daysAhead }, (_none, daysLater) => ({
    day: dayName(daysLater),
    atMs: at(nowMs, daysLater, 0),
  })).filter(({ atMs }) => hoursOf(atMs, nowMs).length > 0);
}

/** The hours of a day, as times; `dayMs` is its midnight. */
export function hoursOf(dayMs: number, nowMs: number): readonly number[] {
  return Array.from({ length: hours.last - hours.first + 1 }, (_none, index) =>
    at(dayMs, 0, hours.first + index),
  ).filter((atMs) => atMs - nowMs >= soonestMs);
}
