// The list as the worker has it, read again whenever anything in the tablet changed it.
import { useCallback, useEffect, useState } from "react";
import { useTablet, type ListView } from "../../wiring/index.ts";

export interface LoadedList {
  /** Null until it was read once. */
  readonly view: ListView | null;
  readonly hasFailed: boolean;
  readonly reload: () => Promise<void>;
}

export function useList(): LoadedList {
  const tablet = useTablet();
  const [view, setView] = useState<ListView | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const reload = useCallback(async (): Promise<void> => {
    try {
      setView(await tablet.readList());
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  }, [tablet]);

  useEffect(() => {
    void reload();
    return tablet.watch((change) => {
      if (change !== "status") void reload();
    });
  }, [tablet, reload]);
  return { view, hasFailed, reload };
}
