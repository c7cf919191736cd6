// Long code lists are sorted and indexed for search before they are shown: short ones at once, those of thousands of
// entries piece by piece between the frames. What was begun goes on when the officer leaves, and is made once.
import { useSyncExternalStore } from "react";
import type { Language } from "#questionnaire";
import { entriesInOrderSteps, prepareCodeListSearch, type CodeList, type EntriesInOrder } from "#census";

/** So many entries are ready within a frame, also on a slow tablet. */
const atOnce = 1_000;
/** Work between two looks at the officer's finger. */
const sliceMs = 8;
/** How often the screen is told how far it is: oftener would only slow the work down. */
const tellEveryMs = 250;
/** Sorting is that part of the work, the index of the search the rest. */
const sortingShare = 0.4;

export type PreparedList =
  | { readonly state: "ready"; readonly inOrder: EntriesInOrder }
  /** `done` of the list's entries, as a share of the work: a number to be read, not one to reckon with. */
  | { readonly state: "preparing"; readonly done: number };

interface Preparation {
  readonly subscribe: (listener: () => void) => () => void;
  readonly now: () => PreparedList;
}

const keptByList = new WeakMap<CodeList, Map<Language, Preparation>>();

/** The list in the order of the alphabet with its search ready, or how far that is. */
export function usePreparedList(list: CodeList, language: Language): PreparedList {
  const { subscribe, now } = preparationOf(list, language);
  return useSyncExternalStore(subscribe, now);
}

function preparationOf(list: CodeList, language: Language): Preparation {
  const kept = keptByList.get(list) ?? new Map<Language, Preparation>();
  keptByList.set(list, kept);
  const known = kept.get(language) ?? (list.size <= atOnce ? readyAtOnce : inPieces)(list, language);
  kept.set(language, known);
  return known;
}

function readyAtOnce(list: CodeList, language: Language): Preparation {
  const steps = entriesInOrderSteps(list, language);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const ready: PreparedList = { state: "ready", inOrder: step.value };
  return { subscribe: () => () => undefined, now: () => ready };
}

function inPieces(list: CodeList, language: Language): Preparation {
  const listeners = new Set<() => void>();
  let current: PreparedList = { state: "preparing", done: 0 };
  let toldMs = 0;
  const show = (next: PreparedList): void => {
    current = next;
    for (const listener of listeners) listener();
  };
  const tell = (share: number): void => {
    const nowMs = performance.now();
    if (nowMs - toldMs < tellEveryMs) return;
    toldMs = nowMs;
    show({ state: "preparing", done: Math.floor(share * list.size) });
  };
  const prepare = async (): Promise<void> => {
    const inOrder = await toEnd(entriesInOrderSteps(list, language), (share) => tell(share * sortingShare));
    await toEnd(prepareCodeListSearch(list), (share) => tell(sortingShare + share * (1 - sortingShare)));
    show({ state: "ready", inOrder });
  };
  void prepare();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => current,
  };
}

async function toEnd<T>(steps: Generator<number, T>, tell: (share: number) => void): Promise<T> {
  for (;;) {
    const startedMs = performance.now();
    let share = 0;
    while (performance.now() - startedMs < sliceMs) {
      const step = steps.next();
      if (step.done === true) return step.value;
      share = step.value;
    }
    tell(share);
    await nextTask();
  }
}

/** Lets taps and frames go first. */
async function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    // A timer would wait four milliseconds each time.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => resolve());
    port1.start();
    port2.postMessage(null);
  });
}
