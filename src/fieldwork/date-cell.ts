// A date as institutions write it. Day comes before month, as is the custom here: 03/05/1990 is 3 May. A year of two
// digits is refused and never guessed: in one children's home and one home for the elderly "15" means two centuries.
import { err, ok, type PartialDate, type Result } from "#questionnaire";
import { checkDate, type DateError } from "./calendar-date.ts";

export type DateCellError =
  | DateError
  | { readonly type: "date-two-digit-year" }
  | { readonly type: "date-not-understood" };

/**
 * Null for an empty cell. Takes `dd.mm.yyyy` (also with `/`, `-` or spaces), `yyyy-mm-dd`, `mm.yyyy`, a year, and the day
 * number of a table program (1 = 1 January 1900). A time behind the date is dropped; a part of zeros means not known.
 */
export function parseDateCell(cell: string): Result<PartialDate | null, DateCellError> {
  const text = cell
    .replace(/[\s\u00A0]+/gu, " ")
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?$/u, "")
    .replace(/ ?(ж|жыл|жылы|г|год|года|г\.р|ж\.т)\.?$/iu, "")
    .trim();
  if (text === "") return ok(null);
  const number = (/^\d{1,6}$/u.exec(text) ?? /^\d{4,6}(?=[.,](?:0|\d{3,})$)/u.exec(text))?.[0];
  if (number !== undefined) return parseNumber(Number(number), number.length);

  const parts = /^(\d{1,4})[./\- ]+(\d{1,2})(?:[./\- ]+(\d{1,4}))?$/u.exec(text);
  if (parts === null) {
    const monthYear = /^(\d{1,2})[./\- ]+(\d{4})$/u.exec(text);
    return monthYear === null
      ? err({ type: "date-not-understood" })
      : checkParts(Number(monthYear[2]), Number(monthYear[1]), 0);
  }
  const [, first = "", second = "", third] = parts;
  if (first.length === 4) return checkParts(Number(first), Number(second), Number(third ?? "0"));
  if (third === undefined) return err({ type: second.length === 2 ? "date-two-digit-year" : "date-not-understood" });
  if (third.length === 4 && first.length <= 2) return checkParts(Number(third), Number(second), Number(first));
  return err({ type: third.length === 2 && first.length <= 2 ? "date-two-digit-year" : "date-not-understood" });
}

function parseNumber(value: number, digits: number): Result<PartialDate, DateCellError> {
  // A number that can be a year is one: as a day number it would mean 1904–1906.
  if (digits === 4 && value >= 1800 && value <= 2200) return checkParts(value, 0, 0);
  if (digits === 2) return err({ type: "date-two-digit-year" });
  // From 2201 on: smaller day numbers lie before 1906, and a person cannot be told from a typing slip.
  if (value < 2201) return err({ type: "date-not-understood" });
  return checkDate(dateOfDayNumber(value));
}

function checkParts(year: number, month: number, day: number): Result<PartialDate, DateCellError> {
  return checkDate({ year, month: month === 0 ? null : month, day: day === 0 ? null : day });
}

/** Day number of the 1900 system, from 61 on (before it Excel counts a 29 February 1900 that never was). */
function dateOfDayNumber(number: number): PartialDate {
  // Days to civil date in the proleptic Gregorian calendar, counted from 1 March of year 0.
  const days = number + 693_899;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
