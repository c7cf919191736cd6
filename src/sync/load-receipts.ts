// Receipts that came back by hand: a file of lines from the Department's medium, or a scanned code. Good lines are
// taken, each bad one is named; their order and their number do not matter.
import { ok, type Result } from "#questionnaire";
import { readSpeaker, type ExchangePorts } from "./exchange.ts";
import type { StorageError } from "./errors.ts";
import type { BatchState } from "./outbox.ts";
import { takeReceipt } from "./take-receipt.ts";

export interface LoadedReceipts {
  /** Batches that moved, by the state they are in now. */
  readonly moved: Readonly<Partial<Record<BatchState, number>>>;
  /** Good lines that said nothing new. */
  readonly known: number;
  /** By line number from 1, blank lines counted, with the protocol's code. */
  readonly bad: readonly { readonly line: number; readonly code: string }[];
  /** Lines that held anything. */
  readonly lines: number;
}

/** The most lines that one file may hold; a tablet's whole work is some hundred. */
const linesLimit = 5000;

/** Takes every good line of the text. */
export async function loadReceipts(
  ports: Pick<ExchangePorts, "identity" | "deviceKey" | "keys" | "outbox" | "chain" | "sending" | "onChange">,
  text: string,
): Promise<Result<LoadedReceipts, StorageError | { readonly type: "not-enrolled" }>> {
  const speaker = await readSpeaker(ports);
  if (!speaker.ok) return speaker;
  const stateBySeq = new Map<number, BatchState>();
  const bad: { line: number; code: string }[] = [];
  let known = 0;
  let lines = 0;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const jws = raw.trim();
    if (jws === "") continue;
    lines += 1;
    if (lines > linesLimit) {
      bad.push({ line: index + 1, code: "too-many-lines" });
      break;
    }
    const taken = await takeReceipt(ports, jws, speaker.value.document, speaker.value.identity.dev);
    if (!taken.ok) {
      if (taken.error.type !== "receipt-refused") return { ok: false, error: taken.error };
      bad.push({ line: index + 1, code: taken.error.code });
      continue;
    }
    if (taken.value.moved.length === 0) known += 1;
    for (const { seq, state } of taken.value.moved) stateBySeq.set(seq, state);
  }
  if (stateBySeq.size > 0) ports.onChange();
  return ok({ moved: countStates([...stateBySeq.values()]), known, bad, lines });
}

function countStates(states: readonly BatchState[]): LoadedReceipts["moved"] {
  const counts: Partial<Record<BatchState, number>> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
