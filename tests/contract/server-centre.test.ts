// What only the Department can see: over persons, households, institutions and tablets.
import { newId } from "#protocol";
import type { PayloadLine } from "#fieldwork";
import type { Answer, PartialDate } from "#questionnaire";
import { afterAll, beforeAll, expect, it } from "vitest";
import { certificateNumber, plannedWindows } from "#census";
import { findAtCentre } from "../../src/server/centre/centre-findings.ts";
import { openWaiting } from "../../src/server/opener/opener.ts";
import { random } from "../../src/server/workplace.ts";
import { createExchange } from "../support/server/exchange.ts";
import { readDevices } from "../../src/server/store/device-store.ts";
import { formOfAResident, said } from "../support/server/resident-form.ts";
import { listOf } from "../support/server/server-tablet.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const { post } = createExchange(() => server);
const during = Date.parse("2021-10-10T10:00:00+05:00");
const rising = (a: number | null, b: number | null): number => (a ?? 0) - (b ?? 0);
const text = (value: string): Answer => ({ state: "answered", value: { kind: "text", text: value } });

it("finds one IIN in two forms of a list, and in two institutions' lists", async () => {
  const list = newId(random);
  const answers = { P01: text("500517400011") };
  const one = await server.tablet();
  const two = await server.tablet();
  const first = formOfAResident({ list, line: 1, answers });
  const second = formOfAResident({ list, line: 2, answers });
  await post((await one.seal(1, null, [first, second])).bytes);
  await post((await two.seal(1, null, [formOfAResident({ line: 9, answers })])).bytes);
  await openWaiting(server.opener);
  const findings = await findAtCentre(server.database, [], plannedWindows, during);
  const twice = findings.filter(({ edit }) => edit === "E004");
  // On each form of the list by the engine, and between the lists in both directions.
  expect(twice.filter(({ beside }) => beside === null).map(({ line }) => line)).toEqual([1, 2]);
  expect(twice.flatMap(({ beside, line }) => (beside === null ? [] : [line])).toSorted(rising)).toEqual([1, 2, 9, 9]);
  expect(twice.find(({ line }) => line === 9)?.beside).toMatch(/ № [12]$/);
});

it("finds spouses who do not name each other, and waits for the one who has not been interviewed", async () => {
  const tablet = await server.tablet();
  const code = (value: string): Answer => ({ state: "answered", value: { kind: "code", code: value } });
  const names = (line: number): Answer => ({ state: "answered", value: { kind: "line", line } });
  const list = newId(random);
  const husband = (line: number): Record<string, Answer> => ({
    P26: code("2"),
    "P26.1": names(line + 1),
    P27: code("1"),
  });
  const forms = [
    formOfAResident({ list, line: 21, answers: husband(21) }),
    formOfAResident({ list, line: 22, answers: { P26: code("4"), P27: code("1") } }),
    formOfAResident({ list, line: 31, answers: husband(31) }),
  ];
  await post((await tablet.seal(1, null, forms)).bytes);
  await openWaiting(server.opener);
  const findings = await findAtCentre(server.database, [], plannedWindows, during);
  const lines = findings.flatMap(({ edit, line }) => (edit === "E031" ? [line] : []));
  expect(lines.toSorted(rising)).toEqual([21, 22]);
});

const after = Date.parse("2021-12-01T10:00:00+05:00");
const whole = async (nowMs: number, windows = plannedWindows): Promise<readonly string[]> =>
  (await findAtCentre(server.database, [], windows, nowMs))
    .filter(({ tablet }) => tablet === null)
    .map(({ edit }) => edit);

it("says that a form was filled out of time, and by windows that were moved that it was not", async () => {
  // The forms were filled in September: ahead of the window of the order.
  expect(await whole(during)).toContain("E122");
  const september = [{ opens: "2021-09-01T00:00:00+05:00", closes: "2021-10-31T00:00:00+05:00" }];
  expect(await whole(during, { ...plannedWindows, interviewing: september })).not.toContain("E122");
});

it("says after the last window, and not before, that lines of the list are open", async () => {
  const tablet = await server.tablet();
  await post((await tablet.seal(1, null, listOf(random, 3, server.clock.nowMs()))).bytes);
  await openWaiting(server.opener);
  expect(await whole(during)).not.toContain("E104");
  const open = await whole(after);
  expect(open).toContain("E104");
  expect(open).toContain("E105");
});

const levelOf = async (edit: string): Promise<string | null> =>
  (await findAtCentre(server.database, [], plannedWindows, during)).find(
    (found) => found.edit === edit && found.tablet === null,
  )?.level ?? null;

it("says that somebody was taken off who left after the census moment, and of no other", async () => {
  const tablet = await server.tablet();
  const lines = listOf(random, 3, server.clock.nowMs());
  /** The list again as its next revision, all taken off, each with the day it says. */
  const takenOff = (rev: number, days: readonly (PartialDate | null)[]): readonly PayloadLine[] =>
    lines.map((line) => {
      if (line.typ === "list-head") return { ...line, rev, onList: 0, differenceReason: "Барлығы кетті" };
      const leftOn = days[line.number - 1] ?? null;
      return { ...line, rev, removed: leftOn === null ? { reason: "left" } : { reason: "left", leftOn } };
    });
  const last = { year: 2021, month: 8, day: 31 };
  const first = await tablet.seal(1, null, takenOff(1, [last, null, { year: 2021, month: null, day: null }]));
  await post(first.bytes);
  await openWaiting(server.opener);
  expect(await levelOf("E112")).toBeNull();
  const second = await tablet.seal(2, first, takenOff(2, [last, { year: 2021, month: 9, day: 1 }, null]));
  await post(second.bytes);
  await openWaiting(server.opener);
  expect(await levelOf("E112")).toBe("soft");
});

it("says that a certificate was shown of a line that has no form", async () => {
  const tablet = await server.tablet();
  const elsewhere = await server.tablet();
  const devices = await readDevices(server.database);
  const series = devices.find(({ sourceId }) => sourceId === tablet.enrolled.dev)?.certificateSeries ?? 0;
  const list = listOf(random, 2, server.clock.nowMs());
  const [, one] = list;
  if (one?.typ !== "list-line") throw new Error("the list has no line");
  const withForm = { ...formOfAResident({ list: one.list, line: 1 }), lineId: one.lineId };
  await post((await tablet.seal(1, null, [...list, withForm])).bytes);
  const showing = (number: string) => formOfAResident({ answers: { L07: said("2"), "L07.number": text(number) } });
  const toForm = certificateNumber({ series, counter: 1 });
  const first = await elsewhere.seal(1, null, [showing(toForm), showing("43-99999-000002-0"), showing("жоқ")]);
  await post(first.bytes);
  await openWaiting(server.opener);
  expect(await levelOf("E123")).toBeNull();
  const toNoForm = certificateNumber({ series, counter: 2 });
  await post((await elsewhere.seal(2, first, [showing(toNoForm)])).bytes);
  await openWaiting(server.opener);
  expect(await levelOf("E123")).toBe("hard");
});

it("gives each edit over an institution the level of the instrument", async () => {
  const levels = new Map(
    (await findAtCentre(server.database, [], plannedWindows, after)).map(({ edit, level }) => [edit, level]),
  );
  expect([levels.get("E104"), levels.get("E105"), levels.get("E112"), levels.get("E122"), levels.get("E123")]).toEqual([
    "hard",
    "hard",
    "soft",
    "soft",
    "hard",
  ]);
});

it("says that more people are in the house than it has places, whoever they are", async () => {
  expect(await whole(during)).not.toContain("E110");
  await server.database.run("UPDATE institution SET headcount_places = 1", []);
  expect(await whole(during)).toContain("E110");
});

it("says that one officer's forms are alike ten times over, or were filled in no time", async () => {
  expect(await whole(during)).not.toContain("E121");
  const tablet = await server.tablet();
  const list = newId(random);
  const forms = Array.from({ length: 10 }, (_none, index) => formOfAResident({ list, line: 100 + index }));
  await post((await tablet.seal(1, null, forms)).bytes);
  await openWaiting(server.opener);
  expect(await whole(during)).toContain("E121");
});

it("tells no name, no IIN and no answer", async () => {
  const said = JSON.stringify(await findAtCentre(server.database, [], plannedWindows, during));
  expect(said).not.toContain("500517400011");
  expect(said).not.toContain("Бәйтерекова");
});
