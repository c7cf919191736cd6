// A tablet in memory behind the page's contract: the real states of #fieldwork, no keys, no disk. Writes can be made to
// fail. Everybody here is invented.
import {
  answerFacts,
  applyLineEvent,
  applyListEvent,
  countProgress,
  createListPerson,
  guessList,
  listedAge,
  headcountDifference,
  listNotStarted,
  listRevision,
  nextLineNumber,
  parseListRows,
  recommendNextAction,
  replayInterview,
  type InterviewEvent,
  type LineEvent,
  type LineState,
  type ListPerson,
  type ListState,
  type PersonDraft,
  type PersonTyping,
  type TableRows,
} from "#fieldwork";
import { personQuestionnaire } from "#census";
import { err, ok } from "#questionnaire";
import type {
  InterviewStart,
  ListRow,
  ListView,
  OpenedInterview,
  TabletApi,
  TabletChange,
} from "../../../../src/app/wiring/index.ts";

/** An event before it is known when, by whom and after which revision of the list. */
type DraftLineEvent = LineEvent extends infer Event
  ? Event extends LineEvent
    ? Omit<Event, "atMs" | "by" | "listRev">
    : never
  : never;

export interface FakeTablet {
  readonly api: TabletApi;
  /** Events as they were written, by interview. */
  readonly events: () => readonly InterviewEvent[];
  /** The next writes fail until it is set back. */
  readonly breakWrites: (isBroken: boolean) => void;
  readonly people: () => readonly LineState[];
  readonly list: () => ListState;
  /** What is typed of people and not saved. */
  readonly typings: () => readonly PersonTyping[];
}

const by = "officer-1";
const listId = "list000000000000000000";

interface FakeTabletParts {
  readonly people?: readonly ListPerson[];
  readonly clock: () => number;
  readonly isProtected?: boolean;
  readonly context?: (line: LineState) => OpenedInterview["context"];
  readonly startingEvents?: (lineId: string) => readonly InterviewEvent[];
}

export function createFakeTablet({
  people = [],
  clock,
  isProtected = false,
  context,
  startingEvents,
}: FakeTabletParts): FakeTablet {
  let lines: readonly LineState[] = [];
  let list: ListState = listNotStarted;
  let isBroken = false;
  let file: TableRows = [];
  const logs = new Map<string, readonly InterviewEvent[]>();
  const listeners = new Set<(change: TabletChange) => void>();
  let typings: readonly PersonTyping[] = [];
  const drop = (lineId: string | null): void => {
    typings = typings.filter((one) => one.lineId !== lineId);
  };
  const poke = (change: TabletChange): void => listeners.forEach((listener) => listener(change));

  const startList = (): void => {
    if (list.state !== "not-started") return;
    list = must(applyListEvent(list, { type: "list-started", atMs: clock(), by, list: listId, asOf: "2021-06-01" }));
  };
  const add = (person: ListPerson, origin: "file" | "entry"): LineState => {
    startList();
    const number = nextLineNumber(lines);
    const lineId = `line${String(number).padStart(18, "0")}`;
    const event = {
      type: "line-added",
      atMs: clock(),
      by,
      listRev: listRevision(list),
      lineId,
      number,
      person,
      origin,
    } as const;
    const line = must(applyLineEvent(null, event));
    lines = [...lines, line];
    return line;
  };
  for (const person of people) add(person, "entry");

  const change = (lineId: string, event: DraftLineEvent) => {
    if (isBroken) return err({ type: "storage-full" as const });
    const line = lines.find((one) => one.lineId === lineId);
    if (line === undefined) return err({ type: "line-unknown" as const });
    // The draft is one member of the union without its three facts; putting them back makes that member again.
    const next = applyLineEvent(line, { ...event, atMs: clock(), by, listRev: listRevision(list) } as LineEvent);
    if (!next.ok) return next;
    lines = lines.map((one) => (one.lineId === lineId ? next.value : one));
    poke("list");
    return ok(true as const);
  };
  const tellApart = (lineId: string, others: readonly string[]): void => {
    for (const other of others) {
      must(change(lineId, { type: "line-told-apart", from: other }));
      must(change(other, { type: "line-told-apart", from: lineId }));
    }
  };
  const rowOf = (line: LineState): ListRow => {
    const log = logs.get(line.lineId) ?? [];
    const interview = log.length === 0 ? null : must(replayInterview(log));
    const state = interview === null ? "not-started" : interview.state === "finished" ? "ready" : "being-filled";
    return {
      lineId: line.lineId,
      number: line.number,
      person: line.person,
      removed: line.removed,
      postponed: line.postponed,
      outcome: line.outcome,
      certificate: line.certificate,
      toldApartFrom: line.toldApartFrom,
      stage: line.stage,
      origin: line.origin,
      addedAtMs: line.addedAtMs,
      isChangedAfterSigning: line.changes.length > 0,
      ageYears: listedAge(line.person),
      interviewId: interview === null ? null : line.lineId,
      form: {
        state,
        rev: interview?.rev ?? null,
        savedAtMs: interview?.savedAtMs ?? null,
        finishedAtMs: null,
        mark: null,
        refusals: [],
      },
      cancelled: [],
    };
  };
  const view = (): ListView => {
    const rows = lines.map(rowOf);
    const progressRows = rows.map((row) => ({
      lineId: row.lineId,
      number: row.number,
      isOnList: row.removed === null,
      form: row.form.state,
      savedAtMs: row.form.savedAtMs,
      postponed: row.postponed,
    }));
    const progress = countProgress(progressRows);
    const changes = rows.filter(({ isChangedAfterSigning }) => isChangedAfterSigning).length;
    return {
      list,
      rows,
      progress,
      next: recommendNextAction(list, progressRows, null, clock(), changes),
      headcountDifference: headcountDifference(list, progress.onList),
      savedAtMs: lines.length === 0 ? null : Math.max(...lines.map(({ addedAtMs }) => addedAtMs)),
      changedAfterSigning: changes,
      delivery: list.state === "signed" ? { rev: listRevision(list), state: "sealed", mark: null } : null,
      premises: null,
      damagedRecords: 0,
    };
  };
  const opened = (lineId: string): OpenedInterview => {
    const events = logs.get(lineId) ?? [];
    const line = lines.find((one) => one.lineId === lineId);
    if (line === undefined) throw new Error("no such line");
    const persons = lines.filter((one) => one.lineId !== lineId).map((one) => ({ line: one.number }));
    const interview = must(replayInterview(events));
    return {
      interviewId: lineId,
      lineId,
      number: line.number,
      person: line.person,
      events,
      interview,
      certificateNumber: null,
      isBehind: false,
      context: {
        ...context?.(line),
        proxy: interview.source.kind !== "respondent",
        ...answerFacts(personQuestionnaire().answerFacts, interview.answers),
        persons,
      },
      form: rowOf(line).form,
    };
  };
  const append = async (interviewId: string, events: readonly InterviewEvent[]) => {
    if (isBroken) return err({ type: "storage-full" as const });
    const next = [...(logs.get(interviewId) ?? []), ...events];
    must(replayInterview(next));
    logs.set(interviewId, next);
    return ok({ savedAtMs: clock() });
  };
  const refuse = (): never => {
    throw new Error("this tablet has no such part");
  };

  const api: TabletApi = {
    readStatus: async () => ({
      state: "unlocked",
      release: "0.1.0",
      persisted: true,
      dev: "device",
      number: "0412",
      comparisonDigits: "123456789012",
      testBatch: "accepted",
      lastMark: null,
      refusesWriting: null,
      counts: { notAccepted: 0, onlyHere: 0 },
      hasQuickPin: false,
      institution: {
        id: "KZO-0118",
        kind: "I-03",
        kato: "431010000",
        name: { kk: "№ 3 балалар үйі", ru: "Детский дом № 3" },
        protectedMode: isProtected,
      },
      officerId: by,
      officerName: "Сейітова Гүлнар",
      departmentPhone: null,
      clock: { skewMs: 0, verdict: "ok" },
    }),
    startEnrolment: refuse,
    confirmEnrolment: refuse,
    unlock: refuse,
    unlockQuickly: refuse,
    setQuickPin: refuse,
    forgetQuickPin: refuse,
    lock: refuse,
    readOpening: refuse,
    readList: async () => view(),
    addPerson: async (person, toldApartFrom = []) => {
      if (isBroken) return err({ type: "storage-full" });
      const line = add(person, "entry");
      drop(null);
      tellApart(line.lineId, toldApartFrom);
      poke("list");
      return ok({ lineId: line.lineId, number: line.number });
    },
    correctPerson: async (lineId, person, toldApartFrom = []) => {
      const corrected = change(lineId, { type: "line-corrected", person });
      if (corrected.ok) drop(lineId);
      tellApart(lineId, toldApartFrom);
      return corrected;
    },
    tellApart: async (lineId, otherLineId) => {
      tellApart(lineId, [otherLineId]);
      return ok(true);
    },
    removePerson: async (lineId, reason, leftOn = null) => {
      const removed = change(lineId, { type: "line-removed", reason, ...(leftOn === null ? {} : { leftOn }) });
      if (removed.ok) drop(lineId);
      return removed;
    },
    restorePerson: async (lineId) => change(lineId, { type: "line-restored" }),
    readTypings: async () => typings,
    keepTyping: async (typing) => {
      if (isBroken) return err({ type: "storage-full" });
      const others = typings.filter((one) => one.lineId !== typing.lineId);
      typings = [...others.map((one) => ({ ...one, isOpen: one.isOpen && !typing.isOpen })), typing];
      return ok(true);
    },
    dropTyping: async (lineId) => {
      drop(lineId);
      return ok(true);
    },
    postpone: async (lineId, postponement) => change(lineId, { type: "line-postponed", postponement }),
    takeUp: async (lineId) => change(lineId, { type: "line-taken-up" }),
    recordOutcome: async (lineId, outcome, note) => {
      const rev = (lines.find((line) => line.lineId === lineId)?.outcomeRev ?? 0) + 1;
      const said = change(lineId, { type: "outcome-recorded", outcome, note, rev });
      return said.ok ? ok({ rev, seq: 9 }) : said;
    },
    withdrawOutcome: async (lineId) => {
      const rev = (lines.find((line) => line.lineId === lineId)?.outcomeRev ?? 0) + 1;
      const said = change(lineId, { type: "outcome-withdrawn", rev });
      return said.ok ? ok({ rev, seq: 10 }) : said;
    },
    giveCertificate: async (lineId, number) => change(lineId, { type: "certificate-given", number }),
    takeBackCertificate: async (lineId) => change(lineId, { type: "certificate-taken-back" }),
    declareHeadcount: async (count) => {
      startList();
      list = must(applyListEvent(list, { type: "headcount-declared", atMs: clock(), by, count }));
      poke("list");
      return ok(true);
    },
    signAndSealList: async (statement) => {
      const rev = listRevision(list) + 1;
      const next = applyListEvent(list, { type: "list-signed", atMs: clock(), by, rev, statement });
      if (!next.ok) return next;
      list = next.value;
      poke("list");
      return ok({ rev, seqs: [2] });
    },
    readListFile: async (bytes, fileName) => {
      file = new TextDecoder()
        .decode(bytes)
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => line.split(";"));
      const guess = guessList(file);
      if (!guess.ok) return guess;
      const sample = file.slice(guess.value.headerRow + 1, guess.value.headerRow + 4);
      return ok({ fileName, encoding: "utf-8", ...guess.value, sample });
    },
    importListFile: async (mapping) => {
      const report = parseListRows(
        file,
        mapping,
        lines.map(({ number, person }) => ({ number, person })),
      );
      if (!report.ok) return report;
      for (const { person } of report.value.accepted) add(person, "file");
      poke("list");
      return report;
    },
    openInterview: async (lineId: string, start?: InterviewStart) => {
      const line = lines.find((one) => one.lineId === lineId);
      if (line === undefined) return err({ type: "line-unknown" });
      if (!logs.has(lineId)) {
        if (line.removed !== null) return err({ type: "line-is-removed", number: line.number });
        if (start === undefined) return err({ type: "start-missing" });
        logs.set(lineId, [
          {
            type: "interview-started",
            atMs: clock(),
            by,
            interview: "interview0000000000000",
            lineId,
            questionnaire: personQuestionnaire().forms.map(({ id, version }) => ({ id, version })),
            ...start,
          },
          ...(startingEvents?.(lineId) ?? []),
        ]);
      }
      return ok(opened(lineId));
    },
    recordEvents: append,
    finishInterview: async (interviewId) => {
      await append(interviewId, [{ type: "interview-finished", atMs: clock(), by }]);
      return ok({ interviewId, rev: 1, seq: 3, bid: "batch", certificateNumber: "43-00118-000001-7" });
    },
    moveInterviewForward: async () => ({ ok: false, error: { type: "version-map-missing" } }),
    readNotes: async () => [],
    cancelInterview: refuse,
    restoreInterview: refuse,
    reopenInterview: async (interviewId) => {
      await append(interviewId, [{ type: "interview-reopened", atMs: clock(), by, rev: 2 }]);
      return ok(opened(interviewId));
    },
    readDelivery: async () => ({
      places: view().progress,
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
    push: async () => ({ outcome: "done", sent: 0, accepted: 0, left: 0, problem: null, nextAttemptAtMs: null }),
    pauseSending: refuse,
    resumeSending: refuse,
    exportBundle: refuse,
    readExporting: refuse,
    markExported: refuse,
    loadReceipts: refuse,
    takeAcceptanceCode: refuse,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    api,
    events: () => [...logs.values()].flat(),
    breakWrites: (next) => {
      isBroken = next;
    },
    people: () => lines,
    list: () => list,
    typings: () => typings,
  };
}

/** A resident of the invented children's home. */
export function resident(surname: string, given: string, more: Partial<PersonDraft> = {}): ListPerson {
  return must(
    createListPerson({
      surname,
      given,
      patronymic: "",
      born: { year: 2009, month: 3, day: 17 },
      sex: "2",
      iin: "",
      arrived: null,
      presence: "present",
      position: "resident",
      note: "",
      ...more,
    }),
  );
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
