// Keeps the opener going in a server: at every stored batch, and now and then for what another process stored.
import { openWaiting, type OpenerFacts } from "./opener.ts";

export interface OpenerLoop {
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
}

const lookAgainMs = 5_000;

export function runOpener(facts: OpenerFacts): OpenerLoop {
  let isStopped = false;
  let isWanted = false;
  let running: Promise<void> | null = null;
  const work = async (): Promise<void> => {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await openWaiting(facts);
      } catch (error) {
        facts.onFailure(error);
      }
    }
  };
  const wake = (): void => {
    isWanted = true;
    running ??= work().finally(() => (running = null));
  };
  const timer = setInterval(wake, lookAgainMs);
  wake();
  return {
    wake,
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
      facts.worker.stop();
    },
  };
}
