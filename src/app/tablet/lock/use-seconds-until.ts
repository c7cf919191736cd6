import { useEffect, useState } from "react";

/** Whole seconds left until the time, counted down; 0 once it has come or where there is none. */
export function useSecondsUntil(atMs: number | null, clock: () => number): number {
  const [nowMs, setNowMs] = useState(clock);
  const left = atMs === null ? 0 : Math.max(0, Math.ceil((atMs - nowMs) / 1000));
  useEffect(() => {
    if (atMs === null) return undefined;
    setNowMs(clock());
    const timer = window.setInterval(() => setNowMs(clock()), 250);
    return () => window.clearInterval(timer);
  }, [atMs, clock]);
  return left;
}
