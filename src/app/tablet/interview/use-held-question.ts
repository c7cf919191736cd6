// The question being asked keeps its height when the words change: another language, or "this person" instead of "you"
// (ux 3.8). The questions above it grow or shrink, and the finger is already on its way.
import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { AnswerPath } from "#questionnaire";
import type { InterviewStore } from "./interview-store.ts";
import { standingOf, type StoodAt } from "./use-fixed-line.ts";
import { useSession } from "./use-interview.ts";

interface HeldQuestionParts {
  readonly store: InterviewStore;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly active: AnswerPath | null;
}

export function useHeldQuestion({ store, scroller, active }: HeldQuestionParts): void {
  const language = useSession((session) => session.language);
  const source = useSession((session) => session.source);
  const stoodAt = useRef<StoodAt>(null);

  useEffect(() => {
    let before = store.session();
    return store.subscribe(() => {
      const now = store.session();
      // The store tells before anything is painted anew: the old words still stand.
      if (active !== null && (now.language !== before.language || now.source !== before.source)) {
        stoodAt.current = standingOf(scroller.current, active);
      }
      before = now;
    });
  }, [store, scroller, active]);

  useLayoutEffect(() => {
    const stood = stoodAt.current;
    stoodAt.current = null;
    const frame = scroller.current;
    if (stood === null || frame === null) return;
    const now = standingOf(frame, stood.path);
    if (now !== null) frame.scrollBy({ top: now.top - stood.top, behavior: "instant" });
  }, [scroller, language, source]);
}
