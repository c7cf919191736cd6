// Sends what waits while the page lives: at the start, when the page comes back to sight, when a network comes, and when
// the tablet's own plan says so. The service worker does the same with the page closed.
import type { TabletApi } from "#worker";

export interface PushingPage {
  readonly addEventListener: Window["addEventListener"];
  readonly document: Pick<Document, "addEventListener" | "visibilityState">;
  readonly setTimeout: (run: () => void, delayMs: number) => number;
  readonly clearTimeout: (timer: number) => void;
  readonly now: () => number;
}

const slowestMs = 30 * 60_000;
const quickestMs = 15_000;

/** Starts it; returns how to stop. */
export function keepPushing(tablet: TabletApi, page: PushingPage): () => void {
  const stop = new AbortController();
  let timer: number | null = null;
  let isPushing = false;

  const plan = (nextAttemptAtMs: number | null): void => {
    if (timer !== null) page.clearTimeout(timer);
    const waitMs = nextAttemptAtMs === null ? slowestMs : nextAttemptAtMs - page.now();
    timer = page.setTimeout(run, Math.min(Math.max(waitMs, quickestMs), slowestMs));
  };
  const push = async (): Promise<void> => {
    if (isPushing || stop.signal.aborted) return;
    isPushing = true;
    try {
      const status = await tablet.readStatus();
      if (status.state === "not-enrolled") return plan(null);
      const report = await tablet.push();
      plan(report.nextAttemptAtMs);
    } catch {
      // A push in the background must not take the screen from an interview; what waits is shown by the delivery itself.
      plan(null);
    } finally {
      isPushing = false;
    }
  };
  function run(): void {
    if (!stop.signal.aborted) void push();
  }

  page.addEventListener("online", run, { signal: stop.signal });
  page.document.addEventListener(
    "visibilitychange",
    () => {
      if (page.document.visibilityState === "visible") run();
    },
    { signal: stop.signal },
  );
  run();
  return () => {
    stop.abort();
    if (timer !== null) page.clearTimeout(timer);
  };
}
