// A form finished with a critical edit: it is accepted and kept, and counts once the Department has permitted it. And
// what stands in the person file when two versions of the questionnaire are in use.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FormLine } from "#fieldwork";
import { newId } from "#protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { decidePermission, type PermissionWord } from "../../src/server/centre/decide-permission.ts";
import { runInstrumentInstall } from "../../src/server/cli/instrument-install.ts";
import { runInstrumentSign } from "../../src/server/cli/instrument-sign.ts";
import { exportForms, type ExportCount } from "../../src/server/export/export-forms.ts";
import { openWaiting } from "../../src/server/opener/opener.ts";
import { readSettings } from "../../src/server/settings.ts";
import { random } from "../../src/server/workplace.ts";
import { words } from "../support/questionnaire/form.ts";
import { csvRows } from "../support/server/csv-rows.ts";
import { createExchange } from "../support/server/exchange.ts";
import { writeLaterForms } from "../support/server/later-forms.ts";
import { formOfAResident, said } from "../support/server/resident-form.ts";
import { createTestServer, type TestServer } from "../support/server/test-server.ts";

const personFile = "kz2021-f3";

let server: TestServer;
let folder: string;
const early = formOfAResident({ line: 1 });
const clean = later(formOfAResident({ line: 2 }), "1", null);
const asking = later(formOfAResident({ line: 3 }), "2", "seen the paper");
const silent = later(formOfAResident({ line: 4 }), "2", null);

/** The same form by version 2, which asks P99 and has a critical edit on it. */
function later(form: FormLine, code: string, reason: string | null): FormLine {
  return {
    ...form,
    id: newId(random),
    questionnaire: form.questionnaire.map((ref) => ({ ...ref, version: ref.id === personFile ? 2 : 1 })),
    answers: { ...form.answers, P99: said(code) },
    confirmations: [
      ...form.confirmations,
      ...(reason === null ? [] : [{ edit: "K1", path: "P99", reason, atMs: form.finishedAtMs }]),
    ],
  };
}
beforeAll(async () => {
  server = await createTestServer();
  folder = mkdtempSync(join(tmpdir(), "sanaq-permission-"));
  const settings = readSettings({ SANAQ_DATA_DIR: server.dataDir });
  const critical = { id: "K1", level: "critical", when: "P99 = '2'", at: ["P99"], text: words("Is it so?") };
  const { files, out } = writeLaterForms(server.dataDir, (file) => ({
    ...file,
    edits: [...(file.edits ?? []), critical],
  }));
  expect(await runInstrumentSign(settings, { words: files, out })).toBe(0);
  expect(await runInstrumentInstall(settings, { words: [out] })).toBe(0);
  const tablet = await server.tablet();
  const { post } = createExchange(() => server);
  await post((await tablet.seal(1, null, [early, clean, asking, silent])).bytes);
  await openWaiting(server.opener);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

const table = (name: string): readonly (readonly string[])[] => csvRows(join(folder, name));
const column = (name: string): readonly string[] => {
  const [head = [], ...rows] = table("persons.csv");
  return rows.map((row) => row[head.indexOf(name)] ?? "missing");
};
const exported = async (): Promise<ExportCount> =>
  exportForms(server.database, await server.opener.instruments(), folder);
const decide = async (word: Partial<PermissionWord>) =>
  decidePermission(server.database, await server.opener.instruments(), {
    formId: asking.id,
    edit: "K1",
    isGranted: true,
    byWhom: "head of section",
    remark: null,
    atMs: server.clock.nowMs(),
    ...word,
  });

describe("a form with a critical edit", () => {
  it("[QL56] is not accepted where no permission was asked for", async () => {
    const [row] = await server.database.rows(
      z.object({ n: z.number() }),
      "SELECT count(*)::int AS n FROM form WHERE form_id = $1",
      [silent.id],
    );
    expect(row?.n).toBe(0);
  });

  it("[QL79] is accepted and waits, with the officer's reason, outside the person file", async () => {
    expect(await exported()).toMatchObject({ persons: 2, awaiting: 1, ofNoVersion: 0 });
    expect(new Set(column("form"))).toEqual(new Set([early.id, clean.id]));
    expect(table("awaiting-permission.csv")[1]?.slice(2)).toEqual([
      asking.id,
      "1",
      "3",
      "K1",
      "P99",
      "seen the paper",
      "waiting",
    ]);
  });

  it("[QL79] does not count when the Department refuses, and counts when it thinks again", async () => {
    expect(await decide({ isGranted: false })).toEqual({ ok: true, value: { questions: 1 } });
    expect(await exported()).toMatchObject({ persons: 2, awaiting: 1 });
    expect(table("awaiting-permission.csv")[1]?.at(-1)).toBe("refused");
    expect(await decide({ isGranted: true })).toEqual({ ok: true, value: { questions: 1 } });
    expect(await exported()).toMatchObject({ persons: 3, awaiting: 0 });
  });

  it("is decided only where something was asked", async () => {
    expect(await decide({ formId: newId(random) })).toEqual({ ok: false, error: { type: "form-unknown" } });
    expect(await decide({ formId: early.id })).toEqual({ ok: false, error: { type: "nothing-asked" } });
    expect(await decide({ edit: "K2" })).toEqual({ ok: false, error: { type: "nothing-asked" } });
  });
});

describe("two versions of the questionnaire in one export", () => {
  it("says of each person which version was asked, and leaves empty what it did not have", async () => {
    await exported();
    const versions = new Map(column("form").map((id, index) => [id, column("questionnaire")[index]]));
    expect(versions.get(early.id)).toContain(`${personFile}@1`);
    expect(versions.get(clean.id)).toContain(`${personFile}@2`);
    const asked = new Map(column("form").map((id, index) => [id, column("P99")[index]]));
    expect([asked.get(early.id), asked.get(clean.id)]).toEqual(["", "1"]);
    const [, ...codebook] = table("codebook.csv");
    expect(codebook.find(([name, , , , , code]) => name === "P99" && code === "")?.at(-1)).toBe(`${personFile}@2`);
    expect(codebook.find(([name, , , , , code]) => name === "P04" && code === "")?.at(-1)).toBe(
      `${personFile}@2 ${personFile}@1`,
    );
  });

  it("names a form whose version is gone, and does not drop it", async () => {
    expect(await exportForms(server.database, [], folder)).toMatchObject({ persons: 1, ofNoVersion: 2 });
    expect(
      new Set(
        table("unknown-version.csv")
          .slice(1)
          .map((row) => row[2]),
      ),
    ).toEqual(new Set([clean.id, asking.id]));
  });
});
