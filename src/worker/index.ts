// The tablet's inside as the page may know it: the contract and the bridge. Types and one function; the worker itself is
// a bundle of its own.
export type { TabletApi, TabletChange } from "./api.ts";
export type { BatchState, ClockVerdict, ConnectionError, PushProblem, PushReport, StorageError } from "#sync";
export type {
  AcceptanceCodeError,
  CancelError,
  EnrolmentError,
  ExportError,
  FinishError,
  InterviewOpenError,
  ListChangeError,
  ListFileError,
  ListSealError,
  LockedError,
  MoveForwardError,
  QuickPinError,
  QuickUnlockError,
  ReceiptsError,
  RecordEventsError,
  SealError,
  UnlockError,
} from "./errors.ts";
export type {
  BatchForm,
  BatchRow,
  CodeReport,
  DeliveryMark,
  DeliveryView,
  ExportedBundle,
  ExportPart,
  ExportProgress,
  ReceiptsReport,
  SendingView,
} from "./delivery-view.ts";
export type {
  CancelledForm,
  FinishedForm,
  FormStateView,
  InterviewContext,
  InterviewStart,
  ListFilePreview,
  ListImportReport,
  ListRow,
  ListView,
  MovedInterview,
  OpenedInterview,
  SealedList,
} from "./list-view.ts";
export type { OpeningProgress } from "./session.ts";
export type { NotedQuestion } from "./notes-view.ts";
export type { ClockView, EnrolledSummary, EnrolmentOffer, InstitutionView, TabletStatus } from "./status-view.ts";
export { askToKeep, canAskToKeep } from "./ask-to-keep.ts";
export { startTabletWorker } from "./bridge.ts";
export type { TabletBridge } from "./bridge.ts";
export { createPracticeTablet } from "./practice/create-practice-tablet.ts";
export type { PracticeTablet } from "./practice/create-practice-tablet.ts";
export type { PracticeFacts } from "./practice/practice-book.ts";
export { practiceTasks } from "./practice/practice-tasks.ts";
export type { PracticeTask } from "./practice/practice-tasks.ts";
