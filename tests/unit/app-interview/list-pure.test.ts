import { describe, expect, it } from "vitest";
import { toggleCode } from "../../../src/app/questions/choose-several.ts";
import { assignColumn, fieldOfColumn } from "../../../src/app/tablet/list/column-choice.ts";
import { searchRows } from "../../../src/app/tablet/list/list-search.ts";
import { countList, type CountedRow } from "../../../src/app/tablet/list/list-totals.ts";
import { emptyPerson, readEntry } from "../../../src/app/tablet/list/person-draft.ts";
import {
  ageOrYear,
  bornText,
  dateDigits,
  fullName,
  initials,
  shortName,
} from "../../../src/app/tablet/list/person-words.ts";
import { insteadOfName } from "../../../src/app/tablet/list/instead-of-name.ts";
import { emptyDate, typeDigit } from "../../../src/app/questions/date-entry.ts";

const person = { surname: "Ахметова", given: "Айгүл", patronymic: "Серікқызы" };

describe("marks of a question that takes several", () => {
  const options = (chosen: readonly string[]) =>
    ["1", "2", "9"].map((code) => ({ code, exclusive: code === "9", chosen: chosen.includes(code) }));

  it("stand in the order of the options", () => {
    expect(toggleCode("1", options(["2"]))).toEqual(["1", "2"]);
    expect(toggleCode("2", options(["1", "2"]))).toEqual(["1"]);
  });

  it("never stand beside an exclusive one", () => {
    expect(toggleCode("9", options(["1", "2"]))).toEqual(["9"]);
    expect(toggleCode("1", options(["9"]))).toEqual(["1"]);
  });
});

describe("the numbers to sign under", () => {
  const row = (known: Partial<CountedRow["person"]>, more: object = {}): CountedRow => ({
    removed: null,
    person: { sex: "2", presence: "present", position: "resident", born: null, ...known },
    ...more,
  });
  const bornIn = (year: number, month: number | null = null, day: number | null = null) => ({
    born: { year, month, day },
  });

  it("count by sex and age group and leave out who was taken off", () => {
    const totals = countList([
      row(bornIn(2009, 3, 17)),
      row({ ageYears: 7, sex: "1" }),
      row({ sex: null }),
      row({ ageYears: 80 }, { removed: { reason: "left" } }),
      row({ ageYears: 40, sex: "1", presence: "absent", position: "staff" }),
    ]);
    expect(totals.all).toEqual({ male: 2, female: 1, unknown: 1, total: 4 });
    expect(totals.groups.map(({ from, to, total }) => [from, to, total])).toEqual([
      [7, 14, 2],
      [35, 59, 1],
      [null, null, 1],
    ]);
    expect(totals).toMatchObject({ absent: 1, temporary: 0, staff: 1 });
  });

  it("count a year of birth alone wherever it decides the group, and call the age unknown only where it does not", () => {
    const groupsOf = (born: ReturnType<typeof bornIn>) => countList([row(born)]).groups.map(({ from }) => from);
    // 69 or 70.
    expect(groupsOf(bornIn(1951))).toEqual([60]);
    // 59 or 60: 31 August decides.
    expect(groupsOf(bornIn(1961))).toEqual([null]);
    expect(groupsOf(bornIn(1961, 8))).toEqual([60]);
    expect(groupsOf(bornIn(1961, 9))).toEqual([35]);
    expect(groupsOf(bornIn(2021))).toEqual([0]);
  });
});

describe("finding a line", () => {
  const rows = [
    { number: 1, person },
    { number: 12, person: { surname: "Әбдіқадыр", given: "Ұлдана", patronymic: null } },
  ];

  it("goes by number", () => {
    expect(searchRows(rows, "№ 12").map(({ number }) => number)).toEqual([12]);
    expect(searchRows(rows, "1").map(({ number }) => number)).toEqual([1, 12]);
  });

  it("goes by the beginning of any name, Kazakh letters typed as Russian ones", () => {
    expect(searchRows(rows, "улд абд").map(({ number }) => number)).toEqual([12]);
    expect(searchRows(rows, "серик").map(({ number }) => number)).toEqual([1]);
    expect(searchRows(rows, "  ")).toHaveLength(2);
  });
});

describe("which column holds what", () => {
  it("gives a field one column and a column one field", () => {
    const columns = assignColumn({ surname: 0, given: 1 }, 1, "surname");
    expect(columns).toEqual({ surname: 1 });
    expect(fieldOfColumn(columns, 1)).toBe("surname");
    expect(assignColumn(columns, 1, null)).toEqual({});
  });
});

describe("the entry form", () => {
  const whole = { ...emptyPerson, surname: "Ахметова", given: "Айгүл", position: "resident" } as const;

  it("becomes a person when nothing is in the way", () => {
    expect(readEntry(whole)).toMatchObject({ ok: true, person: { surname: "Ахметова", patronymic: null, born: null } });
  });

  it("does not drop a date that was begun", () => {
    const begun = { ...whole, born: typeDigit(emptyDate, 1) };
    expect(readEntry(begun)).toEqual({ ok: false, problems: [{ field: "born", problem: "date-unfinished" }] });
  });

  it("takes the age where only that is known, and no date beside it", () => {
    const aged = { ...whole, born: typeDigit(emptyDate, 1), age: "70" };
    expect(readEntry(aged)).toMatchObject({ ok: true, person: { born: null, ageYears: 70 } });
    expect(readEntry({ ...aged, age: "" })).toEqual({
      ok: false,
      problems: [{ field: "born", problem: "age-impossible" }],
    });
    expect(readEntry({ ...whole, age: null })).toMatchObject({ ok: true });
  });

  it("has no position unless the officer said it", () => {
    expect(readEntry({ ...whole, position: null })).toEqual({
      ok: false,
      problems: [{ field: "position", problem: "position-missing" }],
    });
  });
});

describe("how a person is written", () => {
  it("is whole, short or initials", () => {
    expect(fullName(person)).toBe("Ахметова Айгүл Серікқызы");
    expect(shortName(person)).toBe("Ахметова А. С.");
    expect(initials({ ...person, patronymic: null })).toBe("А. А.");
  });

  it("shows the age, or the year where it leaves the age open", () => {
    const born = { year: 1951, month: null, day: null };
    expect(ageOrYear({ person: { born }, ageYears: null })).toBe("1951 ж. т.");
    expect(ageOrYear({ person: { born: null }, ageYears: 70 })).toBe("толық жасы: 70");
    expect(ageOrYear({ person: { born: null }, ageYears: null })).toBeNull();
    expect(insteadOfName({ born })).toBe("1951 ж. т.");
    expect(insteadOfName({ born: { year: 1951, month: 3, day: null } })).toBe("толық жасы: 70");
    expect(insteadOfName({ born: null, ageYears: 70 })).toBe("толық жасы: 70");
    expect(insteadOfName({ born: null })).toBe("жасы белгісіз");
    expect(bornText({ born: null, ageYears: 70 })).toBe("жасы: 70");
    expect(bornText({ born })).toBe("1951");
  });

  it("shows what is not known of a date", () => {
    expect(dateDigits({ year: 2013, month: 2, day: null })).toBe("??.02.2013");
    expect(dateDigits({ year: 2013, month: null, day: null })).toBe("2013");
    expect(dateDigits(null)).toBe("");
  });
});
