// The census moment and ages at it. It is an instant, fixed by the order in Nur-Sultan time; in Kyzylorda the clock then
// showed 23:00 of the day before. Nothing here asks for a time zone by name: zones are rewritten, this moment is not.
import { censusCalendar } from "./calendar.ts";
import { completedYears, isCalendarDate, type PartialDate } from "#questionnaire";

/** The census moment in UTC milliseconds: 00:00 in Nur-Sultan, 23:00 on the day before in Kyzylorda (order, par. 3). */
export const censusMomentMs = Date.parse(censusCalendar.censusMoment);

/** What a Kyzylorda clock was ahead of UTC at the census moment, in minutes. A number for good; the zone has changed since. */
export const { kyzylordaOffsetMinutes } = censusCalendar;

const onKyzylordaClock = new Date(censusMomentMs + kyzylordaOffsetMinutes * 60_000);

/** The last day somebody can be born on and still be counted, on a Kyzylorda calendar. */
export const censusDate: PartialDate = {
  year: onKyzylordaClock.getUTCFullYear(),
  month: onKyzylordaClock.getUTCMonth() + 1,
  day: onKyzylordaClock.getUTCDate(),
};

/** The day the lists of stage 1 describe (order, par. 9, 1). */
export const stage1Date = censusCalendar.listAsOf;

/** The hour of a Kyzylorda clock at which the census moment fell on its last day. */
const momentHour = onKyzylordaClock.getUTCHours();

/** Completed years at the census moment; null where the known parts of the date leave it open, or the birth was later. */
export function ageAtCensus(born: PartialDate): number | null {
  return isCalendarDate(born) ? completedYears(born, censusDate) : null;
}

/** Whether a day comes after the last one before the census moment; null where the known parts leave it open. */
export function isAfterCensusDay(day: PartialDate): boolean | null {
  const order = againstCensusDay(day);
  return order === null ? null : order > 0;
}

/**
 * Whether somebody was born at or after the census moment and is therefore not counted. `hour` is that of a Kyzylorda
 * clock, needed on the last day only. Null where the date or the hour leaves it open.
 */
export function isBornAfterCensus(born: PartialDate, hour: number | null): boolean | null {
  const order = againstCensusDay(born);
  if (order !== 0) return order === null ? null : order > 0;
  return hour === null ? null : hour >= momentHour;
}

/** Below zero before the last day, above it after; null where the known parts leave it open. */
function againstCensusDay(date: PartialDate): number | null {
  const last = [censusDate.year, censusDate.month, censusDate.day];
  for (const [index, part] of [date.year, date.month, date.day].entries()) {
    const limit = last[index] ?? null;
    if (part === null || limit === null) return null;
    if (part !== limit) return part - limit;
  }
  return 0;
}
