import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createTypingKeeper, type TypingKeeper } from "./typing-keeper.ts";

/** Hands on at once, too, when the page is hidden and when the form goes away. */
export function useTypingKeeper<T>(handOn: (typed: T) => void): TypingKeeper<T> {
  const latest = useRef(handOn);
  useLayoutEffect(() => {
    latest.current = handOn;
  });
  const [keeper] = useState(() =>
    createTypingKeeper<T>({
      handOn: (typed) => latest.current(typed),
      setTimeout: window.setTimeout.bind(window),
      clearTimeout: window.clearTimeout.bind(window),
    }),
  );
  useEffect(() => {
    window.addEventListener("pagehide", keeper.flush);
    document.addEventListener("visibilitychange", keeper.flush);
    return () => {
      window.removeEventListener("pagehide", keeper.flush);
      document.removeEventListener("visibilitychange", keeper.flush);
      keeper.flush();
    };
  }, [keeper]);
  return keeper;
}
