// Installed questionnaires: signed files in the data folder, one for each version that was ever put in place. None is
// ever taken away: forms of an earlier version still come. Each is verified whenever it is read.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import {
  sha256,
  verifyInstrument,
  verifyKeyDocument,
  type InstalledFile,
  type KeyDocument,
  type SignedInstrument,
} from "#protocol";
import type { CollectionKeys } from "./key-files.ts";

export interface InstalledInstrument {
  /** SHA-256 of the signed line. */
  readonly sha: string;
  readonly instrument: SignedInstrument;
}

export interface InstalledInstruments {
  readonly instruments: readonly InstalledInstrument[];
  /** Names of files that did not verify. They are left where they are and not used. */
  readonly faulty: readonly string[];
}

const ending = ".instrument.jws";
const folderOf = (dataDir: string): string => join(dataDir, "instruments");

const shaOf = (text: string): Promise<string> => sha256(new TextEncoder().encode(text));

/** The verified key document of the collection. Throws where the data folder contradicts itself. */
export async function readKeyDocument({ keysJws, rootThumbprint, keysN }: CollectionKeys): Promise<KeyDocument> {
  const document = await verifyKeyDocument(keysJws, rootThumbprint, keysN);
  if (!document.ok) throw new Error(`the key document of the data folder: ${document.error.type}`);
  return document.value;
}

/** In no particular order; empty where nothing was ever installed. */
export async function readInstruments(dataDir: string, document: KeyDocument): Promise<InstalledInstruments> {
  const folder = folderOf(dataDir);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
  const instruments: InstalledInstrument[] = [];
  const faulty: string[] = [];
  for (const name of names) {
    const line = readFileSync(join(folder, name), "utf8").trimEnd();
    const verified = await verifyInstrument(line, { document, installed: [] });
    if (verified.ok) instruments.push({ sha: await shaOf(line), instrument: verified.value });
    else faulty.push(name);
  }
  return { instruments, faulty };
}

/** What `verifyInstrument` compares with. */
export async function installedFiles(instruments: readonly InstalledInstrument[]): Promise<readonly InstalledFile[]> {
  const files = instruments.flatMap(({ instrument }) => instrument.files);
  return Promise.all(files.map(async ({ id, version, text }) => ({ id, version, sha: await shaOf(text) })));
}

/** Puts a verified line in place: whole or not at all. Returns the file. */
export async function storeInstrument(dataDir: string, line: string, version: number): Promise<string> {
  const folder = folderOf(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `v${version}-${(await shaOf(line)).slice(0, 12)}${ending}`);
  const open = openSync(`${file}.part`, "w", 0o600);
  try {
    writeSync(open, `${line}\n`);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
  renameSync(`${file}.part`, file);
  return file;
}
