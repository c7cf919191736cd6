// One reading of the tablet, kept fresh: read at once, read again when the tablet says that something changed.
import { useCallback, useEffect, useState } from "react";
import type { TabletApi, TabletChange } from "#worker";
import { useTablet } from "./tablet-context.ts";

export interface Reading<T> {
  /** The last good reading; null before the first. */
  readonly value: T | null;
  /** Set when a reading threw: a bug, shown by the error boundary. */
  readonly failure: unknown;
  readonly again: () => void;
}

/**
 * Pokes that come while a reading is under way lead to one more reading, not to one each. Give a `read` that does not
 * change between paints.
 */
export function useReading<T>(read: (tablet: TabletApi) => Promise<T>, changes: readonly TabletChange[]): Reading<T> {
  const tablet = useTablet();
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const wanted = changes.join(" ");

  useEffect(() => {
    let isLive = true;
    let isReading = false;
    let isStale = false;
    const refresh = async (): Promise<void> => {
      if (isReading) {
        isStale = true;
        return;
      }
      isReading = true;
      try {
        do {
          isStale = false;
          const next = await read(tablet);
          if (isLive) setValue(next);
          // Set by a poke that came during the reading.
        } while (isStale && isLive);
      } catch (thrown) {
        if (isLive) setFailure(thrown ?? new Error("a reading failed"));
      } finally {
        isReading = false;
      }
    };
    void refresh();
    const stop = tablet.watch((change) => {
      if (wanted.split(" ").includes(change)) void refresh();
    });
    return () => {
      isLive = false;
      stop();
    };
  }, [tablet, read, wanted, attempt]);

  const again = useCallback(() => setAttempt((before) => before + 1), []);
  return { value, failure, again };
}
