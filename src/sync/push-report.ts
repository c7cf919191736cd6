// What one push did, for whoever asked for it: the page, the worker, the service worker's message.
import type { PushProblem } from "./errors.ts";

export interface PushReport {
  /** `busy` = another tab or the service worker is sending now; `paused` = the officer put sending off, which is no failure. */
  readonly outcome: "done" | "stopped" | "busy" | "paused";
  /** Batches whose `stored` receipt came in this push. */
  readonly sent: number;
  /** Batches that became `accepted` in this push. */
  readonly accepted: number;
  /** Batches that nobody but this tablet holds. */
  readonly left: number;
  /** Why it stopped; of a paused one, what the collector would not take before the pause. */
  readonly problem: PushProblem | null;
  /** Of a paused one: when the pause ends by itself. */
  readonly nextAttemptAtMs: number | null;
}
