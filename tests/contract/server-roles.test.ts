// A later version of the questionnaire that gives every question with a role another id: what programs read of the
// answers by themselves they still find.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { personQuestionnaire, personSummary, personsNamedIn, plannedWindows } from "#census";
import { newId } from "#protocol";
import { compareVersions, moveInterview, type Answer, type AnswersByPath } from "#questionnaire";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findAtCentre } from "../../src/server/centre/centre-findings.ts";
import { runInstrumentInstall } from "../../src/server/cli/instrument-install.ts";
import { runInstrumentSign } from "../../src/server/cli/instrument-sign.ts";
import { exportForms } from "../../src/server/export/export-forms.ts";
import { openWaiting } from "../../src/server/opener/opener.ts";
import { readSettings } from "../../src/server/settings.ts";
import { random } from "../../src/server/workplace.ts";
import { csvRows } from "../support/server/csv-rows.ts";
import { createExchange } from "../support/server/exchange.ts";
import { renamedId, renamedQuestionnaire, writeRenamedForms } from "../support/server/renamed-forms.ts";
import { formOfAResident, said } from "../support/server/resident-form.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await createTestServer();
  folder = mkdtempSync(join(tmpdir(), "sanaq-roles-"));
  const settings = readSettings({ SANAQ_DATA_DIR: server.dataDir });
  const { files, out } = writeRenamedForms(server.dataDir);
  await runInstrumentSign(settings, { words: files, out });
  await runInstrumentInstall(settings, { words: [out] });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

const { post } = createExchange(() => server);
const during = Date.parse("2021-10-10T10:00:00+05:00");
const text = (value: string): Answer => ({ state: "answered", value: { kind: "text", text: value } });
const questionnaire = renamedQuestionnaire();
const version = { questionnaire, idOf: renamedId };

it("[QL93] sums up a person by the roles: what the others' edits see is the same in both versions", () => {
  const told: Readonly<Record<string, Answer>> = {
    P01: text("500517400011"),
    P02: { state: "answered", value: { kind: "name", surname: "Бәйтерекова", given: "Таңшолпан", patronymic: null } },
    P03: said("12"),
    P04: said("2"),
    P05: { state: "answered", value: { kind: "date", date: { year: 1950, month: 5, day: 17 } } },
    P26: said("2"),
    "P26.1": { state: "answered", value: { kind: "line", line: 3 } },
  };
  const summary = personSummary(2, null, { questionnaire: personQuestionnaire(), answers: told });
  expect(summary).toEqual({
    line: 2,
    iin: "500517400011",
    surname: "Бәйтерекова",
    given: "Таңшолпан",
    patronymic: null,
    born: { year: 1950, month: 5, day: 17 },
    sex: "2",
    relationship: "12",
    familyGroup: null,
    spouse: 3,
    namesNoSpouse: false,
  });
  const answers: AnswersByPath = Object.fromEntries(Object.entries(told).map(([id, one]) => [renamedId(id), one]));
  expect(personSummary(2, null, { questionnaire, answers })).toEqual(summary);
  expect(personsNamedIn(questionnaire, answers)).toEqual([{ line: 3 }]);
  const move = compareVersions(personQuestionnaire(), questionnaire);
  if (!move.ok) throw new Error(JSON.stringify(move.error));
  const moved = moveInterview({ answers: told, confirmations: [], removedRows: [], archived: [] }, move.value);
  expect(moved.content.answers).toEqual(answers);
});

it("[QL93] finds at the centre one IIN in forms of both versions, who is present, and forms that are alike", async () => {
  const list = newId(random);
  const answers = { P01: text("500517400011") };
  const one = await server.tablet();
  const two = await server.tablet();
  const later = [1, 2].map((line) => formOfAResident({ list, line, answers, version }));
  // Only the identity differs: ten forms that are alike otherwise.
  const alike = Array.from({ length: 10 }, (_none, index) =>
    formOfAResident({
      list,
      line: 100 + index,
      answers: { P05: { state: "answered", value: { kind: "date", date: { year: 1940 + index, month: 5, day: 17 } } } },
      version,
    }),
  );
  await post((await one.seal(1, null, [...later, ...alike])).bytes);
  await post((await two.seal(1, null, [formOfAResident({ line: 9, answers })])).bytes);
  await openWaiting(server.opener);
  await server.database.run("UPDATE institution SET headcount_places = 1", []);
  const findings = await findAtCentre(server.database, await server.opener.instruments(), plannedWindows, during);
  const twice = findings.filter(({ edit }) => edit === "E004");
  expect(twice.filter(({ beside }) => beside === null).map(({ line }) => line)).toEqual([1, 2]);
  expect(
    twice.flatMap(({ beside, line }) => (beside === null ? [] : [line])).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  ).toEqual([1, 2, 9, 9]);
  const whole = findings.filter(({ tablet }) => tablet === null).map(({ edit }) => edit);
  expect(whole).toContain("E110");
  expect(whole).toContain("E121");
});

it("[QL93] hands the coders the job in own words, and writes the answers under their new names", async () => {
  const tablet = await server.tablet();
  const work = { P38: said("1"), "P39.a": text("мектепте аспазшы"), "P39.b": text("мектеп") };
  const form = formOfAResident({ answers: work, version });
  await post((await tablet.seal(1, null, [form])).bytes);
  await openWaiting(server.opener);
  await exportForms(server.database, await server.opener.instruments(), folder);
  const queue = csvRows(join(folder, "coding-queue.csv")).filter(([id]) => id === form.id);
  expect(queue.map((row) => row.slice(1, 4))).toEqual([
    ["B39.a", "occupation", "мектепте аспазшы"],
    ["B39.b", "activity", "мектеп"],
  ]);
  const [head = []] = csvRows(join(folder, "persons.csv"));
  expect(head).toEqual(expect.arrayContaining(["B04", "B04_origin", "P04", "P04_origin"]));
});
