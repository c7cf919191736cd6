// The tablet's list of sealed batches as the exchange knows it. An entry never leaves and its bytes never change; what
// receipts say about it only moves forward. An acceptance code moves it too, until a receipt decides (SY89, SY93).

/** Where a batch is. `refused` and `quarantined` are the Department's word; its forms are derived from this. */
export type BatchState = "sealed" | "exported" | "stored" | "accepted" | "refused" | "quarantined";

/** A receipt that was verified and belongs to this entry; `jws` is kept as the evidence. */
export interface TakenReceipt {
  readonly jws: string;
  readonly state: "stored" | "accepted" | "refused" | "quarantined";
  /** The server's time, UTC ms. */
  readonly atMs: number;
  readonly via: "vpn" | "usb";
  readonly counted: { readonly ok: number; readonly bad: number } | null;
  /** What the opener found, by form; a line that could not be read far enough has no id. */
  readonly errors: readonly { readonly id: string | null; readonly rev: number | null; readonly code: string }[];
  /** Why the batch as a whole was refused or set aside: a code. */
  readonly why: string | null;
}

/** One sealed batch without its bytes. Nothing here is personal: ids are random. */
export interface OutboxEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly bid: string;
  /** SHA-256 and length of the sealed part, as the manifest says. */
  readonly sha: string;
  readonly len: number;
  /** SHA-256 of the manifest: what the next batch names as its `prev`. */
  readonly link: string;
  readonly kind: "test" | "list" | "forms";
  readonly forms: readonly { readonly id: string; readonly rev: number }[];
  /** The signed revision that a list batch carries. */
  readonly listRev: number | null;
  /** The whole file, manifest line included. */
  readonly fileBytes: number;
  /** The tablet's clock at sealing. */
  readonly sealedAtMs: number;
  readonly sealedOffsetMinutes: number;
  readonly state: BatchState;
  readonly exportedAtMs: number | null;
  /** In the order they were taken. */
  readonly receipts: readonly TakenReceipt[];
  /** Set where the collector called these bytes wrong on the way in; they are kept, and tried again. */
  readonly refusedByCollector: { readonly code: string; readonly atMs: number } | null;
  /** When an acceptance code spoke for the batch, by the tablet's clock; it stays there when a receipt came after it. */
  readonly codeTakenAtMs?: number;
}

/** True where nobody but this tablet is known to hold the batch. */
export function isOnlyHere(entry: Pick<OutboxEntry, "state">): boolean {
  return entry.state === "sealed" || entry.state === "exported";
}

/** True where an acceptance code alone says that the batch is accepted: no signed word on it has come yet. */
export function isAcceptedByCode(entry: Pick<OutboxEntry, "state" | "receipts">): boolean {
  return entry.state === "accepted" && !entry.receipts.some(({ state }) => state === "accepted");
}

/** True where a push still has something to learn about the batch. A refused one is decided: its forms go in a new batch. */
export function isOpen(entry: Pick<OutboxEntry, "state" | "receipts">): boolean {
  return (entry.state !== "accepted" || isAcceptedByCode(entry)) && entry.state !== "refused";
}

/** The entry after a code that speaks for it, or null where the Department has signed its decision, or a code came before. Give the tablet's time. */
export function applyAcceptanceCode(entry: OutboxEntry, atMs: number): OutboxEntry | null {
  switch (entry.state) {
    case "sealed":
    case "exported":
    case "stored":
      return { ...entry, state: "accepted", codeTakenAtMs: atMs, refusedByCollector: null };
    case "accepted":
    case "refused":
    case "quarantined":
      return null;
  }
}

/** The entry after a verified receipt, or null where it says nothing new. Accepted by a receipt is for good; among other decisions the later one by the server's time counts, and a decision never falls back to `stored`. */
export function applyReceipt(entry: OutboxEntry, receipt: TakenReceipt): OutboxEntry | null {
  if (entry.receipts.some((taken) => taken.jws === receipt.jws)) return null;
  if (!isForward(entry, receipt)) return null;
  return {
    ...entry,
    state: receipt.state,
    receipts: [...entry.receipts, receipt],
    refusedByCollector: null,
  };
}

function isForward(entry: OutboxEntry, receipt: TakenReceipt): boolean {
  switch (entry.state) {
    case "sealed":
    case "exported":
      return true;
    case "stored":
      return receipt.state !== "stored";
    case "refused":
    case "quarantined": {
      const decisions = entry.receipts.filter(({ state }) => state !== "stored");
      const decidedAtMs = Math.max(...decisions.map(({ atMs }) => atMs));
      return receipt.state === "accepted" || (receipt.state !== "stored" && receipt.atMs > decidedAtMs);
    }
    case "accepted":
      // A signed decision stands above a code, whatever it says.
      return isAcceptedByCode(entry) && receipt.state !== "stored";
  }
}

/** The entry after its bytes were written to a medium: that proves nothing about delivery, so only `sealed` moves. */
export function markEntryExported(entry: OutboxEntry, atMs: number): OutboxEntry {
  return { ...entry, exportedAtMs: atMs, state: entry.state === "sealed" ? "exported" : entry.state };
}
