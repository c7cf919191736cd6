// How an interview begins: who answers, in which language, and what the list already knows, proposed to be confirmed. A
// proposal counts as unanswered: nobody's sex or birth is taken from a list without being asked.
import { institutionKinds, personQuestionnaire } from "#census";
import type { Answer, AnswerValue } from "#questionnaire";
import type { InterviewEvent, LineState, QuestionLanguage, SourceOfAnswers } from "#fieldwork";
import type { Book } from "./book.ts";

export interface StartingFacts {
  readonly interview: string;
  readonly source: SourceOfAnswers;
  readonly language: QuestionLanguage;
  readonly atMs: number;
  readonly by: string;
}

/** `interview-started`, then the proposals. */
export function startingEvents(book: Book, line: LineState, facts: StartingFacts): readonly InterviewEvent[] {
  const { atMs, by, language } = facts;
  const questionnaire = personQuestionnaire();
  const proposals = Object.entries(proposalsOf(book, line)).filter(([path]) => questionnaire.questionsById.has(path));
  return [
    {
      type: "interview-started",
      atMs,
      by,
      interview: facts.interview,
      lineId: line.lineId,
      questionnaire: questionnaire.forms.map(({ id, version }) => ({ id, version })),
      source: facts.source,
      language,
    },
    ...proposals.map(([path, answer]): InterviewEvent => ({ type: "answer-given", atMs, by, path, answer, language })),
  ];
}

function proposalsOf(book: Book, { person }: LineState): Readonly<Record<string, Answer>> {
  const fromList = (value: AnswerValue): Answer => ({ state: "proposed", value, origin: "list" });
  const byDefault = (value: AnswerValue): Answer => ({ state: "proposed", value, origin: "default" });
  const { surname, given, patronymic } = person;
  const category = categoryOf(book, person.presence);
  return {
    ...(category === null ? {} : { L04: byDefault({ kind: "code", code: category }) }),
    ...(person.iin === null ? {} : { P01: fromList({ kind: "text", text: person.iin }) }),
    P02: fromList({ kind: "name", surname, given, patronymic }),
    ...(person.position === "resident" ? { P03: byDefault({ kind: "code", code: "12" }) } : {}),
    ...(person.sex === null ? {} : { P04: fromList({ kind: "code", code: person.sex }) }),
    ...(person.born === null ? {} : { P05: fromList({ kind: "date", date: person.born }) }),
  };
}

/** What the officer said of the person's presence at listing goes before the default of the kind of institution. */
function categoryOf(book: Book, presence: LineState["person"]["presence"]): string | null {
  if (presence === "absent") return "2";
  if (presence === "temporary") return "3";
  const kind = institutionKinds.find(({ id }) => id === book.facts.enrolled.inst.kind);
  return kind?.defaultCategory ?? null;
}
