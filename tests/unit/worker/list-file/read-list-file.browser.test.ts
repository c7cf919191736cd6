// In a real browser: the content security policy lets no code start a worker from a blob: address, and the list file
// is already read inside our own worker. So reading must start none, however large the sheet is.
import { afterEach, expect, it, vi } from "vitest";
import { readListFile } from "../../../../src/worker/list-file/read-list-file.ts";
import { makeWorkbook } from "../../../support/fieldwork/workbook.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("reads a large workbook without starting a worker", async () => {
  let started = 0;
  vi.stubGlobal(
    "Worker",
    class {
      constructor() {
        started += 1;
        throw new Error("refused by the content security policy");
      }
    },
  );
  const people = Array.from({ length: 9000 }, (_none, index) => [
    "Сейтов",
    "Арман",
    { number: String(20_000 + index) },
  ]);
  const bytes = await makeWorkbook([{ name: "Тізім", rows: [["Тегі", "Аты", "Туған күні"], ...people] }]);
  const file = await readListFile(bytes, "тізім.xlsx");
  expect(started).toBe(0);
  expect(file.ok && [file.value.format, file.value.rows.length, file.value.rows[9000]]).toEqual([
    "xlsx",
    9001,
    ["Сейтов", "Арман", "28999"],
  ]);
});

it("reads windows-1251", async () => {
  const file = await readListFile(
    new Uint8Array([0xd4, 0xc8, 0xce, 0x0a, 0xca, 0xe8, 0xec, 0x20, 0xcb, 0xe8]),
    "тізім.csv",
  );
  expect(file).toEqual({
    ok: true,
    value: { format: "csv", encoding: "windows-1251", rows: [["ФИО"], ["Ким Ли"]] },
  });
});
