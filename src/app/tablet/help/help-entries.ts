// What Help holds: articles about the officer's work, and the explanations that the questionnaire carries at each
// question. Both are in the program, so they are there without a network.
import { personQuestionnaire } from "#census";
import { localTextWithFills, type LocalText, type Question, type QuestionEntry } from "#questionnaire";
import articles from "./articles.json" with { type: "json" };

export interface HelpArticle {
  readonly id: string;
  readonly title: LocalText;
  readonly steps: readonly LocalText[];
}

export type ExplanationKind = "read-aloud" | "hint" | "why" | "interviewer";

export interface Explanation {
  readonly kind: ExplanationKind;
  readonly text: LocalText;
  /** The field of the question that it is about; null = the whole question. */
  readonly field: LocalText | null;
}

export interface HelpQuestion {
  /** The question's number: `P05`. */
  readonly id: string;
  readonly text: LocalText;
  readonly explanations: readonly Explanation[];
}

export interface HelpSection {
  readonly id: string;
  readonly title: LocalText;
  readonly questions: readonly HelpQuestion[];
}

export const helpArticles: readonly HelpArticle[] = articles;

let sections: readonly HelpSection[] | null = null;

/** Every question of the instrument in the order of asking, asked of this respondent or not. */
export function helpSections(): readonly HelpSection[] {
  sections ??= personQuestionnaire().sections.map(({ id, title, questionIds }) => ({
    id,
    title,
    questions: questionIds.flatMap((question) => helpQuestion(question) ?? []),
  }));
  return sections;
}

/** The question of Help that a path of an interview belongs to: `P21[2].level` is explained at `P21`; null = none. */
export function helpQuestionOf(path: string): string | null {
  const { questionsById } = personQuestionnaire();
  let entry: QuestionEntry | undefined = questionsById.get(path.replaceAll(/\[\d+\]/gu, ""));
  while (entry !== undefined && entry.parent !== null) entry = questionsById.get(entry.parent);
  return entry?.id ?? null;
}

function helpQuestion(id: string): HelpQuestion | null {
  const { questionsById } = personQuestionnaire();
  const entry = questionsById.get(id);
  if (entry === undefined) return null;
  const fields = [...questionsById.values()].filter((other) => isWithin(other, id));
  return {
    id,
    text: said(entry.definition.text),
    explanations: [
      ...explanationsOf(entry.definition, null),
      ...fields.flatMap(({ definition }) => explanationsOf(definition, said(definition.text))),
    ],
  };
}

function isWithin({ parent }: QuestionEntry, id: string): boolean {
  if (parent === null) return false;
  const above = personQuestionnaire().questionsById.get(parent);
  return parent === id || (above !== undefined && isWithin(above, id));
}

function explanationsOf({ readAloud, hint, why, interviewer }: Question, field: LocalText | null): Explanation[] {
  const parts = [
    ["read-aloud", readAloud],
    ["hint", hint],
    ["why", why],
    ["interviewer", interviewer],
  ] as const;
  return parts.flatMap(([kind, text]) => (text === undefined ? [] : [{ kind, text: said(text), field }]));
}

/** Nobody is meant here: a placeholder stands as it does before anything is answered. */
function said(text: LocalText): LocalText {
  return localTextWithFills(text, personQuestionnaire().unknownFills);
}
