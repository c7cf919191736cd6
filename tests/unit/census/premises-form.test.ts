// Forms F1 (premises) and F2: a place, told as interviews; and what the centre sees over all lines of an institution.
import { describe, expect, it } from "vitest";
import { premisesQuestionnaire } from "#census";
import { openInterview, type Answer, type AnswersByPath, type Context, type ContextRecord } from "#questionnaire";

const code = (value: string): Answer => ({ state: "answered", value: { kind: "code", code: value } });
const number = (value: number): Answer => ({ state: "answered", value: { kind: "number", number: value } });
const text = (value: string): Answer => ({ state: "answered", value: { kind: "text", text: value } });
const named = (surname: string): Answer => ({
  state: "answered",
  value: { kind: "name", surname, given: "Тест", patronymic: null },
});
const marks = (...codes: readonly string[]): Answer => ({
  state: "answered",
  value: { kind: "codes", codes: [...codes] },
});

function place(answers: AnswersByPath, context: Context = {}) {
  return openInterview(premisesQuestionnaire(), { context: { isListHere: true, ...context }, answers });
}

const asked = (answers: AnswersByPath): readonly string[] =>
  place(answers)
    .sections()
    .filter(({ relevant }) => relevant)
    .flatMap(({ paths }) => paths);

const fired = (answers: AnswersByPath, context: Context = {}): readonly string[] =>
  place(answers, context)
    .findings()
    .map(({ edit }) => edit);

it("the list of residents is asked only where no list of respondents stands for it", () => {
  const asksFor = (isListHere: boolean): readonly string[] =>
    place({}, { isListHere })
      .sections()
      .flatMap(({ paths }) => paths);
  expect(asksFor(true)).toContain("L03");
  expect(asksFor(false)).not.toContain("L03");
});

const childrensHome = { L02: code("2"), H01: code("7") };
const familyHouse = { L02: code("1"), H01: code("1") };

/** A row of the families of staff. */
const family = (row: number, persons: number, total: number, living: number): AnswersByPath => ({
  [`H12.families[${row}].persons`]: number(persons),
  [`H12.families[${row}].total`]: number(total),
  [`H12.families[${row}].living`]: number(living),
});

describe("housing conditions", () => {
  it("of an institution are asked once for the building, without the questions of a private dwelling", () => {
    expect(asked(childrensHome)).toEqual(expect.arrayContaining(["H02", "H10"]));
    expect(asked(childrensHome)).not.toContain("H11");
    expect(asked(familyHouse)).toEqual(expect.arrayContaining(["H11", "H12", "H12.1"]));
  });

  it("of homeless persons end with the first question", () => {
    const street = asked({ L02: code("3"), H01: code("10") });
    expect(street).toContain("H01");
    expect(street).not.toContain("H02");
  });

  it("go on where the kind of quarters was refused", () => {
    const refused: Answer = { state: "refused" };
    expect(asked({ L02: code("2"), H01: refused })).toContain("H02");
    expect(fired({ L02: code("2"), H01: refused, H05: refused, H08: refused })).toEqual([]);
  });

  it("ask how far the water is only where it is not piped, and for the fuel only where something is burnt", () => {
    expect(asked({ ...childrensHome, H04: code("3") })).toContain("H04.1");
    expect(asked({ ...childrensHome, H04: code("1") })).not.toContain("H04.1");
    expect(asked({ ...childrensHome, H08: code("3") })).toContain("H08.1");
    expect(asked({ ...childrensHome, H08: code("1") })).not.toContain("H08.1");
  });

  it("have a row for each family of staff that lives on the premises in its own dwelling", () => {
    expect(asked(childrensHome)).toContain("H12.families");
    expect(asked(familyHouse)).not.toContain("H12.families");
    const two = { ...childrensHome, ...family(1, 4, 60, 40), ...family(2, 2, 30, 20) };
    // The people of the institution divide nothing here.
    expect(fired(two, { personsPresent: 200 })).toEqual([]);
    expect(place(two).question("H12.families").rows).toHaveLength(2);
    expect(fired({ ...two, ...family(2, 12, 30, 20) })).toEqual(["E103.FS"]);
    expect(fired({ ...two, ...family(2, 2, 30, 31) })).toEqual(["E103.F"]);
    expect(fired({ ...childrensHome, "H12.families": { state: "alternative", code: "0" } })).toEqual([]);
  });

  it("take 'none of these' alone", () => {
    const interview = place(childrensHome);
    interview.give("H09", marks("1", "3"));
    interview.give("H09", marks("1", "3", "5"));
    expect(interview.question("H09").answer).toEqual(marks("5"));
  });
});

const line = (facts: ContextRecord): ContextRecord => ({
  line: 1,
  stage: 1,
  hasForm: true,
  hasCertificate: true,
  closing: "interviewed",
  interviewMinutes: 14,
  alikeInARow: 1,
  isLate: false,
  ...facts,
});
const overLines = (facts: ContextRecord, more: Context = {}): Context => ({ lines: [line(facts)], ...more });

/** Edit, what it fires for, what it is silent for. */
const cases: readonly (readonly [string, [AnswersByPath, Context?], [AnswersByPath, Context?]])[] = [
  ["E101", [{ L02: code("2"), H01: code("3") }], [childrensHome]],
  ["E101", [{ L02: code("3"), H01: code("3") }], [{ L02: code("3"), H01: code("10") }]],
  [
    "E102",
    [{ ...familyHouse, H02: code("8"), H03: code("10") }],
    [{ ...familyHouse, H02: code("3"), H03: code("10") }],
  ],
  [
    "E103",
    [{ ...familyHouse, "H12.1.total": number(50), "H12.1.living": number(60) }],
    [{ ...familyHouse, "H12.1.total": number(50), "H12.1.living": number(50) }],
  ],
  [
    "E103.S",
    [{ ...familyHouse, "H12.1.total": number(8) }, { personsPresent: 4 }],
    [{ ...familyHouse, "H12.1.total": number(80) }, { personsPresent: 4 }],
  ],
  ["E103.F", [{ ...childrensHome, ...family(1, 2, 30, 31) }], [{ ...childrensHome, ...family(1, 2, 30, 30) }]],
  ["E103.FS", [{ ...childrensHome, ...family(1, 5, 14, 14) }], [{ ...childrensHome, ...family(1, 5, 15, 15) }]],
  [
    "E103.FR",
    [{ ...childrensHome, "H12.families[1].rooms": number(11) }],
    [{ ...childrensHome, "H12.families[1].rooms": number(10) }],
  ],
  ["E103.H12", [{ ...familyHouse, H12: number(11) }], [{ ...familyHouse, H12: number(10) }]],
  [
    "E104",
    [{}, overLines({ closing: "open", stage: 2 }, { isInstitutionClosed: true })],
    [{}, overLines({ closing: "refused" }, { isInstitutionClosed: true })],
  ],
  [
    "E105",
    [{}, overLines({ closing: "open" }, { isInstitutionClosed: true })],
    [{}, overLines({ closing: "open", stage: 2 }, { isInstitutionClosed: true })],
  ],
  [
    "E105",
    [{}, overLines({ closing: "open" }, { isInstitutionClosed: true })],
    [{}, overLines({ closing: "open" }, { isInstitutionClosed: false })],
  ],
  ["E110", [{}, { personsPresent: 121, places: 100 }], [{}, { personsPresent: 120, places: 100 }]],
  ["E111", [{}, { stage1Count: 100, stage2Count: 121 }], [{}, { stage1Count: 100, stage2Count: 80 }]],
  ["E111", [{}, { stage1Count: 100, stage2Count: 79 }], [{}, { stage1Count: 100, stage2Count: 120 }]],
  [
    "E112",
    [{}, overLines({ closing: "left", leftOn: { year: 2021, month: 9, day: 2 } })],
    [{}, overLines({ closing: "left", leftOn: { year: 2021, month: 8, day: 30 } })],
  ],
  ["E121", [{}, overLines({ interviewMinutes: 1.5 })], [{}, overLines({})]],
  ["E121", [{}, overLines({ alikeInARow: 10 })], [{}, overLines({ alikeInARow: 9 })]],
  ["E122", [{}, overLines({ isLate: true })], [{}, overLines({})]],
  ["L01.kato", [{ "L01.kato": code("433200000") }], [{ "L01.kato": code("431033100") }]],
  ["L01.kato", [{ "L01.kato": code("110000000") }], [{ "L01.kato": code("431910000") }]],
  ["L01.bin", [{ "L01.bin": text("990440000389") }], [{ "L01.bin": text("990440000385") }]],
  ["E007.L03", [{ "L03[1].name": named("Сынақов2") }], [{ "L03[1].name": named("Сынақов") }]],
  ["E123", [{}, overLines({ hasForm: false })], [{}, overLines({ hasForm: false, hasCertificate: false })]],
];

describe("edits over a place", () => {
  it.each(cases)("%s fires for one and is silent for another", (edit, fires, silent) => {
    expect(fired(...fires)).toContain(edit);
    expect(fired(...silent)).not.toContain(edit);
  });

  it("are all among these cases", () => {
    const tested = new Set(cases.map(([edit]) => edit));
    expect(
      premisesQuestionnaire()
        .edits.map(({ id }) => id)
        .filter((id) => !tested.has(id)),
    ).toEqual([]);
  });
});
