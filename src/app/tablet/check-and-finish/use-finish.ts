// Finishing: what is being written is awaited, then the worker runs the engine again and seals. Once sealed, sending is
// asked for; whether it succeeds is no matter of this screen.
import { useState } from "react";
import { useTablet, type FinishError } from "../../wiring/index.ts";
import { useInterviewStore } from "../interview/use-interview.ts";
import type { OpenInterviewPage } from "../interview/use-opened-interview.ts";

interface Finish {
  readonly isRunning: boolean;
  readonly error: FinishError | { readonly type: "unexpected" } | null;
  readonly run: () => void;
}

export function useFinish(page: OpenInterviewPage, onFinished: () => void): Finish {
  const tablet = useTablet();
  const store = useInterviewStore();
  const [state, setState] = useState<{ isRunning: boolean; error: Finish["error"] }>({ isRunning: false, error: null });

  const run = async (): Promise<void> => {
    setState({ isRunning: true, error: null });
    if (!(await store.settled())) return setState({ isRunning: false, error: { type: "storage-aborted" } });
    const result = await tablet.finishInterview(page.opened.interviewId);
    if (!result.ok) return setState({ isRunning: false, error: result.error });
    void tablet.push().catch(() => undefined);
    onFinished();
  };
  return {
    ...state,
    run: () => {
      if (!state.isRunning) run().catch(() => setState({ isRunning: false, error: { type: "unexpected" } }));
    },
  };
}
