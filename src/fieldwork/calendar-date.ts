// Dates of which a part may be unknown, checked against the calendar and the census moment.
import { censusDate } from "#census";
import { err, isCalendarDate, ok, type PartialDate, type Result } from "#questionnaire";

export type DateError =
  /** 30 February, month 13, a day without its month, a year outside 1800–2200. */
  | { readonly type: "date-impossible" }
  /** Later than 31 August 2021, the last day that the census asks about (O2). */
  | { readonly type: "date-after-census" };

/** The date itself where it exists and does not lie wholly after the census moment. */
export function checkDate(date: PartialDate): Result<PartialDate, DateError> {
  if (date.year < 1800 || date.year > 2200 || !isCalendarDate(date)) return err({ type: "date-impossible" });
  return earliestDay(date) > earliestDay(censusDate) ? err({ type: "date-after-census" }) : ok(date);
}

function earliestDay({ year, month, day }: PartialDate): number {
  return year * 10_000 + (month ?? 1) * 100 + (day ?? 1);
}

/** How many days a date pad offers for a month. */
export function daysInMonth(year: number, month: number): number {
  return [31, 30, 29].find((day) => isCalendarDate({ year, month, day })) ?? 28;
}

/** `1990-05-03`, with `??` for what is not known: one text for one date, to compare by. */
export function dateKey(date: PartialDate | null): string {
  if (date === null) return "";
  const two = (part: number | null): string => (part === null ? "??" : String(part).padStart(2, "0"));
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}
