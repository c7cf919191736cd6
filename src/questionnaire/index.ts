// What the other rooms may use: definitions in, interviews out. How it is computed stays inside.
// For authors of questionnaires the contract is LANGUAGE.md; for callers it is interview-view.ts.

export { Answer, AnswerPath, AnswersByPath, AnswerValue, PartialDate, unanswered } from "./answer.ts";
export { err, ok, unreachable } from "./result.ts";
export type { Result } from "./result.ts";

export {
  Alternative,
  Calculation,
  CompositeQuestion,
  ContextEntry,
  DefinitionFile,
  Edit,
  EditLevel,
  languages,
  LeafQuestion,
  LocalText,
  Option,
  Question,
  RosterQuestion,
  Section,
  SpecialAnswer,
} from "./definition.ts";
export type { Language } from "./definition.ts";
export type { ScalarType } from "./expression-type.ts";
export type {
  Context,
  ContextRecord,
  ExpressionValue,
  NameValue,
  PlaceValue,
  ScalarValue,
  ValueByType,
} from "./expression-value.ts";
export { Fill } from "./fill-declaration.ts";
export { numberText, type FillWords } from "./fill-words.ts";
export { hostFunction } from "./host.ts";
export type { HostFunction, QuestionnaireHost, QuestionRole } from "./host.ts";
export { limits } from "./limits.ts";

export type { Slip } from "./slips.ts";
export type { DefinitionError, DefinitionPlace } from "./definition-error.ts";
export { countErrors } from "./cap-errors.ts";
export { explainDefinitionError, isForEach } from "./explain-definition-error.ts";
export { missingRoles } from "./check-roles.ts";
export { compileQuestionnaire } from "./compile-questionnaire.ts";
export type { AnswerFact, FormEntry, Questionnaire, QuestionEntry, SectionEntry } from "./questionnaire.ts";

export { Conversion, VersionMap } from "./version-declaration.ts";
export { compareVersions } from "./compare-versions.ts";
export { composeMoves } from "./version-map.ts";
export type { EditMove, FileMove, QuestionMove, VersionMove } from "./version-map.ts";
export { explainVersionError } from "./version-error.ts";
export type { VersionError } from "./version-error.ts";
export { movedPath, movedRow, moveInterview } from "./move-interview.ts";
export type {
  ArchivedAnswer,
  ArchiveReason,
  DroppedConfirmation,
  InterviewContent,
  MovedInterview,
  MovedPath,
  MoveOutcome,
} from "./move-interview.ts";

export { openInterview } from "./interview.ts";
export type {
  Confirmation,
  Finding,
  Interview,
  InterviewChange,
  InterviewStart,
  OptionView,
  QuestionView,
  RowView,
  SectionView,
  SpecialView,
} from "./interview-view.ts";
export type { ValueProblem } from "./value-problem.ts";
export { localTextWithFills, optionText, questionText, textWithFills, type AskedPerson } from "./question-text.ts";
export { unitText } from "./unit-text.ts";
export { checkFinished, permissionsAsked } from "./check-finished.ts";
export type { FinishBlock, PermissionAsked } from "./check-finished.ts";
export { completedYears, completedYearsSpan, isCalendarDate, type Span } from "./partial-date.ts";

// For tools that read conditions to explain, print or try them; no screen needs them.
export { compareDates, compareNumbers, compareSpans, type DatePrecision } from "./compare-values.ts";
export { parseExpression } from "./parse-expression.ts";
export type { ComparisonOperator, LiteralSyntax, Syntax } from "./syntax-tree.ts";
