// The days of the calendar by the names that definition files call them: `P05 > @censusDay`, `"max": "@censusDay"`. They
// are put in before a file is compiled or signed, so that a signed definition stands alone and the engine knows no calendar.
// A question for a year is bounded by years: `"max": "@censusYear"`.
import { censusCalendar } from "./calendar.ts";
import { censusDate, stage1Date } from "./moment.ts";

const two = (part: number | null): string => String(part ?? 1).padStart(2, "0");
const dayText = (year: number): string => `${year}-${two(censusDate.month)}-${two(censusDate.day)}`;

/** Name without `@`; the value as a date literal has it, without `@` too. */
export const calendarDays: Readonly<Record<string, string>> = {
  /** The last day somebody can be born on and still be counted, on a Kyzylorda calendar. */
  censusDay: dayText(censusDate.year),
  /** Whoever came on this day or before has been here for twelve months. */
  twelveMonthsBefore: dayText(censusDate.year - 1),
  oldestBirth: censusCalendar.oldestBirth,
  yearEarlier: censusCalendar.yearEarlier,
  listDay: stage1Date,
  workWeekBegins: censusCalendar.workWeek.from,
  workWeekEnds: censusCalendar.workWeek.to,
  jobSearchBegins: censusCalendar.jobSearch.from,
  jobSearchEnds: censusCalendar.jobSearch.to,
  schoolYearBegins: censusCalendar.schoolYearBegins,
  covidSince: censusCalendar.covidSince,
};

/** Years by their names, for the bounds of a number that is a year; a condition says `year(@censusDay)`. */
export const calendarYears: Readonly<Record<string, number>> = {
  censusYear: censusDate.year,
  oldestBirthYear: Number(censusCalendar.oldestBirth.slice(0, 4)),
};

const names = Object.keys(calendarDays).join("|");
/** A name alone in its string is a bound (`min`, `max`); any other stands in an expression. */
const asBound = new RegExp(`"@(${names})"`, "gu");
const asYear = new RegExp(`"@(${Object.keys(calendarYears).join("|")})"`, "gu");
const inExpression = new RegExp(`@(${names})\\b`, "gu");

/** The text of a definition file with the days in place of their names; nothing else in it is touched. */
export function withCalendarDays(text: string): string {
  return text
    .replaceAll(asBound, (_whole, name: string) => JSON.stringify(calendarDays[name]))
    .replaceAll(asYear, (_whole, name: string) => JSON.stringify(calendarYears[name]))
    .replaceAll(inExpression, (_whole, name: string) => `@${calendarDays[name] ?? ""}`);
}
