// From a signed line to a moved outbox. A receipt counts by its signature and by naming exactly what this tablet holds;
// the way it came does not matter. One that covers the chain up to a number proves all of it stored.
import { verifyReceipt, type KeyDocument, type OwnBatches, type VerifiedReceipt } from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import type { StorageError } from "./errors.ts";
import { applyReceipt, isOnlyHere, type BatchState, type OutboxEntry, type TakenReceipt } from "./outbox.ts";
import type { Chain, Outbox, SendingStore } from "./ports.ts";

export interface ReceiptPorts {
  readonly outbox: Outbox;
  readonly chain: Chain;
  readonly sending: Pick<SendingStore, "writeSending">;
}

/** What one line did. */
export interface TakenLine {
  /** The batch it names; null for a cumulative one. */
  readonly seq: number | null;
  /** The batches that moved, and where to; none = the line said nothing new. */
  readonly moved: readonly { readonly seq: number; readonly state: BatchState }[];
}

/** Verifies one line and writes what it proves, durably. `receipt-refused` with the protocol's code where it proves nothing. */
export async function takeReceipt(
  ports: ReceiptPorts,
  jws: string,
  document: KeyDocument,
  dev: string,
): Promise<Result<TakenLine, StorageError | { readonly type: "receipt-refused"; readonly code: string }>> {
  const entries = await ports.outbox.readEntries();
  if (!entries.ok) return entries;
  const links = await ports.chain.readLinks();
  if (!links.ok) return links;
  const linkBySeq = new Map(links.value.map(({ seq, link }) => [seq, link]));
  const entryByBid = new Map(entries.value.map((entry) => [entry.bid, entry]));
  const own: OwnBatches = {
    dev,
    batchOf: (bid) => entryByBid.get(bid) ?? null,
    linkOf: (seq) => linkBySeq.get(seq) ?? null,
  };
  const verified = await verifyReceipt(jws, document, own);
  if (!verified.ok) return err({ type: "receipt-refused", code: verified.error.type });

  const named = verified.value.receipt?.seq ?? null;
  const covered = entries.value
    .filter((entry) => entry.seq <= verified.value.coveredTo && isOnlyHere(entry) && entry.seq !== named)
    .map(({ seq }) => seq);
  const seqs = named === null ? covered : [named, ...covered];
  const moved: { seq: number; state: BatchState }[] = [];
  const written = await ports.outbox.updateEntries(seqs, (entry) => {
    const next = applyReceipt(entry, takenReceipt(jws, verified.value, entry));
    if (next !== null) moved.push({ seq: next.seq, state: next.state });
    return next;
  });
  if (!written.ok) return written;
  if (verified.value.chain === "differs") {
    const kept = await ports.sending.writeSending({ isChainOther: true });
    if (!kept.ok) return kept;
  }
  return ok({ seq: named, moved });
}

/** The receipt as this entry keeps it: its own words, or "stored" where it only lies under the chain's cover. */
function takenReceipt(jws: string, { receipt, atMs }: VerifiedReceipt, entry: OutboxEntry): TakenReceipt {
  const via = receipt?.via ?? "usb";
  if (receipt === null || receipt.seq !== entry.seq) {
    return { jws, state: "stored", atMs, via, counted: null, errors: [], why: null };
  }
  return {
    jws,
    state: receipt.st,
    atMs,
    via,
    counted: receipt.n ?? null,
    errors: receipt.errs ?? [],
    why: receipt.why ?? null,
  };
}
