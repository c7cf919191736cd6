// The versions of the questionnaires that a program has: of persons, and of the premises. An interview is opened with the version it was started
// with; a new one starts with the newest (protocol.md 5: every release must open every earlier draft).
import type { Questionnaire } from "#questionnaire";
import { personQuestionnaire } from "./person-questionnaire.ts";
import { premisesQuestionnaire } from "./premises-questionnaire.ts";

/** A definition file by id and version, as an interview remembers it. */
interface FileRef {
  readonly id: string;
  readonly version: number;
}

/** What a questionnaire is about. */
type Unit = "person" | "premises";

export interface QuestionnaireShelf {
  readonly newest: (unit: Unit) => Questionnaire;
  /** The version that consists of these files; null where it is not here. */
  readonly find: (files: readonly FileRef[]) => Questionnaire | null;
}

type Versions = readonly [...(() => Questionnaire)[], () => Questionnaire];

/** The versions from the earliest to the newest, each compiled when it is first needed. */
export function createQuestionnaireShelf(
  persons: Versions,
  premises: Versions = [premisesQuestionnaire],
): QuestionnaireShelf {
  const [newestOfPersons, newestOfPremises] = [persons, premises].map((versions) => versions.at(-1));
  const newestFirst = [...persons.toReversed(), ...premises.toReversed()];
  return {
    newest: (unit) =>
      unit === "person" ? (newestOfPersons ?? personQuestionnaire)() : (newestOfPremises ?? premisesQuestionnaire)(),
    find: (files) => {
      for (const version of newestFirst) {
        const questionnaire = version();
        if (consistsOf(questionnaire, files)) return questionnaire;
      }
      return null;
    },
  };
}

/** Whether all these files, in these versions, belong to the questionnaire. */
export function consistsOf(questionnaire: { readonly files: readonly FileRef[] }, files: readonly FileRef[]): boolean {
  return files.every(({ id, version }) =>
    questionnaire.files.some((file) => file.id === id && file.version === version),
  );
}

/** What this release brings along. A new version is added behind the others; none is taken away. */
export const builtInShelf: QuestionnaireShelf = createQuestionnaireShelf([personQuestionnaire]);
