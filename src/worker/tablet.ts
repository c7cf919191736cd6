// The tablet's inside put together over what it is handed. Runs in the web worker and, the same, in tests.
import { createOutbox, createRecordStore } from "#storage";
import type { TabletApi } from "./api.ts";
import { buildListView } from "./build-list-view.ts";
import { createCertificateOperations } from "./certificate-operations.ts";
import { changeToMessage, parseChange } from "./change-channel.ts";
import { createDeliveryOperations } from "./delivery-operations.ts";
import { createEnrolment } from "./enrolment.ts";
import type { TabletHost } from "./host.ts";
import { createInterviewOperations } from "./interview-operations.ts";
import { createListOperations } from "./list-operations.ts";
import { buildNotesView } from "./notes-view.ts";
import { createCancelOperations } from "./cancel-operations.ts";
import { createOutcomeOperations } from "./outcome-operations.ts";
import { createQuickLock } from "./quick-lock.ts";
import { createSealer } from "./sealing.ts";
import { createSession } from "./session.ts";
import { createTypingOperations } from "./typing-operations.ts";
import { createUnlocking } from "./unlocking.ts";

/** One per program. Locked until `unlock` or `confirmEnrolment`; what it has read leaves the memory only when it is ended. */
export function createTablet(host: TabletHost): TabletApi {
  const poke = (change: "status" | "list" | "delivery"): void => host.channel.post(changeToMessage(change));
  const session = createSession(createRecordStore(host.database), host.random, () => poke("list"));
  const sealer = createSealer(host);
  const enrolment = createEnrolment(host, session, sealer);
  const quickLock = createQuickLock(host);
  const unlocking = createUnlocking(host, session, quickLock);
  const list = createListOperations(host, session, sealer);
  const interviews = createInterviewOperations(host, session, sealer);
  const outcomes = createOutcomeOperations(host, session, sealer);
  const cancelling = createCancelOperations(host, session);
  const delivery = createDeliveryOperations(host, session);
  const outbox = createOutbox(host.database);

  /** Says to every screen that something is there to be read again, if the call changed anything. */
  const thenPoke = async <T extends { readonly ok: boolean }>(
    call: Promise<T>,
    change: "status" | "delivery",
  ): Promise<T> => {
    const result = await call;
    if (result.ok) poke(change);
    return result;
  };

  return {
    ...list,
    ...interviews,
    ...outcomes,
    ...createCertificateOperations(host, session),
    ...createTypingOperations(host, session),
    ...cancelling,
    ...delivery,
    readStatus: unlocking.readStatus,
    startEnrolment: enrolment.start,
    confirmEnrolment: async (typedCode) => thenPoke(enrolment.confirm(typedCode), "status"),
    unlock: async (code) => thenPoke(unlocking.unlock(code), "status"),
    unlockQuickly: async (pin) => thenPoke(unlocking.unlockQuickly(pin), "status"),
    setQuickPin: async (pin) => thenPoke(unlocking.setQuickPin(pin), "status"),
    forgetQuickPin: async () => {
      quickLock.forget();
      poke("status");
    },
    lock: async () => {
      const how = await unlocking.lock();
      poke("status");
      return how;
    },
    readOpening: async () => session.opening(),
    readList: async () => {
      const book = await session.read();
      if (!book.ok) throw new Error(`the list cannot be read: ${book.error.type}`);
      const entries = await outbox.readEntries();
      if (!entries.ok) throw new Error(`the outbox cannot be read: ${entries.error.type}`);
      return buildListView(book.value, entries.value, book.value.facts.enrolled.dev, host.clock.nowMs());
    },
    readNotes: async () => {
      const book = await session.read();
      if (!book.ok) throw new Error(`the notes cannot be read: ${book.error.type}`);
      return buildNotesView(book.value);
    },
    signAndSealList: async (statement) => thenPoke(list.signAndSealList(statement), "delivery"),
    finishInterview: async (interviewId) => thenPoke(interviews.finishInterview(interviewId), "delivery"),
    recordOutcome: async (lineId, outcome, note) => thenPoke(outcomes.recordOutcome(lineId, outcome, note), "delivery"),
    withdrawOutcome: async (lineId) => thenPoke(outcomes.withdrawOutcome(lineId), "delivery"),
    watch: (listener) =>
      host.channel.listen((message) => {
        const change = parseChange(message);
        if (change !== null) listener(change);
      }),
  };
}
