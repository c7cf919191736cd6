// What every command gets and how it refuses.
import type { Settings } from "../settings.ts";

export interface CommandOptions {
  readonly words: readonly string[];
  readonly demo?: boolean;
  readonly json?: boolean;
  readonly format?: string;
  readonly out?: string;
  readonly lang?: string;
  readonly port?: string;
  readonly edit?: string;
  readonly by?: string;
  readonly refuse?: boolean;
  readonly remark?: string;
}

/** Returns the exit code. */
export type Command = (settings: Settings, options: CommandOptions) => Promise<number>;

/** A command that will not be done: the code is for programs, the message for the operator. Caught in main. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A batch that could not be decided: it stays stored and is tried again. */
export function printFailure(error: unknown): void {
  process.stderr.write(`not-decided: ${error instanceof Error ? error.name : "error"}\n`);
}

/** PostgreSQL's own lines; its warnings matter, its greetings do not. */
export function printDatabaseLine(line: string): void {
  if (/\b(?:ERROR|FATAL|PANIC|WARNING)\b/.test(line)) process.stderr.write(`${line}\n`);
}
