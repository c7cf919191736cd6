// Sends what waits while the page lives: at the start, when the page comes back to sight, when a network comes, when
// something new was sealed, and when the tablet's own plan says so. The service worker does the same with the page
// closed, and its pushes move the plan too. In the officer's pause the plan is its end.
import type { TabletApi } from "#worker";

export interface PushingPage {
  readonly addEventListener: Window["addEventListener"];
  readonly document: Pick<Document, "addEventListener" | "visibilityState">;
  readonly setTimeout: (run: () => void, delayMs: number) => number;
  readonly clearTimeout: (timer: number) => void;
  readonly now: () => number;
}

const slowestMs = 30 * 60_000;
/** A clock that jumps must not make the page ask without a rest. */
const quickestMs = 3000;

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
      if (status.state === "not-enrolled" || status.state === "unreadable") return plan(null);
      await tablet.push();
      const { nextAttemptAtMs } = await readPlan();
      plan(nextAttemptAtMs);
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
  /** When to try again; what was sealed since the last attempt waits for nothing. */
  async function readPlan(): Promise<{ readonly nextAttemptAtMs: number | null; readonly isSomethingNew: boolean }> {
    const { batches, sending } = await tablet.readDelivery();
    // What is sealed in a pause waits for its end too.
    if (sending.pausedUntilMs !== null) return { nextAttemptAtMs: sending.pausedUntilMs, isSomethingNew: false };
    const triedAtMs = sending.lastAttemptAtMs ?? 0;
    const isSomethingNew = batches.some(({ state, sealedAtMs }) => state === "sealed" && sealedAtMs > triedAtMs);
    return { nextAttemptAtMs: isSomethingNew ? page.now() : sending.nextAttemptAtMs, isSomethingNew };
  }
  /** The outbox changed, by this page or behind its back. */
  const planAnew = async (): Promise<void> => {
    if (isPushing) return;
    try {
      const { nextAttemptAtMs, isSomethingNew } = await readPlan();
      if (isSomethingNew) run();
      else if (!stop.signal.aborted) plan(nextAttemptAtMs);
    } catch {
      // What can't be read now is read at the next change or at the planned time.
    }
  };

  page.addEventListener("online", run, { signal: stop.signal });
  page.document.addEventListener(
    "visibilitychange",
    () => {
      if (page.document.visibilityState === "visible") run();
    },
    { signal: stop.signal },
  );
  const unwatch = tablet.watch((change) => {
    if (change === "delivery") void planAnew();
  });
  run();
  return () => {
    stop.abort();
    unwatch();
    if (timer !== null) page.clearTimeout(timer);
  };
}
