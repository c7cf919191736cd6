// Whether a screen is shown in a practice. The ordinary screens ask it where they would otherwise say that something is
// kept or sent.
import { createContext, use } from "react";
import type { PracticeTask } from "../../wiring/index.ts";

export interface Practice {
  /** The things to try, in their order. */
  readonly tasks: readonly { readonly task: PracticeTask; readonly isDone: boolean }[];
}

export const PracticeContext = createContext<Practice | null>(null);

/** Null outside a practice. */
export function usePractice(): Practice | null {
  return use(PracticeContext);
}
