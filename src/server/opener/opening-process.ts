// The process that holds opened batches: no network, no database, little memory. It is told one task at a time and
// says what it found; the opener ends it when it takes too long.
import { openTask, type Opening, type OpeningTask } from "./opening.ts";

export interface TaskMessage {
  readonly number: number;
  readonly task: OpeningTask;
}

export interface OpeningMessage {
  readonly number: number;
  readonly opening: Opening;
}

// Only our own opener speaks on this channel, with values of these types.
process.on("message", (message: TaskMessage) => {
  void openTask(message.task).then((opening) => {
    const answer: OpeningMessage = { number: message.number, opening };
    process.send?.(answer);
  });
});
process.on("disconnect", () => process.exit(0));
