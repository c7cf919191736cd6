// One device's batches as a chain: what a newly arrived one is against those already stored, and how far the chain
// reaches without a gap. Pure judgement: whatever the verdict, the collector keeps the bytes. Implements SY39–SY41.
import type { ProtocolRefusal } from "./errors.ts";

/** What is kept of a stored batch. */
export interface ChainedBatch {
  readonly seq: number;
  readonly prev: string | null;
  readonly bid: string;
  readonly sha: string;
  readonly link: string;
}

export type ArrivalVerdict =
  | { readonly kind: "new" }
  /** The same bytes again: answer with the same receipt. */
  | { readonly kind: "copy" }
  /** To be kept and quarantined: a person has to look. */
  | { readonly kind: "conflict"; readonly error: ProtocolRefusal & { readonly type: ChainConflict } };

export type ChainConflict = "bid-conflict" | "seq-fork" | "chain-broken";

/** `stored` are all batches of the same device. A batch whose predecessor is not there yet is new: batches come in any order. */
export function judgeArrival(batch: ChainedBatch, stored: readonly ChainedBatch[]): ArrivalVerdict {
  const conflict = (type: ChainConflict): ArrivalVerdict => ({ kind: "conflict", error: { type } });
  const sameId = stored.filter(({ bid }) => bid === batch.bid);
  if (sameId.some(({ sha, link }) => sha === batch.sha && link === batch.link)) return { kind: "copy" };
  if (sameId.length > 0) return conflict("bid-conflict");
  if (stored.some(({ seq }) => seq === batch.seq)) return conflict("seq-fork");
  const before = stored.filter(({ seq }) => seq === batch.seq - 1);
  if (before.length > 0 && !before.some(({ link }) => link === batch.prev)) return conflict("chain-broken");
  const after = stored.filter(({ seq }) => seq === batch.seq + 1);
  if (after.length > 0 && !after.some(({ prev }) => prev === batch.link)) return conflict("chain-broken");
  return { kind: "new" };
}

/** How far a device's chain reaches, as receipts say it. */
export interface ChainReach {
  readonly have: number;
  readonly head: string | null;
  /** Missing numbers below the highest one known, at most a hundred. */
  readonly gaps: readonly number[];
}

const gapsShown = 100;

/** Follows the links from batch 1; stops at the first number that is missing or does not name the one before it. */
export function chainReach(stored: readonly ChainedBatch[]): ChainReach {
  const bySeq = new Map<number, ChainedBatch[]>();
  for (const batch of stored) bySeq.set(batch.seq, [...(bySeq.get(batch.seq) ?? []), batch]);
  let have = 0;
  let head: string | null = null;
  for (;;) {
    const next: ChainedBatch | undefined = bySeq.get(have + 1)?.find(({ prev }) => prev === head);
    if (next === undefined) break;
    have += 1;
    head = next.link;
  }
  const gaps: number[] = [];
  const highest = stored.reduce((max, { seq }) => Math.max(max, seq), 0);
  for (let seq = 1; seq < highest && gaps.length < gapsShown; seq++) {
    if (!bySeq.has(seq)) gaps.push(seq);
  }
  return { have, head, gaps };
}
