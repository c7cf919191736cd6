// A tablet to learn on: the page's whole contract over a book in memory. It has no storage, no key, no batch and no
// network, and its folder may import none of the rooms that do: what is done in a practice has no way out of it.
import { err, ok } from "#questionnaire";
import type { TabletApi } from "../api.ts";
import { createPracticeMemory, practiceOfficer, type PracticeFacts } from "./practice-book.ts";
import { createPracticeInterviews } from "./practice-interviews.ts";
import { createPracticeList } from "./practice-list.ts";
import { doneTasks, practiceTasks, type PracticeTask } from "./practice-tasks.ts";

export interface PracticeTablet {
  readonly api: TabletApi;
  /** What of the five things to try has been done so far; once done it stays done. */
  readonly readDoneTasks: () => readonly PracticeTask[];
}

/** A fresh practice. It lives as long as somebody holds it and is forgotten with that. */
export function createPracticeTablet(facts: PracticeFacts): PracticeTablet {
  const memory = createPracticeMemory(facts);
  const api: TabletApi = {
    ...createPracticeList(memory),
    ...createPracticeInterviews(memory),
    ...nothingToSend,
    ...noEnrolment,
    readStatus: async () => ({
      state: "unlocked",
      release: "practice",
      persisted: null,
      dev: "",
      number: "",
      comparisonDigits: "",
      testBatch: "accepted",
      lastMark: null,
      refusesWriting: null,
      counts: { notAccepted: 0, onlyHere: 0 },
      hasQuickPin: false,
      institution: {
        id: "practice",
        kind: facts.institutionKind,
        kato: "",
        name: { kk: "Жаттығу мекемесі", ru: "Учебное учреждение" },
        protectedMode: false,
      },
      officerId: practiceOfficer,
      officerName: null,
      departmentPhone: null,
      clock: { skewMs: null, verdict: "unknown" },
    }),
    // An institution's own file names real people: none of them may come into a practice.
    readListFile: async () => err({ type: "list-file-not-read" }),
    importListFile: async () => err({ type: "list-file-not-read" }),
    watch: memory.watch,
  };
  const done = new Set<PracticeTask>();
  return {
    api,
    readDoneTasks: () => {
      if (done.size < practiceTasks.length) for (const task of doneTasks(memory.read())) done.add(task);
      return practiceTasks.filter((task) => done.has(task));
    },
  };
}

const nothingToSend: Pick<
  TabletApi,
  | "readDelivery"
  | "push"
  | "pauseSending"
  | "resumeSending"
  | "exportBundle"
  | "readExporting"
  | "markExported"
  | "loadReceipts"
  | "takeAcceptanceCode"
> = {
  readDelivery: async () => ({
    places: null,
    list: null,
    listChanges: 0,
    oldestUnsentAtMs: null,
    lastMark: null,
    batches: [],
    sending: {
      lastAttemptAtMs: null,
      lastContactAtMs: null,
      nextAttemptAtMs: null,
      problem: null,
      isChainOther: false,
      pausedUntilMs: null,
    },
  }),
  push: async () => ({
    outcome: "stopped",
    sent: 0,
    accepted: 0,
    left: 0,
    problem: { type: "not-enrolled" },
    nextAttemptAtMs: null,
  }),
  // Nothing is ever on its way, and nothing may be written.
  pauseSending: async () => err({ type: "storage-aborted" }),
  resumeSending: async () => ok(true),
  exportBundle: async () => err({ type: "nothing-to-export" }),
  readExporting: async () => null,
  markExported: async () => err({ type: "storage-aborted" }),
  loadReceipts: async () => err({ type: "not-enrolled" }),
  takeAcceptanceCode: async () => err({ type: "not-enrolled" }),
};

/** A practice is open from its beginning and belongs to no tablet. */
const noEnrolment: Pick<
  TabletApi,
  | "startEnrolment"
  | "confirmEnrolment"
  | "unlock"
  | "unlockQuickly"
  | "setQuickPin"
  | "forgetQuickPin"
  | "lock"
  | "readOpening"
> = {
  startEnrolment: async () => err({ type: "already-enrolled" }),
  confirmEnrolment: async () => err({ type: "already-enrolled" }),
  unlock: async () => ok(true),
  unlockQuickly: async () => ok(true),
  setQuickPin: async () => err({ type: "locked" }),
  forgetQuickPin: async () => undefined,
  // What is locked is the tablet that the practice runs on.
  lock: async () => "full",
  readOpening: async () => null,
};
