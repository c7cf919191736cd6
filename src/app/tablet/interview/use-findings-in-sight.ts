// A hard finding that has just come is seen at once (ux 3.7). It is held at the foot of the screen while its answer is
// longer than that; here the page moves only where that is not enough: where it would cover what was tapped, where it
// stands at another field, and zoomed in, where the page scrolls as a whole. As after any movement of its own, the page
// then takes no taps for a moment.
import { useLayoutEffect, useRef, type RefObject } from "react";
import { guard } from "./use-fixed-line.ts";

interface FindingsInSight {
  readonly block: RefObject<HTMLElement | null>;
  readonly isActive: boolean;
  /** The officer wanted to go on and was kept here. */
  readonly isHeldBack: boolean;
}

export function useFindingsInSight({ block, isActive, isHeldBack }: FindingsInSight): void {
  const before = useRef({ count: 0, isHeldBack });
  // After every painting: a finding of a field is painted by the field alone.
  useLayoutEffect(() => {
    const question = block.current;
    const found = question === null ? [] : [...question.querySelectorAll("[data-level=hard]")];
    const hasCome = found.length > before.current.count || (isHeldBack && !before.current.isHeldBack);
    before.current = { count: found.length, isHeldBack };
    const [first] = found;
    const box = first?.closest<HTMLElement>("[data-held-finding]") ?? first;
    if (hasCome && isActive && question !== null && box !== undefined) bringInSight(question, box);
  });
}

function bringInSight(question: HTMLElement, box: Element): void {
  const frame = question.closest<HTMLElement>("[data-scroller]");
  const before = question.getBoundingClientRect().top;
  if (!isInSight(box, frame, question.querySelector("[data-held-finding]"))) box.scrollIntoView({ block: "nearest" });
  if (frame !== null) {
    const covered = Math.max(...needed(question, box).map((one) => one.getBoundingClientRect().bottom));
    const overlap = covered - box.getBoundingClientRect().top;
    if (overlap > 0) frame.scrollTop += overlap + gapPx;
  }
  if (frame !== null && question.getBoundingClientRect().top !== before) guard(frame);
}

/** Within the questions' own scrolling and above what is held there; where the page scrolls as a whole, nobody knows what its foot covers. */
function isInSight(box: Element, frame: HTMLElement | null, held: Element | null): boolean {
  if (frame === null || frame.scrollHeight <= frame.clientHeight) return false;
  const [seen, { top, bottom }] = [frame.getBoundingClientRect(), box.getBoundingClientRect()];
  const foot = held === null || held === box ? seen.bottom : held.getBoundingClientRect().top;
  return top >= seen.top && bottom <= foot;
}

/** What stands above the box and must not be under it: what has the focus, with its words, and the pad that fills it. */
function needed(question: HTMLElement, box: Element): readonly Element[] {
  const touched = document.activeElement;
  if (touched === null || touched === question || !question.contains(touched)) return [];
  return [touched.closest("label") ?? touched, ...question.querySelectorAll("[data-pad]")].filter(
    (one) => (one.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
}

/** Between what was tapped and what stands under it. */
const gapPx = 8;
