// A typed acceptance code: eight digits from the Department, carried by a person, that speak for every batch up to the one
// they name. It is tried against the tablet's own batches; nobody is asked. Implements SY89.
import { acceptanceCode, parseAcceptanceCode } from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import type { StorageError } from "./errors.ts";
import type { ExchangePorts } from "./exchange.ts";
import { applyAcceptanceCode, type OutboxEntry } from "./outbox.ts";

/** What a code that fits did. */
export interface TakenAcceptance {
  /** The last batch it speaks for. */
  readonly seq: number;
  /** The batches that became accepted by it; none = all of them were decided before. */
  readonly moved: readonly OutboxEntry[];
  /** Batches that are still not accepted: sealed after it, refused or quarantined. As the outbox was read before the write. */
  readonly left: number;
}

/** Why a code changed nothing. */
export type AcceptanceCodeRefusal =
  | { readonly type: "not-enrolled" }
  /** Not eight digits. */
  | { readonly type: "acceptance-code-malformed" }
  /** It fits no batch of this tablet. `isAnyWithoutSecret` = it may be right for one that was sealed without a secret. */
  | { readonly type: "acceptance-code-wrong"; readonly isAnyWithoutSecret: boolean }
  /** What waits was sealed without secrets: no code can be checked, only a receipt. */
  | { readonly type: "acceptance-code-impossible" };

/** Tries the code, the newest batch first, and marks what it speaks for, durably; `secretBySeq` are the secrets that were kept at sealing. */
export async function takeAcceptanceCode(
  ports: Pick<ExchangePorts, "identity" | "outbox" | "clock" | "onChange">,
  typed: string,
  secretBySeq: ReadonlyMap<number, string>,
): Promise<Result<TakenAcceptance, StorageError | AcceptanceCodeRefusal>> {
  const code = parseAcceptanceCode(typed);
  if (code === null) return err({ type: "acceptance-code-malformed" });
  const identity = await ports.identity.readIdentity();
  if (!identity.ok) return identity;
  if (identity.value === null) return err({ type: "not-enrolled" });
  const entries = await ports.outbox.readEntries();
  if (!entries.ok) return entries;
  const { col, dev } = identity.value;
  const seq = await findNamed(code, entries.value, secretBySeq, { col, dev });
  if (seq === null) return err(whyNone(entries.value, secretBySeq));

  const atMs = ports.clock.nowMs();
  const moved: OutboxEntry[] = [];
  const upTo = entries.value.filter((entry) => entry.seq <= seq).map((entry) => entry.seq);
  const written = await ports.outbox.updateEntries(upTo, (entry) => {
    const next = applyAcceptanceCode(entry, atMs);
    if (next !== null) moved.push(next);
    return next;
  });
  if (!written.ok) return written;
  if (moved.length > 0) ports.onChange();
  const waiting = entries.value.filter(({ state }) => state !== "accepted").length;
  return ok({ seq, moved, left: Math.max(0, waiting - moved.length) });
}

/** The number of the batch whose code this is; null where it is none's. */
async function findNamed(
  code: string,
  entries: readonly OutboxEntry[],
  secretBySeq: ReadonlyMap<number, string>,
  tablet: { readonly col: string; readonly dev: string },
): Promise<number | null> {
  for (const { seq, link } of entries.toReversed()) {
    const secret = secretBySeq.get(seq);
    if (secret !== undefined && (await acceptanceCode(secret, { ...tablet, seq, link })) === code) return seq;
  }
  return null;
}

function whyNone(entries: readonly OutboxEntry[], secretBySeq: ReadonlyMap<number, string>): AcceptanceCodeRefusal {
  const waiting = entries.filter(({ state }) => state !== "accepted");
  const without = waiting.filter(({ seq }) => !secretBySeq.has(seq)).length;
  if (waiting.length > 0 && without === waiting.length) return { type: "acceptance-code-impossible" };
  return { type: "acceptance-code-wrong", isAnyWithoutSecret: without > 0 };
}
