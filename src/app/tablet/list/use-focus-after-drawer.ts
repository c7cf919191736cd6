import { useEffect, useRef, type RefObject } from "react";

/** When the drawer closes, the focus goes back to the line it was opened from, or to the button that adds; unless what closed it gave the focus a place. */
export function useFocusAfterDrawer(
  isOpen: boolean,
  lineId: string | null,
  addButton: RefObject<HTMLButtonElement | null>,
): void {
  const openedFrom = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (isOpen) {
      openedFrom.current = lineId;
      return;
    }
    const from = openedFrom.current;
    openedFrom.current = undefined;
    if (from === undefined || document.activeElement !== document.body) return;
    const line = from === null ? null : document.querySelector<HTMLElement>(`[data-line="${from}"]`);
    (line ?? addButton.current)?.focus();
  }, [isOpen, lineId, addButton]);
}
