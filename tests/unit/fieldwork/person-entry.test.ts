import { describe, expect, it } from "vitest";
import {
  createListPerson,
  listedAge,
  ListPerson,
  parseName,
  possibleAges,
  unknownName,
  type PersonDraft,
} from "#fieldwork";
import { good } from "../../support/fieldwork/officer.ts";
import { aDraft, aPerson, impossibleIins } from "../../support/fieldwork/people.ts";

function reasons(draft: PersonDraft): readonly (readonly [string, string])[] {
  const person = createListPerson(draft);
  return person.ok ? [] : person.error.problems.map(({ field, problem }) => [field, problem.type] as const);
}

describe("a name on the list (L03)", () => {
  it("is tidied: NFC, one space between words, plain hyphen and apostrophe", () => {
    expect(parseName("  Ба\u0438\u0306  Ахмет ")).toEqual({ ok: true, value: "Бай Ахмет" });
    expect(parseName("Ким\u2013Ли")).toEqual({ ok: true, value: "Ким-Ли" });
    expect(parseName("О\u2019Нил")).toEqual({ ok: true, value: "О'Нил" });
    expect(parseName("Ән\u00A0уар")).toEqual({ ok: true, value: "Ән уар" });
  });

  it("may be Kazakh, Russian or Latin, with hyphen, apostrophe and space", () => {
    for (const name of ["Әбдіқұлова", "Ңғұлыһө", "Ёлкина", "Müller", "Mc Gregor", "Сейіт ұлы", "D'Arc", "Ким-Smith"]) {
      expect(parseName(name)).toEqual({ ok: true, value: name });
    }
  });

  it("holds no digits and no other characters", () => {
    expect(parseName("Жапаров2")).toMatchObject({ error: { type: "name-has-digits" } });
    for (const name of ["Жапаров (кіші)", "А.Б.", "?бенова", "-", "'", "李", "Жапаров;"]) {
      expect(parseName(name)).toMatchObject({ error: { type: "name-has-other-characters" } });
    }
  });

  it("is not one word in two alphabets, however alike the letters look", () => {
    expect(parseName("Cерік")).toMatchObject({ error: { type: "name-mixes-alphabets" } });
    expect(parseName("Серiк")).toMatchObject({ error: { type: "name-mixes-alphabets" } });
    expect(parseName("Ан-Cергей")).toMatchObject({ error: { type: "name-mixes-alphabets" } });
  });

  it("is missing where only spaces were typed, and has an end", () => {
    expect(parseName(" \u00A0\u200B ")).toMatchObject({ error: { type: "name-missing" } });
    expect(parseName("а".repeat(121))).toMatchObject({ error: { type: "name-too-long", limit: 120 } });
  });
});

describe("a person typed into the list", () => {
  it("comes out as the list keeps people", () => {
    const person = good(
      createListPerson(aDraft({ surname: " Жапарова ", iin: "150620 190003", note: " екінші қабат " })),
    );
    expect(person).toEqual(aPerson({ iin: "150620190003", note: "екінші қабат" }));
    expect(ListPerson.parse(person)).toEqual(person);
  });

  it("needs surname, given name and a position that somebody said, and nothing else", () => {
    expect(reasons(aDraft({ surname: "", given: " ", position: null }))).toEqual([
      ["surname", "name-missing"],
      ["given", "name-missing"],
      ["position", "position-missing"],
    ]);
    expect(reasons(aDraft({ patronymic: "", born: null, sex: null, iin: "", arrived: null, note: "" }))).toEqual([]);
  });

  it("takes every IIN whose check digit is true, even of births in 1815", () => {
    for (const iin of impossibleIins) expect(reasons(aDraft({ iin }))).toEqual([]);
  });

  it("refuses an IIN by its check digit or its length, never by the date in it", () => {
    expect(reasons(aDraft({ iin: "150620190004" }))).toEqual([["iin", "iin-check-digit"]]);
    expect(reasons(aDraft({ iin: "15062019000" }))).toEqual([["iin", "iin-not-12-digits"]]);
    expect(reasons(aDraft({ iin: "15062019000А" }))).toEqual([["iin", "iin-not-12-digits"]]);
    expect(reasons(aDraft({ iin: "991231590001", born: { year: 1950, month: 1, day: 1 } }))).toEqual([]);
  });

  it("refuses days that do not exist and births after the census moment", () => {
    expect(reasons(aDraft({ born: { year: 2009, month: 2, day: 29 } }))).toEqual([["born", "date-impossible"]]);
    expect(reasons(aDraft({ born: { year: 2009, month: null, day: 5 } }))).toEqual([["born", "date-impossible"]]);
    expect(reasons(aDraft({ born: { year: 2021, month: 9, day: 1 } }))).toEqual([["born", "date-after-census"]]);
    expect(reasons(aDraft({ born: { year: 2021, month: 8, day: 31 } }))).toEqual([]);
    expect(reasons(aDraft({ born: { year: 2021, month: null, day: null } }))).toEqual([]);
    expect(reasons(aDraft({ born: { year: 2008, month: 2, day: 29 } }))).toEqual([]);
    expect(reasons(aDraft({ arrived: { year: 2021, month: 9, day: null } }))).toEqual([
      ["arrived", "date-after-census"],
    ]);
  });

  it("writes the agreed words for a person nobody can name, and then needs a note that tells him apart", () => {
    const unknown = { surname: unknownName, given: unknownName, patronymic: "" };
    expect(reasons(aDraft(unknown))).toEqual([["note", "note-missing"]]);
    expect(good(createListPerson(aDraft({ ...unknown, note: "5-палата, сол жақ" })))).toMatchObject({
      surname: "АТЫ БЕЛГІСІЗ / НЕИЗВЕСТЕН",
      note: "5-палата, сол жақ",
    });
  });

  it("carries no part of the name, the IIN or the note in a refusal", () => {
    const refusal = createListPerson(aDraft({ surname: "Құпия7", iin: "150620190004", note: "құ".repeat(300) }));
    const text = JSON.stringify(refusal);
    expect(text).not.toMatch(/Құпия|1506|құқұ/u);
    expect(refusal).toMatchObject({ ok: false, error: { problems: { length: 3 } } });
  });
});

describe("an age where no date is known (ux 3.3)", () => {
  it("is kept as an age, and no date is made of it", () => {
    const person = good(createListPerson(aDraft({ born: { year: 2009, month: 3, day: 14 }, age: " 70 " })));
    expect(person).toMatchObject({ born: null, ageYears: 70 });
    expect(ListPerson.parse(person)).toEqual(person);
    expect(good(createListPerson(aDraft({ age: null })))).not.toHaveProperty("ageYears");
  });

  it("is a whole number that a person can have", () => {
    for (const age of ["", "-1", "7,5", "жетпіс", "121", "1000"]) {
      expect(reasons(aDraft({ age }))).toEqual([["born", "age-impossible"]]);
    }
    expect(reasons(aDraft({ age: "0" }))).toEqual([]);
    expect(reasons(aDraft({ age: "120" }))).toEqual([]);
  });

  it("tells the age; of a date that is not whole it tells which ages are possible", () => {
    expect(listedAge({ born: null, ageYears: 70 })).toBe(70);
    expect(listedAge({ born: null })).toBeNull();
    expect(listedAge({ born: { year: 1951, month: null, day: null } })).toBeNull();
    expect(possibleAges({ born: { year: 1951, month: null, day: null } })).toEqual({ from: 69, to: 70 });
    expect(possibleAges({ born: { year: 1951, month: 8, day: 31 } })).toEqual({ from: 70, to: 70 });
    expect(possibleAges({ born: { year: 2021, month: null, day: null } })).toEqual({ from: 0, to: 0 });
    expect(possibleAges({ born: null, ageYears: 12 })).toEqual({ from: 12, to: 12 });
    expect(possibleAges({ born: null })).toBeNull();
  });
});
