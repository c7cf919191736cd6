// The engine over one interview of the book: the same questionnaire, context and answers that the page paints with and
// the server checks with.
import { institutionContext, listedContext, personSummary, sealedListContext, type QuestionnaireShelf } from "#census";
import { answerFacts, answersOf, eachAnswerOf, sourceFacts, type FormContext, type InterviewState } from "#fieldwork";
import { openInterview, type Context, type ContextRecord, type Interview, type Questionnaire } from "#questionnaire";
import { interviewOf, linesOf, type WorkBook } from "./book.ts";
import { numberOf, type Subject } from "./subject.ts";

/** The fieldwork, and of the enrolment the kind of institution alone; a practice is in no institution and asks of no premises. */
export interface AskingBook extends WorkBook {
  readonly facts: { readonly enrolled: { readonly inst: { readonly kind: string } | EnrolledInstitution } };
}

type EnrolledInstitution = Parameters<typeof institutionContext>[0] & { readonly kind: string };

/** The version an interview is asked with, and where those of the others on the list are found. */
export interface AskedWith {
  readonly questionnaire: Questionnaire;
  readonly shelf: Pick<QuestionnaireShelf, "find">;
}

/** The context of an interview: what the questionnaire declares, what is known to be proposed, and the household as `persons`. */
export function contextOf(
  book: AskingBook,
  subject: Subject,
  interview: InterviewState,
  { questionnaire, shelf }: AskedWith,
): Context {
  const { contextNames } = questionnaire;
  const context = {
    ...formContextOf(book, subject, interview, questionnaire),
    ...declared(beforehandOf(book, subject), contextNames),
  };
  return contextNames.has("persons") ? { ...context, persons: personsOf(book, subject.lineId, shelf) } : context;
}

/** The scalar part, which goes along with the sealed form so that the server can run the same edits. */
export function formContextOf(
  book: AskingBook,
  subject: Subject,
  interview: InterviewState,
  questionnaire: Questionnaire,
): FormContext {
  const known: FormContext = {
    institutionKind: book.facts.enrolled.inst.kind,
    ...sourceFacts(interview.source),
    ...answerFacts(questionnaire.answerFacts, interview.answers),
    line: numberOf(subject),
    ...(subject.unit === "person" ? sealedListContext(subject.line.person) : {}),
    // The list of respondents stands for L03.
    isListHere: false,
    personsPresent: linesOf(book).filter(({ removed, person }) => removed === null && person.presence !== "absent")
      .length,
  };
  return declared(known, questionnaire.contextNames);
}

/** Another version of the questionnaire may ask for less. */
function declared<T>(known: Readonly<Record<string, T>>, names: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(known).filter(([name]) => names.has(name)));
}

/** Of a person by the list, of the premises by enrolment. It is proposed on this tablet and goes nowhere. */
function beforehandOf({ facts }: AskingBook, subject: Subject): Context {
  if (subject.unit === "person") return listedContext(subject.line.person);
  const { inst } = facts.enrolled;
  return "kato" in inst ? institutionContext(inst) : {};
}

/** The other people on the list, each by the answers given so far and, where there are none, by the list's own word. */
function personsOf(book: WorkBook, ownLineId: string, shelf: AskedWith["shelf"]): readonly ContextRecord[] {
  return linesOf(book)
    .filter(({ lineId, removed }) => lineId !== ownLineId && removed === null)
    .map((line) => {
      const interview = interviewOf(book, line.lineId)?.state;
      // Of a version that is not here, nobody can say which answer is which.
      const questionnaire = interview === undefined ? null : shelf.find(interview.questionnaire);
      const answered =
        interview === undefined || questionnaire === null ? null : { questionnaire, answers: answersOf(interview) };
      return personSummary(line.number, line.person, answered);
    });
}

/** The engine as the interview stands. */
export function engineOf(questionnaire: Questionnaire, context: Context, interview: InterviewState): Interview {
  return openInterview(questionnaire, {
    context,
    answers: eachAnswerOf(interview),
    confirmations: interview.confirmations,
    removedRows: interview.removedRows,
  });
}
