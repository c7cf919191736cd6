// A district of any region is found by the words people say, and chosen: born there, moved from there, lived there.
import { describe, expect, it } from "vitest";
import { codeList, codeListPath, searchCodeList } from "#census";
import { interviewOf, place, type Person } from "./person-interview.ts";

const kato = codeList("kato");
const found = (query: string): readonly string[] =>
  searchCodeList(kato, query, 8).matches.map(({ entry }) => entry.code);
const regionOf = (code: string): string => codeListPath(kato, code).at(-1)?.code ?? code;

/** One district or city of each region: as it is said in Kazakh, in Russian, by a former name or by its town. */
const districts = [
  ["116600000", "Целиноград ауданы", "целиноградский", "косшы"],
  ["154800000", "мұғалжар", "мугалжарский район", "кандыагаш"],
  ["195600000", "панфилов ауданы", "панфиловский", "жаркент"],
  ["233600000", "жылыой", "жылыойский", "кульсары"],
  ["274400000", "бәйтерек ауданы", "район байтерек", "зеленовский"],
  ["311000000", "тараз қаласы", "город тараз", "джамбул"],
  ["354000000", "бұқар жырау", "бухар-жырауский", "тельманский"],
  ["394400000", "жітіқара", "житикаринский", "джетыгаринский"],
  ["433200000", "арал ауданы", "аральский район", "аральск"],
  ["471000000", "ақтау", "город актау", "шевченко"],
  ["551600000", "ақсу қаласы", "город аксу", "ермак"],
  ["593600000", "мағжан", "магжана жумабаева", "булаево"],
  ["615400000", "сарыағаш", "сарыагашский", "сарыагач"],
  ["101000000", "семей қаласы", "город семей", "семипалатинск"],
  ["711310000", "сарыарқа", "район сарыарка", "сарыарка"],
  ["751510000", "жетісу ауданы", "жетысуский", "жетысу"],
  ["791310000", "әл-фараби", "аль-фарабийский", "аль фараби"],
] as const;

const adult: Person = { born: "1980-06-15", sex: "2" };

describe("a district of every region", () => {
  it("is in the table, one for each of the seventeen", () => {
    const regions = [...kato].filter(({ parent }) => parent === undefined).map(({ code }) => code);
    expect(districts.map(([code]) => regionOf(code)).toSorted()).toEqual(regions);
  });

  it.each(districts)("%s is found by %s, %s and %s", (code, inKazakh, inRussian, otherwise) => {
    for (const query of [inKazakh, inRussian, otherwise]) expect(found(query), query).toContain(code);
  });

  it.each(districts)("%s is an answer to where somebody was born, came from and lived a year ago", (code) => {
    const interview = interviewOf({
      ...adult,
      answers: {
        P06: place("KZ", code, "rural"),
        P08: "2",
        P10: place("KZ", code, "rural"),
        P13: "2",
        "P13.kato": code,
      },
    });
    const about = interview.findings().filter(({ edit }) => /P06|P10|P13\.kato/u.test(edit));
    expect(about).toEqual([]);
    expect(interview.question("P06").answer.state).toBe("answered");
  });

  it("is found by its own name in Kazakh and in Russian", () => {
    const ofRegions = [...kato].filter(({ parent }) => parent !== undefined && parent.endsWith("0000000"));
    expect(ofRegions).toHaveLength(208 + 9);
    for (const { code, kk, ru } of ofRegions) {
      for (const name of [kk, ru]) expect(found(name), name).toContain(code);
    }
  });

  it("is searched for among all places within a few milliseconds", () => {
    found("ақ");
    const queries = [...kato].flatMap(({ kk, ru }) => [kk.slice(0, 3), ru.slice(0, 5), `${kk.slice(0, 4)}ъ`]);
    const startedMs = performance.now();
    for (const query of queries) found(query);
    // Generous for a loaded machine: a search takes about a tenth of a millisecond.
    expect((performance.now() - startedMs) / queries.length).toBeLessThan(10);
  });
});
