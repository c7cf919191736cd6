import { describe, expect, it } from "vitest";
import {
  guessList,
  matchColumns,
  parseListRows,
  type ListImport,
  type NumberedPerson,
  type TableRows,
} from "#fieldwork";
import { good } from "../../support/fieldwork/officer.ts";
import { aPerson, residentsFile } from "../../support/fieldwork/people.ts";

const heading = ["Тегі", "Аты", "Әкесінің аты", "ЖСН", "Туған күні", "Жынысы", "Ескертпе"];

function importRows(data: TableRows, existing: readonly NumberedPerson[] = [], header = heading): ListImport {
  return good(parseListRows([header, ...data], residentsFile(matchColumns(header)), existing));
}

const kumis = ["Жапарова", "Күміс", "Өтегенқызы", "", "14.03.2009", "қыз", ""];
const arman = ["Сейтов", "Арман", "", "150620190003", "2010", "ұл", "3-топ"];

describe("an institution's file becomes people on the list", () => {
  it("brings each good row in", () => {
    const { accepted, refused, alreadyThere } = importRows([kumis, arman]);
    expect(accepted).toEqual([
      { row: 2, person: aPerson(), notices: [] },
      {
        row: 3,
        person: aPerson({
          surname: "Сейтов",
          given: "Арман",
          patronymic: null,
          iin: "150620190003",
          born: { year: 2010, month: null, day: null },
          sex: "1",
          note: "3-топ",
        }),
        notices: [],
      },
    ]);
    expect([refused, alreadyThere]).toEqual([[], []]);
  });

  it("names each refused row with its number, column and reason, and takes the others", () => {
    const { accepted, refused } = importRows([
      kumis,
      ["", "Арман", "", "", "", "", ""],
      [],
      ["Сейтов", "Арман", "", "150620190004", "", "", ""],
      ["Сейт0в", "Арман", "", "", "", "", ""],
      ["Сейтов", "Apман", "", "", "", "", ""],
      ["Сейтов", "Арман", "", "", "14.03.09", "", ""],
      ["Сейтов", "Арман", "", "", "31.02.2009", "", ""],
      ["Сейтов", "Арман", "", "", "", "?м", ""],
      ["Сейтов", "Арман", "", "", "", "ер", "x".repeat(501)],
      ["Сейтов"],
    ]);
    expect(accepted.map(({ row }) => row)).toEqual([2]);
    expect(refused).toEqual([
      { row: 3, column: 0, reason: "name-missing" },
      { row: 5, column: 3, reason: "iin-check-digit" },
      { row: 6, column: 0, reason: "name-has-digits" },
      { row: 7, column: 1, reason: "name-mixes-alphabets" },
      { row: 8, column: 4, reason: "date-two-digit-year" },
      { row: 9, column: 4, reason: "date-impossible" },
      { row: 10, column: 5, reason: "sex-not-understood" },
      { row: 11, column: 6, reason: "note-too-long" },
      { row: 12, column: 1, reason: "name-missing" },
    ]);
  });

  it("never requires an IIN, and reads the usual words for none", () => {
    const rows = ["", "-", "—", "жоқ", "Нет", "0", "000000000000"].map((iin, index) => [
      "Сейтов",
      "Арман",
      "",
      iin,
      String(1950 + index),
      "",
      "",
    ]);
    const { accepted } = importRows(rows);
    expect(accepted.map(({ person }) => person.iin)).toEqual(rows.map(() => null));
  });

  it("puts lost leading zeros of an IIN back where the check digit proves them, and says so", () => {
    const { accepted, refused } = importRows([
      ["Сейтов", "Арман", "", "90101190008", "", "", ""],
      ["Сейтов", "Ерлан", "", "90101190009", "", "", ""],
      ["Сейтов", "Марат", "", "520714 190002", "", "", ""],
      ["Сейтова", "Айша", "", "520714190308.0", "", "", ""],
      ["Сейтова", "Алма", "", "1,50620E+11", "", "", ""],
    ]);
    expect(accepted.map(({ person, notices }) => [person.iin, notices])).toEqual([
      ["090101190008", ["iin-zeros-restored"]],
      ["520714190002", []],
      ["520714190308", []],
    ]);
    expect(refused).toEqual([
      { row: 3, column: 3, reason: "iin-not-12-digits" },
      { row: 6, column: 3, reason: "iin-rounded" },
    ]);
  });

  it("splits a full name in one cell", () => {
    const { accepted, refused } = importRows(
      [
        ["1", "Жапарова Күміс Өтегенқызы"],
        ["2", "Сейтов  Арман"],
        ["3", "Мамедов Али Гусейн оглы"],
        ["4", "Әбілқасым, Нұр Сұлтан"],
        ["5", "Ли Ким Сон Ён"],
        ["6", "Жапарова"],
        ["7", "Ахметов А.Б."],
      ],
      [],
      ["№", "Аты-жөні"],
    );
    expect(accepted.map(({ person: p, notices }) => [p.surname, p.given, p.patronymic, ...notices])).toEqual([
      ["Жапарова", "Күміс", "Өтегенқызы"],
      ["Сейтов", "Арман", null],
      ["Мамедов", "Али", "Гусейн оглы"],
      ["Әбілқасым", "Нұр", "Сұлтан"],
      ["Ли", "Ким", "Сон Ён", "name-split-unsure"],
    ]);
    expect(refused).toEqual([
      { row: 7, column: 1, reason: "name-incomplete" },
      { row: 8, column: 1, reason: "name-has-other-characters" },
    ]);
  });

  it("reads sex in three languages and as codes", () => {
    const men = ["Ер", "еркек", "ұл", "М", "муж.", "мужской", "Male", "m", "1"];
    const women = ["Әйел", "қыз", "Ә", "Ж", "жен.", "женский", "FEMALE", "f", "2"];
    const rows = [...men, ...women].map((sex, index) => ["Сейт", "Нұр", "", "", String(1950 + index), sex, ""]);
    const sexes = importRows(rows).accepted.map(({ person }) => person.sex);
    expect(sexes).toEqual([...men.map(() => "1"), ...women.map(() => "2")]);
  });

  it("takes position and presence from the file where it says them, else from the officer", () => {
    const { accepted, refused } = importRows(
      [
        ["Сейтов Арман", "қызметкер", "уақытша жоқ"],
        ["Сейтова Айша", "", ""],
        ["Сейтова Алма", "директор", ""],
        ["Сейтова Ажар", "", "кейде"],
      ],
      [],
      ["ФИО", "Мәртебесі", "Болуы"],
    );
    expect(accepted.map(({ person }) => [person.position, person.presence])).toEqual([
      ["staff", "absent"],
      ["resident", "present"],
    ]);
    expect(refused.map(({ reason }) => reason)).toEqual(["position-not-understood", "presence-not-understood"]);
  });

  it("adds nothing when the same file comes again (T-04)", () => {
    const rows = [kumis, arman, ["Ким", "Ли", "", "", "", "", ""]];
    const first = importRows(rows);
    const lines = first.accepted.map(({ person }, index) => ({ number: index + 1, person }));
    expect(importRows(rows, lines)).toEqual({
      accepted: [],
      refused: [],
      alreadyThere: [
        { row: 2, line: 1, sameAsRow: null },
        { row: 3, line: 2, sameAsRow: null },
        { row: 4, line: 3, sameAsRow: null },
      ],
    });
  });

  it("does not bring back a person who was taken off the list", () => {
    expect(importRows([kumis], [{ number: 12, person: aPerson() }]).alreadyThere).toEqual([
      { row: 2, line: 12, sameAsRow: null },
    ]);
  });

  it("knows a person by the IIN under another spelling, and by name, birth and sex without it", () => {
    const existing = [{ number: 1, person: aPerson({ iin: "150620190003" }) }];
    expect(importRows([["Джапарова", "Кумис", "", "150620190003", "", "", ""]], existing).accepted).toEqual([]);
    expect(importRows([["ЖАПАРОВА", "күміс", "ӨТЕГЕНҚЫЗЫ", "", "2009-03-14", "2", ""]], existing).accepted).toEqual([]);
  });

  it("keeps two people apart by IIN, birth, sex or patronymic", () => {
    const { accepted } = importRows([
      kumis,
      ["Жапарова", "Күміс", "Өтегенқызы", "", "15.03.2009", "қыз", ""],
      ["Жапарова", "Күміс", "Өтегенқызы", "", "14.03.2009", "", ""],
      ["Жапарова", "Күміс", "", "", "14.03.2009", "қыз", ""],
      ["Сейтов", "Арман", "", "150620190003", "2010", "ұл", ""],
      ["Сейтов", "Арман", "", "150620190400", "2010", "ұл", ""],
    ]);
    expect(accepted).toHaveLength(6);
  });

  it("takes a person who stands twice in one file once, and names the row he stood in first", () => {
    const { accepted, alreadyThere } = importRows([kumis, arman, kumis]);
    expect(accepted.map(({ row }) => row)).toEqual([2, 3]);
    expect(alreadyThere).toEqual([{ row: 4, line: null, sameAsRow: 2 }]);
  });

  it("does not count a refused row as somebody met", () => {
    const bad = ["Жапарова", "Күміс", "Өтегенқызы", "150620190004", "14.03.2009", "қыз", ""];
    const { accepted, refused } = importRows([bad, kumis]);
    expect(refused.map(({ row }) => row)).toEqual([2]);
    expect(accepted.map(({ row }) => row)).toEqual([3]);
  });
});

describe("a file that is no list", () => {
  const mapping = residentsFile({ surname: 0, given: 1 });

  it("is empty", () => {
    expect(guessList([])).toMatchObject({ error: { type: "list-file-empty" } });
    expect(guessList([["", " "], []])).toMatchObject({ error: { type: "list-file-empty" } });
    expect(parseListRows([heading], mapping, [])).toMatchObject({ error: { type: "list-file-empty" } });
  });

  it("has no heading", () => {
    expect(guessList([["Жапарова", "Күміс"]])).toMatchObject({ error: { type: "header-missing" } });
  });

  it("has no column with names", () => {
    const rows = [["ЖСН"], ["150620190003"]];
    expect(guessList(rows)).toMatchObject({ ok: true, value: { columns: { iin: 0 }, rows: 1 } });
    expect(parseListRows(rows, residentsFile({ iin: 0 }), [])).toMatchObject({ error: { type: "no-name-column" } });
  });

  it("has more rows than any institution has people", () => {
    const rows = (count: number): TableRows => [heading, ...Array.from({ length: count }, () => kumis)];
    expect(parseListRows(rows(10_000), residentsFile(matchColumns(heading)), []).ok).toBe(true);
    const error = { type: "too-many-rows", rows: 10_001, limit: 10_000 };
    expect(parseListRows(rows(10_001), residentsFile(matchColumns(heading)), [])).toEqual({ ok: false, error });
    expect(guessList(rows(10_001))).toEqual({ ok: false, error });
  });

  it("is shown to the officer before anything is taken", () => {
    const rows = [["Мекеме тізімі"], heading, kumis, [], arman];
    expect(guessList(rows)).toEqual({
      ok: true,
      value: { headerRow: 1, header: heading, columns: matchColumns(heading), rows: 2 },
    });
  });
});
