import { useLayoutEffect, useMemo, useRef } from "react";
import type { QuestionProps } from "./question-props.ts";

type Callbacks = Pick<QuestionProps, "onAnswer" | "onDone" | "onConfirm" | "onAddRow" | "onRemoveRow">;

/** The same functions for as long as the component lives, each calling the latest: a field whose view is unchanged need not be painted again. */
export function useSteadyCallbacks(callbacks: Callbacks): Callbacks {
  const latest = useRef(callbacks);
  useLayoutEffect(() => {
    latest.current = callbacks;
  });
  return useMemo(
    () => ({
      onAnswer: (...args) => latest.current.onAnswer(...args),
      onDone: () => latest.current.onDone(),
      onConfirm: (...args) => latest.current.onConfirm(...args),
      onAddRow: (...args) => latest.current.onAddRow(...args),
      onRemoveRow: (...args) => latest.current.onRemoveRow(...args),
    }),
    [],
  );
}
