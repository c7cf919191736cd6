// What has been painted already. React's deferred values may begin before the frame; half a million rows are searched
// for longer than a frame may take, so the letter has to be on the screen first.
import { useEffect, useState } from "react";

/** The value one painted frame later; of values that follow quickly only the last. */
export function usePainted<T>(value: T): T {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    let timer = 0;
    // A frame's callback runs before it is painted, a timer that it sets runs after.
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => setPainted(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [value]);
  return painted;
}
