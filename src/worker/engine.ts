// The engine over one interview of the book: the same questionnaire, context and answers that the page paints with and
// the server checks with.
import { personSummary } from "#census";
import { answersOf, isProxy, type FormContext, type InterviewState, type LineState } from "#fieldwork";
import { openInterview, type Context, type ContextRecord, type Interview, type Questionnaire } from "#questionnaire";
import { linesOf, type WorkBook } from "./book.ts";

/** The fieldwork, and of the enrolment the kind of institution alone. */
export interface AskingBook extends WorkBook {
  readonly facts: { readonly enrolled: { readonly inst: { readonly kind: string } } };
}

/** The context of a line's interview: what the questionnaire declares, and the household as `persons`. */
export function contextOf(
  book: AskingBook,
  line: LineState,
  interview: InterviewState,
  questionnaire: Questionnaire,
): Context {
  return { ...formContextOf(book, line, interview, questionnaire), persons: personsOf(book, line) };
}

/** The scalar part, which goes along with the sealed form so that the server can run the same edits. */
export function formContextOf(
  book: AskingBook,
  line: LineState,
  interview: InterviewState,
  { contextNames }: Questionnaire,
): FormContext {
  const known: FormContext = {
    institutionKind: book.facts.enrolled.inst.kind,
    proxy: isProxy(interview.source),
    source: interview.source.kind,
    line: line.number,
  };
  // Another version of the questionnaire may ask for less.
  return Object.fromEntries(Object.entries(known).filter(([name]) => contextNames.has(name)));
}

/** The other people on the list, each by the answers given so far and, where there are none, by the list's own word. */
function personsOf(book: WorkBook, own: LineState): readonly ContextRecord[] {
  return linesOf(book)
    .filter(({ lineId, removed }) => lineId !== own.lineId && removed === null)
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
    answers: answersOf(interview),
    confirmations: interview.confirmations,
    removedRows: interview.removedRows,
  });
}
