// When to try again: 30 s · 2^k, at most 30 minutes, ±20 % so that thirty thousand tablets do not come back together.
import type { Random } from "#protocol";

const firstMs = 30_000;
const longestMs = 30 * 60_000;

/** The wait after attempt number `attempt` (from 1) that left something to do; the server's own word counts where it is longer. */
export function backOffMs(attempt: number, random: Random, retryAfterMs: number | null = null): number {
  const plain = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 16));
  const [a = 0, b = 0] = random(2);
  const share = (a * 256 + b) / 65_535;
  const jittered = Math.round(plain * (0.8 + 0.4 * share));
  return Math.max(jittered, retryAfterMs ?? 0);
}
