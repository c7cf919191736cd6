// Keys of the interview (ux 3.10). Each has a visible button; none is a letter but Alt+B, which goes by its place on the
// keyboard. Digits and arrows belong to the question itself.
import { useEffect, useRef } from "react";
import { areShortcutsOn } from "../../theme/comfort.ts";
import { isOverPage } from "../shortcuts/is-over-page.ts";
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
  if (active !== null && isPlainEnter(event, active)) {
    if (!acceptProposal(active)) walk.done(active);
    return true;
  }
  if (!areShortcutsOn()) return false;
  if (event.key === "F9") {
    onLanguage();
    return true;
  }
  if (isOverPage()) return false;
  if (event.altKey && event.code === "KeyB") return focusSections();
  if (event.altKey && event.key === "Backspace") {
    walk.back();
    return true;
  }
  if (active === null) return false;
  if (event.key === "F2") return pressTool(active, "note");
  if (event.key === "F4") return pressTool(active, "flag");
  if (event.altKey && event.key === "Enter") {
    walk.done(active);
    return true;
  }
  return false;
}

/** Enter on a button presses the button; elsewhere in the active question it accepts what is proposed, or goes on. */
function isPlainEnter({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent, active: string): boolean {
  if (key !== "Enter" || !(target instanceof HTMLElement) || altKey || ctrlKey || metaKey) return false;
  return target.closest(`[data-path="${active}"]`) !== null && target.closest("button, a, textarea") === null;
}

/** "Right", as its button says; false where nothing is proposed, or it is being changed. */
function acceptProposal(path: string): boolean {
  return press(`[data-path="${path}"] [data-proposed=whole] button`);
}

function pressTool(path: string, tool: "note" | "flag"): boolean {
  return press(`[data-path="${path}"] [data-tool="${tool}"]`);
}

function press(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(selector);
  button?.click();
  return button !== null;
}

/** The section the officer is in; in portrait the button that opens them, which names it. */
function focusSections(): boolean {
  const buttons = [...document.querySelectorAll<HTMLElement>("[data-section-toggle], [data-section][aria-current]")];
  const shown = buttons.find((button) => button.offsetParent !== null);
  shown?.focus();
  return shown !== undefined;
}
