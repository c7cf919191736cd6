// Budgets of what a tablet loads, and strings that must not have leaked into a bundle.
// Sizes are gzip; the budgets are those of the speed section of the first issue, hard limits included.
import { globSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

interface Budget {
  readonly name: string;
  readonly files: readonly string[];
  readonly limitKb: number;
  readonly forbidden: readonly string[];
}

function gzipKb(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length / 1024;
}

/** The entry script of the page and everything it imports before the first screen paints. */
function firstRouteFiles(): readonly string[] {
  const html = readFileSync("dist/index.html", "utf8");
  const scripts = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => `dist/${match[1]}`);
  const seen = new Set<string>();
  const queue = [...scripts];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const code = readFileSync(file, "utf8");
    const folder = file.slice(0, file.lastIndexOf("/"));
    for (const match of code.matchAll(/(?:import|export)\s*(?:[^"'()]*?from\s*)?["'](\.\/[^"']+\.js)["']/g)) {
      queue.push(`${folder}/${(match[1] ?? "").slice(2)}`);
    }
  }
  return [...seen];
}

const everyScript = globSync("dist/**/*.js");
const budgets: readonly Budget[] = [
  { name: "first route", files: firstRouteFiles(), limitKb: 150, forbidden: ["AGE-SECRET-KEY-PQ-1", "node:fs"] },
  { name: "service worker", files: ["dist/sw.js"], limitKb: 40, forbidden: ["react-dom", "node:fs", "createRoot"] },
  { name: "whole tablet", files: everyScript, limitKb: 900, forbidden: ["node:fs", "TEST-ONLY-KEY"] },
];

const problems: string[] = [];
for (const { name, files, limitKb, forbidden } of budgets) {
  const sizeKb = files.reduce((sum, file) => sum + gzipKb(file), 0);
  process.stdout.write(`${name}: ${sizeKb.toFixed(1)} kB gzip of ${limitKb} (${files.length} files)\n`);
  if (files.length === 0) problems.push(`${name}: nothing was built`);
  if (sizeKb > limitKb) problems.push(`${name}: ${sizeKb.toFixed(1)} kB is over the budget of ${limitKb} kB`);
  for (const file of files) {
    // The service worker lists the tablet's files by name; a name is not what it names.
    const code = readFileSync(file, "utf8").replaceAll(/"url":"[^"]*"/g, "");
    for (const text of forbidden) if (code.includes(text)) problems.push(`${file}: contains "${text}"`);
  }
}

if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exit(1);
}
