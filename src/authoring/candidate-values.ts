// Which values of each type are worth trying: those at which a condition can change its mind (a literal, the one before
// and the one after), and a few plain ones.
import { isCalendarDate, type PartialDate, type ScalarType, type ScalarValue } from "#questionnaire";
import type { Mentioned } from "./mentioned.ts";
import type { Random } from "./seeded-random.ts";

const plainNames = [
  { surname: "Ахметова", given: "Айгүл", patronymic: null },
  { surname: "Ахметов1", given: "Айдар", patronymic: "Серікұлы" },
  { surname: "Aхметов", given: "Aidar", patronymic: null },
] as const;

/** Dates when nothing in the questionnaire names one. */
const someDay: PartialDate = { year: 2000, month: 6, day: 15 };

export function numberCandidates({ numbers }: Mentioned, min = 0, max = 1_000): readonly number[] {
  const values = new Set([min, max, min + 1]);
  for (const number of numbers) for (const near of [number - 1, number, number + 1]) values.add(Math.trunc(near));
  return [...values].filter((value) => value >= min && value <= max);
}

/** The dates written in conditions, the days beside them, so many years before and after, and two with parts unknown. */
export function dateCandidates(mentioned: Mentioned, others: readonly PartialDate[]): readonly PartialDate[] {
  const bases = [...mentioned.dates, ...others];
  const distances = new Set([0, 1, 5, 12, 20, 40]);
  for (const number of mentioned.numbers) {
    if (Number.isInteger(number) && Math.abs(number) <= 130)
      for (const near of [number, number + 1]) distances.add(near);
    if (number >= 1800 && number <= 2200) bases.push({ year: number, month: 6, day: 15 });
  }
  const dates: PartialDate[] = [];
  for (const base of bases.length === 0 ? [someDay] : bases) {
    const day: PartialDate = { year: base.year, month: base.month ?? 6, day: base.day ?? 15 };
    for (const count of distances) dates.push({ ...day, year: day.year - count }, { ...day, year: day.year + count });
    dates.push(nextDay(day), dayBefore(day), { ...day, day: null }, { year: day.year - 1, month: null, day: null });
  }
  const years = mentioned.dates.map(({ year }) => year);
  // No date outside 1800–2200 comes into an interview.
  const from = Math.max(1800, years.length === 0 ? 1800 : Math.min(...years) - 130);
  const to = Math.min(2200, years.length === 0 ? 2200 : Math.max(...years) + 1);
  return dates.filter((date) => date.year >= from && date.year <= to && isCalendarDate(date));
}

function nextDay({ year, month, day }: PartialDate): PartialDate {
  const next = { year, month, day: (day ?? 1) + 1 };
  if (isCalendarDate(next)) return next;
  return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: (month ?? 1) + 1, day: 1 };
}

function dayBefore({ year, month, day }: PartialDate): PartialDate {
  if ((day ?? 1) > 1) return { year, month, day: (day ?? 1) - 1 };
  const [before, inYear] = month === 1 ? [12, year - 1] : [(month ?? 1) - 1, year];
  const last = [31, 30, 29, 28].find((number) => isCalendarDate({ year: inYear, month: before, day: number })) ?? 28;
  return { year: inYear, month: before, day: last };
}

export function textCandidates({ texts, numbers }: Mentioned, maxLength = 200): readonly string[] {
  const lengths = [...numbers].filter((number) => number > 0 && number <= maxLength && Number.isInteger(number));
  const long = lengths.flatMap((number) => [number, number + 1]).map((length) => "а".repeat(length));
  return ["Айгүл", "Ахметова", "A1", ...texts, ...long].filter((text) => text.length <= maxLength);
}

/** So many digits, most of them beginning with a date, as the numbers people are known by do. */
export function digitCandidates(count: number, random: Random): readonly string[] {
  return Array.from({ length: 40 }, (_none, index) => {
    const isDated = count >= 8 && index % 4 !== 0;
    const two = (below: number, from: number): string => String(from + Math.floor(random() * below)).padStart(2, "0");
    let digits = isDated ? two(100, 0) + two(12, 1) + two(28, 1) + String(1 + Math.floor(random() * 6)) : "";
    while (digits.length < count) digits += String(Math.floor(random() * 10));
    return digits;
  });
}

export function nameCandidates({ texts }: Mentioned): readonly ScalarValue[] {
  return [...plainNames, ...[...texts].map((surname) => ({ surname, given: "Айгүл", patronymic: null }))];
}

/** Values of a fact from outside. */
export function contextCandidates(
  type: ScalarType,
  codes: readonly string[] | undefined,
  mentioned: Mentioned,
  dates: readonly PartialDate[],
): readonly ScalarValue[] {
  switch (type) {
    case "boolean":
      return [true, false];
    case "number":
      return numberCandidates(mentioned);
    case "line":
      return [1, 2, 3];
    case "text":
      return textCandidates(mentioned);
    case "date":
      return dateCandidates(mentioned, dates);
    case "code":
      return codes ?? [...mentioned.texts];
    case "codes":
      return (codes ?? [...mentioned.texts]).map((code) => [code]);
    case "name":
      return nameCandidates(mentioned);
    default:
      return [];
  }
}
