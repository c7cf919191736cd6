// A tablet's inside without a worker: a list of invented people, a delivery, and calls that answer at once. A test changes
// what it is about and leaves the rest.
import { parseSheetNumber } from "#census";
import { countProgress, recommendNextAction, type FormState, type ListPerson } from "#fieldwork";
import { err, ok } from "#questionnaire";
import type {
  BatchForm,
  BatchRow,
  DeliveryMark,
  DeliveryView,
  ListRow,
  ListView,
  NotedQuestion,
  StorageError,
  TabletApi,
  TabletChange,
  TabletStatus,
} from "#worker";

export const nowMs = Date.UTC(2021, 8, 6, 9, 5);
const hourMs = 3_600_000;

const surnames = [
  "Ахметова",
  "Сейітқали",
  "Әбдіқадыр",
  "Жұмабекова",
  "Нұрланұлы",
  "Қасымова",
  "Оспанов",
  "Иванова",
  "Төлегенов",
  "Үсенова",
];
const givens = ["Айгүл", "Дамир", "Ұлдана", "Нұрлан", "Мария", "Ерлан", "Гүлнұр", "Бекзат"];
const patronymics = ["Серікқызы", "Ерікұлы", "Қайратқызы", null];

function person(index: number): ListPerson {
  return {
    surname: surnames[index % surnames.length] ?? "",
    given: givens[index % givens.length] ?? "",
    patronymic: patronymics[index % patronymics.length] ?? null,
    born: { year: 2003 + (index % 14), month: (index % 12) + 1, day: (index % 28) + 1 },
    sex: index % 2 === 0 ? "2" : "1",
    iin: null,
    arrived: null,
    presence: "present",
    position: "resident",
    note: null,
  };
}

export function mark(seq: number, atMs: number): DeliveryMark {
  const bid = `bid-${seq}`.padEnd(22, "x");
  return { atMs, tabletAtMs: atMs, tabletOffsetMinutes: 300, seq, bid, number: `0412-${seq}`, via: "vpn" };
}

export function row(number: number, state: FormState): ListRow {
  const isStarted = state !== "not-started";
  return {
    lineId: `line-${String(number).padStart(17, "0")}`,
    number,
    person: person(number),
    removed: null,
    postponed: null,
    outcome: null,
    certificate: null,
    toldApartFrom: [],
    stage: 1,
    origin: "entry",
    addedAtMs: nowMs - 30 * 24 * hourMs,
    isChangedAfterSigning: false,
    ageYears: 2021 - (2003 + (number % 14)),
    interviewId: isStarted ? `interview-${number}` : null,
    form: {
      state,
      rev: isStarted ? 1 : null,
      savedAtMs: isStarted ? nowMs - hourMs : null,
      finishedAtMs: isStarted && state !== "being-filled" ? nowMs - hourMs : null,
      mark: state === "accepted" ? mark(number, nowMs - 2 * hourMs) : null,
      refusals: [],
    },
    cancelled: [],
  };
}

/** Twelve being filled, ready, on USB and so on, as many as said, in this order. */
export function rows(counts: Partial<Record<FormState, number>>): readonly ListRow[] {
  const states = Object.entries(counts).flatMap(([state, count]) => Array<FormState>(count).fill(state as FormState));
  return states.map((state, index) => row(index + 1, state));
}

export interface Scenario {
  readonly rows?: readonly ListRow[];
  readonly isSigned?: boolean;
  readonly isProtected?: boolean;
  readonly state?: TabletStatus["state"];
  readonly batches?: readonly BatchRow[];
  readonly sending?: Partial<DeliveryView["sending"]>;
  readonly delivery?: Partial<DeliveryView>;
  readonly persisted?: boolean;
  readonly clockVerdict?: "ok" | "warn";
  readonly notes?: readonly NotedQuestion[];
  readonly refusesWriting?: StorageError;
  readonly hasQuickPin?: boolean;
  /** Where the form of the premises is. */
  readonly premises?: FormState;
}

/** As a batch tells it. */
export function formOfLine(lineNumber: number | null, change: Partial<BatchForm> = {}): BatchForm {
  return { lineNumber, isPremises: false, rev: 1, outcome: "accepted", codes: [], carriedAgain: null, ...change };
}

export const batch: BatchRow = {
  seq: 7,
  bid: "bid-7".padEnd(22, "x"),
  kind: "forms",
  state: "accepted",
  bytes: 9_400,
  sealedAtMs: nowMs - 3 * hourMs,
  exportedAtMs: null,
  acceptedByCodeAtMs: null,
  storedAtMs: nowMs - 2 * hourMs,
  decidedAtMs: nowMs - 2 * hourMs,
  mark: mark(7, nowMs - 2 * hourMs),
  counted: { ok: 1, bad: 0 },
  why: null,
  forms: [formOfLine(12)],
  strayCodes: [],
};

/** Two respondents: the first with a note and a flag, the second finished and flagged. */
export function notedQuestions(): readonly NotedQuestion[] {
  const [first, second] = [row(8, "being-filled"), row(12, "ready")];
  const of = ({ lineId, number, person: who }: ListRow) => ({ lineId, number, person: who });
  return [
    {
      ...of(first),
      path: "P05",
      note: "Құжатын ертең көрсетемін деді, содан кейін нақтылау керек",
      isFlagged: true,
      form: "being-filled",
    },
    { ...of(first), path: "P21[1].level", note: "Ағылшынша аздап түсінеді", isFlagged: false, form: "being-filled" },
    { ...of(second), path: "P37", note: null, isFlagged: true, form: "finished" },
  ];
}

export const unlockCode = "123450678909876";
export const quickPin = "280319";

export interface FakeTablet {
  readonly api: TabletApi;
  /** Tells the page that something changed. */
  readonly poke: (change: TabletChange) => void;
  /** The names of the calls that change something, in order. */
  readonly calls: readonly string[];
}

export function createFakeTablet(scenario: Scenario = {}, over: Partial<TabletApi> = {}): FakeTablet {
  const listeners = new Set<(change: TabletChange) => void>();
  const calls: string[] = [];
  let state: TabletStatus["state"] = scenario.state ?? "unlocked";
  let hasQuickPin = scenario.hasQuickPin ?? state === "quick-locked";
  let attemptsLeft = 5;
  let pausedUntilMs: number | null = null;
  const listRows =
    scenario.rows ?? rows({ accepted: 4, stored: 1, ready: 3, "being-filled": 2, refused: 1, "not-started": 9 });
  const certificates = new Map<string, NonNullable<ListRow["certificate"]>>();
  const batches = scenario.batches ?? [batch];
  const poke = (change: TabletChange): void => {
    for (const listener of listeners) listener(change);
  };

  const changes = listRows.filter(({ isChangedAfterSigning }) => isChangedAfterSigning).length;
  const progressRows = listRows.map(({ lineId, number, removed, form }) => ({
    lineId,
    number,
    isOnList: removed === null,
    form: form.state,
    savedAtMs: form.savedAtMs,
    postponed: null,
  }));
  const list: ListView["list"] = {
    state: (scenario.isSigned ?? true) ? "signed" : "compiling",
    list: "list".padEnd(22, "0"),
    asOf: "2021-06-01",
    startedAtMs: nowMs - 60 * 24 * hourMs,
    headcount: listRows.length,
    signings: [],
  };
  const lastMark = batches.find((one) => one.mark !== null)?.mark ?? null;

  const status = (): TabletStatus => {
    const facts = { release: "0.1.0", persisted: scenario.persisted ?? true };
    if (state === "not-enrolled") return { ...facts, state };
    if (state === "unreadable") return { ...facts, state, problem: { type: "storage-aborted" } };
    const enrolled = {
      ...facts,
      dev: "Qk3f".padEnd(22, "x"),
      number: "0412",
      comparisonDigits: "123456789012",
      testBatch: "accepted" as const,
      lastMark,
      refusesWriting: scenario.refusesWriting ?? null,
      counts: { notAccepted: 4, onlyHere: 3 },
    };
    if (state === "revoked") return { ...enrolled, state };
    if (state === "locked") return { ...enrolled, state, retryAtMs: null };
    if (state === "quick-locked") return { ...enrolled, state, attemptsLeft, untilMs: nowMs + 15 * 60_000 };
    return {
      ...enrolled,
      state,
      hasQuickPin,
      institution: {
        id: "KZO-0118",
        kind: "I-05",
        kato: "431010000",
        name: { kk: "№ 3 балалар үйі, Қызылорда", ru: "Детский дом № 3, Кызылорда" },
        protectedMode: scenario.isProtected ?? false,
      },
      officerId: "officer-1",
      officerName: "Сұлтанбекова Мадина",
      departmentPhone: "+7 7242 00 00 00",
      clock: { skewMs: 0, verdict: scenario.clockVerdict ?? "ok" },
    };
  };

  const notHere = async (): Promise<never> => {
    throw new Error("this test does not expect the call");
  };
  const api: TabletApi = {
    readStatus: async () => status(),
    startEnrolment: async (link) => {
      calls.push("startEnrolment");
      if (!link.includes("/e#1.")) return err({ type: "enrolment-link-malformed" });
      return ok({ unlockCode, host: "sanaq.example", comparisonDigits: "123456789012" });
    },
    confirmEnrolment: async (typed) => {
      calls.push("confirmEnrolment");
      if (typed.replaceAll(" ", "") !== unlockCode) return err({ type: "typed-code-differs" });
      state = "unlocked";
      poke("status");
      const now = status();
      if (now.state !== "unlocked") throw new Error("the fake is not unlocked");
      const { institution, officerId, officerName, comparisonDigits } = now;
      return ok({ institution, officerId, officerName, comparisonDigits, testBatchSeq: 1 });
    },
    unlock: async (code) => {
      calls.push("unlock");
      if (code !== unlockCode) return err({ type: "wrong-code", retryAtMs: nowMs + 4_000 });
      state = "unlocked";
      poke("status");
      return ok(true);
    },
    unlockQuickly: async (pin) => {
      calls.push("unlockQuickly");
      if (pin !== quickPin) {
        attemptsLeft -= 1;
        if (attemptsLeft > 0) return err({ type: "wrong-pin", attemptsLeft });
        state = "locked";
        poke("status");
        return err({ type: "pin-over" });
      }
      attemptsLeft = 5;
      state = "unlocked";
      poke("status");
      return ok(true);
    },
    setQuickPin: async (pin) => {
      calls.push("setQuickPin");
      if (pin === "123456") return err({ type: "pin-trivial" });
      hasQuickPin = true;
      poke("status");
      return ok(true);
    },
    forgetQuickPin: async () => {
      calls.push("forgetQuickPin");
      hasQuickPin = false;
      poke("status");
    },
    lock: async () => {
      calls.push("lock");
      state = hasQuickPin ? "quick-locked" : "locked";
      poke("status");
      return hasQuickPin ? "quick" : "full";
    },
    readOpening: async () => null,
    readList: async () => ({
      list,
      rows: listRows.map((one) => ({ ...one, certificate: certificates.get(one.lineId) ?? one.certificate })),
      progress: countProgress(progressRows),
      next: recommendNextAction(list, progressRows, scenario.premises ?? null, nowMs, changes),
      headcountDifference: 0,
      savedAtMs: nowMs,
      changedAfterSigning: changes,
      delivery: list.state === "signed" ? { rev: 1, state: "accepted", mark: mark(2, nowMs - 90 * 24 * hourMs) } : null,
      premises: scenario.premises === undefined ? null : { lineId: list.list, form: row(0, scenario.premises).form },
      damagedRecords: 0,
    }),
    readDelivery: async () => ({
      places: state === "unlocked" ? countProgress(progressRows) : null,
      list: list.state === "signed" ? "accepted" : null,
      listChanges: changes,
      oldestUnsentAtMs: nowMs - 50 * hourMs,
      ...scenario.delivery,
      lastMark,
      batches,
      sending: {
        lastAttemptAtMs: nowMs - hourMs,
        lastContactAtMs: nowMs - hourMs,
        nextAttemptAtMs: null,
        problem: null,
        isChainOther: false,
        pausedUntilMs,
        ...scenario.sending,
      },
    }),
    push: async () => {
      calls.push("push");
      return { outcome: "done", sent: 3, accepted: 0, left: 0, problem: null, nextAttemptAtMs: null };
    },
    pauseSending: async () => {
      calls.push("pauseSending");
      pausedUntilMs = nowMs + 30 * 60_000;
      poke("delivery");
      return ok(pausedUntilMs);
    },
    resumeSending: async () => {
      calls.push("resumeSending");
      pausedUntilMs = null;
      poke("delivery");
      return ok(true);
    },
    readExporting: async () => null,
    exportBundle: async () => {
      calls.push("exportBundle");
      return ok({
        fileName: "sanaq-Qk3fxxxx-5-7.census",
        bytes: new TextEncoder().encode("a bundle of sealed batches ".repeat(600)),
        seqs: [5, 6, 7],
        forms: 3,
        lists: 0,
        left: 0,
        checkCode: "7F3A-91C0",
      });
    },
    markExported: async () => {
      calls.push("markExported");
      return ok(true);
    },
    loadReceipts: async (text) => {
      calls.push("loadReceipts");
      if (text.trim() === "") return err({ type: "no-receipt-lines" });
      return ok({ stored: 0, accepted: 3, refused: 0, quarantined: 0, known: 1, bad: [] });
    },
    takeAcceptanceCode: async (typed) => {
      calls.push("takeAcceptanceCode");
      if (typed !== "12345678") return err({ type: "acceptance-code-wrong", isAnyWithoutSecret: false });
      return ok({ forms: 2, lists: 1, batches: 3, left: 0 });
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    addPerson: notHere,
    correctPerson: notHere,
    removePerson: notHere,
    restorePerson: notHere,
    tellApart: notHere,
    readTypings: async () => [],
    keepTyping: notHere,
    dropTyping: notHere,
    postpone: notHere,
    takeUp: notHere,
    recordOutcome: notHere,
    withdrawOutcome: notHere,
    giveCertificate: async (lineId, text) => {
      calls.push("giveCertificate");
      const number = parseSheetNumber(text, true);
      if (!number.ok) return number;
      const [other] = [...certificates].find(([id, one]) => id !== lineId && one.number === number.value) ?? [];
      if (other !== undefined) {
        const line = listRows.find((one) => one.lineId === other);
        return err({ type: "certificate-number-taken", number: line?.number ?? 0 });
      }
      certificates.set(lineId, { number: number.value, atMs: nowMs });
      poke("list");
      return ok(true);
    },
    takeBackCertificate: async (lineId) => {
      calls.push("takeBackCertificate");
      certificates.delete(lineId);
      poke("list");
      return ok(true);
    },
    cancelInterview: notHere,
    restoreInterview: notHere,
    declareHeadcount: notHere,
    signAndSealList: notHere,
    readListFile: notHere,
    importListFile: notHere,
    openInterview: async (lineId) => {
      const found = listRows.find((one) => one.lineId === lineId);
      if (found === undefined) return err({ type: "line-unknown" });
      if (found.interviewId === null) return err({ type: "start-missing" });
      return ok({
        interviewId: found.interviewId,
        lineId,
        number: found.number,
        person: found.person,
        events: [],
        interview: {
          state: found.form.finishedAtMs === null ? "being-filled" : "finished",
          interview: found.interviewId,
          unit: "person",
          lineId,
          rev: 1,
          questionnaire: [],
          language: "kk",
          source: { kind: "respondent" },
          startedAtMs: nowMs - 2 * hourMs,
          finishedAtMs: found.form.finishedAtMs,
          savedAtMs: nowMs - hourMs,
          answers: {},
          confirmations: [],
          notes: {},
          flags: [],
          removedRows: [],
          archived: [],
          archivedNotes: [],
          cancelled: null,
        },
        context: {},
        isBehind: false,
        form: found.form,
        certificateNumber: "43-00118-000053-4",
      });
    },
    recordEvents: notHere,
    finishInterview: notHere,
    reopenInterview: notHere,
    moveInterviewForward: async () => ({ ok: false, error: { type: "interview-unknown" } }),
    readNotes: async () => scenario.notes ?? [],
    ...over,
  };
  return { api, poke, calls };
}
