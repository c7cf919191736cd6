// From what was typed or imported to a person on the list: tidies, checks each field, and says which field is refused
// and why. Only surname and given name are required (L03); the IIN never is.
import { err, ok, type PartialDate, type Result } from "#questionnaire";
import { parseIin, type IinError } from "#census";
import { checkDate, type DateError } from "./calendar-date.ts";
import { ageYearsLimit, type ListPerson, type Position, type Presence } from "./list-person.ts";
import { parseName, unknownName, type NameError } from "./person-name.ts";

/** The longest note of a line, in UTF-16 units. */
export const noteLengthLimit = 500;

/** A person as typed: texts as they came, empty for nothing. */
export interface PersonDraft {
  readonly surname: string;
  readonly given: string;
  /** Empty = has none or not known. */
  readonly patronymic: string;
  readonly born: PartialDate | null;
  /** Digits, where only the age is known; the birth is not looked at then. */
  readonly age?: string | null;
  readonly sex: "1" | "2" | null;
  /** Spaces between digits are allowed. */
  readonly iin: string;
  readonly arrived: PartialDate | null;
  readonly presence: Presence;
  /** Null = not said yet, which is refused: the position has no default. */
  readonly position: Position | null;
  readonly note: string;
}

export type PersonField = "surname" | "given" | "patronymic" | "born" | "iin" | "arrived" | "position" | "note";

export type PersonProblem =
  | NameError
  | DateError
  /** No whole number of years that a person can have. */
  | { readonly type: "age-impossible"; readonly limit: number }
  /** Only the check digit is hard; digits that disagree with birth or sex are no error (instrument 8.1). */
  | IinError
  | { readonly type: "position-missing" }
  | { readonly type: "note-too-long"; readonly limit: number }
  /** An unknown person needs a note that tells him from the next unknown one (L03). */
  | { readonly type: "note-missing" };

/** Every refused field with its reason, in the order of the form. */
export interface PersonRefusal {
  readonly type: "person-refused";
  readonly problems: readonly { readonly field: PersonField; readonly problem: PersonProblem }[];
}

/** The person as the list keeps it, or all refused fields at once. */
export function createListPerson(draft: PersonDraft): Result<ListPerson, PersonRefusal> {
  const problems: { field: PersonField; problem: PersonProblem }[] = [];
  const take = <T>(field: PersonField, result: Result<T, PersonProblem>): T | null => {
    if (result.ok) return result.value;
    problems.push({ field, problem: result.error });
    return null;
  };
  const surname = take("surname", parseName(draft.surname));
  const given = take("given", parseName(draft.given));
  const patronymic = draft.patronymic.trim() === "" ? null : take("patronymic", parseName(draft.patronymic));
  const age = draft.age ?? null;
  const born = age !== null || draft.born === null ? null : take("born", checkDate(draft.born));
  const ageYears = age === null ? null : take("born", parseAge(age));
  const iin = draft.iin.trim() === "" ? null : take("iin", parseIin(draft.iin));
  const arrived = draft.arrived === null ? null : take("arrived", checkDate(draft.arrived));
  const position = take("position", draft.position === null ? err({ type: "position-missing" }) : ok(draft.position));
  const note = take("note", checkNote(draft.note, surname === unknownName || given === unknownName));
  if (problems.length > 0 || surname === null || given === null || position === null) {
    return err({ type: "person-refused", problems });
  }
  return ok({
    surname,
    given,
    patronymic,
    born,
    ...(ageYears === null ? {} : { ageYears }),
    sex: draft.sex,
    iin: iin?.iin ?? null,
    arrived,
    presence: draft.presence,
    position,
    note,
  });
}

function parseAge(text: string): Result<number, PersonProblem> {
  const years = /^\d{1,3}$/u.test(text.trim()) ? Number(text) : Number.NaN;
  return years <= ageYearsLimit ? ok(years) : err({ type: "age-impossible", limit: ageYearsLimit });
}

function checkNote(text: string, isRequired: boolean): Result<string | null, PersonProblem> {
  const note = text.normalize("NFC").trim();
  if (note.length > noteLengthLimit) return err({ type: "note-too-long", limit: noteLengthLimit });
  if (note === "") return isRequired ? err({ type: "note-missing" }) : ok(null);
  return ok(note);
}
