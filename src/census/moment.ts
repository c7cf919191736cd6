// The census moment and ages at it. It is an instant, fixed by the order in Nur-Sultan time; in Kyzylorda the clock then
// showed 23:00 of the day before. Nothing here asks for a time zone by name: zones are rewritten, this moment is not.
import { completedYears, isCalendarDate, type PartialDate } from "#questionnaire";

/** 2021-08-31T18:00:00Z, in milliseconds: 00:00 in Nur-Sultan, 23:00 on 31 August in Kyzylorda (order, par. 3). */
export const censusMomentMs = Date.UTC(2021, 7, 31, 18);

/** What a Kyzylorda clock was ahead of UTC in 2021, in minutes. A number for good; the zone has changed since. */
export const kyzylordaOffsetMinutes = 5 * 60;

/** The last day somebody can be born on and still be counted, on a Kyzylorda calendar. */
export const censusDate: PartialDate = { year: 2021, month: 8, day: 31 };

/** The day the lists of stage 1 describe (order, par. 9, 1). */
export const stage1Date = "2021-06-01";

/** The hour of a Kyzylorda clock at which the census moment fell on its last day. */
const momentHour = 23;

/** Completed years at the census moment; null where the known parts of the date leave it open, or the birth was later. */
export function ageAtCensus(born: PartialDate): number | null {
  return isCalendarDate(born) ? completedYears(born, censusDate) : null;
}

/**
 * Whether somebody was born at or after the census moment and is therefore not counted. `hour` is that of a Kyzylorda
 * clock, needed on the last day only. Null where the date or the hour leaves it open.
 */
export function isBornAfterCensus(born: PartialDate, hour: number | null): boolean | null {
  const known = [born.year, born.month, born.day];
  const last = [censusDate.year, censusDate.month, censusDate.day];
  for (const [index, part] of known.entries()) {
    const limit = last[index] ?? null;
    if (part === null || limit === null) return null;
    if (part !== limit) return part > limit;
  }
  return hour === null ? null : hour >= momentHour;
}
