// Dates as texts, built by hand: browsers without Kazakh data write a two-digit year or English months (ux 3.3).
import type { Language, PartialDate } from "#questionnaire";
import { kyzylordaOffsetMinutes } from "./moment.ts";

/** January to December as they stand beside a day: in Russian in the genitive. */
export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  kk: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" "),
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** January to December standing alone with a year: "март 2009 г.". */
const russianMonths = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");

/** "17 наурыз 2009 ж.", "17 марта 2009 г.", "17 March 2009"; unknown parts are left out. */
export function dateInWords(date: PartialDate, language: Language): string {
  const year = { kk: `${date.year} ж.`, ru: `${date.year} г.`, en: String(date.year) }[language];
  if (date.month === null) return year;
  const alone = date.day === null && language === "ru" ? russianMonths : monthNames[language];
  const month = alone[date.month - 1] ?? "";
  return date.day === null ? `${month} ${year}` : `${date.day} ${month} ${year}`;
}

/** `17.03.2009`; unknown parts are left out (`03.2009`, `2009`). The same in all languages. */
export function dateText(date: PartialDate): string {
  const parts = [date.day, date.month].filter((part) => part !== null);
  return [...parts.map(twoDigits), String(date.year)].join(".");
}

/** `01.10.2021 14:05` on a clock that is so many minutes ahead of UTC; by default that of Kyzylorda. */
export function dateTimeText(atMs: number, offsetMinutes: number = kyzylordaOffsetMinutes): string {
  const [date = "", time = ""] = new Date(atMs + offsetMinutes * 60_000).toISOString().split("T");
  return `${date.split("-").toReversed().join(".")} ${time.slice(0, 5)}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, "0");
}
