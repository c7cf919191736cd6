// Who is asked what (instrument 6.2 and "Asked" and "Next" of each question). Each row is tried with every age, code or
// kind of institution, and must ask exactly those it names.
import { personQuestionnaire } from "#census";
import { describe, expect, it } from "vitest";
import {
  alternative,
  date,
  interviewOf,
  month,
  named,
  refused,
  text,
  unknown,
  type Person,
  type Told,
} from "../person-interview.ts";
import {
  always,
  codesOf,
  mistakes,
  none,
  ofAges,
  ofAnswers,
  ofCodes,
  ofKinds,
  ofNumbers,
  ofSources,
  oldest,
  withAnswers,
  type Ages,
  type Variant,
} from "./variants.ts";

type Row = readonly [question: string, words: string, variants: readonly Variant[]];

const man: Person = { sex: "1" };
const woman: Person = { sex: "2" };
const adult: Person = { born: "1975-06-15", sex: "2" };
const told = (answers: Readonly<Record<string, Told>>): Person => withAnswers(adult, answers);

/** From which age to which (6.2). */
const byAge: readonly (readonly [questions: string, Ages])[] = [
  ["P01 P02 P03 P04 P05 P06 P07 P08 P12 P15 P16 P22 P37 P41", always],
  ["P23", [0, 69]],
  ["P13", [1, oldest]],
  ["P17", [3, oldest]],
  ["P18 P19 P20 P21 P32 P33 P34 P35 P36", [5, oldest]],
  ["P24 P25", [6, oldest]],
  ["P14 P26 P38 P42", [15, oldest]],
  ["P41.1", [18, oldest]],
];

/** Which categories of presence (L04) are asked. */
const byCategory: readonly (readonly [questions: string, categories: string])[] = [
  ["P01 P02 P03 P04 P05", "1-3"],
  ["P06 P15 P23 P26 P32 P37 P41", "1 2"],
  ["L05 L05.1", "2"],
  ["L06 L06.1", "3 4"],
  ["L06.kato L06.address", "3"],
  ["L06.country", "4"],
  ["T01 T01.iin T02 T03 T04 T05 T06 T07 T08", "4"],
  ["L04 L07", "1-4"],
];

/** The answer that leads there: question, codes of it, what is asked then. `97` refused, `98` does not know. */
const byCode: readonly (readonly [questions: string, after: string, codes: string, yes: string, person?: Person])[] = [
  ["L05.kato", "L05", "1-3", "1", { ...adult, category: "2" }],
  ["L05.country", "L05", "1-3", "2", { ...adult, category: "2" }],
  ["L07.number", "L07", "1-3", "1 2"],
  ["P01 P06 P15 P23 P26 P32 P37 P41", "L07", "1-3", "3 97 98"],
  ["T01 T04", "L07", "1-3", "3 97 98", { category: "4" }],
  ["P01.1.number", "P01.1.type", "1-8", "1-7", told({ P01: alternative("0") })],
  ["P03.group", "P03", "1-12", "1-10"],
  ["P07.1", "P07", "1-3", "2"],
  ["P09 P10 P11", "P08", "1-2", "2 97 98"],
  ["P12.1", "P12", "1-2", "1"],
  ["P13.kato", "P13", "1-3", "2"],
  ["P13.country", "P13", "1-3", "3"],
  ["P14.1", "P14", "1-3", "2 3"],
  ["P23.1", "P23", "1-2", "1"],
  ["P24.1", "P24", "0-9", "7-9"],
  ["P24.2", "P24", "0-9", "0"],
  ["P26.1", "P26", "1-6", "2 3"],
  ["P27 P28", "P26", "1-6", "2-6"],
  ["P38.1", "P38", "1-5", "2"],
  ["P39", "P38", "1-5", "1-3"],
  ["P39.dKato", "P39.d", "d1-d5", "d2", told({ P38: "1" })],
  ["P40", "P38", "1-5", "4 5 97 98"],
  ["P40.1", "P40", "1-3", "1-3", told({ P38: "5" })],
  ["P42.1", "P42", "1-4", "1"],
  ["T05.1", "T05", "1-3", "2", { category: "4" }],
  ["T07.1", "T07", "1-10", "1", { category: "4" }],
];

const days: Readonly<Record<string, Told>> = {
  "2021-08-31": date("2021-08-31"),
  "2021-08-30": date("2021-08-30"),
  "2021-08": date("2021-08"),
  "2020-08-31": date("2020-08-31"),
  1980: date("1980"),
  97: refused,
  98: unknown,
};

const rows: readonly Row[] = [
  ...byAge.flatMap(([questions, ages]) =>
    codesOf(questions).map((question): Row => [question, `those of ${ages.join(" to ")}`, ofAges(man, ages)]),
  ),
  ...byCategory.flatMap(([questions, categories]) =>
    codesOf(questions).map((question): Row => [
      question,
      `L04 = ${categories}`,
      (["1", "2", "3", "4"] as const).map((category) => ({
        words: category,
        person: { ...adult, category },
        expected: codesOf(categories).includes(category),
      })),
    ]),
  ),
  ...byCode.flatMap(([questions, after, codes, yes, person = adult]) =>
    codesOf(questions).map((question): Row => [question, `${after} = ${yes}`, ofCodes(person, after, codes, yes)]),
  ),
  ["P14", "who answers for himself or herself", ofSources(adult, "respondent")],
  [
    "P28.age",
    "who does not remember the year of the first marriage",
    ofAnswers(
      withAnswers(adult, { P26: "2" }),
      "P28",
      { month: month("2005-06"), year: month("2005"), forgotten: alternative("age"), refused, unknown },
      "forgotten",
    ),
  ],
  [
    "P01.1",
    "no IIN, or not known",
    ofAnswers(adult, "P01", { number: text("520714190002"), none: alternative("0"), refused, unknown }, "none unknown"),
  ],
  ["P05.hour", "born on the last day", ofAnswers(man, "P05", days, "2021-08-31")],
  ["P05.1", "whose date of birth is not whole", ofAnswers(man, "P05", days, "2021-08 1980 97 98")],
  ["P05.1", "nobody who was not asked the date yet", [{ words: "not yet", person: man, expected: false }]],
  ["P24.1", "P24 = 7 at 22 and more", ofAges(withAnswers(man, { P24: "7" }), [22, oldest])],
  ["P24.1", "P24 = 9 at 22 and more", ofAges(withAnswers(man, { P24: "9" }), [22, oldest])],
  ["P24.2", "P24 = 0 at 10 and more", ofAges(withAnswers(man, { P24: "0" }), [10, oldest])],
  ["P29", "women of 15 and more", ofAges(woman, [15, oldest])],
  ["P29", "no man", none(ofAges(man))],
  ["P31", "women of 15 to 49", ofAges(woman, [15, 49])],
  ["P31", "no man", none(ofAges(man))],
  ["P29.1", "P29 = 1 or more", ofNumbers(adult, "P29", [0, 20], [1, 20])],
  ["P30", "P29 = 1 or more", ofNumbers(adult, "P29", [0, 20], [1, 20])],
  ["P29.1", "no woman who refused", ofAnswers(adult, "P29", { refused, unknown }, "")],
  [
    "P37.1",
    "two or more marks in P37",
    ofAnswers(adult, "P37", { one: ["4"], two: ["4", "9"], three: ["1", "4", "9"], refused, unknown }, "two three"),
  ],
  ["T03.hour", "a visitor born on the last day", ofAnswers({ category: "4" }, "T03", days, "2021-08-31")],
];

const asks =
  (question: string) =>
  (person: Person): boolean =>
    interviewOf(person).question(question).relevant;

describe("routing", () => {
  it.each(rows)("asks %s of %s", (question, _words, variants) => {
    expect(mistakes(variants, asks(question))).toEqual([]);
  });

  it("by age is by the stated age where the date is not whole", () => {
    const stated = (age: number): Person => withAnswers(man, { P05: date("2006"), "P05.1": age });
    expect(asks("P26")(stated(14))).toBe(false);
    expect(asks("P26")(stated(15))).toBe(true);
  });

  it("has a row for every question with a condition: somebody who is asked, and somebody who is not", () => {
    const has = (id: string, expected: boolean): boolean =>
      rows.some(([question, , variants]) => question === id && variants.some((one) => one.expected === expected));
    const without = [...personQuestionnaire().questionsById.values()]
      .filter(({ definition }) => definition.relevant !== undefined)
      .map(({ id }) => id)
      .filter((id) => !(has(id, true) && has(id, false)));
    expect(without).toEqual([]);
  });
});

const optionsOf = (person: Person, question: string): readonly string[] =>
  interviewOf(person)
    .question(question)
    .options.map(({ code }) => code);

describe("options", () => {
  it.each([
    ["1", "1 2"],
    ["2", "1 2"],
    ["3", "3-9"],
  ])("after P40 = %s, P40.1 offers %s", (looked, offered) => {
    expect(optionsOf(told({ P38: "5", P40: looked }), "P40.1")).toEqual(codesOf(offered));
  });

  it("T07 offers 'victim of trafficking' in I-01 and I-11 only", () => {
    const offers = (person: Person): boolean => optionsOf({ ...person, category: "4" }, "T07").includes("9");
    expect(mistakes(ofKinds(man, "1 11"), offers)).toEqual([]);
    expect(optionsOf({ category: "4", kind: "I-08" }, "T07")).toEqual(codesOf("1-8 10"));
  });

  it("P37.1 offers what is marked in P37", () => {
    expect(optionsOf(told({ P37: ["1", "10", "12"] }), "P37.1")).toEqual(["1", "10", "12"]);
  });

  it("P04 may be unknown of an unidentified person only", () => {
    const codes = (surname: string): readonly string[] =>
      interviewOf({ answers: { P02: named(surname, "Тест") } })
        .question("P04")
        .alternatives.map(({ code }) => code);
    expect(codes("АТЫ БЕЛГІСІЗ / НЕИЗВЕСТЕН")).toEqual(["98"]);
    expect(codes("Сынақов")).toEqual([]);
  });
});
