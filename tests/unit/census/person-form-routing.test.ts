// Who is asked what (instrument 6.2), told as people.
import { describe, expect, it } from "vitest";
import { alternative, askedOf, date, interviewOf, refused, unknown, type Person } from "./person-interview.ts";

const asked = (person: Person): readonly string[] => askedOf(interviewOf(person));

const infant: Person = { born: "2021-03-02", sex: "2" };
const toddler: Person = { born: "2018-02-01", sex: "1" };
const fiveYearOld: Person = { born: "2016-02-01", sex: "1" };
const schoolchild: Person = { born: "2010-03-17", sex: "1" };
const woman: Person = { born: "1990-06-15", sex: "2" };
const man: Person = { born: "1980-06-15", sex: "1" };
const grandmother: Person = { born: "1945-06-15", sex: "2" };
const firstForm = ["L04", "L07"];
const identification = ["P01", "P02", "P03", "P04", "P05"];

describe("who is asked what", () => {
  it("asks an infant the questions for everyone and nothing else", () => {
    expect(asked(infant)).toEqual([
      ...firstForm,
      ...identification,
      ..."P06 P07 P08 P12 P15 P16 P22 P23 P37 P41".split(" "),
    ]);
  });

  it("asks a schoolchild of eleven about thirty questions", () => {
    expect(asked(schoolchild)).toEqual([
      ...firstForm,
      ...identification,
      ..."P06 P07 P08 P12 P13 P15 P16 P17 P18 P19 P20 P21 P22".split(" "),
      ..."P23 P24 P25 P32 P33 P34 P35 P36 P37 P41".split(" "),
    ]);
  });

  it("asks a woman of childbearing age about children and plans", () => {
    const questions = asked(woman);
    expect(questions).toEqual(expect.arrayContaining(["P14", "P26", "P29", "P31", "P38", "P41.1", "P42"]));
  });

  it("asks a man everything of an adult but the questions for women", () => {
    const questions = asked(man);
    expect(questions).toEqual(expect.arrayContaining(["P14", "P26", "P38", "P41.1", "P42"]));
    expect(questions.filter((id) => ["P29", "P30", "P31"].includes(id))).toEqual([]);
  });

  it("does not ask people of 70 about school, nor women past 49 about more children", () => {
    const questions = asked(grandmother);
    expect(questions).not.toContain("P23");
    expect(questions).not.toContain("P31");
    expect(questions).toContain("P29");
    expect(asked({ born: "1951-09-01", sex: "1" })).toContain("P23");
    expect(asked({ born: "1951-08-31", sex: "1" })).not.toContain("P23");
  });

  it("asks somebody who stays for a while P01 to P05 and the usual home, nothing more", () => {
    expect(asked({ ...woman, category: "3" })).toEqual(["L04", "L06", "L06.1", "L07", ...identification]);
  });

  it("leaves a visitor from abroad to form F4", () => {
    expect(asked({ ...woman, category: "4" })).toEqual([
      "L04",
      "L06",
      "L06.1",
      "L07",
      "T01",
      "T01.iin",
      "T02",
      "T03",
      "T04",
      "T05",
      "T06",
      "T07",
      "T08",
    ]);
  });

  it("asks somebody absent where he is and why", () => {
    expect(asked({ ...man, category: "2" }).slice(0, 4)).toEqual(["L04", "L05", "L05.1", "L07"]);
    expect(asked({ ...man, category: "2", answers: { L05: "1" } })).toContain("L05.kato");
    expect(asked({ ...man, category: "2", answers: { L05: "2" } })).toContain("L05.country");
    expect(asked(man)).not.toContain("L05");
  });

  it("does not open the person form for somebody counted before", () => {
    for (const answer of ["1", "2"]) {
      expect(asked({ ...man, answers: { L07: answer } })).toEqual(["L04", "L07", "L07.number"]);
    }
    expect(asked({ ...man, answers: { L07: unknown } })).toContain("P01");
    expect(asked({ ...man, answers: { L07: refused } })).toContain("P01");
  });
});

const adult = { born: "1980-06-15", sex: "1" } as const;

/** Question, somebody who is asked it, somebody who is not. */
const rules: readonly (readonly [string, Person, Person])[] = [
  ["P01.1", { ...man, answers: { P01: alternative("0") } }, man],
  ["P01.1", { ...man, answers: { P01: unknown } }, { ...man, answers: { P01: refused } }],
  ["P03.group", { ...man, answers: { P03: "1" } }, { ...man, answers: { P03: "12" } }],
  ["P05.hour", { ...infant, born: "2021-08-31" }, { ...infant, born: "2021-08-30" }],
  ["P05.1", { ...man, born: "1980" }, man],
  ["P05.1", { sex: "1", answers: { P05: unknown } }, { sex: "1" }],
  ["P07.1", { ...man, answers: { P07: "2" } }, { ...man, answers: { P07: "3" } }],
  ["P09", { ...man, answers: { P08: "2" } }, { ...man, answers: { P08: "1" } }],
  ["P10", { ...man, answers: { P08: unknown } }, { ...man, answers: { P08: "1" } }],
  ["P11", { ...man, answers: { P08: "2" } }, man],
  ["P12.1", { ...man, answers: { P12: "1" } }, { ...man, answers: { P12: "2" } }],
  ["P13", { ...infant, born: "2020-08-31" }, { ...infant, born: "2020-09-01" }],
  ["P13.kato", { ...man, answers: { P13: "2" } }, { ...man, answers: { P13: "1" } }],
  ["P13.country", { ...man, answers: { P13: "3" } }, { ...man, answers: { P13: "2" } }],
  ["P14", { ...adult, born: "2006-08-31" }, { ...adult, born: "2006-09-01" }],
  ["P14", man, { ...man, source: "administration" }],
  ["P14.1", { ...man, answers: { P14: "3" } }, { ...man, answers: { P14: "1" } }],
  ["P17", toddler, infant],
  ["P18", fiveYearOld, toddler],
  ["P21", fiveYearOld, toddler],
  ["P32", fiveYearOld, toddler],
  ["P23.1", { ...schoolchild, answers: { P23: "1" } }, { ...schoolchild, answers: { P23: "2" } }],
  ["P24", { ...schoolchild, born: "2015-08-31" }, { ...schoolchild, born: "2015-09-01" }],
  ["P25", { ...schoolchild, born: "2015-08-31" }, fiveYearOld],
  ["P24.1", { ...man, answers: { P24: "7" } }, { ...man, answers: { P24: "6" } }],
  [
    "P24.1",
    { ...man, born: "1999-08-31", answers: { P24: "7" } },
    { ...man, born: "1999-09-01", answers: { P24: "7" } },
  ],
  ["P24.2", { ...schoolchild, answers: { P24: "0" } }, { ...schoolchild, born: "2012-01-10", answers: { P24: "0" } }],
  ["P26", { ...adult, born: "2006-08-31" }, { ...adult, born: "2006-09-01" }],
  ["P26.1", { ...man, answers: { P26: "3" } }, { ...man, answers: { P26: "4" } }],
  ["P27", { ...man, answers: { P26: "6" } }, { ...man, answers: { P26: "1" } }],
  ["P28", { ...man, answers: { P26: "2" } }, { ...man, answers: { P26: refused } }],
  ["P29", { ...woman, born: "2006-08-31" }, { ...woman, born: "2006-09-01" }],
  ["P29", woman, man],
  ["P29.1", { ...woman, answers: { P29: 1 } }, { ...woman, answers: { P29: 0 } }],
  ["P30", { ...woman, answers: { P29: 2 } }, { ...woman, answers: { P29: refused } }],
  ["P31", { ...woman, born: "1971-09-01" }, { ...woman, born: "1971-08-31" }],
  ["P37.1", { ...man, answers: { P37: ["1", "4"] } }, { ...man, answers: { P37: ["1"] } }],
  ["P38", { ...adult, born: "2006-08-31" }, schoolchild],
  ["P38.1", { ...man, answers: { P38: "2" } }, { ...man, answers: { P38: "1" } }],
  ["P39", { ...man, answers: { P38: "3" } }, { ...man, answers: { P38: "4" } }],
  ["P40", { ...man, answers: { P38: unknown } }, { ...man, answers: { P38: "1" } }],
  ["P40.1", { ...man, answers: { P38: "5", P40: "3" } }, { ...man, answers: { P38: "5", P40: unknown } }],
  ["P41.1", { ...adult, born: "2003-08-31" }, { ...adult, born: "2003-09-01" }],
  ["P42", { ...adult, born: "2006-08-31" }, schoolchild],
  ["P42.1", { ...man, answers: { P42: "1" } }, { ...man, answers: { P42: "2" } }],
];

describe("each rule of the way", () => {
  it.each(rules)("asks %s of one person and not of another", (question, yes, no) => {
    expect(asked(yes)).toContain(question);
    expect(asked(no)).not.toContain(question);
  });

  it("offers ways out of work by what was said about looking for it", () => {
    const options = (looked: string): readonly string[] =>
      interviewOf({ ...man, answers: { P38: "5", P40: looked } })
        .question("P40.1")
        .options.map(({ code }) => code);
    expect(options("1")).toEqual(["1", "2"]);
    expect(options("3")).toEqual(["3", "4", "5", "6", "7", "8", "9"]);
  });

  it("takes the main livelihood from those marked", () => {
    const { options } = interviewOf({ ...man, answers: { P37: ["4", "9"] } }).question("P37.1");
    expect(options.map(({ code }) => code)).toEqual(["4", "9"]);
  });

  it("offers an unknown sex for an unidentified person only", () => {
    const nobody = "АТЫ БЕЛГІСІЗ / НЕИЗВЕСТЕН";
    const offered = (surname: string): number =>
      interviewOf({
        answers: { P02: { state: "answered", value: { kind: "name", surname, given: surname, patronymic: null } } },
      }).question("P04").alternatives.length;
    expect(offered(nobody)).toBe(1);
    expect(offered("Сынақов")).toBe(0);
  });

  it("computes age at the census moment, and from the stated age where the date is not whole", () => {
    expect(interviewOf({ born: "2000-08-31" }).value("age")).toBe(21);
    expect(interviewOf({ born: "2000-09-01" }).value("age")).toBe(20);
    expect(interviewOf({ born: "2000", answers: { "P05.1": 21 } }).value("age")).toBe(21);
    expect(interviewOf({ answers: { P05: refused, "P05.1": unknown } }).value("age")).toBeNull();
  });

  it("sets aside what a corrected age no longer asks", () => {
    const interview = interviewOf({ ...woman, answers: { P26: "2", P38: "1", P29: 3 } });
    interview.give("P05", date("2015-06-15"));
    const exported = Object.keys(interview.exported());
    expect(exported).not.toEqual(expect.arrayContaining(["P26"]));
    expect(exported.filter((path) => ["P26", "P38", "P29"].includes(path))).toEqual([]);
    interview.give("P05", date("1990-06-15"));
    expect(Object.keys(interview.exported())).toEqual(expect.arrayContaining(["P26", "P38", "P29"]));
  });
});
