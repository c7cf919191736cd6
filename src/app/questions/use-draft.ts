// What is being typed, before it is an answer. A draft lives in the question and starts anew when the recorded answer is
// changed from elsewhere (cleared, refused, another language asked); it is handed over when the question is left, so that
// a lock or a tap elsewhere loses nothing.
import { useEffect, useRef, useState, type FocusEvent } from "react";
import { afterPointer } from "./after-pointer.ts";

interface Draft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  /** True between a change and its hand-over. */
  readonly isTouched: boolean;
  /** To be called once the draft was recorded, so that leaving does not record it twice. */
  readonly settle: () => void;
}

/** `recorded` is compared by its JSON: drafts are small plain data. `leave` receives a touched draft when the question goes away. */
export function useDraft<T>(recorded: T, leave: (value: T) => void): Draft<T> {
  const [state, setState] = useState({ value: recorded, recorded: JSON.stringify(recorded), isTouched: false });
  const key = JSON.stringify(recorded);
  let current = state;
  if (state.recorded !== key) {
    current = { value: recorded, recorded: key, isTouched: false };
    setState(current);
  }
  const last = useRef({ value: current.value, isTouched: current.isTouched, leave });
  useEffect(() => {
    last.current = { value: current.value, isTouched: current.isTouched, leave };
  });
  useEffect(
    () => () => {
      // Read at the end on purpose: the newest draft is the one to hand over.
      const { value, isTouched, leave: handOver } = last.current;
      if (isTouched) handOver(value);
    },
    [],
  );
  return {
    value: current.value,
    set: (value) => setState({ value, recorded: key, isTouched: true }),
    isTouched: current.isTouched,
    settle: () => {
      // At once, not with the next paint: the question may be gone by then.
      last.current = { ...last.current, isTouched: false };
      setState((now) => ({ ...now, isTouched: false }));
    },
  };
}

/** For `onBlur` of what surrounds a draft: runs when the focus has gone elsewhere, not from field to field inside. */
export function whenLeft(leave: () => void): (event: FocusEvent<HTMLElement>) => void {
  return (event) => {
    if (!event.currentTarget.contains(event.relatedTarget)) afterPointer(leave);
  };
}
