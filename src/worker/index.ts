// The tablet's inside as the page may know it: the contract and the bridge. Types and one function; the worker itself is
// a bundle of its own.
export type { TabletApi, TabletChange } from "./api.ts";
export type {
  ConnectionError,
  EnrolmentError,
  ExportError,
  FinishError,
  InterviewOpenError,
  ListChangeError,
  ListFileError,
  ListSealError,
  LockedError,
  ReceiptsError,
  RecordEventsError,
  SealError,
  StorageError,
  UnlockError,
} from "./errors.ts";
export type {
  BatchRow,
  BatchState,
  ClockView,
  DeliveryMark,
  DeliveryView,
  EnrolledSummary,
  EnrolmentOffer,
  ExportedBundle,
  FinishedForm,
  FormStateView,
  InstitutionView,
  InterviewContext,
  InterviewStart,
  ListFilePreview,
  ListImportReport,
  ListRow,
  ListView,
  OpenedInterview,
  PushProblem,
  PushReport,
  ReceiptsReport,
  SealedList,
  SendingView,
  TabletStatus,
} from "./views.ts";
export { startTabletWorker } from "./bridge.ts";
export type { TabletBridge } from "./bridge.ts";
