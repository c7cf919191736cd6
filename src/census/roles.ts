// The questions that programs of the census read by themselves, found by their roles: a version that gives one of them
// another id keeps its role (QL93). What the person's answers say of him to others, who he is, and what is coded.
import type { Question, Questionnaire, QuestionRole } from "#questionnaire";

const role = (unit: string | null, ...types: readonly Question["type"][]): QuestionRole => ({
  types,
  requiredIn: unit === null ? [] : [unit],
});

const roles = {
  /** Usual resident (1), absent (2), here for a while from elsewhere in the country (3) or from abroad (4). */
  category: { ...role("person", "single"), codes: ["1", "2", "3", "4"] },
  /** The number of a certificate shown where somebody was met again. */
  shownCertificate: role(null, "text"),
  iin: role("person", "text"),
  name: role("person", "name"),
  relationship: role("person", "single"),
  familyGroup: role(null, "number"),
  sex: { ...role("person", "single"), codes: ["1", "2"] },
  birthDate: role("person", "date"),
  /** Whether somebody is married, and who is asked for the spouse. */
  marriage: role("person", "single"),
  spouse: role("person", "person-ref"),
  /** Work in own words, for the coders. */
  occupation: role("person", "text", "code-list"),
  /** What the employer does, in own words, for the coders. */
  activity: role("person", "text", "code-list"),
  /** All who live there: the list of respondents stands for it. */
  residents: role("premises", "roster"),
};

export type CensusRole = keyof typeof roles;

/** By name, for the host of the questionnaire language. */
export const censusRoles: ReadonlyMap<string, QuestionRole> = new Map(Object.entries(roles));

/** Ids of the questions in this role, in the order of the forms; none where the version has no such question. */
export function questionsOf(questionnaire: Pick<Questionnaire, "roles">, name: CensusRole): readonly string[] {
  return questionnaire.roles.get(name) ?? [];
}
