// The service worker's push: drains the outbox through #sync, locked tablet or not, page open or not. It sees sealed
// bytes, the device key and receipts; there is no key here that opens anything.
import {
  createChain,
  createDeviceKeyStore,
  createIdentityStore,
  createKeyDocumentStore,
  createOutbox,
  createPlainDatabase,
  createSendingStore,
} from "#storage";
import { createFetchTransport, createWebLocks, pushOutbox, type ExchangePorts, type PushReport } from "#sync";

/** A `sync` event lives about 190 s: what is begun after this is left to the next one. */
const deadlineMs = 150_000;

/** What the pages listen on; the message holds nothing but its type. */
const channelName = "sanaq-outbox";

/** One push at a time: a second request while one runs gets its report. */
export function createPush(): () => Promise<PushReport> {
  const database = createPlainDatabase(indexedDB);
  const channel = new BroadcastChannel(channelName);
  const ports: ExchangePorts = {
    identity: createIdentityStore(database),
    deviceKey: createDeviceKeyStore(database),
    keys: createKeyDocumentStore(database),
    outbox: createOutbox(database),
    chain: createChain(database),
    sending: createSendingStore(database),
    transport: createFetchTransport<AbortSignal>({
      fetch: async (path, options) => fetch(path, options),
      timeoutSignal: (ms) => AbortSignal.timeout(ms),
    }),
    locks: createWebLocks(navigator.locks),
    clock: {
      nowMs: () => Date.now(),
      offsetMinutes: () => -new Date().getTimezoneOffset(),
      monotonicMs: () => performance.now(),
    },
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    onChange: () => channel.postMessage({ type: "outbox-changed" }),
  };
  let running: Promise<PushReport> | null = null;
  return async () => {
    running ??= pushOutbox(ports, { deadlineMs }).finally(() => {
      running = null;
    });
    return running;
  };
}
