// What a tablet must be able to do before it is trusted with answers: keep them, have room for them, tell the time, last
// through the work, and know the lists that questions are answered from.

export interface SelfCheck {
  /** The browser promised not to clear the data by itself. */
  readonly isPersisted: boolean;
  /** A reserve file of 64 MB could be written whole; the browser's own figure for free space is a constant. */
  readonly hasRoom: boolean;
  /** Not set back to before the census: the only thing that can be told without the server's time. */
  readonly isClockPlausible: boolean;
  /** Null where the browser does not say. */
  readonly charge: { readonly percent: number; readonly isEnough: boolean } | null;
  /** Every list of places, countries, occupations and the rest can be opened without a network. */
  readonly hasLists: boolean;
}

const probeBytes = 64 * 2 ** 20;
const pieceBytes = 8 * 2 ** 20;
const probeName = "room-probe";
const censusYear = 2021;
const enoughPercent = 20;

export async function runSelfCheck(nowMs: number): Promise<SelfCheck> {
  const isPersisted = (await navigator.storage.persisted()) || (await navigator.storage.persist());
  const [room, charge, lists] = await Promise.all([hasRoom(), readCharge(), hasLists()]);
  const isClockPlausible = new Date(nowMs).getFullYear() >= censusYear;
  return { isPersisted, hasRoom: room, isClockPlausible, charge, hasLists: lists };
}

async function readCharge(): Promise<SelfCheck["charge"]> {
  const battery = await navigator.getBattery?.();
  if (battery === undefined) return null;
  const { level, charging } = battery;
  const percent = Math.round(level * 100);
  return { percent, isEnough: charging || percent >= enoughPercent };
}

/** Opens each of them, which also fetches it. The census comes with its own chunk: the first page is small. */
async function hasLists(): Promise<boolean> {
  try {
    const { codeListNames, codingListNames, loadCodeList } = await import("#census");
    await Promise.all([...codeListNames, ...codingListNames].map(loadCodeList));
    return true;
  } catch {
    return false;
  }
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
