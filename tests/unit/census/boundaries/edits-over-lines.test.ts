// Edits over the lines of one list (instrument 7: E004, E008, E014, E031, E036): one person twice, a group of two heads,
// more children listed than told of.
import type { Answer, ContextRecord } from "#questionnaire";
import { describe, expect, it } from "vitest";
import {
  firedOf,
  interviewOf,
  named,
  refused,
  spouse,
  text,
  unknown,
  type Person,
  type Told,
} from "../person-interview.ts";
import { codesOf } from "./variants.ts";

const relationships = codesOf("1-12");
/** Somebody on every list whom nothing is found about. */
const bystander: ContextRecord = { line: 9, sex: "2", born: { year: 1985, month: 1, day: 1 }, relationship: "12" };

const man: Person = { born: "1960-06-15", sex: "1" };
const inGroup = (
  relationship: string,
  answers: Readonly<Record<string, Told>>,
  ...others: readonly ContextRecord[]
): Person => ({
  ...man,
  answers: { P03: relationship, "P03.group": 1, ...answers },
  others: [...others, bystander],
});
const member = (line: number, relationship: string, familyGroup = 1): ContextRecord => ({
  line,
  familyGroup,
  relationship,
});

describe("E036 finds more children in the group than living ones", () => {
  const mother = (relationship: string, living: number, children: number, of = "3", familyGroup = 1): Person => {
    const others = Array.from({ length: children }, (_none, index) => member(2 + index, of, familyGroup));
    const person = inGroup(relationship, { P29: 5, "P29.1": living }, ...others);
    return { ...person, sex: "2" };
  };

  it.each([
    [1, 0, false],
    [1, 1, false],
    [1, 2, true],
    [2, 2, false],
    [2, 3, true],
    [0, 1, true],
  ])("of %s living, %s listed: %s", (living, listed, expected) => {
    expect(firedOf(mother("1", living, listed)).includes("E036")).toBe(expected);
  });

  it("of the person listed first and the spouse, sons and daughters of the same group only", () => {
    const finders = relationships.filter((relationship) => firedOf(mother(relationship, 0, 1)).includes("E036"));
    expect(finders).toEqual(["1", "2"]);
    const children = relationships.filter((relationship) => firedOf(mother("1", 0, 1, relationship)).includes("E036"));
    expect(children).toEqual(["3"]);
    expect(firedOf(mother("1", 0, 1, "3", 2))).not.toContain("E036");
    const ownLine = inGroup("1", { P29: 1, "P29.1": 0 }, member(1, "3"));
    expect(firedOf({ ...ownLine, sex: "2" })).not.toContain("E036");
  });
});

describe("exactly one person is listed first in a group", () => {
  it("E014 finds the second", () => {
    const beside = (relationship: string, of = "1", group = 1, line = 2): boolean =>
      firedOf(inGroup(relationship, {}, member(line, of, group))).includes("E014");
    expect(relationships.filter((relationship) => beside(relationship))).toEqual(["1"]);
    expect(relationships.filter((relationship) => beside("1", relationship))).toEqual(["1"]);
    expect(beside("1", "1", 2)).toBe(false);
    expect(beside("1", "1", 1, 1)).toBe(false);
  });

  it("E014.0 finds a group with nobody, at the centre", () => {
    const alone = (relationship: string, ...others: readonly ContextRecord[]): boolean =>
      firedOf(inGroup(relationship, {}, ...others)).includes("E014.0");
    // Residents without a family (11, 12) have no group.
    expect(relationships.filter((relationship) => alone(relationship))).toEqual(codesOf("2-10"));
    expect(relationships.filter((relationship) => !alone("3", member(2, relationship)))).toEqual(["1"]);
    expect(alone("3", member(2, "1", 2))).toBe(true);
  });
});

describe("the same person twice", () => {
  const name = named("Сынақов", "Тест", "Тестұлы");
  const listed = {
    line: 2,
    surname: "Сынақов",
    given: "Тест",
    patronymic: "Тестұлы",
    born: { year: 1960, month: 6, day: 15 },
  };
  const finds = (other: ContextRecord, told: Answer = name): boolean =>
    firedOf({ ...man, answers: { P02: told }, others: [other, bystander] }).includes("E008");

  it("E008 finds the same name and date of birth on another line", () => {
    expect(finds(listed)).toBe(true);
    expect(finds({ ...listed, patronymic: null })).toBe(true);
    expect(finds(listed, named("Сынақов", "Тест"))).toBe(true);
  });

  it.each<[string, ContextRecord]>([
    ["the own line", { ...listed, line: 1 }],
    ["another surname", { ...listed, surname: "Тестов" }],
    ["another given name", { ...listed, given: "Сынақ" }],
    ["another patronymic", { ...listed, patronymic: "Сынақұлы" }],
    ["a day later", { ...listed, born: { year: 1960, month: 6, day: 16 } }],
    ["a year earlier", { ...listed, born: { year: 1959, month: 6, day: 15 } }],
  ])("E008 leaves alone: %s", (_words, other) => {
    expect(finds(other)).toBe(false);
  });

  it.each([
    ["E004", "P01", "1"],
    ["E004.T01", "T01.iin", "4"],
  ] as const)("%s finds the same IIN on another line", (edit, question, category) => {
    const finds = (iin: string, line: number, told: Answer = text("150620190003")): boolean =>
      firedOf({ category, answers: { [question]: told }, others: [{ line, iin }, bystander] }).includes(edit);
    expect(finds("150620190003", 2)).toBe(true);
    expect(finds("150620190003", 1)).toBe(false);
    expect(finds("150620290109", 2)).toBe(false);
    expect(finds("150620190003", 2, unknown)).toBe(false);
    expect(finds("150620190003", 2, refused)).toBe(false);
  });
});

describe("spouses who name one another", () => {
  const finds = (other: ContextRecord): boolean =>
    firedOf({
      ...man,
      answers: { P26: "2", "P26.1": spouse(2) },
      others: [{ line: 2, sex: "2", ...other }, bystander],
    }).includes("E031");

  it("E031 finds the one who is not named back", () => {
    expect(finds({ spouse: 3 })).toBe(true);
    expect(finds({ spouse: 2 })).toBe(true);
    expect(finds({ spouse: 1 })).toBe(false);
  });

  it("offers for P26.1 the others of another or unknown sex who are 15 or may be", () => {
    const lines = (other: ContextRecord): readonly number[] =>
      interviewOf({ ...man, answers: { P26: "2" }, others: [{ line: 2, ...other }] }).question("P26.1").lines;
    const born = (year: number, month: number | null = 8, day: number | null = 31) => ({ year, month, day });
    expect(lines({ sex: "2", born: born(2006) })).toEqual([2]);
    expect(lines({ sex: "2", born: born(2006, 9, 1) })).toEqual([]);
    expect(lines({ sex: "2", born: born(2006, null, null) })).toEqual([2]);
    expect(lines({ sex: "2", born: born(2007, null, null) })).toEqual([]);
    expect(lines({ sex: "2" })).toEqual([2]);
    expect(lines({ born: born(1970) })).toEqual([2]);
    expect(lines({ sex: "1", born: born(1970) })).toEqual([]);
    expect(lines({ line: 1, sex: "2", born: born(1970) })).toEqual([]);
  });
});
