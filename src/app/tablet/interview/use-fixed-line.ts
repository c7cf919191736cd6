// The active question always stands at the same height: 168 px from the top in landscape, 220 px in portrait, so that the
// finger finds it (ux 4.4). Taps are ignored for 250 ms after the page moved by itself, and the movement is position
// only, at most 200 ms, none with reduced motion.
import { useLayoutEffect, type RefObject } from "react";
import type { AnswerPath } from "#questionnaire";

const guardMs = 250;
const moveMs = 180;

/** Where the next question stood before the page moved. */
export interface StoodAt {
  readonly path: AnswerPath;
  readonly top: number;
}

interface FixedLineParts {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly stoodAt: RefObject<StoodAt | null>;
  readonly active: AnswerPath | null;
  /** Counts the moves the app made; a change of it brings the active question to the line and the focus into it. */
  readonly moves: number;
}

export function useFixedLine({ scroller, stoodAt, active, moves }: FixedLineParts): void {
  useLayoutEffect(() => {
    // The officer touched a question and the one before folded: what he touched stays where it was.
    const frame = scroller.current;
    const stood = stoodAt.current;
    if (frame === null || stood === null || stood.path !== active) return;
    const now = standingOf(frame, active);
    if (now !== null) frame.scrollTop += now.top - stood.top;
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [active]);

  useLayoutEffect(() => {
    const frame = scroller.current;
    const block = frame === null || active === null ? null : blockOf(frame, active);
    if (frame === null || block === null) return undefined;
    bringToLine(frame, block);
    const came = stoodAt.current?.path === active ? stoodAt.current.top - block.getBoundingClientRect().top : 0;
    stoodAt.current = null;
    slide(frame, came);
    focusInto(block);
    return guard(frame);
    // Only a move counts: a question that grows under the finger must not jump.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [moves]);

  useLayoutEffect(() => {
    // Turned by the hand: the line is elsewhere now.
    const turned = (): void => {
      const frame = scroller.current;
      const block = frame === null || active === null ? null : blockOf(frame, active);
      if (frame !== null && block !== null) bringToLine(frame, block);
    };
    const orientation = window.matchMedia(upright);
    orientation.addEventListener("change", turned);
    return () => orientation.removeEventListener("change", turned);
  }, [scroller, active]);
}

/** Where the panel of sections stands above the questions: as in the styles of the page. */
const upright = "(orientation: portrait), (width < 900px)";

function bringToLine(frame: HTMLElement, block: HTMLElement): void {
  if (frame.scrollHeight <= frame.clientHeight) {
    // Zoomed in, the page scrolls as a whole.
    block.scrollIntoView({ block: "start" });
    return;
  }
  const isUpright = window.matchMedia(upright).matches;
  // Larger text pushes the bars down: never under them, nor the title of the section.
  const line = Math.max(isUpright ? 220 : 168, frame.getBoundingClientRect().top + (isUpright ? 16 : 60));
  frame.scrollTop += block.getBoundingClientRect().top - line;
}

/** Where a question stands now; null where it is not on the page. */
export function standingOf(frame: HTMLElement | null, path: AnswerPath): StoodAt | null {
  const block = frame === null ? null : blockOf(frame, path);
  return block === null ? null : { path, top: block.getBoundingClientRect().top };
}

function blockOf(frame: HTMLElement, path: AnswerPath): HTMLElement | null {
  return frame.querySelector<HTMLElement>(`[data-path="${path}"]`);
}

function slide(frame: HTMLElement, fromPx: number): void {
  const isReduced = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (isReduced || Math.abs(fromPx) < 8 || Math.abs(fromPx) > 900) return;
  const content = frame.firstElementChild;
  content?.animate([{ transform: `translateY(${fromPx}px)` }, { transform: "none" }], {
    duration: moveMs,
    easing: "ease-out",
  });
}

function focusInto(block: HTMLElement): void {
  const target = block.querySelector<HTMLElement>("[data-first-focus]") ?? block;
  target.focus({ preventScroll: true });
}

/** Takes no taps for a moment: the page moved by itself. */
export function guard(frame: HTMLElement): () => void {
  frame.dataset["guarded"] = "true";
  const off = (): void => {
    delete frame.dataset["guarded"];
  };
  const timer = window.setTimeout(off, guardMs);
  return () => {
    window.clearTimeout(timer);
    off();
  };
}
