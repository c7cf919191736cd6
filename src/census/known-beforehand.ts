// What is known before an interview begins, by the names under which a questionnaire may propose it (QL92): of a person
// what the list says, of the premises what enrolment says of the institution. What is proposed to which question the
// definition says. A sex or a date is never taken from the digits of the IIN: registers had men as women and the reverse
// in 2021 (instrument 5.3).
import type { Context, PartialDate } from "#questionnaire";

interface ListedFacts {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string | null;
  readonly sex: "1" | "2" | null;
  readonly born: PartialDate | null;
  /** Where only the age is known. */
  readonly ageYears?: number | undefined;
  readonly iin: string | null;
  /** Where the person was when the list was made, if it says so. */
  readonly presence: string | null;
}

interface InstitutionFacts {
  readonly kato: string;
  readonly name: { readonly kk: string; readonly ru: string };
}

/** Facts of a line. */
export function listedContext(facts: ListedFacts): Context {
  const { surname, given, patronymic, sex, born, ageYears = null, iin, presence } = facts;
  return {
    listedName: { surname, given, patronymic },
    listedIin: iin,
    listedSex: sex,
    listedBorn: born,
    listedAge: ageYears,
    listedPresence: presence,
  };
}

/**
 * What an edit may hold an answer to (E005.L). It is sealed with the form, unlike the proposals, so that the server, asking
 * again, is told the same word and finds the same. A date is written as the language writes it: `2009-03-17`, `2009-03`, `2009`.
 */
export function sealedListContext({ born }: Pick<ListedFacts, "born">): Readonly<Record<"bornOnList", string | null>> {
  if (born === null) return { bornOnList: null };
  const parts = [born.month, born.day].filter((part) => part !== null).map((part) => String(part).padStart(2, "0"));
  return { bornOnList: [String(born.year), ...parts].join("-") };
}

/** Facts of the institution, confirmed and not retyped. */
export function institutionContext({ kato, name }: InstitutionFacts): Context {
  return { institutionKato: kato, institutionNameKk: name.kk, institutionNameRu: name.ru };
}
