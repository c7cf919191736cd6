// How a person of the list is written on screens.
import type { PartialDate } from "#questionnaire";
import { listedAge, type ListPerson } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { initialsOf } from "../../questions/initials.ts";

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
export function ageOrYear(person: Pick<ListPerson, "born" | "ageYears">): string | null {
  const age = listedAge(person);
  if (age !== null) return m.person_age({ age });
  return person.born === null ? null : m.person_born_year({ year: person.born.year });
}

/** What stands for the name where others may look on (ux 3.11). */
export function insteadOfName(person: Pick<ListPerson, "born" | "ageYears">): string {
  return ageOrYear(person) ?? m.list_age_unknown();
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
