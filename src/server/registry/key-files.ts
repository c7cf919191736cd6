// The collection's keys as files of the data folder, 0600. The folders say who may have them: `collector/` goes to the
// collector's machine and holds no way to open a batch; `opener/` and `offline/` never do.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  exportSigningKey,
  generateSealKey,
  generateSigningKey,
  importSigningKey,
  msToInstant,
  newId,
  PrivateJwk,
  signKeyDocument,
  type KeyDocument,
  type KeyPurpose,
  type Random,
  type SealIdentity,
  type SigningKey,
} from "#protocol";
import { z } from "zod";

const Collection = z.strictObject({ col: z.string(), rootThumbprint: z.string(), keysN: z.int() });

/** What every role knows of the collection. */
export interface CollectionKeys {
  readonly col: string;
  readonly rootThumbprint: string;
  readonly keysN: number;
  /** The signed key document. */
  readonly keysJws: string;
}

export interface OpenerKeys {
  readonly open: SigningKey;
  readonly identityOf: (sealId: string) => SealIdentity | null;
}

const yearMs = 365 * 24 * 3600 * 1000;

function writeSecret(file: string, content: string): void {
  writeFileSync(file, content, { mode: 0o600 });
  chmodSync(file, 0o600);
}

const keyFolder = (dataDir: string): string => join(dataDir, "keys");

export function hasKeys(dataDir: string): boolean {
  return existsSync(join(keyFolder(dataDir), "collection.json"));
}

/** Makes all keys of a new collection. Throws when there are keys already: they are never replaced. */
export async function createKeys(dataDir: string, nowMs: number, random: Random): Promise<CollectionKeys> {
  if (hasKeys(dataDir)) throw new Error("this data folder has keys already");
  const folder = keyFolder(dataDir);
  for (const part of ["collector", "opener", "offline"])
    mkdirSync(join(folder, part), { recursive: true, mode: 0o700 });
  const create = (purpose: KeyPurpose): Promise<SigningKey> => generateSigningKey(purpose, { extractable: true });
  const [root, rcpt, open] = await Promise.all([create("root"), create("rcpt"), create("open")]);
  const [seal, escrow] = await Promise.all([generateSealKey(), generateSealKey()]);
  const from = msToInstant(nowMs - 24 * 3600 * 1000);
  const to = msToInstant(nowMs + 5 * yearMs);
  const col = `kz2021-${newId(random).slice(0, 8)}`;
  const document: KeyDocument = {
    v: 1,
    n: 1,
    col,
    root: root.jwk,
    from,
    to,
    rcpt: [{ kid: rcpt.kid, jwk: rcpt.jwk, from, to }],
    open: [{ kid: open.kid, jwk: open.jwk, from, to }],
    seal: [{ id: "seal-1", recipient: seal.recipient, from, to }],
    esc: { id: "esc-1", recipient: escrow.recipient },
    revoked: [],
    minAlg: ["Ed25519", "ES256"],
  };
  const keysJws = await signKeyDocument(document, root);
  const secretOf = async (key: SigningKey): Promise<string> => JSON.stringify(await exportSigningKey(key));
  writeSecret(join(folder, "offline/root.json"), await secretOf(root));
  writeSecret(join(folder, "offline/esc-1.age"), `${escrow.identity}\n`);
  writeSecret(join(folder, "collector/rcpt.json"), await secretOf(rcpt));
  writeSecret(join(folder, "opener/open.json"), await secretOf(open));
  writeSecret(join(folder, "opener/seal-1.age"), `${seal.identity}\n`);
  writeFileSync(join(folder, "keys.jws"), keysJws);
  const collection = { col, rootThumbprint: root.kid, keysN: document.n };
  // Last: its presence says that the rest is there.
  writeFileSync(join(folder, "collection.json"), JSON.stringify(collection));
  return { ...collection, keysJws };
}

export function readCollection(dataDir: string): CollectionKeys {
  const folder = keyFolder(dataDir);
  const collection = Collection.parse(JSON.parse(readFileSync(join(folder, "collection.json"), "utf8")));
  return { ...collection, keysJws: readFileSync(join(folder, "keys.jws"), "utf8") };
}

async function readSigningKey(file: string, purpose: KeyPurpose): Promise<SigningKey> {
  const key = await importSigningKey(PrivateJwk.parse(JSON.parse(readFileSync(file, "utf8"))), purpose);
  if (!key.ok) throw new Error(`${purpose} key: ${key.error.type}`);
  return key.value;
}

/** The key that signs key documents and questionnaires; null where it is kept elsewhere, as it should be. */
export async function readRootKey(dataDir: string): Promise<SigningKey | null> {
  const file = join(keyFolder(dataDir), "offline/root.json");
  return existsSync(file) ? readSigningKey(file, "root") : null;
}

export function readReceiptKey(dataDir: string): Promise<SigningKey> {
  return readSigningKey(join(keyFolder(dataDir), "collector/rcpt.json"), "rcpt");
}

export async function readOpenerKeys(dataDir: string): Promise<OpenerKeys> {
  const folder = join(keyFolder(dataDir), "opener");
  const open = await readSigningKey(join(folder, "open.json"), "open");
  return {
    open,
    identityOf: (sealId) => {
      const file = join(folder, `${sealId}.age`);
      return /^[a-z0-9-]+$/.test(sealId) && existsSync(file) ? readFileSync(file, "utf8").trim() : null;
    },
  };
}
