// The one door between the screens and the tablet's inside: the contract's types, and hooks that hand it over.
export type {
  AcceptanceCodeError,
  BatchForm,
  BatchRow,
  BatchState,
  CancelError,
  CancelledForm,
  ClockView,
  CodeReport,
  ConnectionError,
  DeliveryMark,
  DeliveryView,
  EnrolledSummary,
  EnrolmentError,
  EnrolmentOffer,
  ExportedBundle,
  ExportPart,
  ExportProgress,
  ExportError,
  FinishedForm,
  FinishError,
  FormStateView,
  InstitutionView,
  InterviewContext,
  InterviewOpenError,
  InterviewStart,
  ListChangeError,
  ListFileError,
  ListFilePreview,
  ListImportReport,
  ListRow,
  ListSealError,
  ListView,
  LockedError,
  NotedQuestion,
  OpeningProgress,
  OpenedInterview,
  PushProblem,
  PushReport,
  QuickPinError,
  QuickUnlockError,
  ReceiptsError,
  ReceiptsReport,
  RecordEventsError,
  SealedList,
  SealError,
  SendingView,
  StorageError,
  TabletApi,
  TabletChange,
  TabletStatus,
  UnlockError,
} from "#worker";
export { askToKeep, canAskToKeep } from "#worker";
export { CrashBoundary } from "./crash-boundary.tsx";
export { keepPushing } from "./keep-pushing.ts";
export { createKeptState } from "./kept-state.ts";
export { PageActionsContext, usePageActions, useUpdateWaiting } from "./page-actions.ts";
export type { PageActions } from "./page-actions.ts";
export { saveFile } from "./save-file.ts";
export type { SavedFile } from "./save-file.ts";
export { runSelfCheck } from "./self-check.ts";
export type { SelfCheck } from "./self-check.ts";
export { useStorageRoom, useStorageUse } from "./storage-use.ts";
export { ClockContext, TabletContext, useClock, useTablet } from "./tablet-context.ts";
export { TabletStateProvider, useTabletState } from "./tablet-state.tsx";
export type { TabletState } from "./tablet-state.tsx";
export { useOnline } from "./use-online.ts";
export { useReading } from "./use-reading.ts";
export type { Reading } from "./use-reading.ts";
export type { PracticeTask } from "#worker";
export { useProgress } from "./use-progress.ts";
