// What runs on when its screen is left: sending, making a file. The state stays with the tablet it is about (a practice is
// another one), and goes with the page.
import { useSyncExternalStore } from "react";
import type { TabletApi } from "#worker";
import { useTablet } from "./tablet-context.ts";

interface Kept<T> {
  readonly now: () => T;
  readonly set: (next: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A hook over a state of its own, `initial` for each tablet. */
export function createKeptState<T>(initial: T): () => readonly [T, (next: T) => void] {
  const keptByTablet = new WeakMap<TabletApi, Kept<T>>();
  return function useKeptState() {
    const tablet = useTablet();
    const kept = keptByTablet.get(tablet) ?? createKept(initial);
    keptByTablet.set(tablet, kept);
    return [useSyncExternalStore(kept.subscribe, kept.now), kept.set];
  };
}

function createKept<T>(initial: T): Kept<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    now: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
