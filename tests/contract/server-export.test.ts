// What the Department takes out: one row a person, and what was said in own words for the coders.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exportPersons } from "../../src/server/export/export-persons.ts";
import { openWaiting } from "../../src/server/opener/opener.ts";
import { createExchange } from "../support/server/exchange.ts";
import { formOfAResident } from "../support/server/resident-form.ts";
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
  expect(await exportPersons(server.database, [], folder)).toEqual({
    persons: 1,
    awaiting: 0,
    ofNoVersion: 0,
    toCode: 1,
  });
  const read = (name: string): readonly string[] => readFileSync(join(folder, name), "utf8").trim().split("\r\n");
  expect(read("persons.csv")).toHaveLength(2);
  expect(read("coding-queue.csv")[1]).toMatch(/,P15,ethnicity,қазақпын,/);
  expect(read("code-lists.csv").some((row) => row.startsWith("ethnicity,"))).toBe(true);
});
