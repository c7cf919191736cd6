import { useEffect, useState } from "react";

/** Whole seconds left until the time, counted down; 0 once it has come or where there is none. */
export function useSecondsUntil(atMs: number | null, clock: () => number): number {
  const [nowMs, setNowMs] = useState(clock);
  const left = atMs === null ? 0 : Math.max(0, Math.ceil((atMs - nowMs) / 1000));
  useEffect(() => {
    if (atMs === null) return undefined;
    const read = (): void => setNowMs(clock());
    // At once, but after this effect: the time to wait until may have come long after the last reading.
    const first = window.setTimeout(read, 0);
    const timer = window.setInterval(read, 250);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [atMs, clock]);
  return left;
}
