import { describe, expect, it } from "vitest";
import { codeList, codeListNames, codeListPath, institutionKind, institutionKinds, InstitutionKindCode } from "#census";

const names = [...codeListNames];

describe("code lists", () => {
  it.each(names)("%s has every name in three languages, and every code once", (name) => {
    const { entries, byCode } = codeList(name);
    expect(byCode.size).toBe(entries.length);
    expect(
      entries.filter(({ kk, ru, en }) => [kk, ru, en].some((text) => text.trim() !== text || text === "")),
    ).toEqual([]);
  });

  it("countries are those of ISO 3166-1, the sixteen most met first", () => {
    const { entries } = codeList("country");
    expect(entries.length).toBe(249);
    expect(entries.every(({ code }) => /^[A-Z]{2}$/.test(code))).toBe(true);
    const frequent = entries
      .filter((entry) => entry.frequent !== undefined)
      .toSorted((a, b) => (a.frequent ?? 0) - (b.frequent ?? 0));
    expect(frequent.map(({ code }) => code).join(" ")).toBe("KZ RU UZ KG CN MN TM TJ TR AZ UA BY DE KR AF IR");
  });

  it("regions are those of 2021: fourteen and three cities, none of 2022", () => {
    const codes = codeList("region").entries.map(({ code }) => code.slice(0, 2));
    expect(codes.join(" ")).toBe("11 15 19 23 27 31 35 39 43 47 55 59 61 63 71 75 79");
  });

  it("KATO holds the 385 units of the region and the other regions", () => {
    const { entries, byCode } = codeList("kato");
    expect(entries.filter(({ code }) => code.startsWith("43")).length).toBe(385);
    expect(entries.length).toBe(385 + 16);
    expect(entries.every(({ code }) => /^\d{9}$/.test(code))).toBe(true);
    expect(entries.filter(({ parent }) => parent !== undefined && !byCode.has(parent))).toEqual([]);
  });

  it("every unit of the region lies in it, by the rule of parents", () => {
    const list = codeList("kato");
    const path = (code: string): readonly string[] => codeListPath(list, code).map((unit) => unit.code);
    expect(path("433233100")).toEqual(["433233000", "433200000", "430000000"]);
    const outside = list.entries.filter(
      ({ code }) => code.startsWith("43") && code !== "430000000" && path(code).at(-1) !== "430000000",
    );
    expect(outside).toEqual([]);
  });

  it("ethnic groups stand in the plural in Russian, so that nobody is written as a man", () => {
    const kazakhs = codeList("ethnicity").byCode.get("001");
    expect(kazakhs?.ru).toBe("казахи");
    expect(kazakhs?.also).toEqual(["казах", "казашка"]);
  });

  it("a name that is none is a bug", () => {
    expect(() => codeList("planets")).toThrow(RangeError);
  });
});

describe("kinds of institution", () => {
  it("are sixteen, named in three languages", () => {
    expect(institutionKinds.map(({ code }) => code)).toEqual(
      Array.from({ length: 16 }, (_none, index) => `I-${String(index + 1).padStart(2, "0")}`),
    );
    expect(institutionKinds.every(({ code }) => InstitutionKindCode.safeParse(code).success)).toBe(true);
    expect(
      institutionKinds.flatMap(({ text }) => [text.kk, text.ru, text.en]).every((name) => name.trim() !== ""),
    ).toBe(true);
  });

  it("hide names where the address or the diagnosis must not show", () => {
    const codesWhere = (has: (kind: (typeof institutionKinds)[number]) => boolean): readonly string[] =>
      institutionKinds.filter(has).map(({ code }) => code);
    expect(codesWhere((kind) => kind.protectedMode)).toEqual(["I-01", "I-11", "I-13", "I-14"]);
    expect(codesWhere((kind) => kind.certificateHidesPlace)).toEqual(["I-01", "I-11", "I-12", "I-13", "I-14"]);
    expect(codesWhere((kind) => kind.childrenInstitution)).toEqual(["I-03", "I-04", "I-05", "I-06", "I-09"]);
  });

  it("say what a new line is proposed as", () => {
    expect(institutionKind("I-03").defaultCategory).toBe("1");
    expect(institutionKind("I-08").defaultCategory).toBe("3");
    expect(institutionKind("I-16").defaultCategory).toBeNull();
    expect(() => institutionKind("I-17")).toThrow(RangeError);
  });
});
