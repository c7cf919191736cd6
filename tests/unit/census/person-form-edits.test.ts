// Each edit of the person form fires for one person and is silent for another (instrument 7). Hard edits about answers
// that a person of this age or sex is not asked (E037, E054, E061, E070 and the hard half of E030) are carried by the
// routing: the question is not asked and an answer given before is set aside.
import { describe, expect, it } from "vitest";
import { checkFinished, openInterview } from "#questionnaire";
import { personQuestionnaire, personsNamedIn } from "#census";
import {
  alternative,
  date,
  firedOf,
  interviewOf,
  month,
  named,
  place,
  refused,
  unknown,
  spouse,
  text,
  type Person,
} from "./person-interview.ts";

const man: Person = { born: "1980-06-15", sex: "1" };
const woman: Person = { born: "1980-06-15", sex: "2" };
const child: Person = { born: "2011-06-15", sex: "1" };

const withAnswers = (person: Person, answers: Person["answers"]): Person => ({ ...person, answers: { ...answers } });
const born = (written: string, sex: "1" | "2" = "1"): Person => ({ born: written, sex });
const day = (year: number, ofYear: number, ofMonth: number) => ({ year, month: ofYear, day: ofMonth });
const inGroup = (person: Person, relationship: string, other: Record<string, unknown>): Person => ({
  ...person,
  answers: { ...person.answers, P03: relationship, "P03.group": 1 },
  // Records of the list are scalars and dates; the tests write only such.
  others: [{ line: 2, familyGroup: 1, ...other } as NonNullable<Person["others"]>[number]],
});

const study = (level: string, written: string): Person => withAnswers(born(written), { P23: "1", "P23.1": level });
const educated = (level: string, written: string): Person => withAnswers(born(written), { P24: level });

const visitor = (answers: Person["answers"]): Person => ({ category: "4", answers: { ...answers } });

/** Edit, somebody it fires for, somebody it does not fire for. */
type Case = readonly [string, Person, Person];
const cases: readonly Case[] = [
  ["E001", withAnswers(man, { P01: text("150620190004") }), withAnswers(man, { P01: text("150620190003") })],
  [
    "E002",
    withAnswers(man, { P01: text("520714190002") }),
    { sex: "1", answers: { P01: text("520714190002"), P05: date("1852-07-14") } },
  ],
  ["E003", withAnswers(woman, { P01: text("150620190003") }), withAnswers(woman, { P01: text("150620290109") })],
  [
    "E004",
    { ...withAnswers(man, { P01: text("150620190003") }), others: [{ line: 2, iin: "150620190003" }] },
    {
      ...withAnswers(man, { P01: text("150620190003") }),
      others: [
        { line: 1, iin: "150620190003" },
        { line: 2, iin: "150620190400" },
      ],
    },
  ],
  ["E005", born("1901-08-31"), born("1901-09-01")],
  ["E005", born("2021-09-01"), born("2021-08-31")],
  ["E005.O", born("1920-08-31"), born("1920-09-01")],
  ["E005.T03O", visitor({ T03: date("1920-08-31") }), visitor({ T03: date("1920-09-01") })],
  ["E005.L", { ...born("1980-06-15"), listed: "1978-06-15" }, { ...born("1980-06-15"), listed: "1979-06-15" }],
  [
    "E005.T03L",
    { ...visitor({ T03: date("1980-06-15") }), listed: "1978-06-15" },
    { ...visitor({ T03: date("1980-06-15") }), listed: "1979-06-15" },
  ],
  ["E006", withAnswers(born("2021-08-31"), { "P05.hour": 23 }), withAnswers(born("2021-08-31"), { "P05.hour": 22 })],
  ["E007", withAnswers(man, { P02: named("Сынaқов", "Тест") }), withAnswers(man, { P02: named("Сынақов", "Test") })],
  [
    "E007",
    withAnswers(man, { P02: named("Сынақов2", "Тест") }),
    withAnswers(man, { P02: named("Сынақ-Тестов", "Тест") }),
  ],
  [
    "E008",
    {
      ...withAnswers(man, { P02: named("Сынақова", "Әлия") }),
      others: [{ line: 2, surname: "Сынакова", given: "Алия", born: day(1980, 6, 15) }],
    },
    {
      ...withAnswers(man, { P02: named("Сынақова", "Әлия") }),
      others: [{ line: 2, surname: "Сынакова", given: "Алия", born: day(1981, 6, 15) }],
    },
  ],
  [
    "E010",
    inGroup(woman, "1", { relationship: "3", born: day(1991, 1, 1) }),
    inGroup(woman, "1", { relationship: "3", born: day(2000, 1, 1) }),
  ],
  [
    "E010",
    inGroup(child, "3", { relationship: "1", sex: "2", born: day(2000, 1, 1) }),
    inGroup(child, "3", { relationship: "1", sex: "1", born: day(2000, 1, 1) }),
  ],
  [
    "E010",
    inGroup({ ...woman, born: "1990" }, "1", { relationship: "3", born: { year: 1995, month: null, day: null } }),
    inGroup({ ...woman, born: "1990" }, "1", { relationship: "3", born: { year: 2002, month: null, day: null } }),
  ],
  [
    "E010.S",
    inGroup(woman, "1", { relationship: "3", born: day(1994, 1, 1) }),
    inGroup(woman, "1", { relationship: "3", born: day(1996, 1, 1) }),
  ],
  [
    "E010.2",
    inGroup(woman, "2", { relationship: "3", born: day(1991, 1, 1) }),
    inGroup(woman, "2", { relationship: "3", born: day(2000, 1, 1) }),
  ],
  [
    "E011",
    inGroup(man, "1", { relationship: "3", born: day(1993, 1, 1) }),
    inGroup(man, "1", { relationship: "3", born: day(1996, 1, 1) }),
  ],
  [
    "E012",
    inGroup(man, "1", { relationship: "9", born: day(2005, 1, 1) }),
    inGroup(man, "1", { relationship: "9", born: day(2010, 1, 1) }),
  ],
  ["E013", withAnswers(born("2007-01-10"), { P03: "2" }), withAnswers(man, { P03: "2" })],
  ["E013.S", withAnswers(born("2004-01-10"), { P03: "2" }), withAnswers(born("2003-01-10"), { P03: "2" })],
  ["E014", inGroup(man, "1", { relationship: "1" }), inGroup(man, "1", { relationship: "2" })],
  ["E015", withAnswers(man, { P03: "2", P26: "5" }), withAnswers(man, { P03: "2", P26: "3" })],
  [
    "E020",
    withAnswers(man, { P08: "1", P06: place("UZ") }),
    withAnswers(man, { P08: "1", P06: place("KZ", "430000000", "rural") }),
  ],
  [
    "E020",
    withAnswers(man, { P08: "1", P06: place("KZ", "110000000", "rural") }),
    withAnswers(man, { P08: "2", P06: place("UZ") }),
  ],
  [
    "E020",
    withAnswers(man, { P08: "1", P06: place("KZ", "615400000", "rural") }),
    withAnswers(man, { P08: "1", P06: place("KZ", "433233100", "rural") }),
  ],
  [
    "E021",
    withAnswers(man, { P08: "2", P09: month("1980-05") }),
    withAnswers(man, { P08: "2", P09: month("1980-06") }),
  ],
  [
    "E021",
    withAnswers(man, { P08: "2", P09: month("2021-09") }),
    withAnswers(man, { P08: "2", P09: month("2021-08") }),
  ],
  ["E022", withAnswers(man, { P06: place("UZ"), P12: "2" }), withAnswers(man, { P06: place("UZ"), P12: "1" })],
  [
    "E023",
    withAnswers(man, { P08: "2", P09: month("2021-02"), P13: "1" }),
    withAnswers(man, { P08: "2", P09: month("2019-02"), P13: "1" }),
  ],
  ["E023", withAnswers(man, { P08: "1", P13: "2" }), withAnswers(man, { P08: "1", P13: "1" })],
  ["E024", withAnswers(man, { P12: "1", "P12.1.year": 1979 }), withAnswers(man, { P12: "1", "P12.1.year": 1980 })],
  ["E024", withAnswers(man, { P12: "1", "P12.1.year": 2022 }), withAnswers(man, { P12: "1", "P12.1.year": 2021 })],
  [
    "value/P12.1.year",
    withAnswers(man, { P12: "1", "P12.1.year": 2022 }),
    withAnswers(man, { P12: "1", "P12.1.year": 2021 }),
  ],
  [
    "E025",
    withAnswers(man, { P07: "1", P01: alternative("0") }),
    withAnswers(man, { P07: "2", P01: alternative("0") }),
  ],
  ["E030", withAnswers(born("2004-01-10"), { P26: "2" }), withAnswers(born("2004-01-10"), { P26: "1" })],
  [
    "E031",
    { ...withAnswers(man, { P26: "2", "P26.1": spouse(2) }), others: [{ line: 2, sex: "2", spouse: 5 }] },
    { ...withAnswers(man, { P26: "2", "P26.1": spouse(2) }), others: [{ line: 2, sex: "2", spouse: 1 }] },
  ],
  [
    "E032",
    withAnswers(man, { P26: "2", P28: month("1990-01") }),
    withAnswers(man, { P26: "2", P28: month("2005-01") }),
  ],
  ...(
    [
      ["E032", 11, 12],
      ["E032.S", 15, 16],
      ["E032.N", 17, 18],
      ["E032.A", 42, 41],
    ] as const
  ).map(([edit, fires, silent]): Case => {
    const byAge = (years: number): Person => withAnswers(man, { P26: "2", P28: alternative("age"), "P28.age": years });
    return [edit, byAge(fires), byAge(silent)];
  }),
  [
    "E032.S",
    withAnswers(man, { P26: "2", P28: month("1995-01") }),
    withAnswers(man, { P26: "2", P28: month("1996-08") }),
  ],
  [
    "E032.N",
    withAnswers(man, { P26: "2", P28: month("1997-01") }),
    withAnswers(man, { P26: "2", P28: month("1998-08") }),
  ],
  ["E033", withAnswers(born("2003-01-01", "2"), { P29: 9 }), withAnswers(born("2003-01-01", "2"), { P29: 8 })],
  ["E033", withAnswers(woman, { P29: 16 }), withAnswers(woman, { P29: 15 })],
  ["E034", withAnswers(woman, { P29: 2, "P29.1": 3 }), withAnswers(woman, { P29: 2, "P29.1": 2 })],
  [
    "E035",
    withAnswers(woman, { P29: 1, P30: month("1991-01") }),
    withAnswers(woman, { P29: 1, P30: month("2001-01") }),
  ],
  [
    "E035.S",
    withAnswers(woman, { P29: 1, P30: month("1994-01") }),
    withAnswers(woman, { P29: 1, P30: month("1995-08") }),
  ],
  [
    "E036",
    inGroup(withAnswers(woman, { P29: 1, "P29.1": 0 }), "1", { relationship: "3" }),
    inGroup(withAnswers(woman, { P29: 1, "P29.1": 1 }), "1", { relationship: "3" }),
  ],
  ["E040", withAnswers(child, { P23: "2" }), withAnswers(man, { P23: "2" })],
  ["E041", study("1", "2012-06-15"), study("1", "2016-06-15")],
  ["E041.S", study("2", "2006-06-15"), study("2", "2012-06-15")],
  ["E042", study("3", "2013-06-15"), study("3", "2010-06-15")],
  ["E042", study("9", "2002-06-15"), study("9", "1995-06-15")],
  ["E043", educated("3", "2008-06-15"), educated("3", "2003-06-15")],
  ["E043", educated("7", "2004-06-15"), educated("7", "1995-06-15")],
  [
    "E044",
    withAnswers(born("2004-01-10"), { P23: "1", "P23.1": "3", P24: "3" }),
    withAnswers(born("2004-01-10"), { P23: "1", "P23.1": "6", P24: "3" }),
  ],
  ["E045", educated("0", "2003-06-15"), educated("0", "2012-06-15")],
  ["E045.2", withAnswers(man, { P24: "0", "P24.2": "2" }), withAnswers(man, { P24: "0", "P24.2": "1" })],
  ["E050", withAnswers(man, { P37: ["4"] }), withAnswers(born("1960-01-01"), { P37: ["4"] })],
  [
    "E051",
    withAnswers(born("2002-01-01"), { P37: ["5"], P23: "2" }),
    withAnswers(born("2002-01-01"), { P37: ["5"], P23: "1" }),
  ],
  ["E052", withAnswers(man, { P38: "1", P37: ["9"] }), withAnswers(man, { P38: "1", P37: ["1", "9"] })],
  [
    "E053",
    { ...withAnswers(child, { P37: ["9"] }), kind: "I-03" },
    { ...withAnswers(child, { P37: ["10"] }), kind: "I-03" },
  ],
  ["E060", withAnswers(man, { P16: "kaz", P18: "5" }), withAnswers(man, { P16: "kaz", P18: "4" })],
  ["E060.rus", withAnswers(man, { P16: "rus", P19: "5" }), withAnswers(man, { P16: "kaz", P19: "5" })],
  ["E060.eng", withAnswers(man, { P16: "eng", P20: "5" }), withAnswers(man, { P16: "kaz", P20: "5" })],
  [
    "E062",
    withAnswers(man, { P32: "4", P33: "4", P34: "4", P35: "4", P36: "4" }),
    withAnswers(man, { P32: "4", P33: "4", P34: "4", P35: "4", P36: "3" }),
  ],
  [
    "E063",
    withAnswers(man, { "P21[1].language": "tur", "P21[2].language": "tur" }),
    withAnswers(man, { "P21[1].language": "tur", "P21[2].language": "deu" }),
  ],
  [
    "E106",
    { ...man, category: "3", answers: { "L06.1.since": month("2020-08") } },
    { ...man, category: "3", answers: { "L06.1.since": month("2020-09") } },
  ],
  [
    "E107",
    { ...man, category: "2", answers: { "L05.1.duration": "d4" } },
    { ...man, category: "2", answers: { "L05.1.duration": "d3" } },
  ],
  ["E109", { ...born("2016-01-01"), kind: "I-09" }, { ...born("2019-01-01"), kind: "I-09" }],
  ["E109", { ...born("1990-01-01"), kind: "I-03" }, { ...born("2010-01-01"), kind: "I-03" }],
  ["E109", { ...born("2018-01-01"), kind: "I-04" }, { ...born("2010-01-01"), kind: "I-04" }],
  [
    "E109.2",
    { ...withAnswers(child, { P03: "12" }), kind: "I-11" },
    { ...withAnswers(child, { P03: "3" }), kind: "I-11" },
  ],
  [
    "E120",
    { ...withAnswers(man, { P22: "1" }), source: "administration" },
    { ...withAnswers(man, { P22: refused }), source: "administration" },
  ],
  [
    "E120",
    { ...withAnswers(child, { P22: "1" }), source: "administration" },
    { ...withAnswers(child, { P22: "1" }), source: "family" },
  ],
  ["E014.0", inGroup(child, "3", { relationship: "2" }), inGroup(child, "3", { relationship: "1" })],
  ["E055", { ...withAnswers(man, { P38: "1" }), kind: "I-08" }, { ...withAnswers(man, { P38: "1" }), kind: "I-16" }],
  ["E108", visitor({ "T08.months": 12 }), visitor({ "T08.months": 11 })],
  ["E108.T06", visitor({ T06: "UZ", "L06.country": "KG" }), visitor({ T06: "UZ", "L06.country": "UZ" })],
  ["E005.T03", visitor({ T03: date("1901-08-31") }), visitor({ T03: date("1901-09-01") })],
  ["E007.T01", visitor({ T01: named("Сынaқов2", "Анвар") }), visitor({ T01: named("Сынақов", "Анвар") })],
  ["E005.T03", visitor({ T03: date("2021-09-01") }), visitor({ T03: date("2021-08-31") })],
  [
    "E001.T01",
    visitor({ "T01.iin": text("150620190004") }),
    visitor({ "T01.iin": text("150620190003"), T03: date("1815-06-20") }),
  ],
  [
    "E002.T01",
    visitor({ "T01.iin": text("520714190002"), T03: date("1980-06-15") }),
    visitor({ "T01.iin": text("520714190002"), T03: date("1852-07-14") }),
  ],
  [
    "E003.T01",
    visitor({ "T01.iin": text("150620190003"), T02: "2" }),
    visitor({ "T01.iin": text("150620290109"), T02: "2" }),
  ],
  [
    "E004.T01",
    { ...visitor({ "T01.iin": text("150620190003") }), others: [{ line: 2, iin: "150620190003" }] },
    { ...visitor({ "T01.iin": text("150620190003") }), others: [{ line: 2, iin: "150620290109" }] },
  ],
  [
    "E006.T03",
    visitor({ T03: date("2021-08-31"), "T03.hour": 23 }),
    visitor({ T03: date("2021-08-31"), "T03.hour": 22 }),
  ],
  ...(["P15", "P16"] as const).flatMap((path): readonly Case[] => {
    const told = withAnswers(man, { [path]: path === "P15" ? "001" : "kaz" });
    const byAdministration = { ...told, source: "administration" } as const;
    return [
      [`E120.${path}`, { ...byAdministration, basis: "oral" }, { ...byAdministration, basis: "document" }],
      [`E120.${path}`, { ...byAdministration, basis: "oral" }, told],
      [
        `E120.${path}`,
        { ...byAdministration, basis: "oral" },
        { ...withAnswers(man, { [path]: unknown }), source: "administration", basis: "oral" },
      ],
    ];
  }),
  [
    "E120.P15S",
    { ...withAnswers(man, { P15: "001" }), source: "family" },
    { ...withAnswers(child, { P15: "001" }), source: "family" },
  ],
  [
    "E120.P15S",
    { ...withAnswers(man, { P15: "001" }), source: "legal-representative" },
    withAnswers(man, { P15: "001" }),
  ],
  ["E120.P31", { ...withAnswers(woman, { P31: 1 }), source: "administration" }, withAnswers(woman, { P31: 1 })],
];

describe("edits", () => {
  it.each(cases)("%s fires for one person and is silent for another", (edit, fires, silent) => {
    expect(firedOf(fires)).toContain(edit);
    expect(firedOf(silent)).not.toContain(edit);
  });

  it("every edit of the form is among these cases", () => {
    const tested = new Set(cases.map(([edit]) => edit));
    expect(
      personQuestionnaire()
        .edits.map(({ id }) => id)
        .filter((id) => !tested.has(id)),
    ).toEqual([]);
  });

  it("E002 leaves a date of which only the year is known alone if the year fits", () => {
    expect(firedOf({ sex: "1", answers: { P01: text("150620190003"), P05: date("1815") } })).not.toContain("E002");
  });

  it("E003 fires for a number whose seventh digit names no sex", () => {
    // Twelve zeros are nobody's number: the check digit is right, digit 7 names neither century nor sex.
    const fired = firedOf(withAnswers(man, { P01: text("000000000000") }));
    expect(fired).toContain("E003");
  });

  it("E030, E037, E054, E061, E070: what is not asked is neither exported nor judged", () => {
    const answers = { P26: "2", P29: 3, "P29.1": 9, P38: "1", P18: "5", P32: "4", "P41.1": "1", P16: "kaz" } as const;
    const interview = interviewOf({ ...born("2018-06-15", "2"), answers });
    expect(Object.keys(interview.exported()).toSorted()).toEqual(["L04", "L07", "P04", "P05", "P16"]);
    expect(interview.findings()).toEqual([]);
  });

  it("says the same on the server, which knows of the others only the lines that the form names", () => {
    const tablet = interviewOf({
      ...withAnswers(man, { P26: "2", "P26.1": spouse(2) }),
      others: [{ line: 2, sex: "2", spouse: 1 }],
    });
    const answers = tablet.exported();
    const context = {
      institutionKind: "I-02",
      proxy: false,
      source: "respondent",
      line: 1,
      persons: personsNamedIn(personQuestionnaire(), answers),
    };
    const server = openInterview(personQuestionnaire(), { context, answers });
    expect(tablet.findings()).toEqual([]);
    expect(server.findings()).toEqual([]);
    expect(server.exported()).toEqual(answers);
  });

  it("hard findings block finishing, soft ones until confirmed", () => {
    const interview = interviewOf(withAnswers(man, { P16: "kaz", P18: "5", P01: text("150620190004") }));
    const blocks = (): readonly string[] =>
      checkFinished(interview).flatMap((block) =>
        block.type === "unanswered" ? [] : [`${block.type} ${block.finding.edit}`],
      );
    expect(blocks()).toEqual(["hard-finding E001", "unconfirmed-finding E060"]);
    interview.confirm("E060", "P18", null);
    expect(blocks()).toEqual(["hard-finding E001"]);
  });
});
