// What only the Department can see: over persons, households, institutions and tablets.
import { newId } from "#protocol";
import type { Answer } from "#questionnaire";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plannedWindows } from "#census";
import { findAtCentre } from "../../src/server/centre/centre-findings.ts";
import { openWaiting } from "../../src/server/opener/opener.ts";
import { random } from "../../src/server/workplace.ts";
import { createExchange } from "../support/server/exchange.ts";
import { formOfAResident } from "../support/server/resident-form.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const { post } = createExchange(() => server);
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
  const findings = await findAtCentre(server.database, plannedWindows);
  const twice = findings.filter(({ edit }) => edit === "E004");
  // On each form of the list by the engine, and between the lists in both directions.
  expect(twice.filter(({ beside }) => beside === null).map(({ line }) => line)).toEqual([1, 2]);
  expect(twice.flatMap(({ beside, line }) => (beside === null ? [] : [line])).toSorted(rising)).toEqual([1, 2, 9, 9]);
  expect(twice.find(({ line }) => line === 9)?.beside).toMatch(/ № [12]$/);
});

it("says what is wrong with an institution as a whole, and keeps silent where nothing is", async () => {
  const findings = await findAtCentre(server.database, plannedWindows);
  const whole = findings.filter(({ tablet }) => tablet === null).map(({ edit }) => edit);
  // The forms were filled in September: ahead of the window of the order.
  expect(whole).toContain("E122");
  expect(whole).not.toContain("E104");
  const open = { v: 1 as const, selfCompletion: plannedWindows.selfCompletion };
  const september = [{ opens: "2021-09-01T00:00:00+05:00", closes: "2021-10-31T00:00:00+05:00" }];
  const inTime = await findAtCentre(server.database, { ...open, interviewing: september });
  expect(inTime.map(({ edit }) => edit)).not.toContain("E122");
});

it("tells no name, no IIN and no answer", async () => {
  const said = JSON.stringify(await findAtCentre(server.database, plannedWindows));
  expect(said).not.toContain("500517400011");
  expect(said).not.toContain("Бәйтерекова");
});
