// How screens reach the tablet's inside: by contexts, so that a test hands in a tablet of its own.
import { createContext, use } from "react";
import type { TabletApi } from "#worker";

export const TabletContext = createContext<TabletApi | null>(null);

export function useTablet(): TabletApi {
  const tablet = use(TabletContext);
  if (tablet === null) throw new Error("no tablet is wired to this page");
  return tablet;
}

/** The time in UTC ms. */
export const ClockContext = createContext<() => number>(Date.now);

export function useClock(): () => number {
  return use(ClockContext);
}
