// `npm run check`: everything that can be said of the sources without running the product. Each step names itself; all
// run, and one that fails fails the whole.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const bin = (name: string): string => join("node_modules", ".bin", name);

const steps: readonly (readonly [string, string, readonly string[]])[] = [
  ["pages", process.execPath, [join("node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "error"]],
  ["types", process.execPath, [bin("tsc"), "-b"]],
  ["lint and dependency rule", bin("oxlint"), ["--type-aware", "--deny-warnings"]],
  ["format", bin("oxfmt"), ["--check", "."]],
  ["rules of the specifications", process.execPath, ["tools/check-rules.ts"]],
  ["bundle budgets", process.execPath, ["tools/check-bundle.ts"]],
  ["lock file", process.execPath, ["tools/check-supply.ts"]],
  ["unused code", bin("knip"), []],
];

let failed = 0;
for (const [name, command, args] of steps) {
  if (!existsSync(command)) throw new Error(`${command} is missing: run npm ci`);
  const done = spawnSync(command, args, { stdio: "pipe", encoding: "utf8" });
  const isGood = done.status === 0;
  process.stdout.write(`${isGood ? "ok    " : "FAILED"} ${name}\n`);
  if (!isGood) {
    failed += 1;
    process.stdout.write(`${done.stdout}${done.stderr}\n`);
  }
}
process.exit(failed === 0 ? 0 : 1);
