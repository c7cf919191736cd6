// The engine over one interview of the book: the same questionnaire, context and answers that the page paints with and
// the server checks with.
import { institutionContext, listedContext, personSummary } from "#census";
import { answersOf, eachAnswerOf, isProxy, type FormContext, type InterviewState } from "#fieldwork";
import { openInterview, type Context, type ContextRecord, type Interview, type Questionnaire } from "#questionnaire";
import { linesOf, type WorkBook } from "./book.ts";
import { numberOf, type Subject } from "./subject.ts";

/** The fieldwork, and of the enrolment the kind of institution alone; a practice is in no institution and asks of no premises. */
export interface AskingBook extends WorkBook {
  readonly facts: { readonly enrolled: { readonly inst: { readonly kind: string } | EnrolledInstitution } };
}

type EnrolledInstitution = Parameters<typeof institutionContext>[0] & { readonly kind: string };

/** The context of an interview: what the questionnaire declares, what is known to be proposed, and the household as `persons`. */
export function contextOf(
  book: AskingBook,
  subject: Subject,
  interview: InterviewState,
  questionnaire: Questionnaire,
): Context {
  const { contextNames } = questionnaire;
  const context = {
    ...formContextOf(book, subject, interview, questionnaire),
    ...declared(beforehandOf(book, subject), contextNames),
  };
  return contextNames.has("persons") ? { ...context, persons: personsOf(book, subject.lineId) } : context;
}

/** The scalar part, which goes along with the sealed form so that the server can run the same edits. */
export function formContextOf(
  book: AskingBook,
  subject: Subject,
  interview: InterviewState,
  { contextNames }: Questionnaire,
): FormContext {
  const known: FormContext = {
    institutionKind: book.facts.enrolled.inst.kind,
    proxy: isProxy(interview.source),
    source: interview.source.kind,
    line: numberOf(subject),
    // The list of respondents stands for L03.
    isListHere: false,
    personsPresent: linesOf(book).filter(({ removed, person }) => removed === null && person.presence !== "absent")
      .length,
  };
  return declared(known, contextNames);
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
function personsOf(book: WorkBook, ownLineId: string): readonly ContextRecord[] {
  return linesOf(book)
    .filter(({ lineId, removed }) => lineId !== ownLineId && removed === null)
    .map((line) => {
      const interviewId = book.interviewIdByLineId.get(line.lineId);
      const interview = interviewId === undefined ? undefined : book.interviewsById.get(interviewId)?.state;
      return personSummary(line.number, line.person, interview === undefined ? {} : answersOf(interview));
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
