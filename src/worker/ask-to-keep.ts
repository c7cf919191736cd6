// Whether the browser may clear the tablet's data by itself. Only a page's storage can be asked, and this room is typed as
// a worker.
interface PersistableStorage {
  readonly persist: () => Promise<boolean>;
}

function isPersistable(storage: object): storage is PersistableStorage {
  return "persist" in storage;
}

export function canAskToKeep(): boolean {
  return isPersistable(navigator.storage);
}

/** Asks the browser not to clear the data by itself; false where it refuses, or cannot be asked. It may say yes another time. */
export async function askToKeep(): Promise<boolean> {
  try {
    return isPersistable(navigator.storage) && (await navigator.storage.persist());
  } catch {
    return false;
  }
}
