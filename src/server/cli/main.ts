// The command line (README, "Commands"). Exit 0 done, 1 refused with a typed code on stderr, 2 usage.
import { parseArgs } from "node:util";
import { readSettings } from "../settings.ts";
import { runEnrolCode } from "./enrol-code.ts";
import { runExport } from "./export.ts";
import { runFindings } from "./findings.ts";
import { runImport } from "./import.ts";
import { runInit } from "./init.ts";
import { runInstrument } from "./instrument.ts";
import { runOpen } from "./open.ts";
import { runPermit } from "./permit.ts";
import { runServe } from "./serve.ts";
import { runStatus } from "./status.ts";
import { Refusal, type Command, type CommandOptions } from "./command.ts";

const commands: Readonly<Record<string, Command>> = {
  init: runInit,
  serve: runServe,
  import: runImport,
  export: runExport,
  status: runStatus,
  findings: runFindings,
  permit: runPermit,
  open: runOpen,
  "enrol-code": runEnrolCode,
  instrument: runInstrument,
};

const usage = `usage: npm run sanaq -- COMMAND
  init [--demo]                    creates keys and database in the data folder
  serve                            runs the server
  import FILE... [--out DIR]       takes .census files in, writes receipts-*.jsonl
         [--lang kk|ru|en]
  export --format csv --out DIR    one row per person, and a codebook
  findings --out DIR               what only the Department can see: over persons,
                                   households, institutions and tablets
  permit FORM --edit E --by NAME   the decision on a critical edit
         [--refuse] [--remark TEXT]
  status [--json]                  counts per institution and tablet
  open                             unseals what waits, once
  enrol-code INSTITUTION           a new enrolment link
  instrument COMMAND               check, print, preview, sign, install a questionnaire
`;

function parse(words: readonly string[]): CommandOptions | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        demo: { type: "boolean" },
        json: { type: "boolean" },
        format: { type: "string" },
        out: { type: "string" },
        lang: { type: "string" },
        port: { type: "string" },
        edit: { type: "string" },
        by: { type: "string" },
        refuse: { type: "boolean" },
        remark: { type: "string" },
      },
    });
    return { ...values, words: positionals };
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const [name = "", ...words] = process.argv.slice(2);
  const options = parse(words);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || options === null) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    return await command(readSettings(process.env), options);
  } catch (error) {
    const [code, text] = error instanceof Refusal ? [error.code, error.message] : ["unexpected", String(error)];
    process.stderr.write(`${code}: ${text}\n`);
    return 1;
  }
}

process.exitCode = await main();
