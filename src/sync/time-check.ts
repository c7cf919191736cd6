// The tablet's clock against the server's last signed time (protocol.md 4.9). Nothing is computed from either: the order
// of batches is their seq, the legal time is the receipt's. Here only: how far apart, and did the clock jump.
import type { TimeToken } from "./ports.ts";

const warnAboveMs = 5 * 60_000;
const blockAboveMs = 24 * 60 * 60_000;
/** A tablet whose battery died wakes up in 1970 or at its making; no tablet of this collection works before it. */
const earliestMs = Date.UTC(2021, 0, 1);
const jumpAboveMs = 2000;

export type ClockVerdict = "ok" | "warn" | "block" | "unknown";

/** Tablet minus server in ms at the time of the token, half the round trip taken into account. */
export function skewOf(token: TimeToken): number {
  return Math.round(token.tabletAtMs - token.rttMs / 2 - token.atMs);
}

/** `warn` above 5 minutes, `block` above 24 hours (confirm before new interviews) or before 2021. */
export function judgeClock(token: TimeToken | null, nowMs: number): ClockVerdict {
  if (nowMs < earliestMs) return "block";
  if (token === null) return "unknown";
  // A clock that was set back behind the token shows itself without a server.
  const apartMs = Math.max(Math.abs(skewOf(token)), token.tabletAtMs - nowMs);
  if (apartMs > blockAboveMs) return "block";
  return apartMs > warnAboveMs ? "warn" : "ok";
}

/** True where the wall clock and the growing counter disagree by more than 2 s between two looks. A counter that stood still in sleep looks the same, so this is a flag in the mark and nothing else. */
export function isClockJump(
  before: { readonly wallMs: number; readonly monotonicMs: number },
  after: { readonly wallMs: number; readonly monotonicMs: number },
): boolean {
  const apartMs = after.wallMs - before.wallMs - (after.monotonicMs - before.monotonicMs);
  return Math.abs(apartMs) > jumpAboveMs;
}
