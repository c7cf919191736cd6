// How each line of a list stands at the Department: what was sent last counts, a form counts above an outcome (O11).
import type { FormLine, ListHeadLine, ListPersonLine, OutcomeLine } from "#fieldwork";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWaiting } from "../../src/server/opener/opener.ts";
import { readClosings } from "../../src/server/store/closing-store.ts";
import { readStatus } from "../../src/server/store/status-store.ts";
import { random } from "../../src/server/workplace.ts";
import { createExchange } from "../support/server/exchange.ts";
import { listOf } from "../support/server/server-tablet.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const { post } = createExchange(() => server);

function isPerson(line: ListHeadLine | ListPersonLine): line is ListPersonLine {
  return line.typ === "list-line";
}

it("counts every line once, by its newest word", async () => {
  const tablet = await server.tablet();
  const nowMs = server.clock.nowMs();
  const list = listOf(random, 5, nowMs).map((line) =>
    line.typ === "list-line" && line.number === 5 ? { ...line, removed: { reason: "left" as const } } : line,
  );
  const people = list.filter(isPerson);
  const said = (number: number, rev: number, outcome: OutcomeLine["outcome"]): OutcomeLine => {
    const person = people[number - 1];
    if (person === undefined) throw new Error("nobody has this number");
    const { lineId } = person;
    return { typ: "outcome", v: 1, list: person.list, lineId, line: number, rev, outcome, note: null, atMs: nowMs };
  };
  const batches: readonly (readonly (FormLine | ListHeadLine | ListPersonLine | OutcomeLine)[])[] = [
    list,
    [said(1, 1, "absent"), said(2, 1, "absent")],
    // Later words arrive with the same batch or another; the revision decides, not the order.
    [said(1, 2, "refused"), said(2, 2, null), said(3, 1, "unable")],
    [said(1, 1, "absent"), said(5, 1, "refused")],
  ];
  let last: Awaited<ReturnType<typeof tablet.seal>> | null = null;
  for (const [index, lines] of batches.entries()) {
    last = await tablet.seal(index + 1, last, lines);
    expect((await post(last.bytes)).status).toBe(201);
  }
  await openWaiting(server.opener);
  const closings = (await readClosings(server.database)).filter(({ sourceId }) => sourceId === tablet.enrolled.dev);
  expect(closings.map(({ line, closing, stage }) => [line, closing, stage])).toEqual([
    [1, "refused", 1],
    [2, "open", 1],
    [3, "unable", 1],
    [4, "open", 1],
    [5, "left", 1],
  ]);
  const status = (await readStatus(server.database)).find(({ device }) => device === tablet.enrolled.dev);
  expect(status).toMatchObject({ lines: 5, forms: 0, outcomes: 3 });
});
