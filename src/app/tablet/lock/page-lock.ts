// Locking as the page does it. What is typed and not yet saved is saved first; then the worker forgets, and where no PIN
// will open it, it ends: only the end of a worker clears its memory (protocol.md 2.2).
import type { PageActions, TabletApi } from "../../wiring/index.ts";

interface PageLockParts {
  readonly tablet: Pick<TabletApi, "lock">;
  /** Ends the worker. */
  readonly terminate: () => void;
  readonly reload: () => void;
  /** Takes the focus from the field being typed in, which saves it. */
  readonly leaveField: () => void;
  readonly setTimeout: (run: () => void, delayMs: number) => unknown;
}

/** A worker that does not answer is ended without its word. */
const patienceMs = 3_000;

export function createPageLock(parts: PageLockParts): Pick<PageActions, "lock" | "lockFully"> {
  const end = (): void => {
    parts.terminate();
    parts.reload();
  };
  const settle = async (): Promise<"quick" | "full"> => {
    parts.leaveField();
    const timeout = new Promise<"full">((resolve) => {
      parts.setTimeout(() => resolve("full"), patienceMs);
    });
    return Promise.race([parts.tablet.lock().catch((): "full" => "full"), timeout]);
  };
  return {
    lock: () => {
      void settle().then((how) => {
        if (how === "full") end();
      });
    },
    lockFully: () => void settle().then(end),
  };
}
