// How long a wrong code costs: 1, 2, 4 … 60 s. Advisory, for the fingers of people: whoever has a copy of the storage is
// held back by the code's 49.8 bits and by Argon2id alone.
import type { JournalEntry } from "#storage";

const longestMs = 60_000;

/** When the next try may be made, by the failures since the last success; null = now. A clock set back does not lock anybody out for longer than the delay itself. */
export function nextTryAtMs(journal: readonly JournalEntry[], nowMs: number): number | null {
  const lastSuccess = journal.findLastIndex(({ type }) => type === "unlocked");
  const failures = journal.slice(lastSuccess + 1).filter(({ type }) => type === "unlock-failed");
  const last = failures.at(-1);
  if (last === undefined) return null;
  const delayMs = delayAfter(failures.length);
  const atMs = last.atMs + delayMs;
  return nowMs < atMs && nowMs >= last.atMs - longestMs ? atMs : null;
}

/** The delay after so many failures in a row. */
export function delayAfter(failures: number): number {
  return Math.min(longestMs, 1000 * 2 ** Math.min(failures - 1, 10));
}
