// One window works at a time. Two would lose nothing (SY76), but each wants the code for itself and shows people's names;
// so a second one asks where to go on. Whoever is overtaken saves, locks and waits.

export interface OneWindow {
  readonly subscribe: (listener: () => void) => () => void;
  /** `asking` until the browser has said whether another window works. */
  readonly place: () => "asking" | "here" | "elsewhere";
  /** Takes the work over to this window. */
  readonly takeOver: () => void;
}

interface WindowLockOptions {
  readonly ifAvailable?: boolean;
  readonly steal?: boolean;
  readonly signal?: AbortSignal;
}

/** The part of `navigator.locks` that is needed; a window holds the lock for as long as it works. */
export interface WindowLocks {
  readonly request: (
    name: string,
    options: WindowLockOptions,
    hold: (lock: object | null) => Promise<unknown>,
  ) => Promise<unknown>;
}

interface OneWindowParts {
  readonly locks: WindowLocks;
  readonly setTimeout: (run: () => void, delayMs: number) => unknown;
  /** Another window took the work over. */
  readonly onOvertaken: () => void;
}

const lockName = "sanaq-window";
/** A page that is loaded anew may still hold the lock for a moment. */
const askingMs = 600;

export function createOneWindow({ locks, setTimeout, onOvertaken }: OneWindowParts): OneWindow {
  const listeners = new Set<() => void>();
  const waiting = new AbortController();
  let place: ReturnType<OneWindow["place"]> = "asking";

  const show = (next: typeof place): void => {
    place = next;
    for (const listener of listeners) listener();
  };
  const hold = async (lock: object | null): Promise<unknown> => {
    if (lock === null) return waitForTheOther();
    show("here");
    return new Promise(() => undefined);
  };
  /** Another window holds it for certain: a browser that is slow to answer must not look like one. */
  const waitForTheOther = (): void => {
    request({ signal: waiting.signal });
    setTimeout(() => {
      if (place === "asking") show("elsewhere");
    }, askingMs);
  };
  const request = (options: WindowLockOptions): void => {
    locks.request(lockName, options, hold).catch(() => {
      // Taken back by this window itself, which asks anew.
      if (options.signal?.aborted === true) return;
      // First what is typed is saved, then the page's content goes.
      if (place === "here") onOvertaken();
      show("elsewhere");
    });
  };

  request({ ifAvailable: true });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    place: () => place,
    takeOver: () => {
      waiting.abort();
      request({ steal: true });
    },
  };
}

/** For a page that is alone by its nature. */
export const onlyWindow: OneWindow = {
  subscribe: () => () => undefined,
  place: () => "here",
  takeOver: () => undefined,
};
