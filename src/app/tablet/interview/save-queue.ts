// Events on their way to the disk: one write at a time, in their order, all that wait together. After a failed write
// nothing is tried again by itself: the officer sees it and decides (T-09).
import type { Result } from "#questionnaire";

export type Saving<E extends string> =
  | { readonly state: "saved"; readonly atMs: number }
  | { readonly state: "saving"; readonly atMs: number }
  /** `path` is the question whose answer waits; null for what belongs to no question. */
  | { readonly state: "failed"; readonly atMs: number; readonly path: string | null; readonly problem: E };

interface SaveQueue<T, E extends string> {
  /** True once the event is on disk. */
  readonly add: (event: T, path: string | null) => Promise<boolean>;
  readonly retry: () => Promise<boolean>;
  readonly settled: () => Promise<boolean>;
  readonly saving: () => Saving<E | "unexpected">;
}

interface SaveQueueParts<T, E extends string> {
  readonly savedAtMs: number;
  readonly write: (events: readonly T[]) => Promise<Result<{ readonly savedAtMs: number }, { readonly type: E }>>;
  readonly onChange: (saving: Saving<E | "unexpected">) => void;
}

export function createSaveQueue<T, E extends string>(parts: SaveQueueParts<T, E>): SaveQueue<T, E> {
  let waiting: readonly { readonly event: T; readonly path: string | null }[] = [];
  let saving: Saving<E | "unexpected"> = { state: "saved", atMs: parts.savedAtMs };
  let running: Promise<boolean> | null = null;

  const show = (next: Saving<E | "unexpected">): void => {
    saving = next;
    parts.onChange(next);
  };

  async function writeAll(): Promise<boolean> {
    try {
      while (waiting.length > 0) {
        const batch = waiting;
        show({ state: "saving", atMs: saving.atMs });
        const result = await writeOnce(batch.map(({ event }) => event));
        if (!result.ok) {
          show({ state: "failed", atMs: saving.atMs, path: batch[0]?.path ?? null, problem: result.error.type });
          return false;
        }
        waiting = waiting.slice(batch.length);
        show({ state: "saved", atMs: result.value.savedAtMs });
      }
      return true;
    } finally {
      // Before anybody who awaits goes on: an event added then needs a run of its own.
      running = null;
    }
  }

  /** A worker that died rejects the call: for the officer that is one more write that did not happen. */
  async function writeOnce(
    events: readonly T[],
  ): Promise<Result<{ readonly savedAtMs: number }, { readonly type: E | "unexpected" }>> {
    try {
      return await parts.write(events);
    } catch {
      return { ok: false, error: { type: "unexpected" } };
    }
  }

  function start(): Promise<boolean> {
    if (waiting.length === 0) return Promise.resolve(true);
    running ??= writeAll();
    return running;
  }

  return {
    add: (event, path) => {
      waiting = [...waiting, { event, path }];
      // While a write has failed, new events join the queue and wait for the officer's retry.
      return saving.state === "failed" ? Promise.resolve(false) : start();
    },
    retry: start,
    settled: async () => (running === null ? waiting.length === 0 : running),
    saving: () => saving,
  };
}
