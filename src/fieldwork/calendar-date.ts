// Dates of which a part may be unknown, checked against the calendar and the census moment.
import { err, ok, type PartialDate, type Result } from "#questionnaire";

export type DateError =
  /** 30 February, month 13, a day without its month, a year outside 1800–2200. */
  | { readonly type: "date-impossible" }
  /** Later than 31 August 2021, the last day that the census asks about (O2). */
  | { readonly type: "date-after-census" };

const lastDay = 2021_08_31;

/** The date itself where it exists and does not lie wholly after the census moment. */
export function checkDate(date: PartialDate): Result<PartialDate, DateError> {
  const { year, month, day } = date;
  if (!Number.isInteger(year) || year < 1800 || year > 2200) return err({ type: "date-impossible" });
  if (month === null && day !== null) return err({ type: "date-impossible" });
  if (month !== null && (!Number.isInteger(month) || month < 1 || month > 12)) return err({ type: "date-impossible" });
  if (month !== null && day !== null && (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month))) {
    return err({ type: "date-impossible" });
  }
  const earliest = year * 10_000 + (month ?? 1) * 100 + (day ?? 1);
  return earliest > lastDay ? err({ type: "date-after-census" }) : ok(date);
}

/** Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `1990-05-03`, with `??` for what is not known: one text for one date, to compare by. */
export function dateKey(date: PartialDate | null): string {
  if (date === null) return "";
  const two = (part: number | null): string => (part === null ? "??" : String(part).padStart(2, "0"));
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}
