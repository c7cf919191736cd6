// What the notes' list is made of: a heading for each respondent and a row for each marked question.
import { personQuestionnaire, premisesQuestionnaire } from "#census";
import { textWithFills, type Language } from "#questionnaire";
import type { NotedQuestion } from "../../wiring/index.ts";

export const noteFilters = ["all", "notes", "flags"] as const;
export type NoteFilter = (typeof noteFilters)[number];

type NotedRow =
  | { readonly type: "respondent"; readonly key: string; readonly of: NotedQuestion }
  | { readonly type: "question"; readonly key: string; readonly of: NotedQuestion };

export function isShown({ note, isFlagged }: Pick<NotedQuestion, "note" | "isFlagged">, filter: NoteFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "notes":
      return note !== null;
    case "flags":
      return isFlagged;
  }
}

/** In the order given; a respondent's heading stands before the first of his questions. */
export function notedRows(noted: readonly NotedQuestion[]): readonly NotedRow[] {
  return noted.flatMap((of, index): readonly NotedRow[] => {
    const question: NotedRow = { type: "question", key: `${of.lineId} ${of.path} ${index}`, of };
    if (noted[index - 1]?.lineId === of.lineId) return [question];
    return [{ type: "respondent", key: of.lineId, of }, question];
  });
}

/** Where the row leads: to the question itself, to the finished form, or to the line that was closed without one. */
export function placeOfNoted({ lineId, path, form }: Pick<NotedQuestion, "lineId" | "path" | "form">): string {
  if (form === "closed") return `/start/${lineId}`;
  return form === "finished" ? `/interview/${lineId}` : `/interview/${lineId}?at=${encodeURIComponent(path)}`;
}

/** The words of the question, and of its field where one is meant; null for what this questionnaire does not have. */
export function notedQuestionText(path: string, language: Language): string | null {
  const id = path.replaceAll(/\[\d+\]/gu, "");
  const questionnaire = [personQuestionnaire(), premisesQuestionnaire()].find(({ questionsById }) =>
    questionsById.has(id),
  );
  const entry = questionnaire?.questionsById.get(id);
  if (questionnaire === undefined || entry === undefined) return null;
  const own = textWithFills(entry.definition.text, language, questionnaire.unknownFills);
  const above = entry.parent === null ? null : notedQuestionText(entry.parent, language);
  return above === null ? own : `${above} · ${own}`;
}
