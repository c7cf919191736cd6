// The one file in plain JavaScript: it runs under whatever Node is there (20.19 or later), installs what is missing,
// builds what is older than its sources, and hands over to the Node that the packages carry.
import { spawnSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const onWindows = process.platform === "win32";
const bin = join(root, "node_modules", ".bin");
const environment = { ...process.env, PATH: `${bin}${onWindows ? ";" : ":"}${process.env.PATH ?? ""}` };

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/** Runs to the end with our own terminal; returns the exit code. */
function run(command, args, options = {}) {
  const done = spawnSync(command, args, { stdio: "inherit", env: environment, shell: onWindows, ...options });
  return done.status ?? 1;
}

function newestMs(paths) {
  let newest = 0;
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) continue;
    newest = Math.max(newest, found.mtimeMs);
    if (found.isDirectory()) {
      for (const file of readdirSync(path, { recursive: true })) {
        if (file.includes("paraglide")) continue;
        newest = Math.max(newest, statSync(join(path, file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
      }
    }
  }
  return newest;
}

function install() {
  const mark = join("node_modules", ".package-lock.json");
  const isThere = existsSync(mark) && statSync(mark).mtimeMs >= statSync("package-lock.json").mtimeMs;
  if (isThere && existsSync(join(bin, onWindows ? "node.cmd" : "node"))) return;
  say("Installing packages…");
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  if (run("npm", ["ci", ...quiet], { stdio: "ignore" }) === 0) return;
  // `npm ci` refuses a lock file that lacks an optional package of another platform, which registries publish late.
  // This takes the same versions with the same integrity from the lock file, and changes nothing in it.
  if (run("npm", ["install", "--no-save", ...quiet]) !== 0) fail("npm could not install the packages: see above.");
}

/** The Node of the packages; the one that runs us where this platform has none there. */
function ownNode() {
  const carried = join(bin, onWindows ? "node.cmd" : "node");
  if (existsSync(carried)) return carried;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  fail("No Node 24 comes with the packages for this platform: install Node 24 and try again.");
}

function build() {
  const sources = ["src", "sw", "public", "index.html", "vite.config.ts", "package-lock.json"];
  const page = statSync(join("dist", "index.html"), { throwIfNoEntry: false });
  if (page !== undefined && page.mtimeMs >= newestMs(sources)) return;
  say("Building the tablet's pages…");
  if (run(ownNode(), [join("node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "warn"]) !== 0)
    fail("The build failed: see above.");
}

function sanaq(words) {
  return run(ownNode(), [join("src", "server", "cli", "main.ts"), ...words]);
}

/** Starts the server and passes the signals on; the server ends everything it started. */
function serve() {
  const child = spawn(ownNode(), [join("src", "server", "cli", "main.ts"), "serve"], {
    stdio: "inherit",
    env: environment,
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code) => process.exit(code ?? 1));
}

function start() {
  install();
  build();
  const dataDir = resolve(process.env.SANAQ_DATA_DIR ?? "./data");
  if (!existsSync(join(dataDir, "keys", "collection.json"))) {
    if (process.env.NODE_ENV === "production") fail("not-initialised: run `npm run sanaq -- init` first.");
    if (sanaq(["init", "--demo"]) !== 0) fail("The demonstration census could not be created: see above.");
  }
  serve();
}

const chromiumNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function findChromium() {
  if (process.env.SANAQ_CHROMIUM !== undefined) return process.env.SANAQ_CHROMIUM;
  for (const name of chromiumNames) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  const onMac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return existsSync(onMac) ? onMac : null;
}

/** Debian's package when we are root; false where that is not to be had. */
function installPackage(name) {
  if (process.getuid?.() !== 0 || spawnSync("sh", ["-c", "command -v apt-get"]).status !== 0) return false;
  say(`Installing ${name}…`);
  const quiet = { stdio: ["ignore", "ignore", "inherit"] };
  run("apt-get", ["update", "-qq"], quiet);
  return run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], quiet) === 0;
}

function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  installPackage("chromium");
  return (
    findChromium() ??
    fail("The tests need a Chromium: install the package `chromium`, or set SANAQ_CHROMIUM to its path.")
  );
}

/** The store is tested on the package's PostgreSQL and on Debian's. */
function ensurePostgres() {
  const isThere = () => existsSync("/usr/lib/postgresql") && readdirSync("/usr/lib/postgresql").length > 0;
  if (!isThere()) installPackage("postgresql");
  if (!isThere()) fail("The tests need Debian's PostgreSQL beside the packaged one: install the package `postgresql`.");
}

/** Counts of a finished test run; a run that left no report counts as one failure. */
function counts(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function test() {
  install();
  environment.SANAQ_CHROMIUM = ensureChromium();
  ensurePostgres();
  build();
  const results = "test-results";
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const node = ownNode();
  // The browser's tests by themselves: two cores do not carry them beside the others.
  const groups = [
    { sentence: "Unit, property, contract and build tests…", projects: ["--project", "unit", "--project", "contract"] },
    { sentence: "Component tests in Chromium…", projects: ["--project", "browser"] },
  ];
  const runs = groups.map(({ sentence, projects }, index) => {
    say(sentence);
    const file = join(results, `vitest-${index}.json`);
    const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const vitest = join("node_modules", "vitest", "vitest.mjs");
    const code = run(node, [vitest, "run", "--config", "tests/vitest.config.ts", ...projects, ...report]);
    const { passed, failed } = counts(file, ({ numPassedTests, numFailedTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
    }));
    return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
  });
  say("End-to-end tests…");
  const e2eCode = run(node, [
    join("node_modules", "@playwright", "test", "cli.js"),
    "test",
    "--config",
    "tests/e2e/playwright.config.ts",
  ]);
  const endToEnd = counts(join(results, "e2e.json"), ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));
  const passed = runs.reduce((sum, one) => sum + one.passed, endToEnd.passed);
  const failed = runs.reduce((sum, one) => sum + one.failed, Math.max(endToEnd.failed, e2eCode === 0 ? 0 : 1));
  say(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

const [task, ...words] = process.argv.slice(2);
switch (task) {
  case "start":
    start();
    break;
  case "test":
    test();
    break;
  case "sanaq":
    install();
    process.exit(sanaq(words));
    break;
  default:
    fail("usage: node tools/bootstrap.mjs start | test | sanaq COMMAND");
}
