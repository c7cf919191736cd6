import { describe, expect, it } from "vitest";
import {
  codeList,
  codeListNames,
  codeListPath,
  codeListSources,
  codingListNames,
  loadCodeList,
  searchCodeList,
} from "#census";

const names = [...codeListNames, ...codingListNames];

describe("code lists", () => {
  it.each(names)("%s has every name in three languages", async (name) => {
    const entries = [...(await loadCodeList(name))];
    expect(entries).not.toEqual([]);
    expect(
      entries.filter(({ kk, ru, en }) => [kk, ru, en].some((text) => text.trim() !== text || text === "")),
    ).toEqual([]);
  });

  it("countries are those of ISO 3166-1, the sixteen most met first", () => {
    const entries = [...codeList("country")];
    expect(entries.length).toBe(249);
    expect(entries.every(({ code }) => /^[A-Z]{2}$/.test(code))).toBe(true);
    const frequent = entries
      .filter((entry) => entry.frequent !== undefined)
      .toSorted((a, b) => (a.frequent ?? 0) - (b.frequent ?? 0));
    expect(frequent.map(({ code }) => code).join(" ")).toBe("KZ RU UZ KG CN MN TM TJ TR AZ UA BY DE KR AF IR");
  });

  it("regions are those of 2021: fourteen and three cities, none of 2022", () => {
    const regions = [...codeList("kato")].filter(({ parent }) => parent === undefined);
    const codes = regions.map(({ code }) => code.slice(0, 2));
    expect(codes.join(" ")).toBe("11 15 19 23 27 31 35 39 43 47 55 59 61 63 71 75 79");
  });

  it("KATO holds the 385 units of the region, the other regions and their districts", () => {
    const entries = [...codeList("kato")];
    expect(entries.filter(({ code }) => code.startsWith("43")).length).toBe(385);
    expect(entries.length).toBe(385 + 16 + 208);
    expect(entries.every(({ code }) => /^\d{9}$/.test(code))).toBe(true);
  });

  it("every unit of the region lies in it, by the rule of parents", () => {
    const list = codeList("kato");
    const path = (code: string): readonly string[] => codeListPath(list, code).map((unit) => unit.code);
    expect(path("433233100")).toEqual(["433233000", "433200000", "430000000"]);
    const outside = [...list].filter(
      ({ code }) => code.startsWith("43") && code !== "430000000" && path(code).at(-1) !== "430000000",
    );
    expect(outside).toEqual([]);
  });

  it("every district lies in its region by its code, or has a provisional one", () => {
    const districts = [...codeList("kato")].filter(
      ({ code, parent }) => parent !== undefined && parent !== code && /0{7}$/.test(parent),
    );
    const provisional = districts.filter((entry) => entry.provisional === true);
    expect(provisional).toHaveLength(14 + 8 + 1);
    const elsewhere = districts.filter(({ code, parent }) => code.slice(0, 2) !== parent?.slice(0, 2));
    expect(elsewhere.filter((entry) => !provisional.includes(entry))).toEqual([]);
    // What passed to Abai and to Ulytau in 2022 stands in its region of 2021.
    expect(new Set(elsewhere.map(({ code, parent }) => `${code.slice(0, 2)} in ${parent?.slice(0, 2)}`))).toEqual(
      new Set(["10 in 63", "62 in 35"]),
    );
  });

  it("ethnic groups stand in the plural in Russian, so that nobody is written as a man", () => {
    const kazakhs = codeList("ethnicity").get("001");
    expect(kazakhs?.ru).toBe("казахи");
    expect(kazakhs?.also).toEqual(["казах", "казашка"]);
  });

  it("a name that is none is a bug", async () => {
    expect(() => codeList("planets")).toThrow(RangeError);
    await expect(loadCodeList("planets")).rejects.toThrow(RangeError);
  });

  it("each says where it comes from and how far its titles can be trusted", () => {
    expect(Object.keys(codeListSources).toSorted()).toEqual(names.toSorted());
    expect(
      Object.values(codeListSources).filter(({ source, edition, licence }) => !source || !edition || !licence),
    ).toEqual([]);
  });
});

describe("lists for coding", () => {
  const levels = async (name: string, levelOf: (code: string) => string): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { code } of await loadCodeList(name)) counts[levelOf(code)] = (counts[levelOf(code)] ?? 0) + 1;
    return counts;
  };
  const found = async (name: string, query: string): Promise<readonly string[]> =>
    searchCodeList(await loadCodeList(name), query, 8).matches.map(({ entry }) => entry.code);

  it("are the same list for everybody who waits for it", async () => {
    const [first, second] = await Promise.all([loadCodeList("religion"), loadCodeList("religion")]);
    expect(first).toBe(second);
    expect(codeList("religion")).toBe(first);
  });

  it("occupations are all groups of ISCO-08, each in the group that begins its code", async () => {
    expect(await levels("occupation", (code) => String(code.length))).toEqual({ 1: 10, 2: 43, 3: 130, 4: 436 });
    const entries = [...(await loadCodeList("occupation"))];
    expect(entries.filter(({ code, parent }) => (parent ?? "") !== code.slice(0, -1))).toEqual([]);
  });

  it("nearly every group of occupations has everyday words", async () => {
    const groups = [...(await loadCodeList("occupation"))].filter(({ code }) => code.length === 4);
    expect(groups.filter(({ also }) => also === undefined).length).toBeLessThan(15);
  });

  it("activities are the sections, divisions and groups of NACE Rev. 2", async () => {
    const level = (code: string): string => (code.length === 1 ? "section" : code.includes(".") ? "group" : "division");
    expect(await levels("activity", level)).toEqual({ section: 21, division: 88, group: 272 });
    const list = await loadCodeList("activity");
    expect(codeListPath(list, "85.3").map(({ code }) => code)).toEqual(["85", "P"]);
    expect([...list].filter(({ code, parent }) => code.includes(".") && parent !== code.slice(0, 2))).toEqual([]);
  });

  it.each([
    ["аула сыпырушы", "9613"],
    ["мектеп директоры", "1345"],
    ["бастауыш мұғалім", "2341"],
    ["медсестра", "3221"],
    ["мейірбике", "3221"],
    ["повар", "5120"],
    ["аспазшы", "5120"],
    ["водитель автобуса", "8331"],
    ["күзетші", "5414"],
    ["сторож", "5414"],
    ["еден жуушы", "9112"],
    ["тракторшы", "8341"],
    ["сатушы", "5223"],
    ["welder", "7212"],
    ["2341", "2341"],
    ["сестра-хозяйка", "5152"],
    ["арбакеш", "9332"],
    ["табунщик", "6129"],
    ["сынықшы", "3230"],
    ["сурдопереводчик", "2643"],
    ["дефектолог", "2269"],
    ["помощник воспитателя", "5312"],
    ["санитарка", "5329"],
    ["разнорабочий на заводе", "9329"],
  ])("%s is found among the occupations as %s", async (query, code) => {
    expect((await found("occupation", query)).slice(0, 3)).toContain(code);
  });

  it.each([
    ["мектеп", "85.3"],
    ["балабақша", "85.1"],
    ["азық-түлік дүкені", "47.1"],
    ["больница", "86.1"],
    ["акимат", "84.1"],
    ["такси", "49.3"],
    ["қарттар үйі", "87.3"],
    ["85.3", "85.3"],
  ])("%s is found among the activities as %s", async (query, code) => {
    expect(await found("activity", query)).toContain(code);
  });

  it.each([
    ["православная", "2"],
    ["мұсылман", "1"],
    ["тенгрианство", "5"],
    ["атеист", "6"],
  ])("%s is found among the religions as %s", async (query, code) => {
    expect(await found("religion", query)).toEqual([code]);
  });
});

describe("former countries", () => {
  it.each([
    ["ГДР", "DE"],
    ["Чехословакия", "CZ SK"],
    ["СФРЮ", "BA HR ME MK RS SI"],
    ["Дагомея", "BJ"],
  ])("%s lies today in %s", (query, codes) => {
    const { matches } = searchCodeList(codeList("country"), query, 20);
    expect(
      matches
        .map(({ entry }) => entry.code)
        .toSorted()
        .join(" "),
    ).toBe(codes);
    expect(matches.every(({ former }) => former === query)).toBe(true);
  });
});
