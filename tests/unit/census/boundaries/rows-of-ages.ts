// Edits about age, study, education, work and livelihood, and about the kind of institution (instrument 7: E005–E006,
// E013, E025, E030, E040–E055, E109, E120), told as who is meant. Ages are completed years at the census moment.
import { alternative, date, refused, unknown, type Person } from "../person-interview.ts";
import {
  always,
  birthdaysOf,
  none,
  ofAges,
  ofAnswers,
  ofCodes,
  ofKinds,
  ofMarks,
  ofSources,
  oldest,
  told,
  withAnswers,
} from "./variants.ts";
import type { EditRow } from "./edit-row.ts";

const somebody: Person = { sex: "2" };
const adult: Person = { born: "1980-06-15", sex: "2" };
const aged = (age: number): Person => ({ sex: "2", born: birthdaysOf(age)[0]?.[1] ?? "" });
const studying = (level: string): Person => withAnswers(somebody, { P23: "1", "P23.1": level });
const educated = (level: string): Person => withAnswers(somebody, { P24: level });

/** Levels of study in the order of school, and the level of education that each leads to; a special school has none. */
const studies = { "1": 0, "2": 1, "3": 2, "4": 3, "6": 5, "7": 7, "8": 8, "9": 9 } as const;

const studyBelowEducation: readonly EditRow[] = Object.entries({ ...studies, "5": null }).map(([level, leadsTo]) => [
  "E044",
  "S",
  `P23.1 = ${level}: a level lower than or equal to the completed one`,
  ofCodes(
    withAnswers(adult, { P23: "1", "P23.1": level }),
    "P24",
    "0-9",
    leadsTo === null ? "" : `${Math.max(1, leadsTo)}-9`,
  ),
]);

const childrensHomes = "3 6 9";
const inPatient = "8 12 13 14";

export const rowsOfAges: readonly EditRow[] = [
  [
    "E005",
    "H",
    "born before 1 September 1901 or after 31 August 2021",
    ofAnswers(
      somebody,
      "P05",
      Object.fromEntries(["1901-08-31", "1901-09-01", "2021-08-31", "2021-09-01"].map((day) => [day, date(day)])),
      "1901-08-31 2021-09-01",
    ),
  ],
  [
    "E006",
    "H",
    "born on the last day at 23:00 or later",
    Array.from({ length: 24 }, (_none, hour) => ({
      words: `${hour}:00`,
      person: withAnswers(somebody, { P05: date("2021-08-31"), "P05.hour": hour }),
      expected: hour >= 23,
    })),
  ],
  [
    "E006",
    "H",
    "born a day earlier",
    told({}, { "23:00": withAnswers(somebody, { P05: date("2021-08-30"), "P05.hour": 23 }) }),
  ],
  ["E013", "H", "a spouse (P03 = 2) younger than 15", ofAges(withAnswers(somebody, { P03: "2" }), [0, 14])],
  ["E013.S", "S", "a spouse of 15 to 17", ofAges(withAnswers(somebody, { P03: "2" }), [15, 17])],
  ["E013", "H", "nobody but a spouse", ofCodes(aged(14), "P03", "1-12", "2")],
  ["E013.S", "S", "nobody but a spouse", ofCodes(aged(17), "P03", "1-12", "2")],
  ["E015", "S", "a spouse whose P26 is not 2 or 3", ofCodes(withAnswers(adult, { P03: "2" }), "P26", "1-6", "1 4-6")],
  ["E015", "S", "nobody but a spouse", ofCodes(withAnswers(adult, { P26: "5" }), "P03", "1-12", "2")],
  [
    "E025",
    "S",
    "a citizen of 16 or more without an IIN",
    ofAges(withAnswers(somebody, { P07: "1", P01: alternative("0") }), [16, oldest]),
  ],
  ["E025", "S", "nobody but citizens", ofCodes(withAnswers(aged(16), { P01: alternative("0") }), "P07", "1-3", "1")],
  [
    "E025",
    "S",
    "who has no IIN, not who does not know it",
    ofAnswers(withAnswers(adult, { P07: "1" }), "P01", { none: alternative("0"), refused, unknown }, "none"),
  ],
  ...["2", "3", "4", "5", "6"].map((code): EditRow => [
    "E030",
    "S",
    `P26 = ${code} under 18; under 15 it is not asked`,
    ofAges(withAnswers(somebody, { P26: code }), [15, 17]),
  ]),
  ["E030", "S", "P26 is 2 to 6", ofCodes(aged(17), "P26", "1-6", "2-6")],
  ["E040", "S", "not at school (P23 = 2) at 6 to 15", ofAges(withAnswers(somebody, { P23: "2" }), [6, 15])],
  ["E040", "S", "nobody who goes to school", ofCodes(aged(6), "P23", "1-2", "2")],

  ["E041", "H", "in pre-school (P23.1 = 1) over 8", ofAges(studying("1"), [9, 69])],
  ["E041", "H", "no other level", ofCodes(withAnswers(aged(30), { P23: "1" }), "P23.1", "1-9", "1")],
  ["E041.S", "S", "in grades 1 to 4 (P23.1 = 2) under 5 or over 14", ofAges(studying("2"), [0, 4], [15, 69])],
  ["E041.S", "S", "no other level", ofCodes(withAnswers(aged(15), { P23: "1" }), "P23.1", "1-9", "2")],
  ["E042", "H", "in grades 5 to 9 (P23.1 = 3) under 9", ofAges(studying("3"), [0, 8])],
  ["E042", "H", "in grades 10 to 11 (P23.1 = 4) under 14", ofAges(studying("4"), [0, 13])],
  ["E042", "H", "at college (P23.1 = 6) under 14", ofAges(studying("6"), [0, 13])],
  ["E042", "H", "in a bachelor's programme (P23.1 = 7) under 15", ofAges(studying("7"), [0, 14])],
  ["E042", "H", "in a master's programme or residency (P23.1 = 8) under 19", ofAges(studying("8"), [0, 18])],
  ["E042", "H", "in a doctoral programme (P23.1 = 9) under 20", ofAges(studying("9"), [0, 19])],
  [
    "E042",
    "H",
    "pre-school, grades 1 to 4 and a special school have no such age",
    ofCodes(withAnswers(aged(5), { P23: "1" }), "P23.1", "1-9", "3 4 6-9"),
  ],
  ["E043", "H", "without primary education (P24 = 0) at no age", none(ofAges(educated("0")))],
  ["E043", "H", "primary (P24 = 1) under 9; under 6 it is not asked", ofAges(educated("1"), [6, 8])],
  ["E043", "H", "lower secondary (P24 = 2) under 13", ofAges(educated("2"), [6, 12])],
  ["E043", "H", "upper secondary (P24 = 3) under 15", ofAges(educated("3"), [6, 14])],
  ["E043", "H", "initial vocational (P24 = 4) under 16", ofAges(educated("4"), [6, 15])],
  ["E043", "H", "college (P24 = 5) under 16", ofAges(educated("5"), [6, 15])],
  ["E043", "H", "incomplete higher (P24 = 6) under 16", ofAges(educated("6"), [6, 15])],
  ["E043", "H", "higher (P24 = 7) under 18", ofAges(educated("7"), [6, 17])],
  ["E043", "H", "master's, residency (P24 = 8) under 20", ofAges(educated("8"), [6, 19])],
  ["E043", "H", "doctorate (P24 = 9) under 22", ofAges(educated("9"), [6, 21])],
  ...studyBelowEducation,
  ["E045", "S", "no primary education (P24 = 0) over 16", ofAges(educated("0"), [17, oldest])],
  ["E045", "S", "no other level", ofCodes(aged(17), "P24", "0-9", "0")],
  [
    "E045.2",
    "S",
    "cannot read and write (P24.2 = 2) at 10 to 60",
    ofAges(withAnswers(somebody, { P24: "0", "P24.2": "2" }), [10, 60]),
  ],
  ["E045.2", "S", "nobody who can", ofCodes(withAnswers(aged(10), { P24: "0" }), "P24.2", "1-2", "2")],

  ["E050", "S", "a pension (P37 has 4) under 45", ofAges(withAnswers(somebody, { P37: ["4"] }), [0, 44])],
  ["E050", "S", "a pension of a man under 45", ofAges(withAnswers({ sex: "1" }, { P37: ["4"] }), [0, 44])],
  ["E050", "S", "no other source", ofMarks(aged(44), "P37", "1-12", "4")],
  [
    "E051",
    "S",
    "a scholarship (P37 has 5) and not studying",
    ofCodes(withAnswers(aged(20), { P37: ["5"] }), "P23", "1-2", "2"),
  ],
  [
    "E051",
    "S",
    "a scholarship at an age that is not asked about study",
    ofAges(withAnswers(somebody, { P37: ["5"], P23: "1" }), [70, oldest]),
  ],
  ["E051", "S", "no other source", ofMarks(withAnswers(aged(20), { P23: "2" }), "P37", "1-12", "5")],
  [
    "E052",
    "S",
    "worked (P38 = 1), and no income from work, business, plot or other (P37 without 1, 2, 3, 12)",
    ofMarks(withAnswers(adult, { P38: "1" }), "P37", "1-12", "4-11"),
  ],
  ["E052", "S", "nobody who did not work", ofCodes(withAnswers(adult, { P37: ["9"] }), "P38", "1-5", "1")],
  [
    "E052",
    "S",
    "one income from work is enough",
    told({}, { both: withAnswers(adult, { P38: "1", P37: ["9", "12"] }) }),
  ],
  ...["I-03", "I-06", "I-09"].map((kind): EditRow => [
    "E053",
    "S",
    `under 18 in ${kind} without full state support`,
    ofAges({ ...withAnswers(somebody, { P37: ["9"] }), kind }, [0, 17]),
  ]),
  [
    "E053",
    "S",
    "in a children's home, a boarding school for orphans or an infant home",
    ofKinds(withAnswers(aged(10), { P37: ["9"] }), childrensHomes),
  ],
  [
    "E053",
    "S",
    "any source but full state support (P37 = 10)",
    ofMarks({ ...aged(10), kind: "I-03" }, "P37", "1-12", "1-9 11 12"),
  ],
  [
    "E055",
    "S",
    "an in-patient since before the reference week who worked",
    ofKinds(withAnswers(adult, { P38: "1" }), inPatient),
  ],
  ["E055", "S", "nobody who did not work", ofCodes({ ...adult, kind: "I-08" }, "P38", "1-5", "1")],
  [
    "E055",
    "S",
    "present (L04 = 1), not absent",
    told(
      { present: { ...withAnswers(adult, { P38: "1" }), kind: "I-13" } },
      { absent: { ...withAnswers(adult, { P38: "1" }), kind: "I-13", category: "2" } },
    ),
  ],

  ["E109", "S", "in an infant home over 4", ofAges({ ...somebody, kind: "I-09" }, [5, oldest])],
  ["E109", "S", "in a children's home under 3 or over 23", ofAges({ ...somebody, kind: "I-03" }, [0, 2], [24, oldest])],
  ...["I-04", "I-05", "I-06"].map((kind): EditRow => [
    "E109",
    "S",
    `in the boarding school ${kind} under 6 or over 20`,
    ofAges({ ...somebody, kind }, [0, 5], [21, oldest]),
  ]),
  ["E109", "S", "no other kind has a range: at 2 years", ofKinds(aged(2), "3-6")],
  ["E109", "S", "no other kind has a range: at 24 years", ofKinds(aged(24), "3-6 9")],
  ["E109", "S", "no other kind has a range: at 18 years", ofKinds(aged(18), "9")],
  ...["11", "12"].map((relation): EditRow => [
    "E109.2",
    "S",
    `a lone child (P03 = ${relation}) in a crisis centre`,
    ofAges({ ...withAnswers(somebody, { P03: relation }), kind: "I-11" }, [0, 17]),
  ]),
  ["E109.2", "S", "who belongs to no family group", ofCodes({ ...aged(17), kind: "I-11" }, "P03", "1-12", "11 12")],
  ["E109.2", "S", "in a crisis centre", ofKinds(withAnswers(aged(17), { P03: "12" }), "11")],

  [
    "E120",
    "H",
    "somebody else named the religion (P22) of a person of 15 or more",
    ofAges({ ...withAnswers(somebody, { P22: "1" }), source: "family" }, [15, oldest]),
  ],
  [
    "E120",
    "H",
    "the administration named the religion of anybody",
    ofAges({ ...withAnswers(somebody, { P22: "1" }), source: "administration" }, always),
  ],
  ["E120", "H", "never where the person answers", none(ofAges(withAnswers(somebody, { P22: "1" })))],
  [
    "E120",
    "H",
    "of an adult: anybody but the person",
    ofSources(withAnswers(adult, { P22: "6" }), "family legal-representative administration"),
  ],
  [
    "E120",
    "H",
    "of a child: not the parents or the guardian",
    ofSources(withAnswers(aged(14), { P22: "6" }), "administration"),
  ],
  [
    "E120",
    "H",
    "a religion or none, not a refusal",
    ofCodes({ ...adult, source: "administration" }, "P22", "1-6", "1-6"),
  ],
  // Ethnic group and mother tongue: the administration tells them from a record only.
  ...(["P15", "P16"] as const).flatMap((question): readonly EditRow[] => {
    const said = withAnswers(adult, { [question]: question === "P15" ? "001" : "kaz" });
    return [
      [
        `E120.${question}`,
        "H",
        "the administration's oral word",
        ofSources({ ...said, basis: "oral" }, "administration"),
      ],
      [`E120.${question}`, "H", "never a record", ofSources({ ...said, basis: "document" }, "")],
      [
        `E120.${question}`,
        "H",
        "an answer, not a refusal",
        ofAnswers({ ...adult, source: "administration", basis: "oral" }, question, { refused, unknown }, ""),
      ],
    ];
  }),
  [
    "E120.P15S",
    "S",
    "the family named the ethnic group of a person of 15 or more",
    ofAges({ ...withAnswers(somebody, { P15: "001" }), source: "family" }, [15, oldest]),
  ],
  [
    "E120.P15S",
    "S",
    "of an adult: the family or the guardian",
    ofSources(withAnswers(adult, { P15: "001" }), "family legal-representative"),
  ],
  [
    "E120.P31",
    "H",
    "somebody else said how many more children are wanted",
    ofSources(withAnswers(adult, { P31: 0 }), "family legal-representative administration"),
  ],
  [
    "E120.P31",
    "H",
    "a number, not a refusal",
    ofAnswers({ ...adult, source: "family" }, "P31", { zero: 0, refused, unknown }, "zero"),
  ],
];
