import { listedAge, type ListPerson } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { ageOrYear } from "./person-words.ts";

/** What stands for the name where others may look on (ux 3.11). */
export function insteadOfName(person: Pick<ListPerson, "born" | "ageYears">): string {
  return ageOrYear({ person, ageYears: listedAge(person) }) ?? m.list_age_unknown();
}
