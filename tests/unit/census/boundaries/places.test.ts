// Forms F1 (premises) and F2 at their thresholds (instrument 6.3, 6.4 and 7: E101–E103, E110, E111), every code tried.
import { premisesQuestionnaire } from "#census";
import { openInterview, type Answer, type Context, type Interview } from "#questionnaire";
import { describe, expect, it } from "vitest";
import { codesOf } from "./variants.ts";

type Answers = Readonly<Record<string, string | number | Answer>>;

function answerOf(told: string | number | Answer): Answer {
  if (typeof told === "string") return { state: "answered", value: { kind: "code", code: told } };
  if (typeof told === "number") return { state: "answered", value: { kind: "number", number: told } };
  return told;
}

function place(answers: Answers, context: Context = {}): Interview {
  const given = Object.fromEntries(Object.entries(answers).map(([path, told]) => [path, answerOf(told)]));
  return openInterview(premisesQuestionnaire(), { context: { isListHere: false, ...context }, answers: given });
}

/** `E101 hard` where an edit fires. */
const fired = (edit: string, answers: Answers, context: Context = {}): string =>
  place(answers, context)
    .findings()
    .filter((finding) => finding.edit === edit)
    .map(({ level }) => level)
    .join();

const asks = (question: string, answers: Answers): boolean => place(answers).question(question).relevant;

const specials: Readonly<Record<string, Answer>> = { 97: { state: "refused" }, 98: { state: "unknown" } };
/** Which of the codes of a question (and 97, 98) lead to another question. */
const leadsTo = (question: string, after: string, codes: string, answers: Answers): readonly string[] =>
  [...codesOf(codes), "97", "98"].filter((code) => asks(question, { ...answers, [after]: specials[code] ?? code }));

const households = ["1", "2", "3"];
const quarters = codesOf("1-11");

describe("who is asked about housing", () => {
  it.each(codesOf("H02 H03 H04 H05 H06 H07 H08 H09 H10"))("%s: everyone but the homeless (H01 = 10)", (question) => {
    expect(leadsTo(question, "H01", "1-11", { L02: "2" })).toEqual(codesOf("1-9 11 97 98"));
    expect(asks(question, { L02: "2" })).toBe(false);
  });

  it.each(codesOf("H11 H12 H12.1"))("%s: private households, in quarters that are no institution", (question) => {
    expect(leadsTo(question, "H01", "1-11", { L02: "1" })).toEqual(codesOf("1-6 11"));
    expect(leadsTo(question, "L02", "1-3", { H01: "1" })).toEqual(["1"]);
  });

  it("H04.1: water from a well or delivered", () => {
    expect(leadsTo("H04.1", "H04", "1-4", { L02: "2", H01: "7" })).toEqual(["3", "4"]);
  });

  it("H08.1: a boiler or a stove of one's own", () => {
    expect(leadsTo("H08.1", "H08", "1-5", { L02: "2", H01: "7" })).toEqual(["2", "3"]);
  });

  it("L03: where no list of respondents stands for it", () => {
    expect(place({}, { isListHere: true }).question("L03").relevant).toBe(true);
    expect(place({}, { isListHere: false }).question("L03").relevant).toBe(false);
  });
});

describe("edits over the quarters", () => {
  it("E101 (H) finds an institution in other quarters than 7, 8, 9 and homeless persons in others than 10", () => {
    const fits: Readonly<Record<string, readonly string[]>> = { "1": quarters, "2": codesOf("7-9"), "3": ["10"] };
    for (const household of households) {
      const found = quarters.filter((kind) => fired("E101", { L02: household, H01: kind }) === "hard");
      expect(found, `L02 = ${household}`).toEqual(quarters.filter((kind) => fits[household]?.includes(kind) !== true));
    }
  });

  it("E102 (S) finds adobe and reed walls after 1990, and panel, block and concrete before 1946, in dwellings 1 to 6", () => {
    const isRare = (wall: string, built: string): boolean =>
      (codesOf("9 10").includes(wall) && codesOf("6-8").includes(built)) ||
      (codesOf("2-4 7 8").includes(wall) && built === "1");
    const wrong = quarters.flatMap((kind) =>
      codesOf("1-11").flatMap((wall) =>
        codesOf("1-8").filter((built) => {
          const expected = codesOf("1-6").includes(kind) && isRare(wall, built) ? "soft" : "";
          return fired("E102", { L02: "1", H01: kind, H02: built, H03: wall }) !== expected;
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  const dwelling: Answers = { L02: "1", H01: "1" };

  it.each([
    [50, 49, ""],
    [50, 50, ""],
    [50, 51, "hard"],
  ])("E103 (H): of %s m² in all, %s m² to live in: %s", (total, living, expected) => {
    expect(fired("E103", { ...dwelling, "H12.1.total": total, "H12.1.living": living })).toBe(expected);
  });

  it.each([
    [11, 4, "soft"],
    [12, 4, ""],
    [13, 4, ""],
    [399, 4, ""],
    [400, 4, ""],
    [401, 4, "soft"],
  ])("E103.S (S), less than 3 or more than 100 m² a person: %s m² for %s: %s", (total, persons, expected) => {
    expect(fired("E103.S", { ...dwelling, "H12.1.total": total }, { personsPresent: persons })).toBe(expected);
  });

  it.each([
    [9, ""],
    [10, ""],
    [11, "soft"],
  ])("E103.H12 (S), more than 10 rooms: %s: %s", (rooms, expected) => {
    expect(fired("E103.H12", { ...dwelling, H12: rooms })).toBe(expected);
  });

  it.each([
    ["H12", 0, 20],
    ["H12.1.total", 4, 1_000],
    ["H12.1.living", 1, 1_000],
  ])("%s takes %s to %s", (question, least, most) => {
    const fits = [least - 1, least, most, most + 1].map(
      (number) =>
        place({ ...dwelling, [question]: number })
          .question(question)
          .findings.filter(({ problem }) => problem !== null).length,
    );
    expect(fits).toEqual([1, 0, 0, 1]);
  });
});

describe("edits over the address and the list", () => {
  const written = (text: string): Answer => ({ state: "answered", value: { kind: "text", text } });
  const named = (surname: string): Answer => ({
    state: "answered",
    value: { kind: "name", surname, given: "Тест", patronymic: null },
  });

  it.each([
    ["431033100", ""],
    ["431010000", ""],
    ["433200000", "hard"],
    ["430000000", "hard"],
    ["750000000", "hard"],
  ])("L01.kato is a settlement of the region: %s %s", (code, expected) => {
    expect(fired("L01.kato", { "L01.kato": code })).toBe(expected);
  });

  it.each([
    ["990440000385", []],
    ["990440000389", ["L01.bin"]],
    ["99044000038", ["value/L01.bin"]],
    ["9904400003851", ["value/L01.bin"]],
  ])("L01.bin has twelve digits and a right check digit: %s", (bin, expected) => {
    const found = place({ "L01.bin": written(bin) }).question("L01.bin").findings;
    expect(found.map(({ edit }) => edit)).toEqual(expected);
  });

  it.each([
    ["Сынақов", ""],
    ["Сынaқов", "hard"],
    ["Сынақов2", "hard"],
  ])("E007 (H) over the list: %s %s", (surname, expected) => {
    expect(fired("E007.L03", { "L03[1].name": named(surname) }, { isListHere: true })).toBe(expected);
  });
});

describe("edits over the numbers of an institution", () => {
  const finds = (edit: string, context: Context): boolean => fired(edit, {}, { isListHere: true, ...context }) !== "";

  it("E110 finds more persons than places by more than a fifth", () => {
    expect([119, 120, 121].map((personsPresent) => finds("E110", { personsPresent, places: 100 }))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("E111 finds a second stage that differs from the first by more than a fifth", () => {
    const second = [79, 80, 81, 119, 120, 121].map((stage2Count) => finds("E111", { stage1Count: 100, stage2Count }));
    expect(second).toEqual([true, false, false, false, false, true]);
  });
});
