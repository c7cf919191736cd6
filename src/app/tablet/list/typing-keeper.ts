// Hands on what is typed, a second after it was typed at the latest: whoever turns the tablet off in the middle of a name
// finds the name again.

export interface TypingKeeper<T> {
  readonly changed: (typed: T) => void;
  /** Hands on at once what still waits. */
  readonly flush: () => void;
}

interface TypingKeeperParts<T> {
  readonly handOn: (typed: T) => void;
  readonly setTimeout: (run: () => void, delayMs: number) => number;
  readonly clearTimeout: (timer: number) => void;
}

const patienceMs = 1_000;

export function createTypingKeeper<T>({ handOn, setTimeout, clearTimeout }: TypingKeeperParts<T>): TypingKeeper<T> {
  let waiting: { readonly typed: T; readonly timer: number } | null = null;
  const flush = (): void => {
    if (waiting === null) return;
    const { typed, timer } = waiting;
    waiting = null;
    clearTimeout(timer);
    handOn(typed);
  };
  return {
    // The first change sets the time: who types on and on is not waited for.
    changed: (typed) => {
      waiting = { typed, timer: waiting?.timer ?? setTimeout(flush, patienceMs) };
    },
    flush,
  };
}
