export {
  ageAtCensus,
  censusDate,
  censusMomentMs,
  isAfterCensusDay,
  isBornAfterCensus,
  kyzylordaOffsetMinutes,
  stage1Date,
} from "./moment.ts";
export { censusCalendar, plannedWindows } from "./calendar.ts";
export type { CensusCalendar } from "./calendar.ts";
export { withCalendarDays } from "./calendar-days.ts";
export { formatIin, iinSexCode, isIinCheckDigitTrue, maskIin, parseIin, restoreIin } from "./iin.ts";
export type { Iin, IinError, RestoredIin } from "./iin.ts";
export { parseBin } from "./bin.ts";
export type { BinError } from "./bin.ts";
export { CollectionWindow, CollectionWindows, windowStateAt } from "./collection-windows.ts";
export type { WindowKind, WindowState } from "./collection-windows.ts";
export { InstitutionKindCode, institutionKind, institutionKinds } from "./institution-kinds.ts";
export type { InstitutionKind } from "./institution-kinds.ts";
export {
  certificateNumber,
  isSameSheetNumber,
  parseCertificateNumber,
  parseSheetNumber,
  plainSerialDigits,
} from "./certificate-number.ts";
export type { CertificateNumberError, CertificateSerial } from "./certificate-number.ts";

export { codeList, codeListNames, codeListPath, codingListNames, loadCodeList } from "./code-list.ts";
export type { CodeList, CodeListEntry } from "./packed-code-list.ts";
export { entriesInOrderSteps } from "./entries-in-order.ts";
export type { EntriesInOrder, LetterPlace } from "./entries-in-order.ts";
export { prepareCodeListSearch, searchCodeList } from "./search-code-list.ts";
export type { CodeListMatch, CodeListSearch } from "./search-code-list.ts";
export { codeListSources } from "./code-list-sources.ts";
export type { CodeListSource, TitleStanding } from "./code-list-sources.ts";
export { codingQueue, codingQueueLists, suggestionsFor } from "./coding-queue.ts";
export type { CodingItem } from "./coding-queue.ts";
export { foldForSearch } from "./fold-for-search.ts";
export { otherKeyboardLayout } from "./keyboard-layout.ts";
export { compareKazakh } from "./kazakh-order.ts";
export { dateInWords, dateText, dateTimeText, monthNames } from "./date-in-words.ts";

export { personQuestionnaire } from "./person-questionnaire.ts";
export { consistsOf, createQuestionnaireShelf, builtInShelf } from "./questionnaire-shelf.ts";
export type { QuestionnaireShelf } from "./questionnaire-shelf.ts";
export { premisesQuestionnaire } from "./premises-questionnaire.ts";
export { categoryNames, formsOfCategory } from "./forms-of-category.ts";
export type { Category, FormsAsked } from "./forms-of-category.ts";
export { censusHost } from "./census-host.ts";
export { personSummary, valueInRole } from "./person-summary.ts";
export { questionsOf } from "./roles.ts";
export { personsNamedIn } from "./persons-named-in.ts";
export { institutionContext, listedContext, sealedListContext } from "./known-beforehand.ts";
export { exportRow } from "./export-row.ts";
export { exportColumns } from "./export-columns.ts";
export type { ExportCode, ExportColumn, ExportPart, ExportType } from "./export-columns.ts";
export { exportCode, exportValue } from "./export-code.ts";
