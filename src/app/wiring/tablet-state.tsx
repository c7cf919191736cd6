// Where the tablet stands, for the frame of every screen: read once at the start, kept fresh by the tablet's pokes.
import { createContext, use, type ReactNode } from "react";
import type { DeliveryView, TabletApi, TabletStatus } from "#worker";
import { useReading } from "./use-reading.ts";

export interface TabletState {
  /** Null until read for the first time. */
  readonly status: TabletStatus | null;
  readonly delivery: DeliveryView | null;
  readonly again: () => void;
}

const TabletStateContext = createContext<TabletState>({ status: null, delivery: null, again: () => undefined });

interface Standing {
  readonly status: TabletStatus;
  readonly delivery: DeliveryView | null;
}

async function readStanding(tablet: TabletApi): Promise<Standing> {
  const status = await tablet.readStatus();
  const isThere = status.state !== "not-enrolled" && status.state !== "unreadable";
  return { status, delivery: isThere ? await tablet.readDelivery() : null };
}

export function TabletStateProvider({ children }: { readonly children: ReactNode }) {
  const { value, failure, again } = useReading(readStanding, ["status", "list", "delivery"]);
  if (failure !== null) throw failure;
  return (
    <TabletStateContext value={{ status: value?.status ?? null, delivery: value?.delivery ?? null, again }}>
      {children}
    </TabletStateContext>
  );
}

export function useTabletState(): TabletState {
  return use(TabletStateContext);
}
