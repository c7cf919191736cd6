// The collector's own files: sealed bytes, named by us, durable before anybody is told. Nothing is ever taken out.
import { mkdirSync } from "node:fs";
import { open, readFile, rename, statfs } from "node:fs/promises";
import { join } from "node:path";

export interface Spool {
  /** Writes, syncs file and folder, returns the name. The same bytes again end in the same name. */
  readonly write: (sourceId: string, name: string, bytes: Uint8Array) => Promise<string>;
  readonly read: (file: string) => Promise<Uint8Array>;
  /** False when so little room is left that a batch must not be begun. */
  readonly hasRoom: () => Promise<boolean>;
}

const roomNeededBytes = 256 * 2 ** 20;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function createSpool(dataDir: string, newName: () => string): Spool {
  const root = join(dataDir, "spool");
  mkdirSync(root, { recursive: true, mode: 0o700 });
  return {
    write: async (sourceId, name, bytes) => {
      const folder = join(root, sourceId);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const temporary = join(folder, `.${newName()}`);
      const handle = await open(temporary, "wx", 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      const file = `${sourceId}/${name}.census`;
      await rename(temporary, join(root, file));
      await syncFolder(folder);
      await syncFolder(root);
      return file;
    },
    read: (file) => readFile(join(root, file)),
    hasRoom: async () => {
      const { bavail, bsize } = await statfs(root);
      return bavail * bsize > roomNeededBytes;
    },
  };
}
