import { describe, expect, it } from "vitest";
import {
  answersOf,
  buildFormLine,
  FormLine,
  PayloadLine,
  payloadLineBytes,
  payloadLineBytesLimit,
  planListBatches,
  replayInterview,
  replayLine,
  replayList,
  type LineState,
} from "#fieldwork";
import {
  byAdministration,
  byRespondent,
  code,
  createOfficer,
  good,
  theInterview,
  theLine,
  theList,
} from "../../support/fieldwork/officer.ts";
import { aPerson } from "../../support/fieldwork/people.ts";

const facts = { list: theList, line: 7, context: { category: "1", proxy: false, institutionKind: "I-03" } };

describe("a finished form as a payload line", () => {
  it("carries what the Department needs and is read back by the schema unchanged", () => {
    const officer = createOfficer();
    const interview = good(
      replayInterview([
        officer.startsInterview(),
        officer.records("P04", code("2")),
        officer.confirms("E106", "L06.1", "анықтама бар"),
        officer.notes("P04", "төлқұжат бойынша"),
        officer.flags("P05"),
        officer.finishes(),
      ]),
    );
    const line = good(buildFormLine(interview, { ...facts, answers: answersOf(interview) }));
    expect(line).toMatchObject({
      typ: "form",
      id: theInterview,
      rev: 1,
      list: theList,
      line: 7,
      lineId: theLine,
      source: byRespondent,
      otherSources: {},
      answers: { P04: code("2") },
      notes: [{ path: "P04", text: "төлқұжат бойынша" }],
      flags: ["P05"],
    });
    expect(PayloadLine.parse(JSON.parse(JSON.stringify(line)))).toEqual(line);
  });

  it("of the premises has the list's id and no line's number", () => {
    const officer = createOfficer();
    const started = { ...officer.startsInterview(), lineId: theList, unit: "premises" as const };
    const interview = good(replayInterview([started, officer.records("L02", code("2")), officer.finishes()]));
    const line = good(buildFormLine(interview, { ...facts, line: 0, answers: answersOf(interview) }));
    expect(line).toMatchObject({ unit: "premises", line: 0, lineId: theList });
    expect(FormLine.safeParse(line).success).toBe(true);
    expect(FormLine.safeParse({ ...line, line: 7 }).success).toBe(false);
    expect(FormLine.safeParse({ ...line, lineId: theLine }).success).toBe(false);
    expect(FormLine.safeParse({ ...line, unit: "person" }).success).toBe(false);
  });

  it("holds only the answers that the engine exports", () => {
    const officer = createOfficer();
    const events = [officer.startsInterview(), officer.records("P04", code("2")), officer.records("P31", code("1"))];
    const interview = good(replayInterview([...events, officer.finishes()]));
    const line = good(buildFormLine(interview, { ...facts, answers: { P04: code("2") } }));
    expect(Object.keys(line.answers)).toEqual(["P04"]);
  });

  it("names the answers that came from another source than the last (O12)", () => {
    const officer = createOfficer();
    const interview = good(
      replayInterview([
        officer.startsInterview(),
        officer.records("P04", code("2")),
        officer.changesSource(byAdministration),
        officer.records("P15", { state: "unknown" }),
        officer.finishes(),
      ]),
    );
    const line = good(buildFormLine(interview, { ...facts, answers: answersOf(interview) }));
    expect(line.source).toEqual(byAdministration);
    expect(line.otherSources).toEqual({ P04: byRespondent });
  });

  it("names no source that was corrected to the last, and names one that was corrected to another (O12)", () => {
    const officer = createOfficer();
    const interview = good(
      replayInterview([
        officer.startsInterview(),
        officer.records("P04", code("2")),
        officer.changesSource(byAdministration),
        officer.correctsSource(["P04"], byAdministration),
        officer.records("P15", { state: "unknown" }),
        officer.correctsSource(["P15"], { ...byAdministration, basis: "oral" }),
        officer.finishes(),
      ]),
    );
    const line = good(buildFormLine(interview, { ...facts, answers: answersOf(interview) }));
    expect(line.otherSources).toEqual({ P15: { ...byAdministration, basis: "oral" } });
  });

  it("is not built from an interview that is open", () => {
    const officer = createOfficer();
    const open = good(replayInterview([officer.startsInterview()]));
    expect(buildFormLine(open, { ...facts, answers: {} })).toEqual({
      ok: false,
      error: { type: "interview-not-finished" },
    });
    const reopened = good(replayInterview([officer.startsInterview(), officer.finishes(), officer.reopens(2)]));
    expect(buildFormLine(reopened, { ...facts, answers: {} })).toMatchObject({
      error: { type: "interview-not-finished" },
    });
  });

  it("is refused above 64 kB, counted in bytes and not in letters", () => {
    const officer = createOfficer();
    const texts = Array.from({ length: 40 }, (_none, index) =>
      officer.records(`P${index + 1}`, { state: "answered", value: { kind: "text", text: "қ".repeat(1000) } }),
    );
    const interview = good(replayInterview([officer.startsInterview(), ...texts, officer.finishes()]));
    const line = buildFormLine(interview, { ...facts, answers: answersOf(interview) });
    expect(line).toMatchObject({ ok: false, error: { type: "line-too-long", limit: payloadLineBytesLimit } });
    expect(line.ok ? 0 : line.error.type === "line-too-long" && line.error.bytes).toBeGreaterThan(80_000);
  });

  it("counts bytes as UTF-8 does", () => {
    const officer = createOfficer();
    const interview = good(
      replayInterview([officer.startsInterview(), officer.notes("P01", "aқ€😀\ud800"), officer.finishes()]),
    );
    const line = good(buildFormLine(interview, { ...facts, answers: {} }));
    expect(payloadLineBytes(line)).toBe(new TextEncoder().encode(JSON.stringify(line)).length);
  });

  it("knows no fields but its own", () => {
    const officer = createOfficer();
    const interview = good(replayInterview([officer.startsInterview(), officer.finishes()]));
    const line = good(buildFormLine(interview, { ...facts, answers: {} }));
    expect(FormLine.safeParse({ ...line, name: "x" }).success).toBe(false);
    expect(FormLine.safeParse({ ...line, v: 2 }).success).toBe(false);
  });
});

describe("a signed list as batches (O10)", () => {
  const officer = createOfficer();

  function linesOf(count: number): readonly LineState[] {
    return Array.from({ length: count }, (_none, index) =>
      good(replayLine([officer.addsLine(index + 1, aPerson(), 0, `line${String(index + 1).padStart(18, "0")}`)])),
    );
  }

  function signedList(onList: number) {
    return good(
      replayList([officer.startsList(), officer.declaresHeadcount(onList), officer.signsList(1, onList, onList)]),
    );
  }

  it("has at most 200 persons a batch, each with its head, and every line once", () => {
    const lines = linesOf(450);
    const batches = good(planListBatches(signedList(450), lines.toReversed()));
    expect(batches.map((batch) => batch.length - 1)).toEqual([200, 200, 50]);
    expect(batches.map(([head]) => [head.part, head.parts, head.total, head.onList])).toEqual([
      [1, 3, 450, 450],
      [2, 3, 450, 450],
      [3, 3, 450, 450],
    ]);
    const numbers = batches.flatMap(([, ...persons]) => persons.map((person) => person.number));
    expect(numbers).toEqual(lines.map((line) => line.number));
    for (const line of batches.flat()) expect(PayloadLine.parse(line)).toEqual(line);
  });

  it("carries the lines that were taken off with their reason", () => {
    const off = good(replayLine([officer.addsLine(1, aPerson()), officer.takesOff("left")]));
    const [batch] = good(planListBatches(signedList(0), [off]));
    expect(batch?.[0]).toMatchObject({ total: 1, onList: 0 });
    expect(batch?.[1]).toMatchObject({ number: 1, removed: { reason: "left" } });
    const leftOn = { year: 2021, month: 9, day: 3 };
    const withDay = good(replayLine([officer.addsLine(1, aPerson()), officer.takesOff("left", 0, leftOn)]));
    const [again] = good(planListBatches(signedList(0), [withDay]));
    expect(again?.[1]).toMatchObject({ removed: { reason: "left", leftOn } });
    for (const line of again ?? []) expect(PayloadLine.parse(line)).toEqual(line);
  });

  it("is one head for an institution where nobody lives (I-15)", () => {
    const batches = good(planListBatches(signedList(0), []));
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject([{ typ: "list-head", total: 0, headcount: 0, part: 1, parts: 1 }]);
  });

  it("does not exist before the list is signed", () => {
    const open = good(replayList([officer.startsList()]));
    expect(planListBatches(open, [])).toEqual({ ok: false, error: { type: "list-not-signed" } });
  });
});
