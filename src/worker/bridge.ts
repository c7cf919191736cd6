// The page's side of the worker: starts it, wraps it, ends it. What the page must do itself stands here too: asking the
// service worker to push, registering Background Sync, hearing of changes.
import { wrap } from "comlink";
// Vite's own import: the linter looks for the file and not for the address.
// oxlint-disable-next-line import/default
import workerUrl from "./main.ts?worker&url";
import type { TabletApi, TabletChange } from "./api.ts";
import { askToKeep } from "./ask-to-keep.ts";
import { createPendingCalls } from "./pending-calls.ts";
import { createServiceWorkerClient, type AppUpdates } from "./service-worker-client.ts";
import { changeChannelName, parseChange } from "./change-channel.ts";
import { createTrustedUrls } from "./trusted-urls.ts";

export interface TabletBridge {
  readonly api: TabletApi;
  readonly updates: AppUpdates;
  /** Ends the worker with its keys; the page reloads afterwards. */
  readonly terminate: () => void;
}

/** What the worker itself offers; `watch` is the page's own, because a callback would have to cross threads. */
type TabletWorkerApi = Omit<TabletApi, "watch">;

const serviceWorkerUrl = "/sw.js";

/**
 * Starts the worker and registers the service worker. Once per page: the Trusted Types policy can be made only once.
 * `reload` loads the page anew; it is called after an update that the officer agreed to.
 */
export function startTabletWorker(reload: () => void): TabletBridge {
  const trusted = createTrustedUrls([workerUrl, serviceWorkerUrl]);
  const worker = new Worker(trusted(workerUrl), { type: "module", name: "sanaq-tablet" });
  // Every member is an async function already, so the remote object has the very same type; comlink's own mapping of
  // types takes unions of results apart.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const inside = wrap(worker) as unknown as TabletWorkerApi;
  const saving = createPendingCalls();
  const serviceWorker = createServiceWorkerClient(trusted(serviceWorkerUrl), reload);

  const registerUnsent = async (): Promise<void> => {
    const { batches } = await inside.readDelivery();
    await serviceWorker.registerSync(
      batches.filter(({ state }) => state === "sealed" || state === "exported").map(({ seq }) => seq),
    );
  };
  const api: TabletApi = {
    readStatus: async () => inside.readStatus(),
    startEnrolment: async (link) => inside.startEnrolment(link),
    confirmEnrolment: async (typedCode) => {
      const enrolled = await afterSealing(inside.confirmEnrolment(typedCode));
      // From now on there is something to lose. Workers cannot ask for this; the status shows what the browser said.
      if (enrolled.ok) await askToKeep();
      return enrolled;
    },
    unlock: async (code) => inside.unlock(code),
    unlockQuickly: async (pin) => inside.unlockQuickly(pin),
    setQuickPin: async (pin) => inside.setQuickPin(pin),
    forgetQuickPin: async () => inside.forgetQuickPin(),
    lock: async () => {
      await saving.settled();
      return inside.lock();
    },
    readOpening: async () => inside.readOpening(),
    readList: async () => inside.readList(),
    addPerson: async (person, toldApartFrom) => inside.addPerson(person, toldApartFrom),
    correctPerson: async (lineId, person, toldApartFrom) => inside.correctPerson(lineId, person, toldApartFrom),
    tellApart: async (lineId, otherLineId) => saving.track(inside.tellApart(lineId, otherLineId)),
    removePerson: async (lineId, reason, leftOn) => inside.removePerson(lineId, reason, leftOn),
    restorePerson: async (lineId) => inside.restorePerson(lineId),
    declareHeadcount: async (count) => inside.declareHeadcount(count),
    signAndSealList: async (statement) => afterSealing(inside.signAndSealList(statement)),
    readTypings: async () => inside.readTypings(),
    keepTyping: async (typing) => saving.track(inside.keepTyping(typing)),
    dropTyping: async (lineId) => saving.track(inside.dropTyping(lineId)),
    readListFile: async (bytes, fileName) => inside.readListFile(bytes, fileName),
    importListFile: async (mapping) => inside.importListFile(mapping),
    postpone: async (lineId, postponement) => inside.postpone(lineId, postponement),
    takeUp: async (lineId) => inside.takeUp(lineId),
    recordOutcome: async (lineId, outcome, note) => afterSealing(inside.recordOutcome(lineId, outcome, note)),
    withdrawOutcome: async (lineId) => afterSealing(inside.withdrawOutcome(lineId)),
    giveCertificate: async (lineId, number) => saving.track(inside.giveCertificate(lineId, number)),
    takeBackCertificate: async (lineId) => saving.track(inside.takeBackCertificate(lineId)),
    openInterview: async (lineId, start) => inside.openInterview(lineId, start),
    recordEvents: async (interviewId, events) => saving.track(inside.recordEvents(interviewId, events)),
    finishInterview: async (interviewId) => afterSealing(inside.finishInterview(interviewId)),
    reopenInterview: async (interviewId) => inside.reopenInterview(interviewId),
    cancelInterview: async (interviewId, reason, note) => inside.cancelInterview(interviewId, reason, note),
    restoreInterview: async (interviewId) => inside.restoreInterview(interviewId),
    moveInterviewForward: async (interviewId) => saving.track(inside.moveInterviewForward(interviewId)),
    readNotes: async () => inside.readNotes(),
    readDelivery: async () => inside.readDelivery(),
    push: async () => {
      // Where the storage cannot be read the push itself says so.
      registerUnsent().catch(() => undefined);
      return (await serviceWorker.push()) ?? inside.push();
    },
    pauseSending: async () => inside.pauseSending(),
    resumeSending: async () => inside.resumeSending(),
    exportBundle: async (part) => inside.exportBundle(part),
    readExporting: async () => inside.readExporting(),
    markExported: async (seqs) => inside.markExported(seqs),
    loadReceipts: async (text) => inside.loadReceipts(text),
    takeAcceptanceCode: async (typed) => inside.takeAcceptanceCode(typed),
    watch: watchChanges,
  };

  /** A sealed batch waits: tell Background Sync before the answer reaches the screen, so that a closed tab loses nothing. */
  async function afterSealing<T extends { readonly ok: boolean }>(call: Promise<T>): Promise<T> {
    const result = await call;
    if (result.ok) await registerUnsent();
    return result;
  }

  return { api, updates: serviceWorker, terminate: () => worker.terminate() };
}

function watchChanges(listener: (change: TabletChange) => void): () => void {
  const channel = new BroadcastChannel(changeChannelName);
  channel.onmessage = (message: MessageEvent<unknown>) => {
    const change = parseChange(message.data);
    if (change !== null) listener(change);
  };
  return () => channel.close();
}
