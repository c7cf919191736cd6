// When a tablet that nobody touches locks itself (protocol.md 4.3). Timers sleep with the tablet, so every touch and every
// return to sight asks first how long it was: a tablet picked up after an hour locks before it shows anything more.

export interface IdlePage {
  readonly addEventListener: Window["addEventListener"];
  readonly document: Pick<Document, "addEventListener" | "visibilityState">;
  readonly setInterval: (run: () => void, everyMs: number) => number;
  readonly clearInterval: (timer: number) => void;
  readonly now: () => number;
}

export interface IdleLimits {
  /** Without a touch or a key. */
  readonly untouchedMs: number;
  readonly onUntouched: () => void;
  /** Out of sight. */
  readonly hiddenMs: number;
  readonly onHidden: () => void;
}

const checkMs = 5_000;
const touches = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/** Untouched for so long locks: quickly where a PIN is set, else fully. Out of sight for `hiddenLimitMs` locks fully. */
export const quickLimitMs = 3 * 60_000;
export const fullLimitMs = 15 * 60_000;
export const hiddenLimitMs = 15 * 60_000;

/** Starts watching; returns how to stop. Each limit calls once until the page is touched again. */
export function watchIdle(page: IdlePage, limits: IdleLimits): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: true };
  let touchedAtMs: number | null = page.now();
  let hiddenAtMs: number | null = page.document.visibilityState === "hidden" ? page.now() : null;

  const check = (): void => {
    const nowMs = page.now();
    if (hiddenAtMs !== null && nowMs - hiddenAtMs >= limits.hiddenMs) {
      hiddenAtMs = null;
      touchedAtMs = null;
      limits.onHidden();
    } else if (touchedAtMs !== null && nowMs - touchedAtMs >= limits.untouchedMs) {
      touchedAtMs = null;
      limits.onUntouched();
    } else if (touchedAtMs !== null && nowMs < touchedAtMs) {
      // A clock that was set back: counted anew.
      touchedAtMs = nowMs;
    }
  };
  const touched = (): void => {
    check();
    touchedAtMs = page.now();
  };
  for (const touch of touches) page.addEventListener(touch, touched, options);
  page.document.addEventListener(
    "visibilitychange",
    () => {
      check();
      hiddenAtMs = page.document.visibilityState === "hidden" ? page.now() : null;
    },
    options,
  );
  const timer = page.setInterval(check, checkMs);
  return () => {
    stop.abort();
    page.clearInterval(timer);
  };
}
