// The product's own server as a process of its own, with a data folder of its own: what `npm start` starts.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

const node = join(process.cwd(), "node_modules/.bin/node");

export interface RunningServer {
  readonly origin: string;
  readonly dataDir: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Everything printed so far. */
  readonly output: () => string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** As a power cut would: no handler runs. */
  readonly kill: () => Promise<void>;
  /** `npm run sanaq -- …`, with the same data folder. */
  readonly sanaq: (...words: readonly string[]) => Promise<CommandResult>;
  readonly remove: () => Promise<void>;
}

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function runToEnd(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(node, args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.once("close", (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

/** A server with a demonstration census, already ready. */
export async function createRunningServer(): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "sanaq-e2e-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = { ...process.env, SANAQ_PORT: String(port), SANAQ_HOST: "127.0.0.1", SANAQ_DATA_DIR: dataDir };
  let child: ChildProcess | null = null;
  let printed = "";

  const sanaq = (...words: readonly string[]): Promise<CommandResult> =>
    runToEnd(["src/server/cli/main.ts", ...words], environment);

  const start = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const started = spawn(node, ["src/server/cli/main.ts", "serve"], {
        env: environment,
        stdio: ["ignore", "pipe", "pipe"],
      });
      child = started;
      const before = printed.length;
      const take = (chunk: Buffer): void => {
        printed += chunk.toString();
        if (printed.slice(before).includes(`Sanaq is ready at ${origin}`)) resolve();
      };
      started.stdout.on("data", take);
      started.stderr.on("data", take);
      started.once("close", () => reject(new Error(`the server ended before it was ready:\n${printed}`)));
    });

  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      const running = child;
      child = null;
      if (running === null || running.exitCode !== null || running.signalCode !== null) return resolve();
      // As Ctrl-C in a terminal: the server hears it from the terminal and once more through npm.
      const echo = setTimeout(() => running.kill(signal), 2);
      running.once("close", () => {
        clearTimeout(echo);
        resolve();
      });
      running.kill(signal);
    });

  const created = await sanaq("init", "--demo");
  if (created.code !== 0) throw new Error(`init --demo failed:\n${created.stderr}`);
  printed = created.stdout;
  await start();
  return {
    origin,
    dataDir,
    environment,
    output: () => printed,
    start: () => {
      printed = "";
      return start();
    },
    stop: () => end("SIGINT"),
    kill: () => end("SIGKILL"),
    sanaq,
    remove: async () => {
      await end("SIGTERM");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
