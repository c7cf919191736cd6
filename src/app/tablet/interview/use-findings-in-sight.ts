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
  const tapped = touchedIn(question);
  if (frame !== null && tapped !== null) {
    const covered = tapped.getBoundingClientRect().bottom - box.getBoundingClientRect().top;
    const isAbove = (tapped.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (isAbove && covered > 0) frame.scrollTop += covered + gapPx;
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

/** What has the focus in the question, with the words that belong to it. */
function touchedIn(question: HTMLElement): Element | null {
  const touched = document.activeElement;
  if (touched === null || touched === question || !question.contains(touched)) return null;
  return touched.closest("label") ?? touched;
}

/** Between what was tapped and what stands under it. */
const gapPx = 8;
