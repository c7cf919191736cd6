import { useTabletState } from "../wiring/index.ts";

/** Whether others may look on at this institution: names are hidden until they are asked for (ux 3.11). */
export function useIsProtected(): boolean {
  const { status } = useTabletState();
  return status?.state === "unlocked" && status.institution.protectedMode;
}
