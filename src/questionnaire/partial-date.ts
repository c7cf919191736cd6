// Dates of which the day, or the month and the day, may be unknown. Such a date is the span of days it can be;
// comparing two spans is true or false only if it is so for every day in them.
import type { PartialDate } from "./answer.ts";

const daysByMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month, 1–12, in the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (daysByMonth[month - 1] ?? 0);
}

/** Whether the calendar has such a day; a day without its month is no date. */
export function isCalendarDate(date: PartialDate): boolean {
  if (date.month === null) return date.day === null;
  if (date.month < 1 || date.month > 12) return false;
  return date.day === null || (date.day >= 1 && date.day <= daysInMonth(date.year, date.month));
}

/** Day, month and year are all known. */
export function isCompleteDate(date: PartialDate): boolean {
  return date.month !== null && date.day !== null;
}

/** A number that orders days; not a count of days. */
export function earliestDay(date: PartialDate): number {
  return date.year * 10_000 + (date.month ?? 1) * 100 + (date.day ?? 1);
}

/** The last day the date can be, on the same scale as `earliestDay`. */
export function latestDay(date: PartialDate): number {
  const month = date.month ?? 12;
  return date.year * 10_000 + month * 100 + (date.day ?? daysInMonth(date.year, month));
}

function yearsBetween(from: number, to: number): number {
  const years = Math.floor(to / 10_000) - Math.floor(from / 10_000);
  return to % 10_000 < from % 10_000 ? years - 1 : years;
}

/** The least and the most that something can be: whole years, or dates as numbers. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/** The whole years from one date to another, as far as they are known; null where the order may be reversed. */
export function completedYearsSpan(from: PartialDate, to: PartialDate): Span | null {
  const most = yearsBetween(earliestDay(from), latestDay(to));
  const least = yearsBetween(latestDay(from), earliestDay(to));
  return least >= 0 ? { least, most } : null;
}

/**
 * Whole years from one date to another (an age), null when the unknown parts could change it or the order is reversed.
 * Somebody born on 29 February completes a year on 1 March of a common year.
 */
export function completedYears(from: PartialDate, to: PartialDate): number | null {
  const span = completedYearsSpan(from, to);
  return span !== null && span.least === span.most ? span.least : null;
}

/** `2021`, `2021-08` or `2021-08-31` as a date; null if it is not written so or the calendar has no such day. */
export function parseDateText(text: string): PartialDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  const date: PartialDate = {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
  return isCalendarDate(date) ? date : null;
}
