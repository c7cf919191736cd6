// The work of enumerating: list, line, interview, what is sent of them. Events in, states out; no clock, no storage.

export { AtMs, QuestionLanguage, RecordId } from "./record-id.ts";
export type { FieldworkError, ListImportError, PayloadError } from "./errors.ts";

export {
  AdministrationBasis,
  AdministrationReason,
  isProxy,
  isSameSource,
  isSameSpeaker,
  sourceFacts,
  SourceOfAnswers,
} from "./source-of-answers.ts";

export { answersUnder, isMixed, otherShares, sourcesInForm } from "./sources-in-form.ts";
export type { SourcesInForm, SourceShare } from "./sources-in-form.ts";

export { ageYearsLimit, ListPerson, Position, Presence } from "./list-person.ts";
export { listedAge, possibleAges } from "./listed-age.ts";
export { isTidyName, nameLengthLimit, parseName, tidyName, unknownName } from "./person-name.ts";
export type { NameError } from "./person-name.ts";
export { createListPerson, noteLengthLimit } from "./person-entry.ts";
export type { PersonDraft, PersonField, PersonProblem, PersonRefusal } from "./person-entry.ts";
export { PersonTyping, TypedPerson } from "./typed-person.ts";
export { checkDate, dateKey, daysInMonth } from "./calendar-date.ts";
export type { DateError } from "./calendar-date.ts";

export { listAsOf, ListEvent, ListStatement } from "./list-event.ts";
export { applyListEvent, headcountDifference, listNotStarted, listRevision, replayList } from "./list.ts";
export type { ListSigning, ListState } from "./list.ts";
export { LineEvent, RemovalReason } from "./line-event.ts";
export type { LineFacts } from "./line-event.ts";
export { lineNoteLimit, lineNoteOf, LineOutcome, Postponement, PostponeReason } from "./line-outcome.ts";
export type { OutcomeState } from "./line-outcome.ts";
export { applyLineEvent, changedSince, nextLineNumber, planOutcome, replayLine } from "./line.ts";
export type { LineChange, LineState } from "./line.ts";
export { planCertificate } from "./certificate.ts";
export { findLikelyDuplicates, findLikelyPairs, isToldApart } from "./likely-duplicates.ts";
export type { LikelyDuplicate, NumberedPerson } from "./likely-duplicates.ts";

export { CancelReason, InterviewEvent, InterviewUnit, QuestionnaireRef } from "./interview-event.ts";
export { answerFact, answerFacts } from "./answer-facts.ts";
export { answersOf, applyInterviewEvent, eachAnswerOf, replayInterview } from "./interview.ts";
export type { InterviewState, RecordedAnswer, RecordedConfirmation } from "./interview.ts";

export { instrumentOf, isSameInstrument } from "./instrument-of.ts";
export type { InstrumentOfInterview } from "./instrument-of.ts";
export { planInterviewMove } from "./move-interview.ts";

export { deriveFormState, isOnlyOnTablet } from "./form-state.ts";
export type { FormDelivery, FormState } from "./form-state.ts";
export { countProgress, placeOf } from "./progress.ts";
export type { Progress, ProgressRow } from "./progress.ts";
export { recommendNextAction } from "./next-action.ts";
export type { NextAction } from "./next-action.ts";

export {
  FormContext,
  FormLine,
  ListHeadLine,
  ListPersonLine,
  OutcomeLine,
  PayloadLine,
  payloadLineBytesLimit,
} from "./payload-line.ts";
export { buildFormLine } from "./form-line.ts";
export type { FormLineFacts } from "./form-line.ts";
export { personsPerBatch, planListBatches } from "./list-batches.ts";
export type { ListBatch } from "./list-batches.ts";
export { payloadLineBytes } from "./payload-size.ts";

export {
  findHeaderRow,
  hasNameColumns,
  headerSearchRows,
  ListColumns,
  ListField,
  ListMapping,
  matchColumns,
} from "./list-columns.ts";
export { guessList, listRowsLimit, parseListRows } from "./list-import.ts";
export type { AcceptedRow, AlreadyThereRow, ListGuess, ListImport, RefusedRow, TableRows } from "./list-import.ts";
export type { ImportNotice, RefusalReason } from "./list-row.ts";
