// The same person twice on one list. While typing it is a question to the officer, shown side by side (T-05);
// in an import it is the rule by which a file read twice adds nothing.
import { foldForSearch } from "#census";
import { dateKey } from "./calendar-date.ts";
import type { ListPerson } from "./list-person.ts";

/** Anything with a number and a person: a line, or a row of a file. */
export interface NumberedPerson {
  readonly number: number;
  readonly person: ListPerson;
}

/** A line that may be the same person, and by what. */
export interface LikelyDuplicate<L> {
  readonly line: L;
  readonly because: "iin" | "name-and-birth";
}

/** Surname, given name and patronymic folded as the search folds them: case and Kazakh letters do not tell people apart here. */
export function foldedName(person: Pick<ListPerson, "surname" | "given" | "patronymic">): string {
  return [person.surname, person.given, person.patronymic ?? ""].map((part) => foldForSearch(part)).join("|");
}

/**
 * Lines with the same IIN, or the same surname and given name with the same date of birth. Two different IINs are two
 * people. A birth that is not known proves nothing, and neither does a missing patronymic. Give it only the lines that are
 * on the list, without the line being edited.
 */
export function findLikelyDuplicates<L extends { readonly person: ListPerson }>(
  person: ListPerson,
  lines: readonly L[],
): readonly LikelyDuplicate<L>[] {
  const name = shortName(person);
  const birth = dateKey(person.born);
  return lines.flatMap((line): LikelyDuplicate<L>[] => {
    if (person.iin !== null && line.person.iin !== null) {
      return person.iin === line.person.iin ? [{ line, because: "iin" }] : [];
    }
    const isSame = person.born !== null && birth === dateKey(line.person.born) && name === shortName(line.person);
    return isSame ? [{ line, because: "name-and-birth" }] : [];
  });
}

/** True where a correction changed nothing by which two people are told apart here: what was decided about the line still holds. */
export function isAlikeAsBefore(before: ListPerson, after: ListPerson): boolean {
  return (
    before.iin === after.iin && dateKey(before.born) === dateKey(after.born) && shortName(before) === shortName(after)
  );
}

/** Whether the officer said of both lines that they are two people. */
export function isToldApart(first: ToldApart, second: ToldApart): boolean {
  return first.toldApartFrom.includes(second.lineId) && second.toldApartFrom.includes(first.lineId);
}

interface ToldApart {
  readonly lineId: string;
  readonly toldApartFrom: readonly string[];
}

/** Two lines that may be the same person; `second` comes later on the list. */
export interface LikelyPair<L> {
  readonly first: L;
  readonly second: L;
  readonly because: LikelyDuplicate<L>["because"];
}

/** All pairs of a list, by the rule of `findLikelyDuplicates`, in one pass: a list has up to thousands of lines. Give it only the lines that are on the list. */
export function findLikelyPairs<L extends { readonly person: ListPerson }>(
  lines: readonly L[],
): readonly LikelyPair<L>[] {
  const earlier = new Map<string, L[]>();
  return lines.flatMap((second) => {
    const { person } = second;
    const keys = [
      ...(person.iin === null ? [] : [`iin ${person.iin}`]),
      ...(person.born === null ? [] : [`name ${shortName(person)} ${dateKey(person.born)}`]),
    ];
    const alike = new Set(keys.flatMap((key) => earlier.get(key) ?? []));
    for (const key of keys) earlier.set(key, [...(earlier.get(key) ?? []), second]);
    return findLikelyDuplicates(person, [...alike]).map(({ line: first, because }) => ({ first, second, because }));
  });
}

function shortName(person: ListPerson): string {
  return `${foldForSearch(person.surname)}|${foldForSearch(person.given)}`;
}
