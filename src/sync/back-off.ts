// When to try again: 30 s · 2^k, at most 30 minutes, ±20 % so that thirty thousand tablets do not come back together.
// After a delivery the first look comes sooner: the opener needs a few seconds to decide, and an officer waits to see it.
import type { Random } from "#protocol";

const verdictMs = 5000;
const firstMs = 30_000;
const longestMs = 30 * 60_000;

/**
 * The wait in milliseconds after attempt number `attempt` (from 1) in a row that left something to do; 0 = batches were
 * just delivered and only the Department's word on them is awaited. The server's own word counts where it is longer.
 */
export function backOffMs(attempt: number, random: Random, retryAfterMs: number | null = null): number {
  const plain = attempt === 0 ? verdictMs : Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 16));
  const [a = 0, b = 0] = random(2);
  const share = (a * 256 + b) / 65_535;
  const jittered = Math.round(plain * (0.8 + 0.4 * share));
  return Math.max(jittered, retryAfterMs ?? 0);
}
