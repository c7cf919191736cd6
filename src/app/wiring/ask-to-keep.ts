/** Asks the browser not to clear the data by itself; false where it refuses, or cannot be asked. It may say yes another time. */
export async function askToKeep(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

export function canAskToKeep(): boolean {
  return "persist" in navigator.storage;
}
