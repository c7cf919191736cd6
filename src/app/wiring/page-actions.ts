// What the page itself can do with the whole application: lock it, update it.
import { createContext, use, useEffect, useState } from "react";

export interface PageActions {
  /** Locks after what is being written: quickly where a quick PIN is set, else fully. */
  readonly lock: () => void;
  /** Ends the worker with its keys and loads the page anew: nothing personal is left in it. */
  readonly lockFully: () => void;
  readonly onUpdateWaiting: (listener: () => void) => () => void;
  readonly applyUpdate: () => Promise<void>;
}

export const PageActionsContext = createContext<PageActions>({
  lock: () => undefined,
  lockFully: () => undefined,
  onUpdateWaiting: () => () => undefined,
  applyUpdate: async () => undefined,
});

export function usePageActions(): PageActions {
  return use(PageActionsContext);
}

/** True once a new release waits. It is offered on Home only, never inside an interview. */
export function useUpdateWaiting(): boolean {
  const { onUpdateWaiting } = usePageActions();
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => onUpdateWaiting(() => setIsWaiting(true)), [onUpdateWaiting]);
  return isWaiting;
}
