// One person of a household as the others' edits see them: the answers given so far and, where there are none, the list.
import type { Answer, AnswersByPath, AnswerValue, ContextRecord, PartialDate } from "#questionnaire";

/** The question that asks the date of birth; the age is read back beside it. */
export const birthQuestion = "P05";

interface ListedPerson {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string | null;
  readonly sex: "1" | "2" | null;
  readonly born: PartialDate | null;
  readonly iin: string | null;
}

/** Answers to P26 of those who are asked which line their spouse is. */
const withSpouse: ReadonlySet<string> = new Set(["2", "3"]);

/** True: "not here"; false: somebody is named; null: not answered yet, or not told. */
function saysNobodyHere(spouse: Answer | undefined): boolean | null {
  if (spouse?.state === "alternative") return true;
  return spouse?.state === "answered" ? false : null;
}

const nobody = { surname: null, given: null, patronymic: null };

/**
 * The members that the questionnaire's context list `persons` declares; `line` is the person's number on the list.
 * Without `listed` only the answers speak.
 */
export function personSummary(line: number, listed: ListedPerson | null, answers: AnswersByPath): ContextRecord {
  const given = (...paths: readonly string[]): AnswerValue | null => {
    const answered = paths.map((path) => answers[path]).find((answer) => answer?.state === "answered");
    return answered?.state === "answered" ? answered.value : null;
  };
  const [iin, name, relationship, group] = [
    given("P01", "T01.iin"),
    given("P02", "T01"),
    given("P03"),
    given("P03.group"),
  ];
  const [sex, born, marriage, spouse] = [
    given("P04", "T02"),
    given(birthQuestion, "T03"),
    given("P26"),
    given("P26.1"),
  ];
  // An answer to P26.1 that its question is not asked for any more says nothing.
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
    namesNoSpouse: isMarried === true ? saysNobodyHere(answers["P26.1"]) : isMarried === null ? null : true,
  };
}
