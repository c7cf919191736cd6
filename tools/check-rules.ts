// Compares the numbered rules of the specifications with the test titles that carry them.
// A rule without a test, and a test with an unknown number, both fail.
import { globSync, readFileSync } from "node:fs";

interface Specification {
  readonly file: string;
  readonly prefix: string;
}

const specifications: readonly Specification[] = [
  { file: "src/protocol/SPEC.md", prefix: "SY" },
  { file: "src/questionnaire/LANGUAGE.md", prefix: "QL" },
];

const testFiles = globSync("tests/**/*.test.{ts,tsx}").concat(globSync("tests/e2e/**/*.spec.ts"));
const filesByRule = new Map<string, string[]>();
for (const file of testFiles) {
  for (const title of readFileSync(file, "utf8").matchAll(/\[((?:[A-Z]{2}\d+)(?:[ ,]+[A-Z]{2}\d+)*)\]/g)) {
    for (const rule of (title[1] ?? "").split(/[ ,]+/)) {
      filesByRule.set(rule, [...(filesByRule.get(rule) ?? []), file]);
    }
  }
}

const problems: string[] = [];
let ruleCount = 0;
for (const { file, prefix } of specifications) {
  const stated = [
    ...readFileSync(file, "utf8").matchAll(new RegExp(`^\\s*(?:[-*|] *)?\\**(${prefix}\\d+)\\**\\b`, "gm")),
  ];
  const rules = stated.map((match) => match[1] ?? "");
  ruleCount += rules.length;
  if (rules.length === 0) problems.push(`${file}: states no rule ${prefix}1, ${prefix}2, …`);
  for (const rule of new Set(rules)) {
    if (rules.filter((other) => other === rule).length > 1) problems.push(`${file}: ${rule} is stated twice`);
    if (!filesByRule.has(rule)) problems.push(`${file}: ${rule} has no test`);
  }
  for (const [rule, files] of filesByRule) {
    if (rule.startsWith(prefix) && /^\d+$/.test(rule.slice(prefix.length)) && !rules.includes(rule)) {
      problems.push(`${files[0]}: tests ${rule}, which ${file} does not state`);
    }
  }
}

if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exit(1);
}
process.stdout.write(`rules: ${ruleCount} stated, each with a test\n`);
