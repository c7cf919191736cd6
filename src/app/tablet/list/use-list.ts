// The list as the worker has it, read again whenever anything in the tablet changed it.
import { useReading, type ListView, type TabletApi } from "../../wiring/index.ts";

export interface LoadedList {
  /** Null until it was read once. */
  readonly view: ListView | null;
  readonly hasFailed: boolean;
  readonly reload: () => void;
}

function readList(tablet: TabletApi): Promise<ListView> {
  return tablet.readList();
}

export function useList(): LoadedList {
  const { value, failure, again } = useReading(readList, ["list", "delivery"]);
  return { view: value, hasFailed: failure !== null, reload: again };
}
