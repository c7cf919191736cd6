// Calls whose answers are still out. An answer may bring the next call at once (events that waited for the write before
// them), so "none is out" holds only when a turn has passed without a new one.

export interface PendingCalls {
  readonly track: <T>(call: Promise<T>) => Promise<T>;
  /** Resolves when nothing is out, however the calls ended. */
  readonly settled: () => Promise<void>;
}

export function createPendingCalls(): PendingCalls {
  const out = new Set<Promise<unknown>>();
  return {
    track: async (call) => {
      out.add(call);
      return call.finally(() => out.delete(call));
    },
    settled: async () => {
      await turn();
      while (out.size > 0) {
        await Promise.allSettled(out);
        await turn();
      }
    },
  };
}

async function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
