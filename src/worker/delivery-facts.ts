// What the outbox's entries say about forms, lists and marks. Derived each time, stored nowhere.
import type { FormDelivery } from "#fieldwork";
import { deliveryNumber } from "#protocol";
import { isAcceptedByCode, isOnlyHere, type OutboxEntry, type TakenReceipt } from "#sync";
import { formsOfBatch, strayCodesOf, type KnownForms } from "./batch-forms.ts";
import type { BatchRow, DeliveryMark } from "./delivery-view.ts";

/** The newest word of the Department about the batch; null while it has said nothing. */
function lastWord(entry: OutboxEntry): TakenReceipt | null {
  const decision = entry.receipts.findLast(({ state }) => state === entry.state);
  return decision ?? entry.receipts.at(-1) ?? null;
}

/** The mark of a batch the Department is known to hold. */
export function markOf(entry: OutboxEntry, dev: string): DeliveryMark | null {
  const receipt = lastWord(entry);
  if (receipt === null) return null;
  return {
    atMs: receipt.atMs,
    tabletAtMs: entry.sealedAtMs,
    tabletOffsetMinutes: entry.sealedOffsetMinutes,
    seq: entry.seq,
    bid: entry.bid,
    number: deliveryNumber(dev, entry.seq),
    via: receipt.via,
  };
}

/** The newest mark by the server's time. */
export function lastMark(entries: readonly OutboxEntry[], dev: string): DeliveryMark | null {
  const marks = entries.map((entry) => markOf(entry, dev)).filter((mark) => mark !== null);
  return marks.toSorted((a, b) => b.atMs - a.atMs || b.seq - a.seq)[0] ?? null;
}

export interface FormFacts {
  readonly delivery: FormDelivery;
  readonly mark: DeliveryMark | null;
  readonly refusals: readonly string[];
}

/**
 * The newest sealed revision of each form. In an accepted batch a form that the opener names in its errors was not
 * counted: it is refused, whatever became of its neighbours.
 */
export function formFactsById(entries: readonly OutboxEntry[], dev: string): ReadonlyMap<string, FormFacts> {
  const facts = new Map<string, FormFacts>();
  for (const entry of entries) {
    for (const { id, rev } of entry.forms) {
      if ((facts.get(id)?.delivery.rev ?? 0) > rev) continue;
      const refusals = (lastWord(entry)?.errors ?? [])
        .filter((error) => error.id === id && error.rev === rev)
        .map(({ code }) => code);
      const state = entry.state === "accepted" && refusals.length > 0 ? "refused" : entry.state;
      facts.set(id, { delivery: { rev, state }, mark: markOf(entry, dev), refusals });
    }
  }
  return facts;
}

/** When the oldest batch of forms that only this tablet holds was sealed; a list and the test are no forms. */
export function oldestUnsentAtMs(entries: readonly OutboxEntry[]): number | null {
  const times = entries
    .filter((entry) => entry.kind === "forms" && isOnlyHere(entry))
    .map(({ sealedAtMs }) => sealedAtMs);
  return times.length === 0 ? null : Math.min(...times);
}

/** One row for "Data and sending". */
export function batchRow(entry: OutboxEntry, dev: string, known: KnownForms): BatchRow {
  const word = lastWord(entry);
  const stored = entry.receipts[0] ?? null;
  const isDecided = word !== null && word.state !== "stored";
  return {
    seq: entry.seq,
    bid: entry.bid,
    kind: entry.kind,
    state: entry.state,
    bytes: entry.fileBytes,
    sealedAtMs: entry.sealedAtMs,
    exportedAtMs: entry.exportedAtMs,
    acceptedByCodeAtMs: isAcceptedByCode(entry) ? (entry.codeTakenAtMs ?? null) : null,
    storedAtMs: stored?.atMs ?? null,
    decidedAtMs: isDecided ? word.atMs : null,
    mark: markOf(entry, dev),
    counted: word?.counted ?? null,
    why: word?.why ?? entry.refusedByCollector?.code ?? null,
    forms: formsOfBatch(entry, word, known),
    strayCodes: strayCodesOf(entry, word),
  };
}
