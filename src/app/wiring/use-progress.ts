// How far something long is. For its first second nothing is said: most of the time it is over by then.
import { useEffect, useState } from "react";
import type { TabletApi } from "#worker";
import { useTablet } from "./tablet-context.ts";

const silentMs = 1_000;
const everyMs = 200;

/** What `read` says of the tablet, asked again and again; null at first and where nothing is going on. Give it the same function each time. */
export function useProgress<P>(read: (tablet: TabletApi) => Promise<P | null>): P | null {
  const tablet = useTablet();
  const [progress, setProgress] = useState<P | null>(null);
  useEffect(() => {
    let isLive = true;
    const ask = async (): Promise<void> => {
      const next = await read(tablet);
      if (!isLive) return;
      setProgress(next);
      timer = window.setTimeout(() => void ask(), everyMs);
    };
    let timer = window.setTimeout(() => void ask(), silentMs);
    return () => {
      isLive = false;
      window.clearTimeout(timer);
    };
  }, [tablet, read]);
  return progress;
}
