// The file for the USB medium: every batch that is not accepted yet, byte for byte as it was sealed. Nothing changes
// state by being exported; only the Department's word does.
import { sha256, base64UrlToBytes, writeBundle } from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import { readSpeaker, type ExchangePorts } from "./exchange.ts";
import type { StorageError } from "./errors.ts";
import { markEntryExported, type OutboxEntry } from "./outbox.ts";
import type { Clock, Outbox } from "./ports.ts";

export interface BundleFile {
  /** `sanaq-<first 8 of dev>-<from>-<to>.census`: names no institution. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly seqs: readonly number[];
  readonly forms: number;
  readonly lists: number;
  /** Open batches after the last one in the file: what the next part begins with. */
  readonly left: number;
  /** Eight hexadecimal digits of the file's SHA-256, `7F3A-91C0`. */
  readonly checkCode: string;
}

/** A part of what is open, for a medium with too little room for all of it. */
export interface BundlePart {
  /** Only batches after this one; 0 = from the first. */
  readonly afterSeq: number;
  /** At most so many bytes of batches, yet always one whole batch. */
  readonly maxBytes: number;
}

/** How far the reading of the batches is. */
export interface BundleProgress {
  readonly done: number;
  readonly all: number;
}

export type BundleError =
  | StorageError
  | { readonly type: "not-enrolled" }
  | { readonly type: "nothing-to-export" }
  /** A batch in storage is no batch file any more; the code is the protocol's. */
  | { readonly type: "batch-damaged"; readonly code: string };

/** Everything not yet accepted, by rising seq; or as much of it as the part asks for. `onProgress` hears of each batch. */
export async function exportBundle(
  ports: Pick<ExchangePorts, "identity" | "deviceKey" | "keys" | "outbox">,
  part: BundlePart | null = null,
  onProgress: (progress: BundleProgress) => void = () => undefined,
): Promise<Result<BundleFile, BundleError>> {
  const speaker = await readSpeaker(ports);
  if (!speaker.ok) return speaker;
  const entries = await ports.outbox.readEntries();
  if (!entries.ok) return entries;
  const waiting = entries.value.filter(({ state, seq }) => state !== "accepted" && seq > (part?.afterSeq ?? 0));
  const open = firstWithin(waiting, part?.maxBytes ?? Number.POSITIVE_INFINITY);
  if (open.length === 0) return err({ type: "nothing-to-export" });
  const files: Uint8Array[] = [];
  for (const { seq } of open) {
    const file = await ports.outbox.readFile(seq);
    if (!file.ok) return file;
    if (file.value === null) return err({ type: "batch-damaged", code: "batch-unknown" });
    files.push(file.value);
    onProgress({ done: files.length, all: open.length });
  }
  const { identity, device } = speaker.value;
  const bundle = await writeBundle(files, identity.dev, device);
  if (!bundle.ok) return err({ type: "batch-damaged", code: bundle.error.type });
  return ok({
    fileName: bundle.value.fileName,
    bytes: bundle.value.bytes,
    seqs: open.map(({ seq }) => seq),
    forms: open.reduce((sum, { forms }) => sum + forms.length, 0),
    lists: open.filter(({ kind }) => kind === "list").length,
    left: waiting.length - open.length,
    checkCode: await checkCodeOf(bundle.value.bytes),
  });
}

function firstWithin(entries: readonly OutboxEntry[], maxBytes: number): readonly OutboxEntry[] {
  let bytes = 0;
  const end = entries.findIndex(({ fileBytes }, place) => {
    bytes += fileBytes;
    return place > 0 && bytes > maxBytes;
  });
  return end === -1 ? entries : entries.slice(0, end);
}

/** The batches lie on a medium now: "on USB, not confirmed". */
export async function markExported(
  ports: { readonly outbox: Outbox; readonly clock: Clock; readonly onChange: () => void },
  seqs: readonly number[],
): Promise<Result<true, StorageError>> {
  const atMs = ports.clock.nowMs();
  const written = await ports.outbox.updateEntries(seqs, (entry) => markEntryExported(entry, atMs));
  if (!written.ok) return written;
  if (written.value > 0) ports.onChange();
  return ok(true);
}

/** What two people compare on two screens: the first four bytes of the file's SHA-256. */
export async function checkCodeOf(bytes: Uint8Array): Promise<string> {
  const hash = base64UrlToBytes(await sha256(bytes)) ?? new Uint8Array();
  const digits = [...hash.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${digits.slice(0, 4)}-${digits.slice(4)}`.toUpperCase();
}
