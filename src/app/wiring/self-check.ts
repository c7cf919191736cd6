// What a tablet must be able to do before it is trusted with answers: keep them, have room for them, tell the time.

export interface SelfCheck {
  /** The browser promised not to clear the data by itself. */
  readonly isPersisted: boolean;
  /** A reserve file of 64 MB could be written whole; the browser's own figure for free space is a constant. */
  readonly hasRoom: boolean;
  /** Not set back to before the census: the only thing that can be told without the server's time. */
  readonly isClockPlausible: boolean;
}

const probeBytes = 64 * 2 ** 20;
const pieceBytes = 8 * 2 ** 20;
const probeName = "room-probe";
const censusYear = 2021;

export async function runSelfCheck(nowMs: number): Promise<SelfCheck> {
  const isPersisted = (await navigator.storage.persisted()) || (await navigator.storage.persist());
  return { isPersisted, hasRoom: await hasRoom(), isClockPlausible: new Date(nowMs).getFullYear() >= censusYear };
}

async function hasRoom(): Promise<boolean> {
  const folder = await navigator.storage.getDirectory();
  try {
    const file = await folder.getFileHandle(probeName, { create: true });
    const writer = await file.createWritable();
    const piece = new Uint8Array(pieceBytes);
    for (let written = 0; written < probeBytes; written += pieceBytes) await writer.write(piece);
    await writer.close();
    return (await file.getFile()).size === probeBytes;
  } catch {
    return false;
  } finally {
    await folder.removeEntry(probeName).catch(() => undefined);
  }
}
