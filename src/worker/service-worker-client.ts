// The page's side of the service worker: registration, "send now", Background Sync tags, and the update the user agrees
// to. Without a service worker (first load, private window, development) everything here says so and does nothing.
import type { PushReport } from "#sync";

/** The service worker answers a push within its deadline of 150 s; a little more before the page stops waiting. */
const pushAnswerMs = 170_000;

export interface AppUpdates {
  /** Calls back once a new release waits; the page offers it on the home screen only. Returns how to stop. */
  readonly onWaiting: (listener: () => void) => () => void;
  /** Lets the waiting release take over; the page reloads by itself when it has. */
  readonly apply: () => Promise<void>;
}

export interface ServiceWorkerClient extends AppUpdates {
  /** Null = no service worker controls this page. */
  readonly push: () => Promise<PushReport | null>;
  /** One Background Sync tag per batch: a tag is dropped by the browser after its third failed attempt. */
  readonly registerSync: (seqs: readonly number[]) => Promise<void>;
}

/** Background Sync is not in TypeScript's library. */
interface SyncCapable {
  readonly sync: { readonly register: (tag: string) => Promise<void> };
}

function isSyncCapable(registration: object): registration is SyncCapable {
  return "sync" in registration;
}

/** Registers `/sw.js`. `reload` is called when an update that `apply` asked for has taken over. */
export function createServiceWorkerClient(url: string, reload: () => void): ServiceWorkerClient {
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  const registered =
    container === undefined
      ? Promise.resolve(null)
      : container.register(url, { updateViaCache: "none" }).catch((): null => null);
  return {
    push: async () => askToPush(container),
    registerSync: async (seqs) => {
      const registration = await registered;
      if (registration === null || !isSyncCapable(registration)) return;
      // Refused where the browser or the user has switched it off: the timers of the open page remain.
      await Promise.allSettled(seqs.map(async (seq) => registration.sync.register(`batch-${seq}`)));
    },
    onWaiting: (listener) => {
      const stop = new AbortController();
      void registered.then((registration) => {
        if (registration === null || stop.signal.aborted) return;
        if (registration.waiting !== null) listener();
        registration.addEventListener("updatefound", () => watchInstall(registration, listener), {
          signal: stop.signal,
        });
      });
      return () => stop.abort();
    },
    apply: async () => {
      const waiting = (await registered)?.waiting;
      if (waiting === undefined || waiting === null) return;
      container?.addEventListener("controllerchange", reload, { once: true });
      waiting.postMessage({ type: "activate-update" });
    },
  };
}

function watchInstall(registration: ServiceWorkerRegistration, listener: () => void): void {
  const { installing } = registration;
  installing?.addEventListener("statechange", () => {
    // Without an active one this is the first installation, not an update.
    if (installing.state === "installed" && registration.active !== null) listener();
  });
}

async function askToPush(container: ServiceWorkerContainer | undefined): Promise<PushReport | null> {
  const controller = container?.controller;
  if (controller === undefined || controller === null) return null;
  const channel = new MessageChannel();
  const answer = new Promise<PushReport | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), pushAnswerMs);
    channel.port1.onmessage = (message: MessageEvent<PushReport>) => {
      clearTimeout(timer);
      resolve(message.data);
    };
  });
  controller.postMessage({ type: "push" }, [channel.port2]);
  return answer.finally(() => channel.port1.close());
}
