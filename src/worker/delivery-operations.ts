// Sending, the USB file, receipts by hand, and how all of it is shown. Works while the tablet is locked: the batches are
// sealed, and pushing them needs no secret but the device key.
import { deliveryNumber } from "#protocol";
import { ok, type Result } from "#questionnaire";
import { countProgress } from "#fieldwork";
import {
  createChain,
  createDeviceKeyStore,
  createIdentityStore,
  createKeyDocumentStore,
  createOutbox,
  createSendingStore,
} from "#storage";
import {
  exportBundle,
  loadReceipts,
  markExported,
  pausedUntilMs,
  pauseSending,
  pushOutbox,
  resumeSending,
  takeAcceptanceCode,
  type ExchangePorts,
  type OutboxEntry,
  type SendingState,
  type StorageError,
} from "#sync";
import type { TabletApi } from "./api.ts";
import { interviewOf, type Book } from "./book.ts";
import { listDelivery, progressRowsOf } from "./build-list-view.ts";
import { changeToMessage } from "./change-channel.ts";
import { indexCarriedAgain } from "./batch-forms.ts";
import { batchRow, lastMark, oldestUnsentAtMs } from "./delivery-facts.ts";
import type { DeliveryView, ExportProgress } from "./delivery-view.ts";
import type { TabletHost } from "./host.ts";
import { countListChanges } from "./list-rows.ts";
import type { Session } from "./session.ts";
import { premisesOf } from "./subject.ts";

type DeliveryOperations = Pick<
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
>;

/** The page lives longer than a service worker's event, but a push is small and comes again. */
const pushDeadlineMs = 150_000;

/** The ports of the exchange over this tablet's database and browser. */
function createExchangePorts(host: TabletHost): ExchangePorts {
  const { database, transport, locks, clock, random } = host;
  return {
    identity: createIdentityStore(database),
    deviceKey: createDeviceKeyStore(database),
    keys: createKeyDocumentStore(database),
    outbox: createOutbox(database),
    chain: createChain(database),
    sending: createSendingStore(database),
    transport,
    locks,
    clock,
    random,
    onChange: () => host.channel.post(changeToMessage("delivery")),
  };
}

export function createDeliveryOperations(host: TabletHost, session: Session): DeliveryOperations {
  const ports = createExchangePorts(host);
  let exporting: ExportProgress | null = null;
  return {
    readDelivery: async () => {
      const read = await readAll(ports);
      if (!read.ok) throw new Error(`the outbox cannot be read: ${read.error.type}`);
      const { entries, sending, dev } = read.value;
      const book = session.isOpen() ? await session.read() : null;
      return buildDeliveryView(entries, sending, dev, book?.ok === true ? book.value : null, ports.clock.nowMs());
    },
    push: async () => pushOutbox(ports, { deadlineMs: pushDeadlineMs }),
    pauseSending: async () => pauseSending(ports),
    resumeSending: async () => resumeSending(ports),
    exportBundle: async (part) => {
      try {
        return await exportBundle(ports, part ?? null, (progress) => {
          exporting = progress;
        });
      } finally {
        exporting = null;
      }
    },
    readExporting: async () => exporting,
    markExported: async (seqs) => markExported(ports, seqs),
    loadReceipts: async (text) => {
      const loaded = await loadReceipts(ports, text);
      if (!loaded.ok) return loaded;
      const { moved, known, bad, lines } = loaded.value;
      if (lines === 0) return { ok: false, error: { type: "no-receipt-lines" } };
      return ok({
        stored: moved.stored ?? 0,
        accepted: moved.accepted ?? 0,
        refused: moved.refused ?? 0,
        quarantined: moved.quarantined ?? 0,
        known,
        bad,
      });
    },
    takeAcceptanceCode: async (typed) => {
      const book = await session.read();
      if (!book.ok) return book;
      const taken = await takeAcceptanceCode(ports, typed, book.value.secretBySeq);
      if (!taken.ok) return taken;
      const { moved, left } = taken.value;
      return ok({
        forms: new Set(moved.flatMap(({ forms }) => forms.map(({ id }) => id))).size,
        lists: moved.filter(({ kind }) => kind === "list").length,
        batches: moved.length,
        left,
      });
    },
  };
}

function buildDeliveryView(
  entries: readonly OutboxEntry[],
  sending: SendingState,
  dev: string,
  book: Book | null,
  nowMs: number,
): DeliveryView {
  const numberOfForm = new Map(
    [...(book?.interviewsById ?? [])].flatMap(([id, { state }]) => {
      const number = book?.linesById.get(state.lineId)?.state.number;
      return number === undefined ? [] : [[id, number] as const];
    }),
  );
  // An outcome goes by the line's own id.
  for (const [lineId, { state }] of book?.linesById ?? []) numberOfForm.set(lineId, state.number);
  const premises = book === null ? null : premisesOf(book);
  const premisesForm =
    book === null || premises === null ? null : (interviewOf(book, premises.lineId)?.state.interview ?? null);
  const carriedAgain = indexCarriedAgain(entries, (seq) => deliveryNumber(dev, seq));
  const known = { numberOfForm, premisesForm, carriedAgain };
  return {
    places: book === null ? null : countProgress(progressRowsOf(book, entries, dev)),
    list: listDelivery(entries, dev)?.state ?? null,
    listChanges: book === null ? 0 : countListChanges(book),
    oldestUnsentAtMs: oldestUnsentAtMs(entries),
    lastMark: lastMark(entries, dev),
    batches: entries.toSorted((a, b) => b.seq - a.seq).map((entry) => batchRow(entry, dev, known)),
    sending: {
      lastAttemptAtMs: sending.lastAttemptAtMs,
      lastContactAtMs: sending.lastContactAtMs,
      nextAttemptAtMs: sending.nextAttemptAtMs,
      problem: sending.problem,
      isChainOther: sending.isChainOther,
      pausedUntilMs: pausedUntilMs(sending.pause, nowMs),
    },
  };
}

async function readAll(
  ports: ExchangePorts,
): Promise<
  Result<
    { readonly entries: readonly OutboxEntry[]; readonly sending: SendingState; readonly dev: string },
    StorageError
  >
> {
  const identity = await ports.identity.readIdentity();
  if (!identity.ok) return identity;
  const entries = await ports.outbox.readEntries();
  if (!entries.ok) return entries;
  const sending = await ports.sending.readSending();
  if (!sending.ok) return sending;
  return ok({ entries: entries.value, sending: sending.value, dev: identity.value?.dev ?? "" });
}
