// Of several fields the one that is being filled shows its pad or its bar of letters; the others would only be in the way.
// Whichever the officer touches stays under the finger, although a pad above it goes.
import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent } from "react";
import { flushSync } from "react-dom";
import type { AnswerPath } from "#questionnaire";
import { afterPointer } from "./after-pointer.ts";

export interface OpenField {
  readonly path: AnswerPath | null;
  /** For the element around each field; the same function always. */
  readonly onTouch: (event: FocusEvent<HTMLElement>, path: AnswerPath) => void;
}

/** Before the first touch the `first` field is open. */
export function useOpenField(first: AnswerPath | null): OpenField {
  const [touched, setTouched] = useState<AnswerPath | null>(null);
  const path = touched ?? first;
  const last = useRef(path);
  useLayoutEffect(() => {
    last.current = path;
  }, [path]);
  const onTouch = useCallback<OpenField["onTouch"]>(({ currentTarget: field }, next) => {
    if (next === last.current) return;
    last.current = next;
    // In a turn of its own: the focus can come while React is at work, and then nothing is painted at once.
    afterPointer(() => queueMicrotask(() => inPlace(field, () => setTouched(next))));
  }, []);
  return { path, onTouch };
}

function inPlace(field: HTMLElement, change: () => void): void {
  const before = field.getBoundingClientRect().top;
  // oxlint-disable-next-line react-dom/no-flush-sync -- measured before the next frame, or the field would be seen to jump
  flushSync(change);
  const scroller = field.closest("[data-scroller]");
  if (scroller !== null) scroller.scrollTop += field.getBoundingClientRect().top - before;
}
