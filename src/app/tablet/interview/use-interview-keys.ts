// Keys of the interview (ux 3.10). Each has a visible button; none is a letter but Alt+B, which goes by its place on the
// keyboard. Digits and arrows belong to the question itself.
import { useEffect, useRef } from "react";
import type { InterviewWalk } from "./use-interview-walk.ts";

interface InterviewKeys {
  readonly walk: InterviewWalk;
  readonly onLanguage: () => void;
}

export function useInterviewKeys(keys: InterviewKeys): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && act(event, now.current)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function act(event: KeyboardEvent, { walk, onLanguage }: InterviewKeys): boolean {
  const { active } = walk;
  if (event.altKey && event.code === "KeyB") return focusSections();
  if (event.key === "F9") {
    onLanguage();
    return true;
  }
  if (event.altKey && event.key === "Backspace") {
    walk.back();
    return true;
  }
  if (active === null || document.querySelector("[aria-modal=true]") !== null) return false;
  if (event.key === "F2") return pressTool(active, "note");
  if (event.key === "F4") return pressTool(active, "flag");
  if (event.key === "Enter" && (event.altKey || isPlainEnter(event, active))) {
    walk.done(active);
    return true;
  }
  return false;
}

/** Enter on a button presses the button; elsewhere in the active question it goes on. */
function isPlainEnter(event: KeyboardEvent, active: string): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey) return false;
  return target.closest(`[data-path="${active}"]`) !== null && target.closest("button, a, textarea") === null;
}

function pressTool(path: string, tool: "note" | "flag"): boolean {
  const button = document.querySelector<HTMLElement>(`[data-path="${path}"] [data-tool="${tool}"]`);
  button?.click();
  return button !== null;
}

function focusSections(): boolean {
  const buttons = [...document.querySelectorAll<HTMLElement>("[data-section-toggle], [data-section]")];
  const shown = buttons.find((button) => button.offsetParent !== null);
  shown?.focus();
  return shown !== undefined;
}
