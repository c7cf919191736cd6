import { guessList, matchColumns, parseListRows } from "#fieldwork";
import { describe, expect, it } from "vitest";
import { listFileBytesLimit, readListFile } from "../../../../src/worker/list-file/read-list-file.ts";
import { good } from "../../../support/fieldwork/officer.ts";
import { residentsFile } from "../../../support/fieldwork/people.ts";
import { makeWorkbook, zipDeflated } from "../../../support/fieldwork/workbook.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Bytes of windows-1251: its Russian half lies 0x350 below Unicode; a letter it does not have becomes "?", as Excel writes it. */
function windows1251(text: string): Uint8Array {
  const bytes = Array.from(text).map((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    if (point < 0x80) return point;
    if (point >= 0x410 && point <= 0x44f) return point - 0x350;
    return { Ё: 0xa8, ё: 0xb8, "№": 0xb9, І: 0xb2, і: 0xb3 }[letter] ?? 0x3f;
  });
  return new Uint8Array(bytes);
}

/** Bytes of KZ-1048: windows-1251 with Kazakh letters in the places of the foreign ones. */
function kz1048(text: string): Uint8Array {
  const kazakh = new Map(
    Array.from("ҚҺқһҰұӘӨҒҮөғәҢңү").map((letter, index) => [
      letter,
      [0x8d, 0x8e, 0x9d, 0x9e, 0xa1, 0xa2, 0xa3, 0xa5, 0xaa, 0xaf, 0xb4, 0xba, 0xbc, 0xbd, 0xbe, 0xbf][index] ?? 0,
    ]),
  );
  return new Uint8Array(Array.from(text).flatMap((letter) => kazakh.get(letter) ?? [...windows1251(letter)]));
}

async function read(bytes: Uint8Array, name = "тізім.csv") {
  return good(await readListFile(bytes, name));
}

describe("a CSV file", () => {
  const table = [
    ["Тегі", "Аты", "Ескертпе"],
    ["Жапарова", "Күміс", ""],
    ["Әбенов", "Ғани", "2; 3-топ"],
  ];

  it("is read in UTF-8, with a byte order mark and without", async () => {
    const text = 'Тегі,Аты,Ескертпе\r\nЖапарова,Күміс,\r\nӘбенов,Ғани,"2; 3-топ"\r\n';
    const plain = await read(utf8(text));
    const marked = await read(utf8(`\uFEFF${text}`));
    expect(plain).toEqual({ format: "csv", encoding: "utf-8", rows: table });
    expect(marked).toEqual(plain);
  });

  it("may have comma, semicolon or tab between the cells, whatever else stands in them", async () => {
    expect((await read(utf8('Тегі;Аты;Ескертпе\nЖапарова;Күміс;\nӘбенов;Ғани;"2; 3-топ"'))).rows).toEqual(table);
    expect((await read(utf8("Тегі\tАты\tЕскертпе\nЖапарова\tКүміс\t\nӘбенов\tҒани\t2; 3-топ"))).rows).toEqual(table);
    expect((await read(utf8("Мекеме, Қызылорда, 1 маусым, 2021\nФИО;ИИН\nКим Ли;"))).rows).toEqual([
      ["Мекеме, Қызылорда, 1 маусым, 2021"],
      ["ФИО", "ИИН"],
      ["Ким Ли", ""],
    ]);
    expect((await read(utf8("a;b\n1,2;3\n4,5;6"))).rows[0]).toEqual(["a", "b"]);
  });

  it("may name its separator in Excel's way without moving the row numbers", async () => {
    expect((await read(utf8("sep=;\r\nТегі;Аты\r\nКим;Ли"))).rows).toEqual([[""], ["Тегі", "Аты"], ["Ким", "Ли"]]);
  });

  it("keeps empty lines, so that a row's number is the number people see", async () => {
    expect((await read(utf8("Тегі,Аты\n\n\nКим,Ли\n"))).rows).toEqual([["Тегі", "Аты"], [""], [""], ["Ким", "Ли"]]);
  });

  it("is read in windows-1251 when it is not UTF-8", async () => {
    const file = await read(windows1251("№;Фамилия;Имя\n1;Соколов;Пётр\n2;Ким;Ли"));
    expect(file.encoding).toBe("windows-1251");
    expect(file.rows[1]).toEqual(["1", "Соколов", "Пётр"]);
  });

  it("has lost its Kazakh letters in windows-1251, and such names are refused, never taken maimed", async () => {
    const file = await read(windows1251("Фамилия;Имя\nСоколов;Пётр\nӘбенов;Ғани\nСерік;Нұр"));
    expect(file.rows[2]).toEqual(["?бенов", "?ани"]);
    const columns = good(guessList(file.rows)).columns;
    const { accepted, refused } = good(parseListRows(file.rows, residentsFile(columns), []));
    expect(accepted.map(({ row }) => row)).toEqual([2]);
    expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
      [3, "name-has-other-characters"],
      [4, "name-has-other-characters"],
    ]);
  });

  it("keeps its Kazakh letters in KZ-1048, the Kazakh standard of the same age", async () => {
    const text = "Тегі;Аты\nӘбенов;Ғани\nҚұлымбет;Өмірұзақ\nҢғүһ;ӨҮҰҺ\nқәңө;үұһғ";
    const file = await read(kz1048(text));
    expect(file.encoding).toBe("kz-1048");
    expect(file.rows.map((row) => row.join(";")).join("\n")).toBe(text);
  });

  it('is read in UTF-16, as Excel\'s "Unicode text"', async () => {
    const text = "\uFEFFТегі\tАты\nКүміс\tҒани";
    const little = new Uint8Array(Uint16Array.from(Array.from(text).map((letter) => letter.charCodeAt(0))).buffer);
    const big = little.map((_byte, index) => little[index ^ 1] ?? 0);
    for (const bytes of [little, big]) {
      expect(await read(bytes, "тізім.txt")).toMatchObject({
        encoding: "utf-16",
        rows: [
          ["Тегі", "Аты"],
          ["Күміс", "Ғани"],
        ],
      });
    }
  });

  it("is damaged where a quotation mark is never closed: the rest would vanish in one cell", async () => {
    expect(await readListFile(utf8('Тегі,Аты\n"Ким,Ли\nЖапарова,Күміс'), "a.csv")).toEqual({
      ok: false,
      error: { type: "file-damaged" },
    });
  });

  it("may be empty: what that means is said with the rows", async () => {
    expect((await read(new Uint8Array())).rows).toEqual([]);
  });
});

describe("an XLSX file", () => {
  const heading = ["Тегі", "Аты", "ЖСН", "Туған күні"];

  it("gives text, whole numbers with every digit and dates as yyyy-mm-dd", async () => {
    const file = await read(
      await makeWorkbook([
        {
          name: "Тізім",
          rows: [
            heading,
            ["Жапарова", "Күміс", { number: "150620190003" }, { date: 39886 }],
            ["Сейтов", "Арман", { number: "1.50620190003E11" }, { number: "39886" }],
            ["Сейтова", "Айша", "090101190008", "14.03.2009"],
            ["Ким & Ли", " Ли ", { error: "#N/A" }, null],
          ],
        },
      ]),
      "тізім.XLSX",
    );
    expect(file).toEqual({
      format: "xlsx",
      encoding: null,
      rows: [
        heading,
        ["Жапарова", "Күміс", "150620190003", "2009-03-14"],
        ["Сейтов", "Арман", "150620190003", "39886"],
        ["Сейтова", "Айша", "090101190008", "14.03.2009"],
        ["Ким & Ли", "Ли", "", ""],
      ],
    });
  });

  it("becomes people, an IIN without its leading zero included", async () => {
    const { rows } = await read(
      await makeWorkbook([
        { name: "1", rows: [heading, [], ["Сейтов", "Арман", { number: "90101190008" }, { date: 39886 }]] },
      ]),
      "a.xlsx",
    );
    const { accepted } = good(parseListRows(rows, residentsFile(matchColumns(heading)), []));
    expect(accepted).toMatchObject([
      {
        row: 3,
        person: { surname: "Сейтов", iin: "090101190008", born: { year: 2009, month: 3, day: 14 } },
        notices: ["iin-zeros-restored"],
      },
    ]);
  });

  it("is read from the sheet that is a list, and from the first where none is", async () => {
    const cover = { name: "Мұқаба", rows: [["Мекеме"], ["2021"]] };
    const list = { name: "Тізім", rows: [heading, ["Ким", "Ли"]] };
    expect((await read(await makeWorkbook([cover, list]), "a.xlsx")).rows[0]).toEqual(heading);
    expect((await read(await makeWorkbook([cover, { name: "2", rows: [["x"]] }]), "a.xlsx")).rows[0]).toEqual([
      "Мекеме",
    ]);
  });

  it("is read whole with ten thousand people, though its sheet is far above 512 kB unpacked", async () => {
    const rows = Array.from({ length: 10_000 }, (_none, index) => [
      "Сейтов",
      "Арман",
      null,
      { number: String(20_000 + index) },
    ]);
    const file = await read(await makeWorkbook([{ name: "1", rows: [heading, ...rows] }]), "a.xlsx");
    expect(file.rows).toHaveLength(10_001);
    expect(file.rows.at(-1)).toEqual(["Сейтов", "Арман", "", "29999"]);
  });

  it("is damaged when it is cut anywhere, and never anything worse", async () => {
    const whole = await makeWorkbook([{ name: "1", rows: [heading, ["Ким", "Ли"]] }]);
    for (let length = 2; length < whole.length; length += 37) {
      expect(await readListFile(whole.slice(0, length), "a.xlsx")).toEqual({
        ok: false,
        error: { type: "file-damaged" },
      });
    }
  });

  it("is damaged when its XML is broken", async () => {
    const parts = { "xl/workbook.xml": "<workbook><sheets>", "[Content_Types].xml": "<Types/>" };
    expect(await readListFile(await zipDeflated(parts), "a.xlsx")).toMatchObject({ error: { type: "file-damaged" } });
  });

  it("is too large when it explodes on unpacking", async () => {
    const parts = { "xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": new Uint8Array(65 * 1024 * 1024) };
    expect(await readListFile(await zipDeflated(parts), "a.xlsx")).toMatchObject({ error: { type: "file-too-large" } });
  });
});

describe("a file that is no list", () => {
  it.each([
    ["an old XLS workbook", "a.xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1], "xls"],
    ["a PDF", "a.csv", [0x25, 0x50, 0x44, 0x46, 0x2d], "pdf"],
    ["a picture", "a.jpg", [0xff, 0xd8, 0xff], "other"],
    ["a picture under another name", "a.csv", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00], "other"],
    ["a page of the web", "a.html", [0x3c, 0x68], "other"],
  ])("%s", async (_what, name, bytes, looksLike) => {
    expect(await readListFile(new Uint8Array(bytes), name)).toEqual({
      ok: false,
      error: { type: "not-a-list-file", looksLike },
    });
  });

  it("a text document in a ZIP", async () => {
    expect(await readListFile(await zipDeflated({ "word/document.xml": "<w/>" }), "a.xlsx")).toMatchObject({
      error: { type: "not-a-list-file", looksLike: "zip" },
    });
  });

  it("anything above 20 MB", async () => {
    expect(await readListFile(new Uint8Array(listFileBytesLimit + 1), "a.csv")).toEqual({
      ok: false,
      error: { type: "file-too-large", bytes: listFileBytesLimit + 1, limit: listFileBytesLimit },
    });
  });

  it("a table with more rows than an institution has people, title rows allowed for", async () => {
    const rows = (count: number) => utf8("Тегі;Аты\n".concat("Ким;Ли\n".repeat(count)));
    expect((await read(rows(10_000))).rows).toHaveLength(10_001);
    expect(await readListFile(rows(10_100), "a.csv")).toMatchObject({
      error: { type: "too-many-rows", limit: 10_000 },
    });
  });
});
