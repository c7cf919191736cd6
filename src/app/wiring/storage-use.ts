// How full the application's own budget is. The browser's quota is a constant that says nothing of the disk, so the
// denominator is ours (ux 2.1).
import { useEffect, useState } from "react";

const budgetBytes = 300_000_000;

/** Bytes of the budget. */
interface StorageRoom {
  readonly free: number;
  readonly all: number;
}

/** Whole percent of the budget; null until measured, or where it cannot be. */
export function useStorageUse(): number | null {
  const room = useStorageRoom();
  return room === null ? null : Math.round((1 - room.free / room.all) * 100);
}

/** What is left of the budget; null until measured, or where it cannot be. */
export function useStorageRoom(): StorageRoom | null {
  const [room, setRoom] = useState<StorageRoom | null>(null);
  useEffect(() => {
    let isLive = true;
    void measure().then((measured) => {
      if (isLive) setRoom(measured);
    });
    return () => {
      isLive = false;
    };
  }, []);
  return room;
}

async function measure(): Promise<StorageRoom | null> {
  const { usage } = await navigator.storage.estimate();
  return usage === undefined ? null : { free: Math.max(0, budgetBytes - usage), all: budgetBytes };
}
