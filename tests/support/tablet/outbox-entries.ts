// Outbox entries for tests: opaque ids, no personal data.
import type { OutboxEntry, TakenReceipt } from "#sync";

export function entryWith(seq: number, change: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    seq,
    bid: `bid-${seq}`.padEnd(22, "x"),
    sha: `sha-${seq}`.padEnd(43, "x"),
    len: 100 + seq,
    link: `link-${seq}`,
    kind: "forms",
    forms: [{ id: `form-${seq}`.padEnd(22, "x"), rev: 1 }],
    listRev: null,
    fileBytes: 200 + seq,
    sealedAtMs: 1_630_400_000_000 + seq,
    sealedOffsetMinutes: 300,
    state: "sealed",
    exportedAtMs: null,
    receipts: [],
    refusedByCollector: null,
    ...change,
  };
}

export function receiptWith(state: TakenReceipt["state"], change: Partial<TakenReceipt> = {}): TakenReceipt {
  return {
    jws: `jws-${state}-${change.atMs ?? 1000}`,
    state,
    atMs: 1000,
    via: "vpn",
    counted: null,
    errors: [],
    why: null,
    ...change,
  };
}
