// The opener's hold on its opening process: 512 MiB, 30 s a batch, a new one after any trouble.
import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { OpeningMessage } from "./opening-process.ts";
import type { Opening, OpeningTask } from "./opening.ts";

export interface OpeningWorker {
  /** What the process found; a batch that breaks or outlasts it is refused as too large. */
  readonly open: (task: OpeningTask) => Promise<Opening>;
  readonly stop: () => void;
}

const taskLimitMs = 30_000;

export function createOpeningWorker(): OpeningWorker {
  let child: ChildProcess | null = null;
  let number = 0;

  const startedChild = (): ChildProcess => {
    child ??= fork(join(import.meta.dirname, "opening-process.ts"), [], {
      execArgv: ["--max-old-space-size=512"],
      env: { PATH: process.env["PATH"] ?? "" },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    return child;
  };
  const drop = (broken: ChildProcess): void => {
    if (child === broken) child = null;
    broken.kill("SIGKILL");
  };

  return {
    open: (task) =>
      new Promise((resolve) => {
        const process = startedChild();
        const own = ++number;
        const finish = (opening: Opening): void => {
          clearTimeout(tooLong);
          process.off("message", onMessage);
          process.off("exit", onExit);
          resolve(opening);
        };
        const onMessage = (message: OpeningMessage): void => {
          if (message.number === own) finish(message.opening);
        };
        const onExit = (): void => {
          drop(process);
          finish({ type: "refused", code: "too-large" });
        };
        const tooLong = setTimeout(onExit, taskLimitMs);
        process.on("message", onMessage);
        process.once("exit", onExit);
        process.send({ number: own, task });
      }),
    stop: () => child?.kill(),
  };
}
