// What the Department takes out: one row a person, and what was said in own words for the coders.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { personQuestionnaire, personsNamedIn } from "#census";
import type { FormLine } from "#fieldwork";
import { newId } from "#protocol";
import { checkFinished, openInterview, type Answer, type Interview } from "#questionnaire";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exportPersons } from "../../src/server/export/export-persons.ts";
import { openWaiting } from "../../src/server/opener/opener.ts";
import { random } from "../../src/server/workplace.ts";
import { createExchange } from "../support/server/exchange.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";
import { withoutIin } from "../support/tablet/short-interview.ts";

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await createTestServer();
  folder = mkdtempSync(join(tmpdir(), "sanaq-export-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

const { post } = createExchange(() => server);

const said = (code: string): Answer => ({ state: "answered", value: { kind: "code", code } });
const atMs = Date.UTC(2021, 8, 3, 10);

/** Where nobody knows: "don't know", else the first thing on offer. */
function answerWhatRemains(interview: Interview): void {
  for (let step = 0; step < 200; step++) {
    const [path] = interview.remaining();
    if (path === undefined) return;
    const { specials, options, definition } = interview.question(path);
    const [first] = options;
    if (specials.some(({ state }) => state === "unknown")) interview.give(path, { state: "unknown" });
    else if (first === undefined) throw new Error(`${path} (${definition.type}) cannot be answered here`);
    else interview.give(path, said(first.code));
  }
}

/** Somebody who lives here and names an ethnic group that is on no list. */
function formOfAResident(): FormLine {
  const context = { institutionKind: "I-08", proxy: false, source: "respondent", line: 1 };
  const interview = openInterview(personQuestionnaire(), { context: { ...context, persons: [] }, answers: {} });
  const name = { kind: "name", surname: "Бәйтерекова", given: "Таңшолпан", patronymic: null } as const;
  const answers: Readonly<Record<string, Answer>> = {
    L04: said("1"),
    ...withoutIin,
    P02: { state: "answered", value: name },
    P03: said("12"),
    P04: said("2"),
    P05: { state: "answered", value: { kind: "date", date: { year: 1950, month: 5, day: 17 } } },
    P15: { state: "answered", value: { kind: "other", text: "қазақпын" } },
  };
  for (const [path, answer] of Object.entries(answers)) interview.give(path, answer);
  answerWhatRemains(interview);
  for (const block of checkFinished(interview)) {
    if (block.type !== "unconfirmed-finding") throw new Error(`the form is not complete: ${block.type}`);
    for (const path of block.finding.paths) interview.confirm(block.finding.edit, path, null);
  }
  const exported = interview.exported();
  expect(personsNamedIn(exported)).toEqual([]);
  return {
    typ: "form",
    v: 1,
    id: newId(random),
    rev: 1,
    list: newId(random),
    line: 1,
    lineId: newId(random),
    unit: "person",
    questionnaire: personQuestionnaire().forms.map(({ id, version }) => ({ id, version })),
    source: { kind: "respondent" },
    otherSources: {},
    language: "kk",
    startedAtMs: atMs,
    finishedAtMs: atMs,
    answers: exported,
    confirmations: interview.confirmations().map((confirmation) => ({ ...confirmation, atMs })),
    notes: [],
    flags: [],
    context,
  };
}

it("writes a row a person and hands what was said in own words to the coders, with what the search proposes", async () => {
  const tablet = await server.tablet();
  await post((await tablet.seal(1, null, [formOfAResident()])).bytes);
  await openWaiting(server.opener);
  expect(await exportPersons(server.database, folder)).toEqual({ persons: 1, toCode: 1 });
  const read = (name: string): readonly string[] => readFileSync(join(folder, name), "utf8").trim().split("\r\n");
  expect(read("persons.csv")).toHaveLength(2);
  expect(read("coding-queue.csv")[1]).toMatch(/,P15,ethnicity,қазақпын,/);
  expect(read("code-lists.csv").some((row) => row.startsWith("ethnicity,"))).toBe(true);
});
