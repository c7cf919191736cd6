import { describe, expect, it } from "vitest";
import { findHeaderRow, hasNameColumns, matchColumns } from "#fieldwork";

describe("columns of an institution's file", () => {
  it("are known by their Kazakh headings", () => {
    const row = ["№", "Тегі", "Аты", "Әкесінің аты", "ЖСН", "Туған күні", "Жынысы", "Келген күні", "Ескертпе"];
    expect(matchColumns(row)).toEqual({
      surname: 1,
      given: 2,
      patronymic: 3,
      iin: 4,
      born: 5,
      sex: 6,
      arrived: 7,
      note: 8,
    });
  });

  it("are known by their Russian headings", () => {
    const row = ["Фамилия", "Имя", "Отчество", "ИИН", "Дата рождения", "Пол", "Дата прибытия", "Примечание"];
    expect(Object.values(matchColumns(row))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("are known by their English headings", () => {
    const row = ["Surname", "Given name", "Patronymic", "IIN", "Date of birth", "Sex", "Date of arrival", "Note"];
    expect(Object.values(matchColumns(row))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it.each([
    "Аты-жөні",
    "аты жөні",
    "ФИО",
    "Ф.И.О.",
    "Ф. И. О. (полностью)",
    "Тегі, аты, әкесінің аты",
    "FULL NAME",
    "Тегі, аты, әкесінің аты (бар болса)",
  ])("%s is a full name in one column", (heading) => {
    expect(matchColumns([heading])).toEqual({ "full-name": 0 });
  });

  it("may say whose names they are, as long as they are those of the people listed", () => {
    expect(matchColumns(["№", "Ф.И.О. воспитанника", "ФИО родителей"])).toEqual({ "full-name": 1 });
    expect(matchColumns(["Ата-анасының аты-жөні", "Науқастың аты-жөні"])).toEqual({ "full-name": 1 });
  });

  it("do not depend on case, spaces, points and stars", () => {
    expect(matchColumns(["  ТЕГІ *", "аты:", "Туған  күні,айы,жылы", "Пол (М/Ж)"])).toEqual({
      surname: 0,
      given: 1,
      born: 2,
      sex: 3,
    });
  });

  it("may be headed in two languages at once", () => {
    expect(matchColumns(["ЖСН / ИИН", "Тегі/Фамилия", "Аты\nИмя"])).toEqual({ iin: 0, surname: 1, given: 2 });
  });

  it("are taken once: the first column of two with one heading", () => {
    expect(matchColumns(["Фамилия", "Имя", "Фамилия"])).toEqual({ surname: 0, given: 1 });
  });

  it("stand below a title, where the most of them are in one row", () => {
    const rows = [
      ["Интернат тізімі"],
      [],
      ["Примечание", "на 1 июня"],
      ["№", "ФИО", "ИИН"],
      ["1", "Жапарова Күміс", ""],
    ];
    expect(findHeaderRow(rows)).toBe(3);
    expect(findHeaderRow([["1", "Жапарова Күміс"]])).toBeNull();
  });

  it("must say how people are called", () => {
    expect(hasNameColumns({ iin: 0 })).toBe(false);
    expect(hasNameColumns({ surname: 0 })).toBe(false);
    expect(hasNameColumns({ surname: 0, given: 1 })).toBe(true);
    expect(hasNameColumns({ "full-name": 0 })).toBe(true);
  });
});
