// The command, over a real workbook on disk.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Refusal } from "../../../src/server/cli/command.ts";
import { runInstrumentImportXlsform } from "../../../src/server/cli/instrument-import-xlsform.ts";
import { readSettings } from "../../../src/server/settings.ts";
import { makeWorkbook } from "../../support/fieldwork/workbook.ts";

let folder: string;
let said: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sanaq-xlsform-"));
  said = "";
  const hear = (text: string | Uint8Array): boolean => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(hear);
  vi.spyOn(process.stderr, "write").mockImplementation(hear);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function run(file: string, lang: string): Promise<number | string> {
  try {
    return await runInstrumentImportXlsform(readSettings({ SANAQ_DATA_DIR: folder }), {
      words: [file],
      out: join(folder, "form.json"),
      lang,
    });
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.code;
    throw refusal;
  }
}

it("writes the definition and names what is not in it", async () => {
  const file = join(folder, "household.xlsx");
  const survey = [
    ["type", "name", "label::Русский (ru)", "relevant"],
    ["select_one yn", "works", "Вы работаете?", null],
    ["text", "job", "Кем?", "${works} = 'yes'"],
    ["geopoint", "where", "Где?", null],
  ];
  const choices = [
    ["list_name", "name", "label::Русский (ru)"],
    ["yn", "yes", "Да"],
    ["yn", "no", "Нет"],
  ];
  writeFileSync(
    file,
    await makeWorkbook([
      { name: "survey", rows: survey },
      { name: "choices", rows: choices },
    ]),
  );
  expect(await run(file, "ru")).toBe(0);
  const written: unknown = JSON.parse(readFileSync(join(folder, "form.json"), "utf8"));
  expect(written).toMatchObject({
    sections: [{ questions: [{ id: "WORKS" }, { id: "JOB", relevant: "(WORKS = 'yes')" }] }],
  });
  expect(said).toContain("survey, строка 4, type: такого вида нет — geopoint");
  expect(said).toContain("Записано: ");
});

it("refuses what is no workbook, in the language asked for", async () => {
  const file = join(folder, "letter.xlsx");
  writeFileSync(file, "not a workbook");
  expect(await run(file, "kk")).toBe("not-a-workbook");
  writeFileSync(file, await makeWorkbook([{ name: "Sheet1", rows: [["a"]] }]));
  expect(await run(file, "kk")).toBe("no-survey-sheet");
});
