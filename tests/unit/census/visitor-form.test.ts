// Form F4: somebody who stays here for a while from abroad, told as interviews.
import { describe, expect, it } from "vitest";
import { checkFinished } from "#questionnaire";
import {
  alternative,
  askedOf,
  date,
  text,
  firedOf,
  interviewOf,
  month,
  named,
  type Person,
} from "./person-interview.ts";

const engineer: Person = {
  category: "4",
  answers: {
    "L06.country": "UZ",
    "L06.1.since": month("2021-06"),
    "L06.1.reason": "r1",
    T01: named("Каримов", "Анвар"),
    T02: "1",
    T03: date("1985-03-09"),
    T04: "UZ",
    T05: "2",
    "T05.1": "UZ",
    T06: "UZ",
    T07: "4",
    "T08.arrived": month("2021-06"),
    "T08.months": 5,
  },
};

const told = (answers: Person["answers"]): Person => ({ ...engineer, answers: { ...engineer.answers, ...answers } });

describe("a visitor from abroad", () => {
  it("is asked F4 and none of the person form, and can be finished", () => {
    const interview = interviewOf(engineer);
    expect(askedOf(interview).some((id) => id.startsWith("P"))).toBe(false);
    expect(interview.remaining()).toEqual([]);
    expect(checkFinished(interview)).toEqual([]);
  });

  it("names the state only of a foreign citizenship, and the work only where he came to work", () => {
    expect(askedOf(interviewOf(told({ T05: "3" })))).not.toContain("T05.1");
    expect(askedOf(interviewOf(told({ T07: "1" })))).toContain("T07.1");
    expect(askedOf(interviewOf(engineer))).not.toContain("T07.1");
  });

  it("is a usual resident when he stays a year, and the form says so", () => {
    expect(firedOf(told({ "T08.months": 12 }))).toContain("E108");
    expect(firedOf(told({ "T08.months": 11 }))).not.toContain("E108");
  });

  it("can be a victim of trafficking only in the centres that the order names", () => {
    const offered = (kind: string): readonly string[] =>
      interviewOf({ ...engineer, kind })
        .question("T07")
        .options.map(({ code }) => code);
    expect(offered("I-01")).toContain("9");
    expect(offered("I-11")).toContain("9");
    expect(offered("I-08")).not.toContain("9");
  });

  it("is not asked again where he was counted before", () => {
    expect(askedOf(interviewOf(told({ L07: "2" })))).not.toContain("T01");
  });

  it("may tell an IIN and need not", () => {
    expect(firedOf(told({ "T01.iin": text("850309300012") }))).toContain("E001.T01");
    expect(interviewOf(engineer).remaining()).toEqual([]);
    expect(checkFinished(interviewOf(told({ "T01.iin": alternative("0") })))).toEqual([]);
  });

  it("who was born on the last day is asked the hour, and counted only before the moment", () => {
    const baby = (hour: number) =>
      told({
        T03: date("2021-08-31"),
        "T03.hour": hour,
        "L06.1.since": month("2021-08"),
        "T08.arrived": month("2021-08"),
      });
    expect(askedOf(interviewOf(baby(22)))).toContain("T03.hour");
    expect(askedOf(interviewOf(engineer))).not.toContain("T03.hour");
    expect(firedOf(baby(23))).toContain("E006.T03");
    expect(firedOf(baby(22))).not.toContain("E006.T03");
  });
});
