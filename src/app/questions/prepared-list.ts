// Long code lists are sorted and indexed for search before they are shown: short ones at once, those of thousands of
// entries piece by piece between the frames. What was begun goes on when the officer leaves, and is made once.
import { useEffect, useState } from "react";
import type { Language } from "#questionnaire";
import { entriesInOrderSteps, prepareCodeListSearch, type CodeList, type EntriesInOrder } from "#census";

/** So many entries are ready within a frame, also on a slow tablet. */
const atOnce = 1_000;
/** Work between two looks at the officer's finger. */
const sliceMs = 8;

type Kept = Map<Language, EntriesInOrder | Promise<EntriesInOrder>>;
const keptByList = new WeakMap<CodeList, Kept>();

/** Null while it is being prepared. */
export function usePreparedList(list: CodeList, language: Language): EntriesInOrder | null {
  const kept = keptFor(list);
  const known = kept.get(language) ?? prepare(list, language);
  kept.set(language, known);
  const [, showReady] = useState<EntriesInOrder | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (known instanceof Promise) {
      void known.then((ready) => {
        if (isWanted) showReady(ready);
      });
    }
    return () => {
      isWanted = false;
    };
  }, [known]);
  return known instanceof Promise ? null : known;
}

function keptFor(list: CodeList): Kept {
  const kept = keptByList.get(list) ?? new Map<Language, EntriesInOrder | Promise<EntriesInOrder>>();
  keptByList.set(list, kept);
  return kept;
}

function prepare(list: CodeList, language: Language): EntriesInOrder | Promise<EntriesInOrder> {
  if (list.entries.length <= atOnce) return toEnd(entriesInOrderSteps(list, language));
  return prepareInPieces(list, language).then((ready) => {
    keptFor(list).set(language, ready);
    return ready;
  });
}

async function prepareInPieces(list: CodeList, language: Language): Promise<EntriesInOrder> {
  const ready = await inPieces(entriesInOrderSteps(list, language));
  await inPieces(prepareCodeListSearch(list));
  return ready;
}

function toEnd<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

async function inPieces<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const startedMs = performance.now();
    while (performance.now() - startedMs < sliceMs) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
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
