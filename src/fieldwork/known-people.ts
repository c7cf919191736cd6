// The people already met, found by IIN or by folded name, birth and sex. Maps, because 10,000 rows are compared
// with 1,000 lines on a cheap tablet.
import { dateKey } from "./calendar-date.ts";
import { foldedName, type NumberedPerson } from "./likely-duplicates.ts";
import type { ListPerson } from "./list-person.ts";

export interface KnownPeople {
  /** The number of the first person met who is this one, or null. */
  readonly find: (person: ListPerson) => number | null;
  readonly add: (numbered: NumberedPerson) => void;
}

/** Equal IIN is one person; two different IINs never are; otherwise folded name, birth and sex decide. */
export function createKnownPeople(people: readonly NumberedPerson[]): KnownPeople {
  const numberByIin = new Map<string, number>();
  const peopleByFacts = new Map<string, NumberedPerson[]>();
  const add = (numbered: NumberedPerson): void => {
    const { person, number } = numbered;
    if (person.iin !== null && !numberByIin.has(person.iin)) numberByIin.set(person.iin, number);
    const facts = factsKey(person);
    const same = peopleByFacts.get(facts);
    if (same === undefined) peopleByFacts.set(facts, [numbered]);
    else same.push(numbered);
  };
  const find = (person: ListPerson): number | null => {
    const byIin = person.iin === null ? undefined : numberByIin.get(person.iin);
    if (byIin !== undefined) return byIin;
    const same = peopleByFacts.get(factsKey(person)) ?? [];
    return same.find((other) => other.person.iin === null || person.iin === null)?.number ?? null;
  };
  for (const numbered of people) add(numbered);
  return { find, add };
}

function factsKey(person: ListPerson): string {
  return `${foldedName(person)}|${dateKey(person.born)}|${person.sex ?? ""}`;
}
