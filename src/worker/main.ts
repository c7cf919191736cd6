import { builtInShelf } from "#census";
// The web worker's composition root: the tablet over the browser's own clock, randomness, network and database.
import { expose } from "comlink";
import { createDexieDatabase } from "#storage";
import { createFetchTransport, createWebLocks } from "#sync";
import { deriveByArgon2id } from "./argon2id.ts";
import { changeChannelName } from "./change-channel.ts";
import type { ChangeChannel, TabletHost } from "./host.ts";
import { createTablet } from "./tablet.ts";

/** Put in by the build; there is none when the sources run as they are. */
declare const __SANAQ_RELEASE__: string | undefined;

function createBroadcast(): ChangeChannel {
  const channel = new BroadcastChannel(changeChannelName);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      const hear = ({ data }: MessageEvent<unknown>): void => listener(data);
      channel.addEventListener("message", hear);
      return () => channel.removeEventListener("message", hear);
    },
  };
}

const host: TabletHost = {
  shelf: builtInShelf,
  database: createDexieDatabase(),
  transport: createFetchTransport<AbortSignal>({
    fetch: async (path, options) => fetch(path, options),
    timeoutSignal: (ms) => AbortSignal.timeout(ms),
  }),
  clock: {
    nowMs: () => Date.now(),
    offsetMinutes: () => -new Date().getTimezoneOffset(),
    monotonicMs: () => performance.now(),
  },
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  locks: createWebLocks(navigator.locks),
  channel: createBroadcast(),
  derive: deriveByArgon2id,
  readListFile: async (bytes, fileName) => {
    const { readListFile } = await import("./list-file/read-list-file.ts");
    return readListFile(bytes, fileName);
  },
  isPersisted: async () => navigator.storage.persisted().catch(() => null),
  pageHost: location.host,
  release: typeof __SANAQ_RELEASE__ === "undefined" ? "0.0.0-unbuilt" : __SANAQ_RELEASE__,
};

expose(createTablet(host));
