// Sending as the officer steers it: now, paused, on again. It goes on when the screen is left, and is there again on the
// way back; the pause itself lies in the tablet's storage.
import { useState } from "react";
import {
  createKeptState,
  useTablet,
  useTabletState,
  type DeliveryView,
  type PushReport,
  type StorageError,
  type TabletApi,
} from "../../wiring/index.ts";
import { countUnsent } from "./count-unsent.ts";

/** What "send now" set out to send. It is kept over a pause, so that going on is no new beginning. */
interface Course {
  readonly unsentAtStart: number;
  readonly isRunning: boolean;
}

export interface Sending {
  /** What the last push that was asked for in this visit did. */
  readonly report: PushReport | null;
  /** The pause could not be written, or not be ended. */
  readonly refusal: StorageError | null;
  readonly isRunning: boolean;
  /** How far the course is; null = none was begun. */
  readonly progress: { readonly done: number; readonly all: number } | null;
  /** The officer pressed "pause" or "continue" a moment ago: the other one takes its place, and its focus. */
  readonly isSteered: boolean;
  /** Sends now, and ends a pause. */
  readonly send: () => void;
  readonly pause: () => void;
}

const useCourse = createKeptState<Course | null>(null);

export function useSending({ batches, sending }: DeliveryView): Sending {
  const tablet = useTablet();
  const { again } = useTabletState();
  const [report, setReport] = useState<PushReport | null>(null);
  const [refusal, setRefusal] = useState<StorageError | null>(null);
  const [isSteered, setIsSteered] = useState(false);
  const [course, setCourse] = useCourse();
  const unsent = countUnsent(batches);
  const isPaused = sending.pausedUntilMs !== null;

  const send = async (): Promise<void> => {
    setIsSteered(isPaused);
    if (isPaused) {
      const resumed = await tablet.resumeSending();
      setRefusal(resumed.ok ? null : resumed.error);
      // The push that was to be paused is not over yet: it goes on by itself.
      if (!resumed.ok || course?.isRunning === true) return;
    }
    const unsentAtStart = isPaused && course !== null ? Math.max(course.unsentAtStart, unsent) : unsent;
    setCourse({ unsentAtStart, isRunning: true });
    setReport(null);
    let next: Course | null = null;
    try {
      const done = await pushOverPause(tablet);
      if (done.outcome === "paused") next = { unsentAtStart, isRunning: false };
      setReport(done);
    } finally {
      setCourse(next);
      again();
    }
  };
  const pause = async (): Promise<void> => {
    setIsSteered(true);
    setReport(null);
    const paused = await tablet.pauseSending();
    setRefusal(paused.ok ? null : paused.error);
    again();
  };
  return {
    report,
    refusal,
    isRunning: course?.isRunning === true,
    progress: course === null ? null : progressOf(course, unsent),
    isSteered,
    send: () => void send(),
    pause: () => void pause(),
  };
}

/** What is sealed meanwhile makes the way longer, never the part that is done smaller than nothing. */
function progressOf({ unsentAtStart }: Course, unsent: number): { readonly done: number; readonly all: number } {
  const all = Math.max(unsentAtStart, unsent);
  return { done: all - unsent, all };
}

/** A push that was just ending for a pause may answer one that was asked for after it: then it is asked for once more. */
async function pushOverPause(tablet: TabletApi): Promise<PushReport> {
  const report = await tablet.push();
  if (report.outcome !== "paused") return report;
  const { sending } = await tablet.readDelivery();
  return sending.pausedUntilMs === null ? tablet.push() : report;
}
