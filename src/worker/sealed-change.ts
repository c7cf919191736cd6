// A change of the book together with the batches that seal it: its records, the batches' secrets and the batches go into
// one transaction. Implements SY68, SY88 for the work; enrolment does the same for the first batch.
import { newId, type Random } from "#protocol";
import { err, type Result } from "#questionnaire";
import type { SealedWork } from "#storage";
import { withBatchSecrets } from "./book.ts";
import type { MadeBatch } from "./sealing.ts";
import type { Commit, Decision } from "./session.ts";

/** The decision as it is to be written, and how. Another tab that sealed in between has it decided and sealed again. */
export function sealedChange<T>(
  decision: Decision<T>,
  batches: readonly MadeBatch[],
  { sealedWork, random }: { readonly sealedWork: SealedWork; readonly random: Random },
): { readonly decision: Decision<T>; readonly commit: Commit<never> } {
  const kept = withBatchSecrets(
    decision.book,
    batches.map(({ row, secret }) => ({ recordId: newId(random), seq: row.entry.seq, secret })),
  );
  return {
    decision: { ...decision, book: kept.book, records: [...decision.records, ...kept.records] },
    commit: async (records, generation) =>
      movedTogether(
        await sealedWork.commitSealed(
          records,
          generation,
          batches.map(({ row }) => row),
        ),
      ),
  };
}

/** Whoever moved the chain moved the records too: both mean "decide again on what is there now". */
function movedTogether<V, E>(
  written: Result<V, E | { readonly type: "chain-moved" }>,
): Result<V, E | { readonly type: "records-moved" }> {
  if (written.ok) return written;
  return isChainMoved(written.error) ? err({ type: "records-moved" }) : err(written.error);
}

function isChainMoved<E>(error: E | { readonly type: "chain-moved" }): error is { readonly type: "chain-moved" } {
  return typeof error === "object" && error !== null && "type" in error && error.type === "chain-moved";
}
