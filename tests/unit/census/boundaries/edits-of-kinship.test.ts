// Kinship and years between two lines of one list (instrument 7: E010–E012). Every pair of relationships is tried with
// every difference of years that matters, from the side of either of the two.
import { personQuestionnaire } from "#census";
import { openInterview, type Answer, type ContextRecord } from "#questionnaire";
import { describe, expect, it } from "vitest";
import { codesOf } from "./variants.ts";

interface Kinship {
  readonly edit: string;
  readonly level: "hard" | "soft";
  /** Codes of P03: of the elder, of the younger. */
  readonly pairs: readonly string[];
  readonly elder: "man" | "woman" | "anybody";
  /** Found where the elder is so many years older; a younger "elder" is less than 0. */
  readonly years: (years: number) => boolean;
  readonly words: string;
}

const motherPairs = ["1 3", "4 1"];
const kinships: readonly Kinship[] = [
  {
    edit: "E010",
    level: "hard",
    pairs: motherPairs,
    elder: "woman",
    years: (years) => years < 12,
    words: "a mother less than 12 years older",
  },
  {
    edit: "E010.S",
    level: "soft",
    pairs: motherPairs,
    elder: "woman",
    years: (years) => (years >= 12 && years < 15) || years > 54,
    words: "a mother 12 to 14, or more than 54 years older",
  },
  {
    edit: "E010.2",
    level: "soft",
    pairs: ["2 3"],
    elder: "woman",
    years: (years) => years < 15 || years > 54,
    words: "the wife, perhaps a stepmother, less than 15 or more than 54 years older",
  },
  {
    edit: "E011",
    level: "soft",
    pairs: ["1 3", "2 3", "4 1"],
    elder: "man",
    years: (years) => years < 14 || years > 70,
    words: "a father less than 14 or more than 70 years older",
  },
  {
    edit: "E012",
    level: "soft",
    pairs: ["1 9", "2 9", "8 1"],
    elder: "anybody",
    years: (years) => years < 28,
    words: "a grandparent less than 28 years older",
  },
];

const relationships = codesOf("1-12");
const bornFirst: Day = { year: 1930, month: 6, day: 15 };
/** Of each difference of years that decides: the first day on which it is that many, and the last. */
const bornSecond: readonly Day[] = [-20, -1, 0, 11, 12, 13, 14, 15, 27, 28, 54, 55, 70, 71].flatMap((years) => [
  { year: 1930 + years, month: 6, day: 15 },
  { year: 1931 + years, month: 6, day: 14 },
]);

type Day = { readonly year: number; readonly month: number | null; readonly day: number | null };
interface Relative {
  readonly relationship: string;
  readonly sex: "1" | "2";
  readonly born: Day;
}

/** Birthdays of one that the other lived to see; less than 0 where the other was born earlier. */
function yearsBetween(elder: Day, younger: Day): number {
  const dayOfYear = ({ month, day }: Day): number => (month ?? 1) * 100 + (day ?? 1);
  const isBeforeBirthday = dayOfYear(younger) < dayOfYear(elder);
  return younger.year - elder.year - (isBeforeBirthday ? 1 : 0);
}

function expectedOf(elder: Relative, younger: Relative): readonly string[] {
  const years = yearsBetween(elder.born, younger.born);
  const is = elder.sex === "1" ? "man" : "woman";
  return kinships
    .filter(({ pairs }) => pairs.includes(`${elder.relationship} ${younger.relationship}`))
    .filter((kinship) => [is, "anybody"].includes(kinship.elder) && kinship.years(years))
    .map(({ edit, level }) => `${edit} ${level}`);
}

const code = (value: string): Answer => ({ state: "answered", value: { kind: "code", code: value } });

/** Somebody on the list who is no kin of anybody. */
const bystander: ContextRecord = { line: 7, relationship: "12", sex: "2", born: { year: 1985, month: 1, day: 1 } };

/** What is found in the interview of one of the two, while the other one is on the list. */
function foundOf(asked: Relative, other: Relative, listed: ContextRecord): readonly string[] {
  const interview = openInterview(personQuestionnaire(), {
    context: { line: 1, persons: [{ ...other, ...listed }, bystander] },
    answers: {
      L04: code("1"),
      L07: code("3"),
      P03: code(asked.relationship),
      "P03.group": { state: "answered", value: { kind: "number", number: 1 } },
      P04: code(asked.sex),
      P05: { state: "answered", value: { kind: "date", date: asked.born } },
    },
  });
  return interview
    .findings()
    .filter(({ edit }) => kinships.some((kinship) => kinship.edit === edit))
    .map(({ edit, level }) => `${edit} ${level}`);
}

const isKin = (first: string, second: string): boolean =>
  kinships.some(({ pairs }) => pairs.includes(`${first} ${second}`) || pairs.includes(`${second} ${first}`));

/** Two people of every pair of relationships, either sex first and the other second: whose sex counts must show. */
const twos: readonly (readonly [Relative, Relative])[] = relationships.flatMap((first) =>
  relationships.flatMap((second) =>
    (["1", "2"] as const).flatMap((sex) =>
      // No difference of years matters between two who are not kin; a few will show it.
      bornSecond
        .filter((_born, index) => isKin(first, second) || index % 9 === 0)
        .map((born): readonly [Relative, Relative] => [
          { relationship: first, sex, born: bornFirst },
          { relationship: second, sex: sex === "1" ? "2" : "1", born },
        ]),
    ),
  ),
);

/** In words, where what is found from either side is not what the table says. */
function mistakesIn(listed: ContextRecord, expected: (first: Relative, second: Relative) => readonly string[]) {
  return twos.flatMap(([first, second]) => {
    const meant = expected(first, second).toSorted().join();
    const { year, month, day } = second.born;
    const words = `P03 ${first.relationship}, sex ${first.sex} beside P03 ${second.relationship} born ${year}-${month}-${day}`;
    return [foundOf(first, second, listed), foundOf(second, first, listed)]
      .map((found) => found.toSorted().join())
      .filter((found) => found !== meant)
      .map((found) => `${words}: found ${found || "nothing"}, meant ${meant || "nothing"}`);
  });
}

describe("kinship and years", () => {
  const inOneGroup = mistakesIn({ line: 2, familyGroup: 1 }, (first, second) => [
    ...expectedOf(first, second),
    ...expectedOf(second, first),
  ]);

  it.each(kinships)("$edit ($level) finds $words", ({ edit }) => {
    expect(inOneGroup.filter((mistake) => mistake.includes(`${edit} `))).toEqual([]);
  });

  it("is not looked for between two groups, nor between a person and the own line", () => {
    expect(mistakesIn({ line: 2, familyGroup: 2 }, () => [])).toEqual([]);
    expect(mistakesIn({ line: 1, familyGroup: 1 }, () => [])).toEqual([]);
  });

  it("is found of two of whom only the year is known, where no day of it would do", () => {
    const bornIn = (year: number): Day => ({ year, month: null, day: null });
    const found = (mother: number, child: number): string =>
      foundOf(
        { relationship: "1", sex: "2", born: bornIn(mother) },
        { relationship: "3", sex: "1", born: bornIn(child) },
        { line: 2, familyGroup: 1 },
      ).join();
    expect([1989, 1990, 1991, 2001].map((child) => found(1990, child))).toEqual(Array(4).fill("E010 hard"));
    // Eleven years or twelve, fourteen or fifteen: nobody knows.
    expect([2002, 2005].map((child) => found(1990, child))).toEqual(["", ""]);
    expect(found(1990, 2003)).toBe("E010.S soft");
    expect(found(1990, 2006)).toBe("");
  });
});
