// The question that is being asked, for what a field of it opens over the page.
import { createContext, use, useCallback, useLayoutEffect, useRef, type ReactNode } from "react";
import type { QuestionView } from "#questionnaire";

/** How to read it: its view is another with each answer, and whoever stands under it is not painted for that. */
const AskedQuestionContext = createContext<(() => QuestionView) | null>(null);

export function AskedQuestion({ view, children }: { readonly view: QuestionView; readonly children: ReactNode }) {
  const latest = useRef(view);
  useLayoutEffect(() => {
    latest.current = view;
  });
  const read = useCallback(() => latest.current, []);
  return <AskedQuestionContext value={read}>{children}</AskedQuestionContext>;
}

/** As it was painted last; null outside one. */
export function useAskedQuestion(): QuestionView | null {
  return use(AskedQuestionContext)?.() ?? null;
}
