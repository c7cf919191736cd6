import { describe, expect, it } from "vitest";
import { exportCode, exportColumns, exportRow, personQuestionnaire } from "#census";
import {
  alternative,
  interviewOf,
  month,
  named,
  place,
  refused,
  text,
  unknown,
  type Person,
} from "./person-interview.ts";

const cells = (person: Person): Readonly<Record<string, string>> => {
  const row = exportRow(interviewOf(person), personQuestionnaire(), names);
  return Object.fromEntries(names.map((name, index) => [name, row[index] ?? "missing"]));
};
const names = exportColumns().map(({ name }) => name);
const man: Person = { born: "1980-06-15", sex: "1" };

describe("the export's columns", () => {
  it("have names of their own, in the order of asking", () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[A-Za-z0-9_]+$/.test(name))).toBe(true);
    expect(names.indexOf("P39_a")).toBeGreaterThan(names.indexOf("P38_1"));
    const languages = names.filter((name) => name.startsWith("P21"));
    expect(languages.slice(0, 4)).toEqual(["P21", "P21_1_language", "P21_1_language_text", "P21_1_level"]);
    expect(languages.at(-1)).toBe("P21_6_level");
  });

  it("carry their codes with labels, 99 always among them", () => {
    const column = (name: string) => exportColumns().find((known) => known.name === name);
    expect(column("P08")?.codes.map(({ code }) => code)).toEqual(["1", "2", "97", "98", "99"]);
    expect(column("P14")?.codes.find(({ code }) => code === "98")?.label.en).toBe("Undecided");
    expect(column("P37_1")?.codes.map(({ code }) => code)).toContain("12");
    expect(column("P15")).toMatchObject({ list: "ethnicity", type: "code" });
    expect(column("P01")?.codes.map(({ code }) => code)).toEqual(["0", "97", "98", "99"]);
    expect(exportColumns().filter(({ codes }) => !codes.some(({ code }) => code === "99"))).toEqual([]);
  });
});

describe("a person's row", () => {
  it("has one cell a column", () => {
    expect(exportRow(interviewOf(man), personQuestionnaire(), names)).toHaveLength(names.length);
  });

  it("leaves a column empty that its version does not have", () => {
    expect(exportRow(interviewOf(man), personQuestionnaire(), ["P04", "P99"])).toEqual(["1", ""]);
  });

  it("tells refused, not known, not asked and not yet answered apart", () => {
    const row = cells({ ...man, answers: { P22: refused, P16: unknown } });
    expect([row.P22, row.P16, row.P29, row.P15]).toEqual(["97", "98", "99", ""]);
    expect(exportCode({ state: "proposed", origin: "list", value: { kind: "code", code: "1" } }, true)).toBe("");
  });

  it("[QL91] says where a confirmed proposal came from, and nothing of an answer that was asked", () => {
    const fromList = { state: "answered", origin: "list", value: { kind: "text", text: "800615300008" } } as const;
    const row = cells({ ...man, answers: { P01: fromList, P02: named("Сынақов", "Тест"), P03: refused } });
    expect([row.P01, row.P01_origin, row.P02_origin, row.P03_origin]).toEqual(["800615300008", "list", "", ""]);
    expect(row.T01_origin).toBe("99");
    expect(cells({ ...man, answers: { P01: alternative("0") } }).P01_origin).toBe("");
    const column = exportColumns().find(({ name }) => name === "P03_origin");
    expect(column?.codes.map(({ code }) => code)).toEqual(["list", "register", "default", "99"]);
    expect(names.filter((name) => name.endsWith("_origin"))).toHaveLength(11);
  });

  it("writes values as the instrument codes them", () => {
    const row = cells({
      ...man,
      answers: {
        P01: alternative("0"),
        P02: named("Сынақов", "Тест"),
        P06: place("KZ", "430000000", "rural"),
        P08: "2",
        P09: month("2010-03"),
        P15: { state: "answered", value: { kind: "other", text: "маңғыт" } },
        P37: ["1", "4"],
        P38: "1",
        "P39.a": text("есепші"),
        "P39.d": "d2",
        "P39.dKato": "433200000",
      },
    });
    expect([row.P01, row.P02_surname, row.P02_given, row.P02_patronymic]).toEqual(["0", "Сынақов", "Тест", ""]);
    expect([row.P06_country, row.P06_kato, row.P06_settlement, row.P05, row.P09]).toEqual([
      "KZ",
      "430000000",
      "rural",
      "1980-06-15",
      "2010-03",
    ]);
    expect([row.P15, row.P15_text, row.P37]).toEqual(["900", "маңғыт", "1 4"]);
    expect([row.P39_a, row.P39_d, row.P39_dKato, row.P38_1]).toEqual(["есепші", "d2", "433200000", "99"]);
  });

  it("tells a place and a country in own words from one that was not answered", () => {
    const inWords = { state: "answered", value: { kind: "other", text: "Сарыарқа өлкесі" } } as const;
    const unitInWords = {
      state: "answered",
      value: { kind: "place", country: "KZ", kato: null, settlement: "rural", text: "Ескі қыстау" },
    } as const;
    const row = cells({ ...man, answers: { P06: inWords, P07: "2", "P07.1": inWords, P10: unitInWords, P08: "2" } });
    expect([row.P06_country, row.P06_kato, row.P06_settlement, row.P06_text]).toEqual([
      "oth",
      "",
      "",
      "Сарыарқа өлкесі",
    ]);
    expect([row.P07_1, row.P07_1_text]).toEqual(["oth", "Сарыарқа өлкесі"]);
    expect([row.P10_country, row.P10_kato, row.P10_settlement, row.P10_text]).toEqual([
      "KZ",
      "oth",
      "rural",
      "Ескі қыстау",
    ]);
    const explained = exportColumns().filter(({ codes }) => codes.some(({ code }) => code === "oth"));
    expect(explained.map(({ name }) => name)).toEqual(expect.arrayContaining(["P06_country", "P06_kato", "P07_1"]));
    // These lists have an entry of their own for it.
    expect(explained.map(({ name }) => name)).not.toEqual(expect.arrayContaining(["P15"]));
    expect(explained.some(({ list }) => list === "language")).toBe(false);
  });

  it("sets languages close together and tells none from not asked", () => {
    const row = cells({
      ...man,
      answers: { "P21[2].language": "tur", "P21[2].level": "3", "P21[5].language": "deu", "P21[5].level": "1" },
    });
    expect([row.P21, row.P21_1_language, row.P21_1_level, row.P21_2_language, row.P21_3_language]).toEqual([
      "2",
      "tur",
      "3",
      "deu",
      "99",
    ]);
    expect(cells({ ...man, answers: { P21: alternative("0") } }).P21).toBe("0");
    expect(cells({ born: "2019-01-01", sex: "1" }).P21).toBe("99");
  });

  it("writes a refusal of a whole in each of its fields", () => {
    const row = cells({ ...man, answers: { P38: "1", P39: refused } });
    expect([row.P39_a, row.P39_b, row.P39_c]).toEqual(["97", "97", "97"]);
  });
});
