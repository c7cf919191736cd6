// The ZIP around an XLSX file: entries out, entries in again without compression. read-excel-file would unpack any
// sheet above 512 kB in a worker started from a blob: address, which our CSP (protocol.md 4.13) forbids, and would
// unpack without limit. So the archive is unpacked here, counted, and handed on stored.
// Reads what spreadsheet programs write: one disk, no encryption, no ZIP64.

/** Why an archive gave no entries. */
export type ZipError = { readonly type: "zip-damaged" } | { readonly type: "zip-too-large" };

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const fileSignature = 0x04034b50;

/** The entries that `wants` names, unpacked; their sizes together may not pass `limitBytes`. Broken archives give null. */
export async function unzip(
  archive: Uint8Array,
  wants: (name: string) => boolean,
  limitBytes: number,
): Promise<readonly ZipEntry[] | ZipError> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const entries: ZipEntry[] = [];
  let left = limitBytes;
  try {
    const end = findEnd(view);
    if (end === null) return { type: "zip-damaged" };
    let at = view.getUint32(end + 16, true);
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      if (view.getUint32(at, true) !== directorySignature) return { type: "zip-damaged" };
      const method = view.getUint16(at + 10, true);
      const packedBytes = view.getUint32(at + 20, true);
      const nameBytes = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameBytes));
      const file = view.getUint32(at + 42, true);
      at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
      if (!wants(name)) continue;
      if (view.getUint32(file, true) !== fileSignature) return { type: "zip-damaged" };
      const start = file + 30 + view.getUint16(file + 26, true) + view.getUint16(file + 28, true);
      if (start + packedBytes > archive.length) return { type: "zip-damaged" };
      const packed = archive.subarray(start, start + packedBytes);
      const bytes = method === 0 ? packed : method === 8 ? await inflate(packed, left) : null;
      if (bytes === null) return { type: "zip-damaged" };
      left -= bytes.length;
      if (left < 0) return { type: "zip-too-large" };
      entries.push({ name, bytes });
    }
  } catch (error) {
    // Offsets beyond the file (RangeError) and broken deflate data (TypeError) are facts about the file.
    if (error instanceof RangeError || error instanceof TypeError) return { type: "zip-damaged" };
    throw error;
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

/** Stops one byte above the limit, which is enough for the caller to see it passed. */
async function inflate(packed: Uint8Array, limitBytes: number): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    total += value.length;
    if (total > limitBytes) {
      await reader.cancel();
      break;
    }
  }
  return concat(chunks, total);
}

/** The entries as an archive without compression, for readers that only need the container. Check sums are left at zero. */
export function zipStored(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = new TextEncoder().encode(name);
    const local = header(30, nameBytes, (view) => {
      view.setUint32(0, fileSignature, true);
      view.setUint16(4, 20, true);
      view.setUint16(6, 0x0800, true);
      view.setUint32(18, bytes.length, true);
      view.setUint32(22, bytes.length, true);
      view.setUint16(26, nameBytes.length, true);
    });
    const at = offset;
    directory.push(
      header(46, nameBytes, (view) => {
        view.setUint32(0, directorySignature, true);
        view.setUint16(4, 20, true);
        view.setUint16(6, 20, true);
        view.setUint16(8, 0x0800, true);
        view.setUint32(20, bytes.length, true);
        view.setUint32(24, bytes.length, true);
        view.setUint16(28, nameBytes.length, true);
        view.setUint32(42, at, true);
      }),
    );
    files.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.length, 0);
  const end = header(22, new Uint8Array(), (view) => {
    view.setUint32(0, endSignature, true);
    view.setUint16(8, entries.length, true);
    view.setUint16(10, entries.length, true);
    view.setUint32(12, directoryBytes, true);
    view.setUint32(16, offset, true);
  });
  return concat([...files, ...directory, end], offset + directoryBytes + end.length);
}

function header(length: number, name: Uint8Array, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length + name.length);
  fill(new DataView(bytes.buffer));
  bytes.set(name, length);
  return bytes;
}

function concat(chunks: readonly Uint8Array[], total: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
