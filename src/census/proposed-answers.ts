// What the list already says of a person, proposed to the interview. A proposal counts as unanswered until the officer
// confirms it: registers had men as women and the reverse in 2021 (instrument 5.3).
import type { Answer, AnswersByPath, AnswerValue, PartialDate } from "#questionnaire";
import { institutionKind, type InstitutionKindCode } from "./institution-kinds.ts";

/** Facts of a line; the census knows no lists, so they come as plain values. */
export interface ListedPersonFacts {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string | null;
  readonly sex: "1" | "2" | null;
  readonly born: PartialDate | null;
  readonly iin: string | null;
  readonly institutionKind: InstitutionKindCode;
  /** Where the person was when the list was made, if it says so. */
  readonly presence?: "present" | "absent" | "temporary";
}

const residentOfInstitution = "12";

/** L04, P01–P05 and T01–T03 where the list knows them. Never proposes a sex or a date from the digits of the IIN. */
export function proposedAnswers(facts: ListedPersonFacts): AnswersByPath {
  const { surname, given, patronymic, sex, born, iin } = facts;
  const category = categoryOf(facts);
  return {
    ...(category === null ? {} : { L04: proposal({ kind: "code", code: category }, "default") }),
    ...(iin === null ? {} : bothForms("P01", "T01.iin", { kind: "text", text: iin })),
    ...bothForms("P02", "T01", { kind: "name", surname, given, patronymic }),
    P03: proposal({ kind: "code", code: residentOfInstitution }, "default"),
    ...(sex === null ? {} : bothForms("P04", "T02", { kind: "code", code: sex })),
    ...(born === null ? {} : bothForms("P05", "T03", { kind: "date", date: born })),
  };
}

/** The person form and F4 ask the same; only one of them is asked of one person. */
function bothForms(person: string, visitor: string, value: AnswerValue): AnswersByPath {
  return { [person]: proposal(value, "list"), [visitor]: proposal(value, "list") };
}

function proposal(value: AnswerValue, origin: "list" | "default"): Answer {
  return { state: "proposed", value, origin };
}

/** The usual case of the institution's kind, unless the list says otherwise; null where it has to be asked. */
function categoryOf({ institutionKind: code, presence }: ListedPersonFacts): string | null {
  const usual = institutionKind(code).usualCategories[0]?.category ?? null;
  if (presence === "temporary") return "3";
  if (presence === "absent") return usual === "1" ? "2" : null;
  return usual;
}
