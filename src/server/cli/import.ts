// `import FILE…`: batches from a USB medium, exactly once, whatever came by VPN before and whether the server runs or
// not. For the way back it says each tablet's acceptance code and writes the receipts beside the first file (or into
// --out); what a running server is just opening it waits for, within bounds.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readBundle, type BundleVerdict } from "#protocol";
import type { Language } from "#questionnaire";
import { takeBatch, type BatchDesk } from "../collector/take-batch.ts";
import { codeLines } from "../opener/acceptance-words.ts";
import { judgeAcceptances } from "../opener/judge-acceptance.ts";
import { openBesideOthers } from "../opener/open-beside-others.ts";
import { readBatchesOf } from "../store/acceptance-store.ts";
import { readBatches } from "../store/batch-store.ts";
import { openBatchDesk, openOpener, openWorkplace, type Workplace } from "../workplace.ts";
import { print, printDatabaseLine, printFailure, Refusal, type Command } from "./command.ts";
import { importSentence, importLanguage, verdictSentence } from "./import-words.ts";

interface Tally {
  added: number;
  known: number;
  faulty: number;
  readonly codes: Map<string, number>;
  readonly sources: Set<string>;
}

export const runImport: Command = async (settings, { words: files, out, lang }) => {
  const [first] = files;
  if (first === undefined) throw new Refusal("no-file", "name at least one .census file");
  const language = importLanguage(lang);
  const contents = files.map((name) => ({ name, bytes: readCensusFile(name) }));
  const place = await openWorkplace(settings, printDatabaseLine);
  try {
    return await importInto(place, { files: contents, out: out ?? dirname(resolve(first)), language, wait });
  } finally {
    await place.close();
  }
};

export interface ImportOrder {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The folder of the receipts. */
  readonly out: string;
  readonly language: Language;
  readonly wait: (ms: number) => Promise<void>;
}

/** Prints what became of each file and the codes; returns the exit code. Waits for batches that another opens now. */
export async function importInto(place: Workplace, { files, out, language, wait }: ImportOrder): Promise<number> {
  const desk = await openBatchDesk(place);
  let isAllWhole = true;
  const tablets = new Set<string>();
  for (const { name, bytes } of files) {
    const tally: Tally = { added: 0, known: 0, faulty: 0, codes: new Map(), sources: tablets };
    const verdict = await importFile(desk, bytes, tally);
    isAllWhole &&= tally.faulty === 0 && (verdict === "whole" || verdict === "no-trailer");
    print(`${name}: ${verdictSentence(verdict, language)}`);
    print(importSentence(tally, language));
    for (const [code, count] of tally.codes) process.stderr.write(`${code}: ${count}\n`);
  }
  const sources = [...tablets];
  await openAll(place, sources, wait);
  await printCodes(place, sources, language);
  const written = await writeReceipts(place, sources, out);
  if (written !== null) print(written);
  return isAllWhole ? 0 : 1;
}

function readCensusFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Refusal("file-unreadable", `cannot read ${file}`);
  }
}

async function importFile(desk: BatchDesk, bytes: Uint8Array, tally: Tally): Promise<BundleVerdict> {
  const bundle = await readBundle(bytes, desk.deviceKeys);
  for (const batch of bundle.batches) {
    const taken = await takeBatch(desk, batch, "usb");
    if (!taken.ok) {
      tally.faulty += 1;
      tally.codes.set(taken.error.type, (tally.codes.get(taken.error.type) ?? 0) + 1);
      continue;
    }
    tally.sources.add(taken.value.sourceId);
    if (taken.value.isNew) tally.added += 1;
    else tally.known += 1;
  }
  return bundle.verdict;
}

async function openAll(place: Workplace, sources: readonly string[], wait: ImportOrder["wait"]): Promise<void> {
  if (!place.settings.roles.has("opener")) return;
  const opener = await openOpener(place, printFailure);
  try {
    await openBesideOthers(opener, sources, wait);
  } finally {
    opener.worker.stop();
  }
}

/** For each tablet in the files the eight digits, or why there are none. */
async function printCodes(place: Workplace, sources: readonly string[], language: Language): Promise<void> {
  if (sources.length === 0) return;
  const hasOpener = place.settings.roles.has("opener");
  const batches = await readBatchesOf(place.database, sources);
  const acceptances = judgeAcceptances(batches);
  for (const line of codeLines(hasOpener ? acceptances : null, language)) print(line);
}

/** Every receipt of the tablets in the files: the newest word on each batch. */
async function writeReceipts(place: Workplace, sources: readonly string[], folder: string): Promise<string | null> {
  const lines: string[] = [];
  for (const source of sources) {
    for (const { decidedReceipt, storedReceipt } of await readBatches(place.database, source)) {
      const receipt = decidedReceipt ?? storedReceipt;
      if (receipt !== null) lines.push(receipt);
    }
  }
  if (lines.length === 0) return null;
  const stamp = new Date(place.nowMs()).toISOString().replaceAll(/[-:]/g, "").slice(0, 15);
  const file = join(folder, `receipts-${stamp}.jsonl`);
  try {
    writeFileSync(file, `${lines.join("\n")}\n`);
  } catch {
    throw new Refusal("receipts-not-written", `the batches are taken; the receipts could not be written to ${folder}`);
  }
  return file;
}
