// How old a listed person was at the census moment, as far as the list says it.
import { ageAtCensus } from "#census";
import { daysInMonth } from "./calendar-date.ts";
import type { ListPerson } from "./list-person.ts";

type Dated = Pick<ListPerson, "born" | "ageYears">;

/** Completed years; null where the list leaves them open. */
export function listedAge({ born, ageYears }: Dated): number | null {
  return born === null ? (ageYears ?? null) : ageAtCensus(born);
}

/** The ages that are possible by what is known, from the youngest to the oldest: of a year of birth alone, two. Null where nothing is known. */
export function possibleAges({ born, ageYears }: Dated): { readonly from: number; readonly to: number } | null {
  if (born === null) return ageYears === undefined ? null : { from: ageYears, to: ageYears };
  const { year, month, day } = born;
  const lastMonth = month ?? 12;
  const to = ageAtCensus({ year, month: month ?? 1, day: day ?? 1 });
  if (to === null) return null;
  // Who may have been born after the moment was born before it all the same: he is on the list.
  return { from: ageAtCensus({ year, month: lastMonth, day: day ?? daysInMonth(year, lastMonth) }) ?? 0, to };
}
