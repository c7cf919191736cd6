// Edits about dates, years and numbers of children (instrument 7: E021, E023, E024, E032–E035, E106, E108). A month is
// all its days: what is true of some of them only is not found.
import { alternative, date, month, refused, unknown, type Person, type Told } from "../person-interview.ts";
import { birthdaysOf, ofAnswers, ofCodes, ofNumbers, told, withAnswers } from "./variants.ts";
import type { EditRow } from "./edit-row.ts";

const months = (...written: readonly string[]): Readonly<Record<string, Told>> =>
  Object.fromEntries(written.map((one) => [one, month(one)]));
const aged = (age: number): Person => ({ sex: "2", born: birthdaysOf(age)[0]?.[1] ?? "" });

/** Born on the first of a month, so that each month has one age. */
const woman: Person = { sex: "2", born: "1960-06-01" };
const inMidMonth: Person = { sex: "2", born: "1960-06-15" };
const arrived: Person = withAnswers(woman, { P08: "2" });
const married: Person = withAnswers(woman, { P26: "2" });
const byAgeAlone: Person = withAnswers(married, { P28: alternative("age") });
const mother: Person = withAnswers(woman, { P29: 1 });

/** Age in years, and how many children are the most for it: one in nine months from 12 on, and 15 at any age. */
const mostChildren: Readonly<Record<number, number>> = {
  15: 4,
  16: 5,
  18: 8,
  20: 10,
  21: 12,
  23: 14,
  24: 15,
  40: 15,
  90: 15,
};

const visitorFor = (answers: Person["answers"]): Person => ({ category: "4", answers: { ...answers } });

const dates = (...written: readonly string[]): Readonly<Record<string, Told>> =>
  Object.fromEntries(written.map((one) => [one, date(one)]));
const aroundTheList = dates("1978", "1979", "1979-06-14", "1979-06-15", "1980", "1981-06-15", "1981-06-16", "1982-01");
const farFromTheList = "1978 1979-06-14 1981-06-16 1982-01";

export const rowsOfDates: readonly EditRow[] = [
  [
    "E005.O",
    "S",
    "more than a hundred completed years",
    ofAnswers({}, "P05", dates("1919", "1920-08-31", "1920-09-01", "1920", "1921-08-31"), "1919 1920-08-31"),
  ],
  [
    "E005.T03O",
    "S",
    "a visitor of more than a hundred completed years",
    ofAnswers(
      visitorFor({}),
      "T03",
      dates("1919", "1920-08-31", "1920-09-01", "1920", "1921-08-31"),
      "1919 1920-08-31",
    ),
  ],
  [
    "E005.L",
    "S",
    "born more than a year from the day on the list",
    ofAnswers({ listed: "1980-06-15" }, "P05", aroundTheList, farFromTheList),
  ],
  [
    "E005.T03L",
    "S",
    "a visitor born more than a year from the day on the list",
    ofAnswers({ ...visitorFor({}), listed: "1980-06-15" }, "T03", aroundTheList, farFromTheList),
  ],
  [
    "E021",
    "H",
    "arrived in a month before the birth, or after August 2021",
    ofAnswers(
      withAnswers(inMidMonth, { P08: "2" }),
      "P09",
      months("1959", "1960-05", "1960-06", "1960-07", "1960", "2021-08", "2021-09", "2021", "2022"),
      "1959 1960-05 2021-09 2022",
    ),
  ],
  [
    "E021",
    "H",
    "nobody who may have arrived on the day of birth",
    ofAnswers(withAnswers({ born: "1960-06-30" }, { P08: "2" }), "P09", months("1960-05", "1960-06"), "1960-05"),
  ],
  [
    "E023",
    "S",
    "arrived after 1 September 2020, and lived here a year ago (P13 = 1)",
    ofAnswers(
      withAnswers(arrived, { P13: "1" }),
      "P09",
      months("2020-08", "2020-09", "2020-10", "2020", "2021", "2021-08"),
      "2020-10 2021 2021-08",
    ),
  ],
  [
    "E023",
    "S",
    "arrived since, and lived elsewhere: nothing to confirm",
    ofCodes(withAnswers(arrived, { P09: month("2020-10") }), "P13", "1-3", "1"),
  ],
  [
    "E023",
    "S",
    "here since birth (P08 = 1), and lived elsewhere a year ago (P13 = 2 or 3)",
    ofCodes(withAnswers(woman, { P08: "1" }), "P13", "1-3", "2 3"),
  ],
  ["E023", "S", "not since birth: nothing to confirm", ofCodes(withAnswers(woman, { P13: "2" }), "P08", "1-2", "1")],
  [
    "E024",
    "H",
    "came back from abroad before the year of birth",
    ofNumbers(withAnswers(woman, { P12: "1" }), "P12.1.year", [1957, 1963], [1957, 1959]),
  ],
  [
    "E024",
    "H",
    "came back from abroad after 2021",
    ofNumbers(withAnswers(woman, { P12: "1" }), "P12.1.year", [2018, 2024], [2022, 2024]),
  ],
  [
    "E032",
    "H",
    "married younger than 12, or before the birth",
    ofAnswers(
      married,
      "P28",
      months("1950", "1960-05", "1972-05", "1972-06", "1976-05", "1990-01"),
      "1950 1960-05 1972-05",
    ),
  ],
  [
    "E032.S",
    "S",
    "married at 12 to 15",
    ofAnswers(married, "P28", months("1972-05", "1972-06", "1976-05", "1976-06"), "1972-06 1976-05"),
  ],
  [
    "E032.N",
    "C",
    "married at 16 or 17",
    ofAnswers(married, "P28", months("1976-05", "1976-06", "1978-05", "1978-06"), "1976-06 1978-05"),
  ],
  [
    "E032",
    "H",
    "married in the month or the year of birth",
    ofAnswers(
      withAnswers(inMidMonth, { P26: "2" }),
      "P28",
      months("1960-06", "1960", "1961", "1971", "1972"),
      "1960-06 1960 1961 1971",
    ),
  ],
  [
    "E035",
    "H",
    "first child in the month or the year of birth",
    ofAnswers(
      withAnswers(inMidMonth, { P29: 1 }),
      "P30",
      months("1960-06", "1960", "1961", "1971", "1972"),
      "1960-06 1960 1961 1971",
    ),
  ],
  [
    "E032.S",
    "S",
    "married in a year in which she was 12 to 15 all the time",
    ofAnswers(withAnswers(inMidMonth, { P26: "2" }), "P28", months("1972", "1973", "1975", "1976"), "1973 1975"),
  ],
  // In the month of the birthday the age is one of two.
  ...(
    [
      ["E032", "H", "1972-06"],
      ["E032.S", "S", "1976-06"],
      ["E032.N", "C", "1978-06"],
    ] as const
  ).map(([edit, level, birthday]): EditRow => [
    edit,
    level,
    "nobody who may have been a year older",
    ofAnswers(withAnswers(inMidMonth, { P26: "2" }), "P28", months(birthday), ""),
  ]),
  // Where the year of the marriage is forgotten, by the age at it.
  ...(
    [
      ["E032", "H", "married younger than 12", [0, 11]],
      ["E032.S", "S", "married at 12 to 15", [12, 15]],
      ["E032.N", "C", "married at 16 or 17", [16, 17]],
    ] as const
  ).map(([edit, level, words, ages]): EditRow => [edit, level, words, ofNumbers(byAgeAlone, "P28.age", [0, 25], ages)]),
  [
    "E032.A",
    "H",
    "married at an age not reached yet",
    ofNumbers({ ...byAgeAlone, ...aged(30) }, "P28.age", [25, 35], [31, 35]),
  ],
  ...Object.entries(mostChildren).map(([age, most]): EditRow => [
    "E033",
    "S",
    `more than ${most} children at ${age}`,
    ofNumbers(aged(Number(age)), "P29", [Math.max(0, most - 2), most + 2], [most + 1, most + 2]),
  ]),
  ["E034", "H", "more children living than born", ofNumbers(withAnswers(woman, { P29: 3 }), "P29.1", [1, 5], [4, 5])],
  [
    "E035",
    "H",
    "first child before 12, after 54, or before the own birth",
    ofAnswers(
      mother,
      "P30",
      months("1950", "1960-05", "1972-05", "1972-06", "1975-06", "2015-05", "2015-06", "2016-01"),
      "1950 1960-05 1972-05 2015-06 2016-01",
    ),
  ],
  [
    "E035.S",
    "S",
    "first child at 12 to 14",
    ofAnswers(mother, "P30", months("1972-05", "1972-06", "1975-05", "1975-06"), "1972-06 1975-05"),
  ],
  ...(["3", "4"] as const).map((category): EditRow => [
    "E106",
    "S",
    `stays for a while (L04 = ${category}), since 31 August 2020 or longer`,
    ofAnswers(
      { ...woman, category },
      "L06.1.since",
      months("2019", "2020-07", "2020-08", "2020-09", "2020", "2021-08"),
      "2019 2020-07 2020-08",
    ),
  ]),
  ["E107", "S", "absent for 12 months or more", ofCodes({ ...woman, category: "2" }, "L05.1.duration", "d1-d4", "d4")],
  ["E108", "H", "a visitor of 12 months or more", ofNumbers(visitorFor({}), "T08.months", [9, 15], [12, 15])],
  [
    "E005.T03",
    "H",
    "a visitor born before 1 September 1901 or after 31 August 2021",
    ofAnswers(
      visitorFor({}),
      "T03",
      Object.fromEntries(["1901-08-31", "1901-09-01", "2021-08-31", "2021-09-01"].map((day) => [day, date(day)])),
      "1901-08-31 2021-09-01",
    ),
  ],
  [
    "E006.T03",
    "H",
    "a visitor born on the last day at 23:00 or later",
    ofNumbers(visitorFor({ T03: date("2021-08-31") }), "T03.hour", [20, 23], [23, 23]),
  ],
  [
    "E108.T06",
    "S",
    "another country of usual home in F4 than in the list",
    [
      ...ofAnswers(visitorFor({ "L06.country": "UZ" }), "T06", { UZ: "UZ", KG: "KG", refused, unknown }, "KG"),
      ...told({}, { unsaid: visitorFor({ T06: "KG" }) }),
    ],
  ],
];
