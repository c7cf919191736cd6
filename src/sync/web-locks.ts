// The port Locks over the browser's Web Locks, which are handed in: the same lock is seen by every tab, the worker and
// the service worker.
import type { Locks } from "./ports.ts";

/** As much of `navigator.locks` as is used. */
export interface LockManagerLike {
  readonly request: <T>(
    name: string,
    options: { readonly ifAvailable: boolean },
    work: (lock: object | null) => Promise<T>,
  ) => Promise<T>;
}

export function createWebLocks(manager: LockManagerLike): Locks {
  return {
    runIfFree: async (name, work) =>
      manager.request(name, { ifAvailable: true }, async (lock) =>
        lock === null ? ("busy" as const) : { ran: await work() },
      ),
    run: async (name, work) => manager.request(name, { ifAvailable: false }, async () => work()),
  };
}
