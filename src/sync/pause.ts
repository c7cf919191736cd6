// The officer's pause of sending. A word in storage that every push reads: the page's worker, the service worker and
// Background Sync alike. People go uncounted while their forms stay here, so it ends by itself.
// Implements SY90–SY92.
import { ok, type Result } from "#questionnaire";
import type { StorageError } from "./errors.ts";
import type { SendingPause, SendingStore } from "./ports.ts";

/** How long a pause lasts at most. */
export const pauseSpanMs = 30 * 60_000;

interface PausePorts {
  readonly sending: SendingStore;
  readonly clock: { readonly nowMs: () => number };
  readonly onChange: () => void;
}

/**
 * When the pause ends by itself (UTC ms); null = none, or it is over. Judged by the tablet's clock alone: one that
 * begins later than now was made under another clock, and no written end makes a pause longer than its span.
 */
export function pausedUntilMs(pause: SendingPause | null, nowMs: number): number | null {
  if (pause === null) return null;
  const untilMs = Math.min(pause.untilMs, pause.sinceMs + pauseSpanMs);
  return pause.sinceMs <= nowMs && nowMs < untilMs ? untilMs : null;
}

/** Begins a pause now, or begins it anew. What is on its way still arrives. The value is when it ends by itself. */
export async function pauseSending(ports: PausePorts): Promise<Result<number, StorageError>> {
  const sinceMs = ports.clock.nowMs();
  const pause: SendingPause = { sinceMs, untilMs: sinceMs + pauseSpanMs };
  const kept = await ports.sending.writeSending({ pause });
  if (!kept.ok) return kept;
  ports.onChange();
  return ok(pause.untilMs);
}

/** Ends the pause at once; without one it changes nothing. Sends nothing itself. */
export async function resumeSending(ports: Omit<PausePorts, "clock">): Promise<Result<true, StorageError>> {
  const sending = await ports.sending.readSending();
  if (!sending.ok) return sending;
  return sending.value.pause === null ? ok(true) : dropPause(ports, sending.value.pause);
}

/** The end of a pause that is on; null = nothing holds sending back. Takes away one that is over, so that a clock set back does not bring it to life again. */
export async function readPause(ports: PausePorts): Promise<Result<number | null, StorageError>> {
  const sending = await ports.sending.readSending();
  if (!sending.ok) return sending;
  const { pause } = sending.value;
  const untilMs = pausedUntilMs(pause, ports.clock.nowMs());
  if (pause === null || untilMs !== null) return ok(untilMs);
  // Where that cannot be written it is over all the same.
  await dropPause(ports, pause);
  return ok(null);
}

async function dropPause(
  { sending, onChange }: Omit<PausePorts, "clock">,
  { sinceMs }: SendingPause,
): Promise<Result<true, StorageError>> {
  const dropped = await sending.dropPause(sinceMs);
  if (dropped.ok) onChange();
  return dropped;
}
