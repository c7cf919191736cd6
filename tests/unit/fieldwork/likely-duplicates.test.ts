import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLikelyDuplicates, findLikelyPairs, isToldApart, type ListPerson } from "#fieldwork";
import { aPerson } from "../../support/fieldwork/people.ts";

const line = (number: number, person: ListPerson) => ({ number, person });

describe("the same person twice on the list (T-05)", () => {
  it("is found by name and birth, whatever the case and the Kazakh letters", () => {
    const there = line(4, aPerson({ surname: "Әбенова", given: "Қарлығаш", patronymic: null }));
    const typed = aPerson({ surname: "АБЕНОВА", given: "Карлыгаш", patronymic: "Сәкенқызы" });
    expect(findLikelyDuplicates(typed, [there])).toEqual([{ line: there, because: "name-and-birth" }]);
  });

  it("is found by IIN under another name", () => {
    const there = line(4, aPerson({ iin: "150620190003", surname: "Ескі", born: null }));
    expect(findLikelyDuplicates(aPerson({ iin: "150620190003" }), [there])).toEqual([{ line: there, because: "iin" }]);
  });

  it("is not two people with two IINs, be name and birth the same", () => {
    const there = line(4, aPerson({ iin: "150620190003" }));
    expect(findLikelyDuplicates(aPerson({ iin: "150620190400" }), [there])).toEqual([]);
  });

  it("is not guessed from a name alone", () => {
    const there = line(4, aPerson({ born: null }));
    expect(findLikelyDuplicates(aPerson({ born: null }), [there])).toEqual([]);
    expect(findLikelyDuplicates(aPerson(), [there])).toEqual([]);
  });
});

describe("the check of a whole list before it is signed (T-06)", () => {
  it("finds exactly the pairs that the question while typing would have found", () => {
    const anyone = fc.record({
      surname: fc.constantFrom("Әбенова", "Абенова", "Ким"),
      given: fc.constantFrom("Ана", "Бота"),
      born: fc.constantFrom(null, { year: 2009, month: 3, day: 17 }, { year: 2009, month: 3, day: null }),
      iin: fc.constantFrom(null, null, "150620190003", "150620190400"),
    });
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 12 }), (people) => {
        const lines = people.map((facts, place) => line(place + 1, aPerson(facts)));
        const numbers = findLikelyPairs(lines).map(({ first, second, because }) => [
          first.number,
          second.number,
          because,
        ]);
        const asTyped = lines.flatMap((one, place) =>
          findLikelyDuplicates(one.person, lines.slice(0, place)).map((found) => [
            found.line.number,
            one.number,
            found.because,
          ]),
        );
        expect(numbers.map(String).toSorted()).toEqual(asTyped.map(String).toSorted());
      }),
    );
  });
});

describe("two lines told apart", () => {
  it("are so only while both say it: whichever is called otherwise may be asked about again", () => {
    const [a, b] = [
      { lineId: "a", toldApartFrom: ["b", "c"] },
      { lineId: "b", toldApartFrom: ["a"] },
    ];
    if (a === undefined || b === undefined) throw new Error("no lines");
    expect(isToldApart(a, b)).toBe(true);
    expect(isToldApart(b, a)).toBe(true);
    expect(isToldApart(a, { ...b, toldApartFrom: [] })).toBe(false);
    expect(isToldApart({ ...a, toldApartFrom: ["c"] }, b)).toBe(false);
  });
});
