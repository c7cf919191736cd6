// What the Department takes out: one row a person, and what was said in own words for the coders.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exportForms } from "../../src/server/export/export-forms.ts";
import { readClosings } from "../../src/server/store/closing-store.ts";
import { readStatus } from "../../src/server/store/status-store.ts";
import { openWaiting } from "../../src/server/opener/opener.ts";
import { createExchange } from "../support/server/exchange.ts";
import { formOfAResident, formOfThePremises } from "../support/server/resident-form.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";

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

it("writes a row a person and hands what was said in own words to the coders, with what the search proposes", async () => {
  const tablet = await server.tablet();
  const form = formOfAResident({ answers: { P15: { state: "answered", value: { kind: "other", text: "қазақпын" } } } });
  await post((await tablet.seal(1, null, [form])).bytes);
  await openWaiting(server.opener);
  expect(await exportForms(server.database, [], folder)).toEqual({
    persons: 1,
    premises: 0,
    awaiting: 0,
    ofNoVersion: 0,
    toCode: 1,
  });
  const read = (name: string): readonly string[] => readFileSync(join(folder, name), "utf8").trim().split("\r\n");
  expect(read("persons.csv")).toHaveLength(2);
  expect(read("coding-queue.csv")[1]).toMatch(/,P15,ethnicity,қазақпын,/);
  expect(read("code-lists.csv").some((row) => row.startsWith("ethnicity,"))).toBe(true);
  // The codes of districts that the Department has to confirm stand beside their list.
  expect(read("code-lists.csv").find((row) => row.startsWith("kato,"))).toMatch(/,101000000 101800000 [\d ]+$/);
});

it("writes the premises into a file of their own, and counts them among no lines and no persons", async () => {
  const tablet = await server.tablet();
  const form = formOfThePremises();
  await post((await tablet.seal(1, null, [form])).bytes);
  await openWaiting(server.opener);
  const before = readFileSync(join(folder, "persons.csv"), "utf8").trim().split("\r\n").length - 1;
  expect(await exportForms(server.database, [], folder)).toMatchObject({
    persons: before,
    premises: 1,
    ofNoVersion: 0,
  });
  const [head = "", row = "", ...others] = readFileSync(join(folder, "premises.csv"), "utf8").trim().split("\r\n");
  expect(others).toEqual([]);
  const cell = (column: string): string | undefined => row.split(",")[head.split(",").indexOf(column)];
  expect([cell("form"), cell("line"), cell("L02"), cell("H01")]).toEqual([form.id, "0", "2", "7"]);
  // The list of residents is a file of its own.
  expect(head).not.toContain("L03");
  expect(readFileSync(join(folder, "codebook.csv"), "utf8")).toMatch(/^H01,F2,H01,/m);
  const { dev } = tablet.enrolled;
  expect((await readClosings(server.database)).filter(({ sourceId }) => sourceId === dev)).toEqual([]);
  expect((await readStatus(server.database)).find(({ device }) => device === dev)).toMatchObject({
    forms: 0,
    premises: 1,
  });
});
