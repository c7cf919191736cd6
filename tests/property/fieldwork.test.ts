import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyInterviewEvent,
  applyLineEvent,
  createListPerson,
  FormLine,
  buildFormLine,
  answersOf,
  guessList,
  InterviewEvent,
  isTidyName,
  LineEvent,
  ListField,
  ListPerson,
  nextLineNumber,
  parseListRows,
  parseName,
  planCertificate,
  replayInterview,
  replayLine,
  tidyName,
  type InterviewState,
  type LineState,
  type SourceOfAnswers,
} from "#fieldwork";
import { byAdministration, byRespondent, code, createOfficer, good } from "../support/fieldwork/officer.ts";
import { aPerson, impossibleIins, residentsFile } from "../support/fieldwork/people.ts";

const numRuns = process.env.SLOW === "1" ? 2000 : 100;

const anInterviewAct = fc.oneof(
  fc.record({
    act: fc.constant("answer" as const),
    path: fc.constantFrom("P04", "P05", "P39.a", "P21[1].language", "P21[2].language"),
    code: fc.constantFrom("1", "2"),
  }),
  fc.record({ act: fc.constant("source" as const), source: fc.constantFrom(byRespondent, byAdministration) }),
  fc.record({
    act: fc.constant("correct-source" as const),
    paths: fc.subarray(["P04", "P05", "P39.a", "P21[1].language"], { minLength: 1 }),
    source: fc.constantFrom(byRespondent, byAdministration),
  }),
  fc.record({
    act: fc.constant("language" as const),
    language: fc.constantFrom("kk" as const, "ru" as const, "en" as const),
  }),
  fc.record({ act: fc.constant("confirm" as const), edit: fc.constantFrom("E106", "E107") }),
  fc.record({ act: fc.constant("note" as const), text: fc.constantFrom("", "ескертпе") }),
  fc.record({ act: fc.constant("flag" as const), on: fc.boolean() }),
  fc.record({ act: fc.constant("remove-row" as const), row: fc.constantFrom("P21[1]", "P21[2]") }),
  fc.record({ act: fc.constant("finish" as const) }),
  fc.record({ act: fc.constant("reopen" as const) }),
);

/** A log of an interview in which every event fitted: acts that the state refused are left out, as the tablet does. */
const anInterviewLog = fc.array(anInterviewAct, { maxLength: 60 }).map((acts) => {
  const officer = createOfficer();
  const start = officer.startsInterview();
  const log: InterviewEvent[] = [start];
  let state: InterviewState = good(applyInterviewEvent(null, start));
  for (const act of acts) {
    const event =
      act.act === "answer"
        ? officer.records(act.path, code(act.code))
        : act.act === "source"
          ? officer.changesSource(act.source)
          : act.act === "correct-source"
            ? officer.correctsSource(act.paths, act.source)
            : act.act === "language"
              ? officer.changesLanguage(act.language)
              : act.act === "confirm"
                ? officer.confirms(act.edit, "P04")
                : act.act === "note"
                  ? officer.notes("P04", act.text)
                  : act.act === "flag"
                    ? officer.flags("P04", act.on)
                    : act.act === "remove-row"
                      ? officer.removesRow(act.row)
                      : act.act === "finish"
                        ? officer.finishes()
                        : officer.reopens(state.rev + 1);
    const next = applyInterviewEvent(state, event);
    if (!next.ok) continue;
    log.push(event);
    state = next.value;
  }
  return { log, state };
});

describe("an interview's log", () => {
  it("replays to the state it was written in, whole, in two pieces, and after a journey through JSON", () => {
    fc.assert(
      fc.property(anInterviewLog, fc.nat(), ({ log, state }, cut) => {
        expect(good(replayInterview(log))).toEqual(state);
        const at = 1 + (cut % log.length);
        let resumed = good(replayInterview(log.slice(0, at)));
        for (const event of log.slice(at)) resumed = good(applyInterviewEvent(resumed, event));
        expect(resumed).toEqual(state);
        const read = log.map((event) => InterviewEvent.parse(JSON.parse(JSON.stringify(event))));
        expect(good(replayInterview(read))).toEqual(state);
      }),
      { numRuns },
    );
  });

  it("never changes a state it was given", () => {
    fc.assert(
      fc.property(anInterviewLog, ({ log }) => {
        let state: InterviewState | null = null;
        for (const event of log) {
          const before = JSON.stringify(state);
          const next = applyInterviewEvent(state, event);
          expect(JSON.stringify(state)).toBe(before);
          state = good(next);
        }
      }),
      { numRuns },
    );
  });

  it("tells of each answer the last source it was given or corrected under, and of the form line the same", () => {
    fc.assert(
      fc.property(anInterviewLog, ({ log, state }) => {
        const sourceByPath = new Map<string, SourceOfAnswers>();
        let inForce: SourceOfAnswers = byRespondent;
        for (const event of log) {
          if (event.type === "source-changed") inForce = event.source;
          if (event.type === "answer-given") sourceByPath.set(event.path, inForce);
          if (event.type === "answers-source-corrected") {
            for (const path of event.paths) if (sourceByPath.has(path)) sourceByPath.set(path, event.source);
          }
          if (event.type === "row-removed") sourceByPath.delete(`${event.path}.language`);
        }
        const recorded = Object.entries(state.answers).map(([path, { source }]) => [path, source] as const);
        expect(new Map(recorded)).toEqual(sourceByPath);
        expect(state.source).toEqual(inForce);
        const line = buildFormLine(state, { list: state.lineId, line: 1, answers: answersOf(state), context: {} });
        if (!line.ok) return;
        const told = recorded.filter(([, source]) => source.kind !== inForce.kind);
        expect(line.value.otherSources).toEqual(Object.fromEntries(told));
      }),
      { numRuns },
    );
  });

  it("has as many revisions as it was reopened, and becomes a form line exactly when it is finished", () => {
    fc.assert(
      fc.property(anInterviewLog, ({ log, state }) => {
        expect(state.rev).toBe(1 + log.filter((event) => event.type === "interview-reopened").length);
        const line = buildFormLine(state, { list: state.lineId, line: 1, answers: answersOf(state), context: {} });
        expect(line.ok).toBe(state.state === "finished");
        if (line.ok) expect(FormLine.parse(line.value)).toEqual(line.value);
      }),
      { numRuns },
    );
  });
});

/** The event of handing over, or null where it is refused. */
function planGiving(
  officer: ReturnType<typeof createOfficer>,
  line: LineState,
  serial: string,
  lines: readonly { readonly state: LineState }[],
): LineEvent | null {
  const { atMs, by, listRev } = officer.takesCertificateBack();
  const known = { interview: { state: "finished" as const }, lines: lines.map(({ state }) => state), hasSeries: false };
  const planned = planCertificate(line, serial, known, { atMs, by, listRev });
  return planned.ok ? planned.value : null;
}

describe("the lines of a list", () => {
  it("replay to the state they were written in, and neither a number nor a certificate is given twice", () => {
    const anAct = fc.record({
      act: fc.constantFrom("add", "correct", "remove", "restore", "give", "take-back", "close"),
      serial: fc.constantFrom("417", "0417", "43-00118-000053-4", "43-00118-000053-8"),
      on: fc.nat({ max: 20 }),
      listRev: fc.nat({ max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(anAct, { maxLength: 60 }), (acts) => {
        const officer = createOfficer();
        const lines: { log: LineEvent[]; state: LineState }[] = [];
        const given: number[] = [];
        for (const { act, on, listRev, serial } of acts) {
          if (act === "add") {
            const number = nextLineNumber(lines.map((line) => line.state));
            const event = officer.addsLine(number, aPerson(), listRev, `line${String(number).padStart(18, "0")}`);
            lines.push({ log: [event], state: good(applyLineEvent(null, event)) });
            given.push(number);
            continue;
          }
          const line = lines[on % Math.max(1, lines.length)];
          if (line === undefined) continue;
          const event =
            act === "correct"
              ? officer.corrects(aPerson({ given: "Айша" }), listRev)
              : act === "remove"
                ? officer.takesOff("left", listRev)
                : act === "give"
                  ? planGiving(officer, line.state, serial, lines)
                  : act === "take-back"
                    ? officer.takesCertificateBack(listRev)
                    : act === "close"
                      ? officer.closes("refused", line.state.outcomeRev + 1)
                      : officer.restores(listRev);
          const next = event === null ? null : applyLineEvent(line.state, event);
          if (event === null || next === null || !next.ok) continue;
          line.log.push(event);
          line.state = next.value;
        }
        expect(new Set(given).size).toBe(given.length);
        const certificates = lines.flatMap(({ state }) => state.certificate?.number.replace(/^0+/, "") ?? []);
        expect(new Set(certificates).size).toBe(certificates.length);
        for (const { log, state } of lines) {
          const read = log.map((event) => LineEvent.parse(JSON.parse(JSON.stringify(event))));
          expect(good(replayLine(read))).toEqual(state);
        }
      }),
      { numRuns },
    );
  });
});

const aName = fc.constantFrom("Сейтов", "Әбенова", "Ким", "O'Neil", "Жапар  ", "жапар", "Cерік", "Ким2", "", "?");
const anyCell = fc.oneof(
  aName,
  fc.constantFrom(...impossibleIins, "90101190008", "150620190004", "1.5E11"),
  fc.constantFrom("14.03.2009", "1.2.03", "39886", "2009", "31.02.2009", "ер", "қыз", "жоқ", "-"),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 150 }),
);
const columns = Object.fromEntries(ListField.options.map((field, column) => [field, column]));
const aTable = fc.array(fc.array(anyCell, { maxLength: ListField.options.length + 1 }), { maxLength: 30 });

describe("an institution's file", () => {
  it("never makes the import throw, and every row with anything in it is told about exactly once", () => {
    fc.assert(
      fc.property(aTable, (rows) => {
        guessList(rows);
        const result = parseListRows(rows, residentsFile(columns), []);
        const filled = rows.flatMap((row, index) =>
          index > 0 && row.some((cell) => cell.trim() !== "") ? [index + 1] : [],
        );
        if (!result.ok) {
          expect(filled).toEqual([]);
          return;
        }
        const { accepted, alreadyThere, refused } = result.value;
        const told = [...accepted, ...alreadyThere, ...refused].map(({ row }) => row);
        expect(told.toSorted((a, b) => a - b)).toEqual(filled);
        for (const { person } of accepted) expect(ListPerson.parse(person)).toEqual(person);
      }),
      { numRuns },
    );
  });

  it("adds nothing when it comes a second time, and refuses the same rows", () => {
    const likelyRow = fc.tuple(
      fc.constantFrom("Сейтов", "Әбенова", "Абенова", "Ким"),
      fc.constantFrom("Арман", "Айша", "АЙША", "Ли2"),
      fc.constantFrom("", "Серікұлы"),
      fc.constant(""),
      fc.constantFrom("", "14.03.2009", "2009", "1.1.09"),
      fc.constantFrom("", "ер", "қыз"),
      fc.constantFrom("", "", ...impossibleIins, "90101190008"),
    );
    fc.assert(
      fc.property(fc.array(likelyRow, { minLength: 1, maxLength: 40 }), (data) => {
        const rows = [["бас"], ...data];
        const first = good(parseListRows(rows, residentsFile(columns), []));
        const lines = first.accepted.map(({ person }, index) => ({ number: index + 1, person }));
        const second = good(parseListRows(rows, residentsFile(columns), lines));
        expect(second.accepted).toEqual([]);
        expect(second.refused).toEqual(first.refused);
      }),
      { numRuns },
    );
  });
});

describe("a name", () => {
  it("is tidy after tidying, and a person made of any texts is one the list can keep", () => {
    fc.assert(
      fc.property(
        fc.oneof(aName, fc.string({ unit: "binary", maxLength: 130 })),
        fc.string({ unit: "grapheme", maxLength: 600 }),
        (name, note) => {
          expect(isTidyName(tidyName(name))).toBe(true);
          const parsed = parseName(name);
          if (parsed.ok) expect(parseName(parsed.value)).toEqual(parsed);
          const person = createListPerson({ ...aPerson(), surname: name, patronymic: name, iin: "", note });
          if (person.ok) expect(ListPerson.parse(person.value)).toEqual(person.value);
        },
      ),
      { numRuns },
    );
  });
});
