// Keys of every screen (ux 3.10): F8 locks, `?` lists the keys. Both go by the place on the keyboard, not by the character.
import { useEffect } from "react";
import { areShortcutsOn } from "../../theme/comfort.ts";
import { isOverPage } from "./is-over-page.ts";
import { noteKey } from "./keyboard-used.ts";

interface FrameKeys {
  readonly onLock: () => void;
  readonly onList: () => void;
}

export function useFrameKeys({ onLock, onList }: FrameKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      noteKey(event);
      if (!areShortcutsOn() || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.code === "F8") onLock();
      else if (event.code === "Slash" && event.shiftKey && !isTyping(event.target) && !isOverPage()) onList();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onLock, onList]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("textarea, input:not([type=radio], [type=checkbox])");
}
