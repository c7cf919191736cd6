import { useEffect } from "react";
import { useClock, usePageActions, type TabletStatus } from "../../wiring/index.ts";
import { fullLimitMs, hiddenLimitMs, quickLimitMs, watchIdle } from "./idle-lock.ts";
import { noteLockReason } from "./lock-reason.ts";

/** Locks a tablet that nobody touches, and ends a quick lock whose time is over. */
export function useIdleLock(status: TabletStatus | null): void {
  const { lock, lockFully } = usePageActions();
  const clock = useClock();
  const isOpen = status?.state === "unlocked";
  const isQuick = status?.state === "quick-locked";
  const untouchedMs = isOpen && status.hasQuickPin ? quickLimitMs : fullLimitMs;
  useEffect(() => {
    if (!isOpen && !isQuick) return undefined;
    const end = (): void => {
      noteLockReason("time");
      lockFully();
    };
    return watchIdle(
      {
        addEventListener: window.addEventListener.bind(window),
        document,
        setInterval: window.setInterval.bind(window),
        clearInterval: window.clearInterval.bind(window),
        now: clock,
      },
      // Touching a locked screen does not lengthen the lock: its end is the tablet's own.
      { untouchedMs, onUntouched: isOpen ? lock : end, hiddenMs: hiddenLimitMs, onHidden: end },
    );
  }, [isOpen, isQuick, untouchedMs, lock, lockFully, clock]);

  const untilMs = isQuick ? status.untilMs : null;
  useEffect(() => {
    if (untilMs === null) return undefined;
    const timer = window.setTimeout(
      () => {
        noteLockReason("time");
        lockFully();
      },
      Math.max(0, untilMs - clock()),
    );
    return () => window.clearTimeout(timer);
  }, [untilMs, lockFully, clock]);
}
