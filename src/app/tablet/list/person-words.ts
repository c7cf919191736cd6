// How a person of the list is written on screens.
import type { PartialDate } from "#questionnaire";
import type { ListPerson } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { initialsOf } from "../../questions/initials.ts";

/** A person as the worker gives them: with the completed years at the census moment. */
export interface AgedRow {
  readonly person: Pick<ListPerson, "born">;
  readonly ageYears: number | null;
}

type Named = Pick<ListPerson, "surname" | "given" | "patronymic">;

export function fullName({ surname, given, patronymic }: Named): string {
  return [surname, given, patronymic ?? ""].filter((part) => part !== "").join(" ");
}

/** "Ахметова А. С." */
export function shortName({ surname, given, patronymic }: Named): string {
  return [surname, initialsOf([given, patronymic ?? ""])].filter((part) => part !== "").join(" ");
}

/** "А. А. С.", for screens that others may see. */
export function initials({ surname, given, patronymic }: Named): string {
  return initialsOf([surname, given, patronymic ?? ""]);
}

/** "толық жасы: 12", or "1951 ж. т." where the year alone does not tell; null where neither is known. */
export function ageOrYear({ person, ageYears }: AgedRow): string | null {
  if (ageYears !== null) return m.person_age({ age: ageYears });
  return person.born === null ? null : m.person_born_year({ year: person.born.year });
}

/** The date, or the age where only that is known: "жасы: 70". */
export function bornText({ born, ageYears }: Pick<ListPerson, "born" | "ageYears">): string {
  return born === null && ageYears !== undefined ? m.list_born_age({ age: ageYears }) : dateDigits(born);
}

/** `17.03.2009`, with `??` for what is not known; always built by hand, because browsers disagree on Kazakh dates (ux 3.3). */
export function dateDigits(date: PartialDate | null): string {
  if (date === null) return "";
  const two = (part: number | null): string => (part === null ? "??" : String(part).padStart(2, "0"));
  return date.month === null ? String(date.year) : `${two(date.day)}.${two(date.month)}.${date.year}`;
}
