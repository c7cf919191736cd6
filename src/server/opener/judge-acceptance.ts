// Up to which batch a tablet may be told in eight digits that everything is accepted, and what stands in the way of more.
// A code says nothing of refusals, so it ends before the first of them. Implements SY87.
import type { JudgedBatch } from "../store/acceptance-store.ts";

export type AcceptanceStop = "missing" | "not-opened" | "needs-a-person" | "refused" | "refused-in-part";

export interface Acceptance {
  /** The last batch up to which every one is accepted whole; 0 = not even the first is. */
  readonly upTo: number;
  /** The eight digits; null where there is none to give: nothing accepted, or opened before there were codes. */
  readonly code: string | null;
  /** Which batch comes next and why no code speaks for it; null = there is none behind `upTo`. */
  readonly stop: { readonly seq: number; readonly why: AcceptanceStop } | null;
}

/** By tablet; `batches` are all of each. */
export function judgeAcceptances(
  batches: ReadonlyMap<string, readonly JudgedBatch[]>,
): ReadonlyMap<string, Acceptance> {
  return new Map([...batches].map(([tablet, own]) => [tablet, judgeAcceptance(own)]));
}

/** `batches` are all of one tablet, in any order. */
export function judgeAcceptance(batches: readonly JudgedBatch[]): Acceptance {
  const bySeq = new Map<number, JudgedBatch[]>();
  for (const batch of batches) bySeq.set(batch.seq, [...(bySeq.get(batch.seq) ?? []), batch]);
  const highest = batches.reduce((max, { seq }) => Math.max(max, seq), 0);
  let last: JudgedBatch | null = null;
  for (let seq = 1; seq <= highest; seq += 1) {
    const [batch, ...others] = bySeq.get(seq) ?? [];
    const why = stopAt(batch, others.length > 0, last?.link ?? null);
    if (why !== null) return { upTo: seq - 1, code: last?.code ?? null, stop: { seq, why } };
    last = batch ?? null;
  }
  return { upTo: highest, code: last?.code ?? null, stop: null };
}

function stopAt(batch: JudgedBatch | undefined, hasRival: boolean, prev: string | null): AcceptanceStop | null {
  if (batch === undefined) return "missing";
  if (hasRival || batch.prev !== prev) return "needs-a-person";
  switch (batch.state) {
    case "stored":
      return "not-opened";
    case "quarantined":
      return "needs-a-person";
    case "refused":
      return "refused";
    case "accepted":
      return batch.linesBad === 0 ? null : "refused-in-part";
  }
}
