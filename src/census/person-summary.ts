// One person of a household as the others' edits see them: the answers given so far and, where there are none, the list.
import type { Answer, AnswersByPath, AnswerValue, ContextRecord, PartialDate, Questionnaire } from "#questionnaire";
import { questionsOf, type CensusRole } from "./roles.ts";

interface ListedPerson {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string | null;
  readonly sex: "1" | "2" | null;
  readonly born: PartialDate | null;
  readonly iin: string | null;
}

/** Codes of the marriage question of those who are asked which line their spouse is. */
const withSpouse: ReadonlySet<string> = new Set(["2", "3"]);

const nobody = { surname: null, given: null, patronymic: null };

/** What somebody answered, and the questionnaire that tells which answer is which. */
interface Answered {
  readonly questionnaire: Pick<Questionnaire, "roles">;
  readonly answers: AnswersByPath;
}

/**
 * The members that the questionnaire's context list `persons` declares; `line` is the person's number on the list.
 * Without `listed` only the answers speak; without `answered` only the list.
 */
export function personSummary(line: number, listed: ListedPerson | null, answered: Answered | null): ContextRecord {
  const given = (role: CensusRole): AnswerValue | null => (answered === null ? null : valueInRole(answered, role));
  const [iin, name, relationship, group] = [given("iin"), given("name"), given("relationship"), given("familyGroup")];
  const [sex, born, marriage, spouse] = [given("sex"), given("birthDate"), given("marriage"), given("spouse")];
  // A spouse named where the question is not asked for any more says nothing.
  const isMarried = marriage?.kind === "code" ? withSpouse.has(marriage.code) : null;
  const { surname, given: firstName, patronymic } = name?.kind === "name" ? name : (listed ?? nobody);
  return {
    line,
    iin: iin?.kind === "text" ? iin.text : (listed?.iin ?? null),
    surname,
    given: firstName,
    patronymic,
    born: born?.kind === "date" ? born.date : (listed?.born ?? null),
    sex: sex?.kind === "code" ? sex.code : (listed?.sex ?? null),
    relationship: relationship?.kind === "code" ? relationship.code : null,
    familyGroup: group?.kind === "number" ? group.number : null,
    spouse: isMarried === true && spouse?.kind === "line" ? spouse.line : null,
    namesNoSpouse: isMarried === null ? null : !isMarried || saysNobodyHere(answered),
  };
}

/** The first answer in the role: the person form and F4 ask the same, and only one of them is asked of one person. */
export function valueInRole(answered: Answered, role: CensusRole): AnswerValue | null {
  const found = answersInRole(answered, role).find((answer) => answer.state === "answered");
  return found?.state === "answered" ? found.value : null;
}

function answersInRole({ questionnaire, answers }: Answered, role: CensusRole): readonly Answer[] {
  return questionsOf(questionnaire, role).flatMap((path) => answers[path] ?? []);
}

/** True: "not here"; false: somebody is named; null: not answered yet, or not told. */
function saysNobodyHere(answered: Answered | null): boolean | null {
  const [spouse] = answered === null ? [] : answersInRole(answered, "spouse");
  if (spouse?.state === "alternative") return true;
  return spouse?.state === "answered" ? false : null;
}
