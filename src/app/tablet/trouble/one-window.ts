// One window works at a time. Two would lose nothing (SY76), but each wants the code for itself and shows people's names;
// so a second one asks where to go on. Whoever is overtaken saves, locks and waits.

export interface OneWindow {
  readonly subscribe: (listener: () => void) => () => void;
  /** `asking` until the browser has said whether another window works. */
  readonly place: () => "asking" | "here" | "elsewhere";
  /** Takes the work over to this window. */
  readonly takeOver: () => void;
}

/** The part of `navigator.locks` that is needed; a window holds the lock for as long as it works. */
export interface WindowLocks {
  readonly request: (
    name: string,
    options: { readonly steal?: boolean; readonly signal?: AbortSignal },
    hold: () => Promise<never>,
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
  const hold = async (): Promise<never> => {
    show("here");
    return new Promise(() => undefined);
  };
  const request = (options: { readonly steal?: boolean; readonly signal?: AbortSignal }): void => {
    locks.request(lockName, options, hold).catch(() => {
      // Refused before it was held: that was this window's own doing.
      if (place !== "here" || options.signal?.aborted === true) return;
      // First what is typed is saved, then the page's content goes.
      onOvertaken();
      show("elsewhere");
    });
  };

  request({ signal: waiting.signal });
  setTimeout(() => {
    if (place === "asking") show("elsewhere");
  }, askingMs);
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
