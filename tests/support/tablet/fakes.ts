// What a tablet is handed in tests: a clock that moves only when told, randomness from a seed, locks in memory.
import type { Clock, Locks } from "#sync";
import type { Random } from "#protocol";
import type { ChangeChannel } from "../../../src/worker/host.ts";
import type { DeriveSlowly } from "../../../src/worker/vault.ts";

export interface FakeClock extends Clock {
  readonly advance: (ms: number) => void;
  /** Sets the wall clock without moving the monotonic one, as a person who changes the date does. */
  readonly setWall: (ms: number) => void;
}

export function createFakeClock(startMs: number): FakeClock {
  let wallMs = startMs;
  let monotonicMs = 0;
  return {
    nowMs: () => wallMs,
    offsetMinutes: () => 300,
    monotonicMs: () => monotonicMs,
    advance: (ms) => {
      wallMs += ms;
      monotonicMs += ms;
    },
    setWall: (ms) => {
      wallMs = ms;
    },
  };
}

/** A small generator (mulberry32); the same seed gives the same tablet. */
export function createSeededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) & 0xff;
  };
  return (bytes) => Uint8Array.from({ length: bytes }, next);
}

/** Web Locks of one browser profile: tabs that share this object exclude each other. */
export function createMemoryLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  const run = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(work, work);
    const settled = turn
      .catch(() => null)
      .finally(() => {
        if (tails.get(name) === settled) tails.delete(name);
      });
    tails.set(name, settled);
    return turn;
  };
  return {
    run,
    runIfFree: async (name, work) => (tails.has(name) ? "busy" : { ran: await run(name, work) }),
  };
}

/** In place of Argon2id where its slowness is not the matter: depends on code and salt, and on nothing else. */
export const deriveQuickly: DeriveSlowly = async (password, salt) => {
  const bytes = new Uint8Array([...new TextEncoder().encode(password), ...salt]);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
};

/** One BroadcastChannel of one browser profile: what one tab posts, all the others hear, and it does not. */
export function createMemoryChannels(): { readonly open: () => ChangeChannel; readonly posted: unknown[] } {
  const posted: unknown[] = [];
  const ends: { readonly listeners: Set<(message: unknown) => void> }[] = [];
  return {
    posted,
    open: () => {
      const end = { listeners: new Set<(message: unknown) => void>() };
      ends.push(end);
      return {
        post: (message) => {
          posted.push(message);
          for (const other of ends) {
            if (other !== end) for (const listener of other.listeners) listener(message);
          }
        },
        listen: (listener) => {
          end.listeners.add(listener);
          return () => end.listeners.delete(listener);
        },
      };
    },
  };
}
