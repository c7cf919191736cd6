// `import FILE…`: batches from a USB medium, exactly once, whatever came by VPN before and whether the server runs or
// not. For the way back it says each tablet's acceptance code and writes the receipts beside the first file (or into
// --out).
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readBundle, type BundleVerdict } from "#protocol";
import type { Language } from "#questionnaire";
import { takeBatch, type BatchDesk } from "../collector/take-batch.ts";
import { codeLines } from "../opener/acceptance-words.ts";
import { judgeAcceptances } from "../opener/judge-acceptance.ts";
import { openWaiting } from "../opener/opener.ts";
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
  const contents = files.map(readCensusFile);
  const place = await openWorkplace(settings, printDatabaseLine);
  try {
    const desk = await openBatchDesk(place);
    let isAllWhole = true;
    const sources = new Set<string>();
    for (const [index, bytes] of contents.entries()) {
      const tally: Tally = { added: 0, known: 0, faulty: 0, codes: new Map(), sources };
      const verdict = await importFile(desk, bytes, tally);
      isAllWhole &&= tally.faulty === 0 && (verdict === "whole" || verdict === "no-trailer");
      print(`${files[index]}: ${verdictSentence(verdict, language)}`);
      print(importSentence(tally, language));
      for (const [code, count] of tally.codes) process.stderr.write(`${code}: ${count}\n`);
    }
    await openAll(place);
    await printCodes(place, [...sources], language);
    const written = await writeReceipts(place, [...sources], out ?? dirname(resolve(first)));
    if (written !== null) print(written);
    return isAllWhole ? 0 : 1;
  } finally {
    await place.close();
  }
};

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

async function openAll(place: Workplace): Promise<void> {
  if (!place.settings.roles.has("opener")) return;
  const opener = await openOpener(place, printFailure);
  try {
    await openWaiting(opener);
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
