// Invented people for the tests of the list. IINs are the impossible vectors of instrument.md 8.1.
import type { ListMapping, ListPerson, PersonDraft } from "#fieldwork";

export const impossibleIins = ["150620190003", "150620190400", "090101190008", "090101190904", "520714190002"] as const;

/** A person of the list; say only what matters to the test. */
export function aPerson(facts: Partial<ListPerson> = {}): ListPerson {
  return {
    surname: "Жапарова",
    given: "Күміс",
    patronymic: "Өтегенқызы",
    born: { year: 2009, month: 3, day: 14 },
    sex: "2",
    iin: null,
    arrived: null,
    presence: "present",
    position: "resident",
    note: null,
    ...facts,
  };
}

/** A person as typed into the drawer. */
export function aDraft(facts: Partial<PersonDraft> = {}): PersonDraft {
  return {
    surname: "Жапарова",
    given: "Күміс",
    patronymic: "Өтегенқызы",
    born: { year: 2009, month: 3, day: 14 },
    sex: "2",
    iin: "",
    arrived: null,
    presence: "present",
    position: "resident",
    note: "",
    ...facts,
  };
}

/** The officer takes columns as guessed and says that the file lists residents who are present. */
export function residentsFile(columns: ListMapping["columns"], headerRow = 0): ListMapping {
  return { headerRow, columns, position: "resident", presence: "present" };
}
