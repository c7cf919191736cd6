// What the officer signs under: how many people, by sex and age group (T-06). Lines taken off are not counted.

import { possibleAges, type ListPerson } from "#fieldwork";

/** What the counts need of a row. */
export interface CountedRow {
  readonly removed: unknown;
  readonly person: Pick<ListPerson, "born" | "ageYears" | "sex" | "presence" | "position">;
}

export interface SexCounts {
  readonly male: number;
  readonly female: number;
  readonly unknown: number;
  readonly total: number;
}

/** `from` and `to` in completed years; `to` is null for the oldest group, both are null where what is known of the birth leaves the group open. */
export interface AgeGroupCounts extends SexCounts {
  readonly from: number | null;
  readonly to: number | null;
}

export interface ListTotals {
  readonly groups: readonly AgeGroupCounts[];
  readonly all: SexCounts;
  readonly absent: number;
  readonly temporary: number;
  readonly staff: number;
}

const starts = [0, 3, 7, 15, 18, 35, 60];

export function countList(rows: readonly CountedRow[]): ListTotals {
  const counted = rows.filter((row) => row.removed === null);
  const groups = starts.map((from, index): AgeGroupCounts => {
    const next = starts[index + 1];
    return {
      from,
      to: next === undefined ? null : next - 1,
      ...countSex(counted.filter((row) => groupOf(row) === from)),
    };
  });
  const unknownAge = countSex(counted.filter((row) => groupOf(row) === null));
  return {
    groups: [...groups, { from: null, to: null, ...unknownAge }].filter((group) => group.total > 0),
    all: countSex(counted),
    absent: counted.filter((row) => row.person.presence === "absent").length,
    temporary: counted.filter((row) => row.person.presence === "temporary").length,
    staff: counted.filter((row) => row.person.position !== "resident").length,
  };
}

/** Where the group begins that all possible ages lie in: a year of birth alone often says enough. */
function groupOf({ person }: CountedRow): number | null {
  const ages = possibleAges(person);
  if (ages === null) return null;
  const [youngest, oldest] = [ages.from, ages.to].map((age) => starts.findLast((from) => from <= age));
  return youngest !== undefined && youngest === oldest ? youngest : null;
}

function countSex(rows: readonly CountedRow[]): SexCounts {
  const male = rows.filter((row) => row.person.sex === "1").length;
  const female = rows.filter((row) => row.person.sex === "2").length;
  return { male, female, unknown: rows.length - male - female, total: rows.length };
}
