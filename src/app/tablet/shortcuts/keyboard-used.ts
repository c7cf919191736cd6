// Whether a keyboard has been used since the page was opened: only then are its keys worth a line on the screen. What the
// system's own keyboard on the glass sends has no physical key.
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let isUsed = false;

export function noteKey({ code }: KeyboardEvent): void {
  if (isUsed || code === "") return;
  isUsed = true;
  for (const listener of listeners) listener();
}

export function useKeyboardUsed(): boolean {
  return useSyncExternalStore(subscribe, () => isUsed);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
