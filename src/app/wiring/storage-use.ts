// How full the application's own budget is. The browser's quota is a constant that says nothing of the disk, so the
// denominator is ours (ux 2.1).
import { useEffect, useState } from "react";

const budgetBytes = 300_000_000;

/** Whole percent of the budget; null until measured, or where it cannot be. */
export function useStorageUse(): number | null {
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => {
    let isLive = true;
    void measure().then((measured) => {
      if (isLive) setPercent(measured);
    });
    return () => {
      isLive = false;
    };
  }, []);
  return percent;
}

async function measure(): Promise<number | null> {
  const { usage } = await navigator.storage.estimate();
  return usage === undefined ? null : Math.min(100, Math.round((usage / budgetBytes) * 100));
}
