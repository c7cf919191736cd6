import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { codeList, compareKazakh, foldForSearch, otherKeyboardLayout, searchCodeList } from "#census";

const found = (list: string, query: string, limit = 8): readonly string[] =>
  searchCodeList(codeList(list), query, limit).matches.map(({ entry }) => entry.code);
const former = (list: string, query: string): string | null =>
  searchCodeList(codeList(list), query, 1).matches[0]?.former ?? null;

describe("folding", () => {
  it("writes Kazakh letters as their Russian neighbours and drops what people leave out", () => {
    expect(foldForSearch("Қызылорда")).toBe("кызылорда");
    expect(foldForSearch("ӘҒҚҢӨҰҮҺІЁ")).toBe("агкноуухие");
    expect(foldForSearch("Усть-Каменогорск")).toBe("уст каменогорск");
    expect(foldForSearch("Кот-д’Ивуар")).toBe("кот дивуар");
    expect(foldForSearch("Åland Islands")).toBe("aland islands");
    expect(foldForSearch("  Ақжарма  а.о. ")).toBe("акжарма а о");
    expect(foldForSearch("Йемен")).toBe("йемен");
  });

  it("changes nothing when done again", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => foldForSearch(foldForSearch(text)) === foldForSearch(text),
      ),
    );
  });

  it("gives the same for plain texts and for those that need the whole treatment", () => {
    const letters = fc.constantFrom("Қ", "ә", "Ё", "ь", "й", "Z", "k", "7", " ", "-", ".", "(", "№");
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        expect(foldForSearch(`${text}\u3000`)).toBe(foldForSearch(text));
      }),
    );
  });

  it("reads a text typed in the other keyboard layout", () => {
    expect(otherKeyboardLayout("Fhfk")).toBe("арал");
    expect(otherKeyboardLayout("лфяфл")).toBe("kazak");
    expect(otherKeyboardLayout("Fарал")).toBeNull();
    expect(otherKeyboardLayout("123")).toBeNull();
  });
});

describe("search in a list", () => {
  it("puts names that begin so before words inside, and frequent ones before rare ones", () => {
    expect(found("country", "кырг")).toEqual(["KG"]);
    expect(found("country", "turk").slice(0, 2)).toEqual(["TM", "TR"]);
    expect(found("kato", "кызылорда")[0]).toBe("431010000");
  });

  it("finds by Russian letters, by Kazakh letters, by English and by the code", () => {
    expect(found("country", "озбек")).toEqual(["UZ"]);
    expect(found("country", "Өзбек")).toEqual(["UZ"]);
    expect(found("country", "uzbek")).toEqual(["UZ"]);
    expect(found("kato", "433233100")).toEqual(["433233100"]);
  });

  it("finds former names and says which one it was", () => {
    expect(found("kato", "гурьев").toSorted()).toEqual(["230000000", "231000000"]);
    expect(former("kato", "гурьевская")).toBe("Гурьевская область");
    expect(found("kato", "усть каменогорск")[0]).toBe("631000000");
    expect(found("kato", "целиноград")).toEqual(expect.arrayContaining(["710000000", "116600000"]));
    expect(former("country", "кырг")).toBeNull();
    const soviet = searchCodeList(codeList("country"), "СССР", 8);
    expect(soviet.matches.length + soviet.more).toBe(15);
    expect(soviet.matches.every((match) => match.former === "СССР")).toBe(true);
  });

  it("forgives a slip or the wrong keyboard layout, but only where nothing else fits", () => {
    expect(found("country", "германя")).toEqual(["DE"]);
    expect(found("country", "hjccbz")).toEqual(["RU"]);
    expect(found("language", "казахскй")).toEqual(["kaz"]);
    expect(found("kato", "Fhfk")[0]).toBe("433200000");
  });

  it("finds a village by its district", () => {
    expect(found("kato", "арал аман")).toEqual(expect.arrayContaining(["433233100"]));
  });

  it("says how many more there are, and finds nothing for nothing", () => {
    const some = searchCodeList(codeList("country"), "ко", 8);
    expect(some.matches).toHaveLength(8);
    expect(some.more).toBeGreaterThan(0);
    expect(searchCodeList(codeList("country"), "  - ", 8)).toEqual({ matches: [], more: 0 });
  });

  it("finds every entry by each of its names", () => {
    for (const list of ["country", "kato", "language", "ethnicity"]) {
      const entries = [...codeList(list)];
      for (const { code, kk, ru, en } of entries) {
        for (const name of [kk, ru, en]) expect(found(list, name, entries.length), name).toContain(code);
      }
    }
  });
});

describe("Kazakh order", () => {
  it("is that of the 42 letters", () => {
    const letters = Array.from("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя");
    expect(letters.toReversed().toSorted(compareKazakh)).toEqual(letters);
  });

  it("sorts names as a Kazakh register does", () => {
    const people = ["Ілияс", "Ыбырай", "Үміт", "Ұлан", "Улан", "Өмір", "Омар", "Әлия", "Алия", "Қанат", "Канат", "Али"];
    const sorted = ["Али", "Алия", "Әлия", "Канат", "Қанат", "Омар", "Өмір", "Улан", "Ұлан", "Үміт", "Ыбырай", "Ілияс"];
    expect(people.toSorted(compareKazakh)).toEqual(sorted);
  });

  it("is an order: the same both ways round, and whatever stands between stays between", () => {
    const word = fc.string({
      unit: fc.constantFrom("а", "ә", "Ә", "б", "і", "a", "Z", "-", " ", "1", "’", "中"),
      maxLength: 6,
    });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(Math.sign(compareKazakh(a, b))).toBe(-Math.sign(compareKazakh(b, a)) + 0);
        if (compareKazakh(a, b) <= 0 && compareKazakh(b, c) <= 0) expect(compareKazakh(a, c)).toBeLessThanOrEqual(0);
        expect(compareKazakh(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
