import { describe, expect, it } from "vitest";
import { findLikelyDuplicates, type ListPerson } from "#fieldwork";
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
