// What stands in the entry form, and what it says. The rules of a person are #fieldwork's; here is added only what typing
// itself can leave behind: a date begun and not finished.
import {
  createListPerson,
  type ListPerson,
  type PersonDraft,
  type PersonField,
  type PersonProblem,
  type TypedPerson,
} from "#fieldwork";
import { beginAgain, draftOfDate, emptyDate, readDate, type DateDraft } from "../../questions/date-entry.ts";

export interface EntryDraft extends Omit<PersonDraft, "born" | "age" | "arrived"> {
  readonly born: DateDraft;
  /** What was typed where only the age is known; null = the birth is asked by its date. */
  readonly age: string | null;
  readonly arrived: DateDraft;
  /** The officer ticked "none": an empty patronymic is no oversight. */
  readonly hasNoPatronymic: boolean;
}

export interface EntryProblem {
  readonly field: PersonField;
  readonly problem: PersonProblem["type"] | "date-unfinished";
}

/** The person the form says, or every field that is in the way. */
export type EntryReading =
  | { readonly ok: true; readonly person: ListPerson }
  | { readonly ok: false; readonly problems: readonly EntryProblem[] };

export const emptyPerson: EntryDraft = {
  surname: "",
  given: "",
  patronymic: "",
  hasNoPatronymic: false,
  born: emptyDate,
  age: null,
  sex: null,
  iin: "",
  arrived: emptyDate,
  presence: "present",
  // Never a default (ux 3.6): the first person of a sitting has it said, the next ones take it from the person before.
  position: null,
  note: "",
};

export function draftOfPerson(person: ListPerson): EntryDraft {
  return {
    ...person,
    patronymic: person.patronymic ?? "",
    hasNoPatronymic: person.patronymic === null,
    born: draftOfDate(person.born),
    age: person.ageYears === undefined ? null : String(person.ageYears),
    arrived: draftOfDate(person.arrived),
    iin: person.iin ?? "",
    note: person.note ?? "",
  };
}

/** What stands in the form, to be kept; the place of the caret is not part of it. */
export function typedOf(entry: EntryDraft): TypedPerson {
  const { surname, given, patronymic, hasNoPatronymic, born, age, sex, iin, arrived, presence, position, note } = entry;
  return {
    surname,
    given,
    patronymic,
    hasNoPatronymic,
    born: typedDate(born),
    age,
    sex,
    iin,
    arrived: typedDate(arrived),
    presence,
    position,
    note,
  };
}

/** The form as it was left. */
export function draftOfTyped(typed: TypedPerson): EntryDraft {
  return { ...typed, born: beginAgain(typed.born), arrived: beginAgain(typed.arrived) };
}

/** Whether the form says what is not saved: of a line anything else than the list does, of a new person anything that only this person has. */
export function hasUnsaved(entry: EntryDraft, listed: ListPerson | null): boolean {
  const { position, presence } = emptyPerson;
  const [said, saved] =
    listed === null ? [{ ...entry, position, presence }, emptyPerson] : [entry, draftOfPerson(listed)];
  return JSON.stringify(typedOf(said)) !== JSON.stringify(typedOf(saved));
}

function typedDate({ day, month, year, unknown }: DateDraft): TypedPerson["born"] {
  return { day, month, year, unknown };
}

export function readEntry({ hasNoPatronymic, patronymic, born, arrived, ...rest }: EntryDraft): EntryReading {
  const dates = { born: readDate(born), arrived: readDate(arrived) };
  const problems: EntryProblem[] = [];
  for (const field of ["born", "arrived"] as const) {
    // Where the age alone is known, what stands in the hidden boxes says nothing.
    if (field === "born" && rest.age !== null) continue;
    const reading = dates[field];
    if (reading.state === "impossible") problems.push({ field, problem: "date-impossible" });
    if (reading.state === "incomplete" && isBegun(field === "born" ? born : arrived)) {
      problems.push({ field, problem: "date-unfinished" });
    }
  }
  const person = createListPerson({
    ...rest,
    patronymic: hasNoPatronymic ? "" : patronymic,
    born: dates.born.state === "complete" ? dates.born.date : null,
    arrived: dates.arrived.state === "complete" ? dates.arrived.date : null,
  });
  if (!person.ok)
    problems.push(...person.error.problems.map(({ field, problem }) => ({ field, problem: problem.type })));
  return person.ok && problems.length === 0 ? { ok: true, person: person.value } : { ok: false, problems };
}

function isBegun({ day, month, year }: DateDraft): boolean {
  return day !== "" || month !== "" || year !== "";
}
