// The service worker as a table of events: keeps the application on the tablet, and sends what is sealed.
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { createPush } from "./push.ts";

declare const self: ServiceWorkerGlobalScope & {
  /** Filled in by the build: the tablet's files with their hashes. */
  readonly __WB_MANIFEST: (string | PrecacheEntry)[];
};

/** Paths that are the server's and never the cached application's. */
const serverPaths = /^\/(?:v1|console|self|healthz|readyz|metrics)(?:[/?]|$)/;

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
// The kept answer has its CSP, COOP and COEP headers with it.
registerRoute(new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: [serverPaths] }));

const push = createPush();

// No skipWaiting at installation: a new release waits until the officer agrees (`activate-update`).
self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
  event.waitUntil(push());
});

self.addEventListener("message", (event) => {
  const type: unknown = event.data?.type;
  if (type === "push") event.waitUntil(push().then((report) => event.ports[0]?.postMessage(report)));
  if (type === "activate-update") event.waitUntil(self.skipWaiting());
});

self.addEventListener("sync", (event) => {
  if (isExtendable(event)) event.waitUntil(pushOrThrow());
});

/** Background Sync's event is not in TypeScript's library. */
function isExtendable(event: Event): event is ExtendableEvent {
  return "waitUntil" in event;
}

/** A failed push makes the browser try the tag again; so does a pause, because it ends by itself. */
async function pushOrThrow(): Promise<void> {
  const { outcome, problem } = await push();
  if (problem !== null || outcome === "paused") throw new Error(problem?.type ?? outcome);
}
