// Our own launcher of a real PostgreSQL in the data folder: a unix socket in a short private folder, no TCP, fsync on.
// PostgreSQL refuses to run as root; then it runs in a user namespace of its own, where it is nobody while the files
// stay root's. One postmaster serves the server and the command line; whoever started it ends it.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import { findPostgres, type PostgresBinaries } from "./postgres-binaries.ts";

export interface EmbeddedPostgres {
  /** For pg: the socket's folder as host. */
  readonly host: string;
  readonly port: number;
  /** False when another process of ours runs it. */
  readonly isOwn: boolean;
  /** Ends it if it is own; waits for the shutdown checkpoint. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly binaries?: PostgresBinaries;
  /** True where the process that runs a found postmaster is itself alive: then it is left to it. */
  readonly isRunByOther: () => boolean;
  readonly onLine: (line: string) => void;
}

const port = 5432;
const startDeadlineMs = 60_000;

/** A program and its arguments, lowered from root where that is needed. */
function lowered(program: string, args: readonly string[]): readonly [string, readonly string[]] {
  const isRoot = platform() !== "win32" && process.getuid?.() === 0;
  return isRoot ? ["unshare", ["-U", "--", program, ...args]] : [program, args];
}

interface Running {
  readonly pid: number;
  readonly socketDir: string;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** True for a live process that is a postmaster: a number in an old file may have become anybody's. */
function isPostmaster(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const name = `/proc/${pid}/comm`;
  return !existsSync(name) || readFileSync(name, "utf8").startsWith("postgres");
}

function readPidFile(clusterDir: string): Running | null {
  const file = join(clusterDir, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const socketDir = lines[4] ?? "";
  return Number.isInteger(pid) && socketDir !== "" ? { pid, socketDir } : null;
}

function canConnect(socketDir: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(socketDir, `.s.PGSQL.${port}`));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function runToEnd(program: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const [command, rest] = lowered(program, args);
    const child = spawn(command, rest, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const take = (chunk: Buffer): void => void (said += chunk.toString());
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${said}`)),
    );
  });
}

async function createCluster(clusterDir: string, { initdb, environment }: PostgresBinaries): Promise<void> {
  mkdirSync(clusterDir, { recursive: true, mode: 0o700 });
  const args = ["-D", clusterDir, "-U", "sanaq", "-A", "trust", "-E", "UTF8", "--locale=C", "--data-checksums"];
  try {
    await runToEnd(initdb, args, { ...process.env, ...environment });
  } catch (failure) {
    rmSync(clusterDir, { recursive: true, force: true });
    throw failure;
  }
}

/** Resolves when the postmaster says it accepts connections. */
function waitUntilReady(child: ChildProcess, onLine: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Error("PostgreSQL did not start within a minute")), startDeadlineMs);
    const done = (then: () => void): void => {
      clearTimeout(tooLong);
      then();
    };
    let held = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      held += chunk.toString();
      const lines = held.split("\n");
      held = lines.pop() ?? "";
      for (const line of lines) {
        onLine(line);
        if (line.includes("ready to accept connections")) done(resolve);
      }
    });
    child.once("error", (error) => done(() => reject(error)));
    child.once("exit", (code) => done(() => reject(new Error(`PostgreSQL ended with ${code} before it was ready`))));
  });
}

function endOf(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(look);
      resolve();
    }, 20);
  });
}

/** Starts it, or finds it running. Throws with PostgreSQL's own words when it cannot. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const clusterDir = join(options.dataDir, "postgres");
  const binaries = options.binaries ?? findPostgres(join(options.dataDir, "postgres-libraries"));
  if (!existsSync(join(clusterDir, "PG_VERSION"))) await createCluster(clusterDir, binaries);

  const running = readPidFile(clusterDir);
  if (running !== null && isPostmaster(running.pid) && (await canConnect(running.socketDir))) {
    return adopt(running, options.isRunByOther());
  }
  // A dead postmaster's file PostgreSQL judges itself; only a number that became another program's stands in its way.
  if (running !== null && isAlive(running.pid) && !isPostmaster(running.pid)) {
    rmSync(join(clusterDir, "postmaster.pid"), { force: true });
  }
  return launch(clusterDir, binaries, options.onLine);
}

/** A postmaster whose starter died is ours from now on. */
function adopt({ pid, socketDir }: Running, isOthers: boolean): EmbeddedPostgres {
  return {
    host: socketDir,
    port,
    isOwn: !isOthers,
    stop: async () => {
      if (isOthers || !isAlive(pid)) return;
      process.kill(pid, "SIGINT");
      await endOf(pid);
      rmSync(socketDir, { recursive: true, force: true });
    },
  };
}

async function launch(
  clusterDir: string,
  binaries: PostgresBinaries,
  onLine: (line: string) => void,
): Promise<EmbeddedPostgres> {
  const socketDir = mkdtempSync(join(tmpdir(), "sanaq-pg-"));
  const settings = {
    listen_addresses: "",
    unix_socket_directories: socketDir,
    port: String(port),
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    max_connections: "40",
    logging_collector: "off",
    log_min_messages: "warning",
  };
  const args = ["-D", clusterDir, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const [command, rest] = lowered(binaries.postgres, args);
  // A group of its own: Ctrl-C reaches us alone, and we end it in order.
  const child = spawn(command, rest, {
    env: { ...process.env, ...binaries.environment },
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  await waitUntilReady(child, onLine);
  return {
    host: socketDir,
    port,
    isOwn: true,
    stop: () =>
      new Promise((resolve) => {
        const finish = (): void => {
          rmSync(socketDir, { recursive: true, force: true });
          resolve();
        };
        if (child.exitCode !== null || child.signalCode !== null) return finish();
        child.once("exit", finish);
        child.kill("SIGINT");
      }),
  };
}
